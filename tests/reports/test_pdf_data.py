"""The report as plain data: tidied texts, vouched-for links."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from assessments.reports.pdf_data import texts_drawn, to_pdf_data
from tests.reports.samples import BEDROOM, ECOMMERCE, facts, options, playbook, report


def pages(profile=BEDROOM, answers=None, *, cover=None, **changes):
    return to_pdf_data(report(profile, answers, **changes), cover or facts())


def answer(data, question):
    titles = {one["anchor"]: one for section in data["answers"] for one in section["answers"]}
    return titles[f"answer-{question}"]


def every_link(value):
    """Everything in the data that links somewhere."""
    if isinstance(value, dict):
        if "anchor" in value:
            yield value
        for item in value.values():
            yield from every_link(item)
    elif isinstance(value, list):
        for item in value:
            yield from every_link(item)


# The whole


def test_it_is_plain_enough_for_json():
    data = pages(BEDROOM, options(1))
    assert json.loads(json.dumps(data)) == data


def test_the_cover_says_whose_it_is():
    assert pages(cover=facts(owner="Guest check"))["owner"] == "Guest check"


def test_the_cover_says_how_much_was_asked():
    assert pages(cover=facts(scope="Quick check"))["scope"] == "Quick check"


def test_the_cover_has_the_day_in_the_zone_it_was_given_in():
    late = datetime(2026, 11, 2, 23, 30, tzinfo=UTC)
    east = late.astimezone(timezone(timedelta(hours=1)))
    assert pages(cover=facts(submitted_at=east))["date"] == "3 November 2026"


def test_a_short_name_stands_in_the_margin_as_it_is():
    assert pages(service="Till")["short_name"] == "Till"


def test_a_long_name_is_cut_in_the_margin():
    assert pages(service="Till and " * 10)["short_name"].endswith("…")


def test_the_licence_is_credited():
    source = pages()["source"]
    assert (source["licence"], source["licence_page"]) == (
        "CC BY-NC 4.0",
        playbook().source.licence_url,
    )


def test_the_authors_are_credited():
    assert pages()["source"]["authors"] == "Bethan Timmins and Steve Smith"


def test_all_answers_are_there():
    data = pages(BEDROOM, options(1))
    shown = [one for section in data["answers"] for one in section["answers"]]
    assert len(shown) == len(playbook().questions)


def test_a_section_without_answers_is_left_out():
    told = report()
    empty = replace(told.answers[0], answers=())
    data = to_pdf_data(replace(told, answers=(empty, *told.answers[1:])), facts())
    assert len(data["answers"]) == 3


def test_an_answer_s_note_is_in_blocks():
    data = pages(telemetry={"note": "One\n\n- Two"})
    assert [one["kind"] for one in answer(data, "telemetry")["note"]] == ["paragraph", "items"]


def test_no_note_is_no_block():
    assert answer(pages(), "telemetry")["note"] == []


def test_evidence_links_to_the_web():
    data = pages(telemetry={"evidence": ("https://example.org/",)})
    assert answer(data, "telemetry")["evidence"] == [
        {"title": "https://example.org/", "page": "https://example.org/"}
    ]


def test_evidence_that_is_no_address_is_shown_and_not_linked():
    data = pages(telemetry={"evidence": ("javascript:alert(1)",)})
    assert answer(data, "telemetry")["evidence"] == [{"title": "javascript:alert(1)", "page": None}]


def test_an_answer_carried_over_says_so():
    data = pages(telemetry={"carried_over": True})
    assert answer(data, "telemetry")["carried_over"]


def test_notes_stand_with_the_answers_only():
    note = "Told once"
    data = pages(BEDROOM, options(0), telemetry={"note": note})
    assert json.dumps(data).count(note) == 1


@pytest.mark.parametrize("profile", [BEDROOM, ECOMMERCE])
def test_every_link_within_the_report_has_a_place_to_go_to(profile):
    data = pages(profile, options(0))
    placed = {link["name"] for link in every_link(data) if "name" in link}
    placed |= {one["anchor"] for section in data["answers"] for one in section["answers"]}
    assert {link["anchor"] for link in every_link(data)} - {None} <= placed


def test_an_entry_that_the_report_does_not_tell_of_links_to_the_playbook():
    told = pages({**BEDROOM, "present-model": "not-live"}, options(0))
    drawbacks = [
        link for link in every_link(told["answers"]) if link.get("name", "").startswith("drawback-")
    ]
    assert drawbacks
    assert all(link["anchor"] is None and link["page"] for link in drawbacks)


def test_an_answer_that_is_not_shown_is_not_linked():
    told = replace(report(BEDROOM, options(0)), answers=())
    contribution = to_pdf_data(told, facts())["scores"][0]["contributions"][0]
    assert contribution["answer"]["anchor"] is None


def test_a_lacking_practice_links_to_the_plan():
    data = pages(BEDROOM, options(1))
    practices = [
        cause["practice"]
        for pitfall in data["pitfalls"]
        for cause in pitfall["because"]
        if cause["practice"]
    ]
    assert practices
    assert all(practice["anchor"] for practice in practices)


def test_a_cause_without_a_practice_has_none():
    causes = pages(BEDROOM, options(1))["pitfalls"][0]["because"]
    assert causes[0]["practice"] is None


def test_the_sources_are_named_by_kind():
    titles = [group["title"] for group in pages(ECOMMERCE, options(0))["sources"]]
    assert titles == ["Practices", "Pitfalls", "Drawbacks of Ops Run It", "Principles"]


def test_a_kind_that_the_report_tells_nothing_of_is_no_source():
    titles = [
        group["title"] for group in pages({**BEDROOM, "present-model": "not-live"})["sources"]
    ]
    assert titles == ["Practices", "Pitfalls"]


def test_practices_that_do_not_apply_are_no_source():
    practices = pages(ECOMMERCE)["sources"][0]["pages"]
    titles = {practice["title"] for practice in practices}
    assert playbook().practices["run-regular-chaos-days"].title not in titles


def test_every_source_is_a_page_of_the_playbook():
    data = pages(ECOMMERCE, options(0))
    for group in data["sources"]:
        assert all(one["page"].startswith(playbook().source.url) for one in group["pages"])


def test_text_of_any_kind_reaches_the_data_as_it_is():
    nasty = '#import "x" $x$ \\ <b> @a'
    data = pages(telemetry={"note": nasty})
    [paragraph] = answer(data, "telemetry")["note"]
    assert [run["lines"] for run in paragraph["runs"]] == [[nasty]]


# Texts that may be drawn


def test_every_text_is_one_that_may_be_drawn():
    texts = list(texts_drawn(pages(telemetry={"note": "Since **June**"})))
    assert {"Bedroom", "Since ", "June"} <= set(texts)


def test_addresses_are_not_drawn():
    note = "[x](https://example.org/ä)"
    assert "https://example.org/ä" not in set(texts_drawn(pages(telemetry={"note": note})))
