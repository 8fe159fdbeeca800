"""The variants of a document: how much each says, and on how many pages."""

import io
import json

import pypdf
import pytest

from assessments.reports.document.blocks import Heading, Own, parts_of
from assessments.reports.document.facts import OwnWords
from assessments.reports.pdf import draw
from tests.reports.document.test_sheet import INVERSE, NOT_LIVE
from tests.reports.samples import (
    BEDROOM,
    BOTH,
    ECOMMERCE,
    document,
    facts,
    options,
    pdf_input,
    playbook,
    report,
)

PEAK = {"peak-exposure": {"amount": 10**12}}
WORDS = OwnWords("Ada Coach", "We spent **two hours** together.", "1. Begin with the rota")
LONG = OwnWords("Ada Coach", "A sentence of a note. " * 68, f"- {'A step of ours. ' * 3}\n" * 25)


def titles(made, level=1):
    return [
        part.text
        for part in parts_of(made.blocks)
        if isinstance(part, Heading) and part.level == level
    ]


def made(variant, profile=BEDROOM, answers=None, **changes):
    cover = facts(**changes)
    return document(
        report(profile, options(1) if answers is None else answers), variant, cover=cover
    )


@pytest.mark.parametrize("variant", ["sheet", "decision", "everything"])
def test_the_sheet_comes_first_in_each(variant):
    assert titles(made(variant))[0] == "Decision sheet: Bedroom"


def test_the_sheet_alone_is_nothing_else():
    assert titles(made("sheet")) == ["Decision sheet: Bedroom"]


def test_a_decision_has_what_it_rests_on_and_no_plan():
    assert titles(made("decision"))[1:] == [
        "The recommendation and its reasons",
        "The first steps",
        "Risks",
    ]


def test_everything_has_the_rest_of_the_result():
    assert titles(made("everything"))[1:] == [
        "The recommendation and its reasons",
        "The scores and how they were reached",
        "The practices as a plan",
        "Pitfalls",
        "Drawbacks of Ops Run It",
        "Principles in play",
        "All answers",
        "Sources",
    ]


def test_what_changes_hands_is_in_the_decision():
    assert "What changes hands" in titles(made("decision"), level=2)


def test_where_nothing_changes_hands_nothing_is_said_of_it():
    assert "What changes hands" not in titles(made("decision", ECOMMERCE), level=2)


@pytest.mark.parametrize("variant", ["decision", "everything"])
def test_one_s_own_words_stand_under_the_author_s_name(variant):
    own = [part for part in parts_of(made(variant, words=WORDS).blocks) if isinstance(part, Own)]
    assert [one.whose for one in own] == ["From Ada Coach, not from the playbook"] * 2


def test_an_author_who_is_not_disclosed_is_not_named():
    words = OwnWords("", "A note", "")
    own = [part for part in parts_of(made("decision", words=words).blocks) if isinstance(part, Own)]
    assert [one.whose for one in own] == ["Not from the playbook"]


def test_the_sheet_has_no_words_of_one_s_own():
    assert "two hours" not in json.dumps(
        pdf_input(report(), "sheet", cover=facts(words=WORDS)).data
    )


@pytest.mark.parametrize("profile", [BEDROOM, ECOMMERCE, BOTH, INVERSE, NOT_LIVE])
@pytest.mark.parametrize("position", [0, 1])
def test_a_decision_is_at_most_six_pages_however_much_is_wrong(profile, position):
    poor = {**options(position), "out-of-hours-cover": "operations"}
    told = report({**profile, **PEAK}, poor)
    drawn = draw(pdf_input(told, "decision", cover=facts(words=LONG)))
    assert len(pypdf.PdfReader(io.BytesIO(drawn.content)).pages) <= 6


def test_every_question_stands_in_everything():
    drawn = pdf_input(report(BEDROOM, options(1)), "everything").data
    assert all(json.dumps(one.text)[1:-1] in drawn for one in playbook().questions.values())


def test_practices_that_do_not_apply_are_no_source():
    data = pdf_input(report(ECOMMERCE), "everything").data
    sources = data[data.index('"Sources"') :]
    assert playbook().practices["run-regular-chaos-days"].title not in sources


def test_a_long_name_is_cut_in_the_margin():
    assert document(report(service="Till and " * 10)).short_name.endswith("…")
