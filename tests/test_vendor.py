"""The vendored files are those of the manifest, with their licences."""

import re
import tomllib
from pathlib import Path

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
