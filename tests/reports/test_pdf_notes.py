"""A note as data for the PDF: flags and texts, never markup."""

import pytest

from assessments.reports.pdf_notes import note_blocks

PLAIN = {"bold": False, "italic": False, "code": False, "page": None}


def runs(text):
    [paragraph] = note_blocks(text)
    return paragraph["runs"]


def test_an_empty_note_has_no_blocks():
    assert note_blocks(" \n ") == []


def test_a_paragraph_is_runs_of_lines():
    assert runs("One\r\nTwo") == [{**PLAIN, "lines": ["One", "Two"]}]


def test_a_look_is_a_flag():
    assert runs("**b**")[0] == {**PLAIN, "lines": ["b"], "bold": True}


def test_a_link_is_an_address_beside_its_words():
    assert runs("[board](https://example.org)")[0] == {
        **PLAIN,
        "lines": ["board"],
        "page": "https://example.org",
    }


@pytest.mark.parametrize("target", ["javascript:alert(1)", "file:///etc/passwd", "/admin"])
def test_any_other_link_is_shown_as_it_was_typed(target):
    assert runs(f"[x]({target})") == [{**PLAIN, "lines": [f"[x]({target})"]}]


def test_a_list_keeps_the_numbers_given():
    [items] = note_blocks("3. a\n5. b")
    assert (items["numbers"], len(items["items"])) == ((3, 5), 2)


def test_a_quote_holds_blocks():
    [quote] = note_blocks("> said")
    assert [one["kind"] for one in quote["blocks"]] == ["paragraph"]


def test_fenced_lines_stay_lines():
    assert note_blocks("```\na\n  b\n```") == [{"kind": "code", "lines": ["a", "  b"]}]


def test_what_cannot_be_drawn_is_left_out():
    assert runs("a\u202eb") == [{**PLAIN, "lines": ["ab"]}]


def test_a_long_address_leads_where_it_did():
    address = "https://example.org/" + "long/" * 40
    assert runs(f"[x]({address})")[0]["page"] == address
