"""A document as plain data: tidied texts, vouched-for links."""

import json
from dataclasses import replace

import pytest

from assessments.reports.pdf_data import texts_drawn, to_pdf_data
from tests.reports.samples import BEDROOM, ECOMMERCE, document, options, report


def pages(profile=BEDROOM, answers=None, variant="everything", **changes):
    return to_pdf_data(document(report(profile, answers, **changes), variant))


def dicts(value):
    """Every dict of the data, in its order."""
    if isinstance(value, dict):
        yield value
        for item in value.values():
            yield from dicts(item)
    elif isinstance(value, list):
        for item in value:
            yield from dicts(item)


def spans(data, text):
    return [one for one in dicts(data) if one.get("text") == text and "anchor" in one]


def prose(data):
    return [one for one in dicts(data) if one.get("kind") == "prose"]


def test_it_is_plain_enough_for_json():
    data = pages(BEDROOM, options(1))
    assert json.loads(json.dumps(data)) == data


def test_every_block_says_its_kind():
    assert {one["kind"] for one in pages(BEDROOM, options(0))["blocks"]} >= {
        "onepage",
        "heading",
        "paragraph",
        "bullets",
        "table",
    }


def test_a_note_is_in_blocks():
    [note] = prose(pages(telemetry={"note": "One\n\n- Two"}))
    assert [one["kind"] for one in note["blocks"]] == ["paragraph", "items"]


def test_no_note_is_no_block():
    assert prose(pages()) == []


def test_evidence_links_to_the_web():
    [span] = spans(pages(telemetry={"evidence": ("https://example.org/",)}), "https://example.org/")
    assert span["page"] == "https://example.org/"


def test_evidence_that_is_no_address_is_shown_and_not_linked():
    [span] = spans(pages(telemetry={"evidence": ("javascript:alert(1)",)}), "javascript:alert(1)")
    assert span["page"] is None


@pytest.mark.parametrize("variant", ["sheet", "decision", "everything"])
@pytest.mark.parametrize("profile", [BEDROOM, ECOMMERCE])
def test_every_link_within_the_document_has_one_place_to_go_to(profile, variant):
    data = pages(profile, options(0), variant)
    placed = [one["name"] for one in dicts(data) if one.get("name")]
    assert len(placed) == len(set(placed))
    assert {one["anchor"] for one in dicts(data) if one.get("anchor")} <= set(placed)


def test_an_entry_that_the_document_does_not_tell_of_links_to_the_playbook():
    data = pages(BEDROOM, options(0), "sheet")
    [step] = spans(data, "Architect for adaptability")
    assert step["anchor"] is None
    assert step["page"].startswith("https://")


def test_an_answer_that_is_not_shown_is_not_linked():
    told = replace(report(BEDROOM, options(0)), answers=())
    data = to_pdf_data(document(told))
    assert not [one for one in dicts(data) if (one.get("anchor") or "").startswith("answer-")]


def test_text_of_any_kind_reaches_the_data_as_it_is():
    nasty = '#import "x" $x$ \\ <b> @a'
    [note] = prose(pages(telemetry={"note": nasty}))
    assert [run["lines"] for run in note["blocks"][0]["runs"]] == [[nasty]]


# Texts that may be drawn


def test_every_text_is_one_that_may_be_drawn():
    texts = set(texts_drawn(pages(telemetry={"note": "Since **June**"})))
    assert {"Decision sheet: Bedroom", "Since ", "June"} <= texts


def test_addresses_are_not_drawn():
    note = "[x](https://example.org/ä)"
    assert "https://example.org/ä" not in set(texts_drawn(pages(telemetry={"note": note})))
