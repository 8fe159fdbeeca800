"""The vendored files are those of the manifest, with their licences."""

import re
import tomllib
from pathlib import Path

import crispy_bootstrap5

ROOT = Path(__file__).parent.parent
MANIFEST = ROOT / "static/vendor/manifest.toml"
ENTRIES = list(tomllib.loads(MANIFEST.read_text()).values())
LISTED = {
    ROOT / entry["target"] / Path(name).name for entry in ENTRIES for name in entry["files"]
} | {MANIFEST, *(ROOT / entry["sprite"] for entry in ENTRIES if "sprite" in entry)}


def test_vendored_files_are_exactly_those_the_manifest_lists():
    folders = [ROOT / "static/vendor", ROOT / "tests/vendor"]
    assert {file for folder in folders for file in folder.rglob("*.*")} | {
        file for folder in folders for file in folder.rglob("LICENSE")
    } == LISTED


def test_every_vendored_folder_has_its_licence():
    assert all((ROOT / entry["target"] / "LICENSE").is_file() for entry in ENTRIES)


def test_no_vendored_file_names_a_source_map_that_is_not_there():
    assert not [file for file in LISTED - {MANIFEST} if "sourceMappingURL=" in file.read_text()]


def test_the_symbols_that_pages_use_are_those_of_all_icons():
    drawn = (ROOT / "static/vendor/icons.svg").read_text()
    icons = sorted((ROOT / "static/vendor/icons").glob("*.svg"))
    assert re.findall(r'<symbol id="([\w-]+)"', drawn) == [icon.stem for icon in icons]
    for icon in icons:
        for path in re.findall(r"<path[^>]*/>", icon.read_text()):
            assert path in drawn


# --- Bootstrap, purged of what no page uses

CLASSES_OF_A_TAG = re.compile(r"""class=("[^"]*"|'[^']*')""")
FILLED_IN = re.compile(r"\{%.*?%\}|\{\{.*?\}\}")
CRISPY = Path(crispy_bootstrap5.__file__).parent / "templates"
UNSTYLED = {
    *("clash", "figures", "hit__summary", "part", "practised", "questions", "score", "words"),
    *("by-rules", "link-once", "option--typed", "row-answer__change", "selector__matrix"),
    *("sent-back", "steps__title"),
}
"""Names that only say what something is, or that a script looks for."""
UNSTYLED_OF_CRISPY = {
    *("aab", "alert-block", "description", "empty-form", "form-actions", "ml-2", "multiField"),
}
"""Those that the installed package gives and Bootstrap never styled."""


def classes_in(folder: Path) -> set[str]:
    """The whole names of classes in the templates of a folder."""
    named: set[str] = set()
    for template in folder.rglob("*.html"):
        text = FILLED_IN.sub("\0", template.read_text(encoding="utf-8"))
        for quoted in CLASSES_OF_A_TAG.findall(text):
            named |= {word for word in quoted[1:-1].split() if "\0" not in word}
    return named


def styled() -> set[str]:
    sheets = [ROOT / "static/vendor/bootstrap/bootstrap.min.css", *(ROOT / "static/css").iterdir()]
    return {
        name
        for sheet in sheets
        for name in re.findall(r"\.(-?[a-zA-Z_][\w-]*)", sheet.read_text(encoding="utf-8"))
    }


def test_every_class_that_our_pages_use_is_in_a_stylesheet():
    assert classes_in(ROOT / "templates") - styled() - UNSTYLED == set()


def test_every_class_of_the_form_s_package_is_in_a_stylesheet():
    assert classes_in(CRISPY) - styled() - UNSTYLED_OF_CRISPY == set()


def test_no_name_is_let_off_that_no_page_uses():
    assert classes_in(ROOT / "templates") >= UNSTYLED
    assert classes_in(CRISPY) >= UNSTYLED_OF_CRISPY


def test_the_stylesheet_is_purged():
    assert (ROOT / "static/vendor/bootstrap/bootstrap.min.css").stat().st_size < 60_000
