"""The PDF: read back as a reader would."""

import io
import os
import subprocess
import sys
import unicodedata
from dataclasses import replace

import pypdf
import pytest
import typst
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessments.reports import pdf, pdf_fonts
from assessments.reports.pdf import draw
from tests.prose.notes import AS_WRITTEN
from tests.reports.samples import (
    BEDROOM,
    BOTH,
    ECOMMERCE,
    facts,
    options,
    pdf_input,
    playbook,
    report,
)

EVERY_BAND = [
    {"band": "low", "ceiling": 7_000},
    {"band": "medium", "ceiling": 250_000},
    {"band": "high", "ceiling": 900_000},
    {"band": "very-high"},
]


def read(drawn):
    return pypdf.PdfReader(io.BytesIO(drawn.content))


def text(reader):
    """All text in one line."""
    pages = (page.extract_text() for page in reader.pages)
    return " ".join(" ".join(pages).split())


def drawn(profile=BEDROOM, answers=None, *, variant="everything", cover=None, **changes):
    return draw(pdf_input(report(profile, answers, **changes), variant, cover=cover))


@pytest.fixture(scope="module")
def bedroom():
    return drawn(BEDROOM, options(1), telemetry={"note": "Since June", "carried_over": True})


@pytest.fixture(scope="module")
def reader(bedroom):
    return read(bedroom)


@pytest.fixture(scope="module")
def whole(reader):
    return text(reader)


def bookmarks(reader):
    """The titles of the bookmarks, all levels."""

    def walk(items):
        for item in items:
            if isinstance(item, list):
                yield from walk(item)
            else:
                yield item.title

    return list(walk(reader.outline))


def links(reader):
    """Where the PDF's links go: addresses on the web, and whether others go within."""
    for page in reader.pages:
        for annotation in page.get("/Annots", []):
            action = annotation.get_object().get("/A", {})
            yield action.get("/URI")


def test_it_keeps_the_standard_of_universal_access(bedroom):
    assert bedroom.universal_access
    assert b"pdfuaid" in bedroom.content


def test_it_misses_no_character(bedroom):
    assert bedroom.missing == ()


def test_it_is_tagged(reader):
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_it_has_a_language(reader):
    assert reader.trailer["/Root"]["/Lang"] == "en-GB"


def test_it_has_a_title(reader):
    assert reader.metadata.title == "Operating model report: Bedroom"


def test_it_has_an_author(reader):
    assert reader.metadata.author == "Who runs it?"


def test_its_title_is_shown_by_the_reader_s_window(reader):
    assert reader.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]


def test_it_is_dated_by_when_the_answers_were_submitted(reader):
    assert reader.metadata.creation_date == facts().submitted_at


def test_it_is_of_a4(reader):
    sizes = {tuple(round(float(side)) for side in page.mediabox[2:]) for page in reader.pages}
    assert sizes == {(595, 842)}


def test_all_its_fonts_are_embedded(reader):
    fonts = {}
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            whole = font.get_object()["/DescendantFonts"][0].get_object()
            fonts[whole["/BaseFont"]] = whole["/FontDescriptor"]
    assert fonts
    assert all("/FontFile2" in descriptor for descriptor in fonts.values())


def test_its_fonts_are_the_ones_shipped():
    families = set(pdf._fonts().families())
    assert {"Source Sans 3", "Noto Sans"} <= families


def test_all_its_families_are_there():
    assert set(pdf_fonts.families("")) <= set(pdf._fonts().families())


def test_its_fonts_have_every_character_of_the_template():
    template = "".join(path.read_text(encoding="utf-8") for path in pdf._TEMPLATE.glob("*.typ"))
    assert pdf_fonts.missing_characters(template) == ()


def test_every_font_shipped_has_its_licence():
    fonts = pdf._TEMPLATE / "fonts"
    licensed = {path.stem.removeprefix("OFL-") for path in fonts.glob("OFL-*.txt")}
    assert {path.stem.split("-")[0] for path in fonts.glob("*.ttf")} == licensed


def test_every_licence_is_the_open_font_licence():
    for path in (pdf._TEMPLATE / "fonts").glob("OFL-*.txt"):
        assert "SIL OPEN FONT LICENSE Version 1.1" in path.read_text(encoding="utf-8")


def test_it_has_bookmarks(reader):
    assert bookmarks(reader)[:2] == [
        "Decision sheet: Bedroom",
        "Targets, and what they accept losing",
    ]


def test_each_practice_to_adopt_has_a_bookmark(reader):
    told = report(BEDROOM, options(1))
    titles = [f"Step {p.step}: {p.link.title}" for phase in told.plan for p in phase.adopt]
    assert set(titles) <= set(bookmarks(reader))


def test_it_links_only_to_the_web(reader):
    assert all(uri.startswith("https://") for uri in links(reader) if uri)


def test_it_links_within_itself(reader):
    assert any(uri is None for uri in links(reader))


def test_pages_are_numbered(reader):
    last = len(reader.pages)
    assert f"Page 2 of {last}" in reader.pages[1].extract_text()


@pytest.mark.parametrize("said", [playbook().version, "sha256:", "rules 2"])
def test_the_last_page_says_what_identifies_the_result(reader, said):
    assert said in " ".join(reader.pages[-1].extract_text().split())


@pytest.mark.parametrize(
    "said",
    [
        "Where it stands on the selector",
        "Today it is run under Ops Run It",
        "The scores and how they were reached",
        "Phase 3: Scale",
        "Drawbacks of Ops Run It",
        "At what price.",
        "Principles in play",
        "Since June",
        "Not confirmed",
        "by Bethan Timmins and Steve Smith, Equal Experts",
        "licensed CC BY",
    ],
)
def test_the_rest_tells_the_whole_result(whole, said):
    assert said in whole


def test_every_question_is_in_it(whole):
    assert all(question.text in whole for question in playbook().questions.values())


def test_the_same_report_gives_the_same_bytes(bedroom):
    again = drawn(BEDROOM, options(1), telemetry={"note": "Since June", "carried_over": True})
    assert again.content == bedroom.content


@pytest.mark.parametrize("position", [0, 2, 9])
@pytest.mark.parametrize("profile", [BEDROOM, ECOMMERCE, BOTH])
def test_every_kind_of_result_keeps_the_standard(profile, position):
    assert drawn(profile, options(position)).universal_access


def test_a_result_of_nothing_answered_is_drawn():
    told = drawn({**BEDROOM, "present-model": "not-live"}, service="Till")
    assert "Nothing answered so far names a step to start with." in text(read(told))


def test_a_result_without_scores_says_so():
    told = drawn({**BEDROOM, "present-model": "not-live"})
    assert "Deployment throughput: No score: nothing is answered yet" in text(read(told))


def test_a_hybrid_says_where_the_boundary_lies():
    assert "The boundary is the interface" in text(read(drawn(BOTH)))


def test_a_thin_rota_of_operations_is_told():
    told = drawn(ECOMMERCE, {"on-call-rota": "one-or-two-people"})
    assert "Operations' own out-of-hours rota rests on" in text(read(told))


def test_where_no_pitfall_applies_it_is_said():
    assert "Do not apply here" in text(read(drawn(ECOMMERCE)))


def test_without_drawbacks_their_section_is_left_out():
    assert "Drawbacks of Ops Run It" not in bookmarks(read(drawn()))


# What people type


def answered(*, service="Bedroom", **telemetry):
    """A report that tells of one answer and of little else, so that it is read quickly."""
    told = report(service=service, telemetry=telemetry)
    section = next(one for one in told.answers if one.slug == "service-reliability")
    one = next(answer for answer in section.answers if answer.question == "telemetry")
    short = replace(
        told, answers=(replace(section, answers=(one,)),), plan=(), pitfalls=(), scores=()
    )
    return draw(pdf_input(short))


def noted(note):
    return answered(note=note)


@pytest.mark.parametrize(
    "note",
    [
        '#import "x"',
        '#read("/etc/passwd")',
        "$x^2$",
        "\\ = Heading * star _ line",
        "<label> @reference // comment /* comment */",
        "#{ panic() } [ ] { }",
        "\"quoted\" 'quoted' -- --- ...",
        "</script><b>",
    ],
)
def test_what_looks_like_markup_is_printed_as_it_is(note):
    assert note in text(read(noted(note)))


def test_marks_are_drawn_and_not_printed():
    told = text(read(noted('**Bold**, *italic* and `#read("x")`\n\n- one\n\n> two')))
    assert 'Bold, italic and #read("x")' in told


def test_an_ordinary_note_is_printed_as_it_was_written():
    told = text(read(noted("\n\n".join(AS_WRITTEN))))
    lost = [one for one in AS_WRITTEN if " ".join(one.split()) not in told]
    assert lost == []


def test_a_list_keeps_the_numbers_given():
    assert "1. one 3. three" in text(read(noted("1. one\n3. three")))


ADDRESS = "https://wiki.example.org/spaces/OPS/pages/1234567890/On-call_rota_(2026)?tab=all#top"


def test_a_long_address_can_be_copied_whole():
    told = "".join(text(read(answered(note=ADDRESS, evidence=(ADDRESS,)))).split())
    assert told.count(ADDRESS) == 2


def test_nothing_invisible_is_copied_along():
    whole = text(read(answered(service="w" * 100, note=f"{ADDRESS} {'ab' * 500}")))
    assert not [sign for sign in whole if unicodedata.category(sign) == "Cf"]


def test_a_link_in_a_note_leads_to_its_page():
    told = read(noted("[the board](https://example.org/board)"))
    assert "https://example.org/board" in set(links(told))


def test_a_script_in_a_note_is_printed():
    assert "<script>alert(1)</script>" in text(read(noted("<script>alert(1)</script>")))


def test_every_kind_of_block_keeps_the_standard():
    note = "- **a**\n  1. b\n     > c\n\n```\nd\n  e\n```\n\n7. [f](https://example.org)"
    assert noted(note).universal_access


def test_a_file_of_the_machine_is_never_read():
    assert "root:" not in text(read(noted('#read("/etc/passwd")')))


@pytest.mark.parametrize(
    "note",
    [
        "Zoë's café, naïve façade",
        "Żółć, Ďábel, Ğöz",
        "Ελληνικά",
        "Русский",
        "Tiếng Việt",
        "→ ≤ ≥ ≠ ✓ ✗ ½ € •",
        "\U0001f600 \u2764\ufe0f \U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f44d\U0001f3fd",
        "مرحبا بالعالم",
        "שלום",
        "สวัสดี ผู้ใช้บริการ",
    ],
)
def test_scripts_and_signs_in_the_fonts_keep_the_standard(note):
    assert noted(note).universal_access


def test_a_character_without_a_glyph_costs_the_standard():
    assert not noted("a\ue000b").universal_access


def test_characters_without_a_glyph_are_named_once_each():
    assert noted("\ue000\ue001\ue000 a").missing == ("\ue000", "\ue001")


def test_without_the_standard_it_is_still_tagged():
    root = read(noted("\ue000")).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]


def test_without_the_standard_it_does_not_claim_it():
    assert b"pdfuaid" not in noted("\ue000").content


EAST_ASIAN = ["服务目录", "サービス一覧", "서비스 목록", "服務目錄"]


@pytest.mark.parametrize("name", EAST_ASIAN)
def test_east_asian_names_are_drawn_by_the_machine_s_font(name):
    if pdf_fonts.east_asian_font() is None:
        say = pytest.fail if os.environ.get("CI") else pytest.skip
        say("needs fonts for Chinese, Japanese and Korean: apt-get install fonts-noto-cjk")
    told = answered(service=name, note=name)
    assert told.universal_access
    assert name in text(read(told))


@pytest.fixture
def no_east_asian_font(monkeypatch):
    """A machine without one."""
    caches = (pdf._fonts, pdf._engine_digest)
    monkeypatch.setattr(pdf_fonts, "east_asian_font", lambda: None)
    for cache in caches:
        cache.cache_clear()
    yield
    for cache in caches:
        cache.cache_clear()


@pytest.mark.parametrize("name", EAST_ASIAN)
def test_without_the_machine_s_font_east_asian_names_are_named_as_missing(name, no_east_asian_font):
    told = answered(service=name)
    assert set(told.missing) == set(name) - {" "}
    assert not told.universal_access


@pytest.mark.parametrize("note", ["a\x00b", "a\x07b", "a\x1b[31mb", "a\ufeffb", "a\u202eb"])
def test_control_characters_cost_nothing(note):
    assert noted(note).universal_access


def test_a_link_that_runs_something_is_shown_and_does_not_link():
    told = read(answered(evidence=("javascript:alert(1)",)))
    assert "javascript:alert(1)" in text(told)
    assert not any("javascript" in uri for uri in links(told) if uri)


def test_evidence_links_to_its_page():
    told = read(answered(evidence=("https://example.org/board?x=1",)))
    assert "https://example.org/board?x=1" in set(links(told))


def test_the_longest_note_is_told_to_its_end():
    note = ("word " * 800)[:3_990] + "the end"
    assert "the end" in text(read(noted(note[:4_000])))


def test_a_word_without_end_stays_within_the_margins():
    lines = read(noted("q" * 4_000)).pages
    longest = max(
        len(line) for page in lines for line in page.extract_text().splitlines() if "qqq" in line
    )
    # 170 mm at 10 pt take some 90 of them.
    assert longest < 110


nasty = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.sampled_from("#$\\*_`<>@[]{}\"'/=-+~^&\n\t\x00\u200d\ufe0f\u0301"),
    ),
    max_size=80,
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
@given(nasty, nasty, nasty)
def test_any_text_at_all_is_drawn(name, note, evidence):
    told = answered(service=name or "x", note=note, evidence=(evidence,))
    assert told.content.startswith(b"%PDF-")
    assert told.universal_access == (not told.missing)


def test_a_fault_of_the_template_is_not_hidden(monkeypatch, tmp_path):
    (tmp_path / "report.typ").write_text("#panic()", encoding="utf-8")
    (tmp_path / "blank.typ").touch()
    monkeypatch.setattr(pdf, "_TEMPLATE", tmp_path)
    with pytest.raises(typst.TypstError):
        drawn()


# One at a time, and known again

DRAW_MANY = """
import resource
from assessments.reports.pdf import draw
from tests.reports.samples import BEDROOM, options, pdf_input, report

def use_memory(times):
    for number in range(times):
        notes = {slug: {"note": f"{number} {times} word " * 300} for slug in options(1)}
        draw(pdf_input(report(BEDROOM, options(1), **notes)))
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)

use_memory(4)
use_memory(8)
"""


def prepared(**changes):
    return pdf_input(report(service="Bedroom", **changes))


def test_while_one_is_drawn_no_other_is():
    given = prepared()
    with pdf._drawing, pytest.raises(pdf.Busy):
        draw(given)


def test_after_a_failure_another_can_be_drawn(monkeypatch):
    given = prepared()
    monkeypatch.setattr(pdf, "_compile", None)
    with pytest.raises(TypeError):
        draw(given)
    assert pdf._drawing.acquire(blocking=False)
    pdf._drawing.release()


def test_what_was_drawn_is_not_remembered():
    """By the memory of a process of its own, in which many different PDFs are drawn."""
    drawn = subprocess.run(
        [sys.executable, "-c", DRAW_MANY], capture_output=True, text=True, check=True
    )
    after_four, after_twelve = map(int, drawn.stdout.split())
    assert after_twelve < after_four * 1.4


def test_the_same_input_has_the_same_digest():
    assert prepared().digest == prepared().digest


def test_another_word_has_another_digest():
    assert prepared().digest != prepared(telemetry={"note": "Since June"}).digest


def test_another_template_or_font_has_another_digest(monkeypatch, tmp_path, no_east_asian_font):
    before = prepared().digest
    (tmp_path / "report.typ").write_text("#panic()", encoding="utf-8")
    monkeypatch.setattr(pdf, "_TEMPLATE", tmp_path)
    pdf._engine_digest.cache_clear()
    assert prepared().digest != before
