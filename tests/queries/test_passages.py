"""The texts of an entry under their headings."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

import pytest

from assessments.current import playbook
from assessments.playbook.entries import Entry
from assessments.queries.passages import BESIDE, TOLD, passages

KINDS: dict[str, Mapping[str, Any]] = {
    "principle": playbook().principles,
    "practice": playbook().practices,
    "pitfall": playbook().pitfalls,
    "drawback": playbook().drawbacks,
    "model": playbook().models,
}
ELSEWHERE = {
    "practice": {
        *("group", "phase", "step", "serves", "guards", "risks", "principles"),
        "start_known",  # in place of `start`, where the answers have taken that step
    },
    "model": {
        *("benefits", "seldom", "entries", "drawbacks", "costs", "governance"),
        *("standards", "auditing"),
    },
}
"""What a page tells otherwise: how a practice hangs together, a model's rows of a table."""


def of(kind, slug, headings=TOLD):
    return passages(kind, KINDS[kind][slug], headings)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_tells_every_text_of_its_kind_once(kind):
    entry = next(iter(KINDS[kind].values()))
    own = {field.name for field in fields(entry)} - {field.name for field in fields(Entry)}
    told = [*TOLD[kind], *BESIDE.get(kind, {})]
    assert sorted(told) == sorted(own - ELSEWHERE.get(kind, set()))


@pytest.mark.parametrize("kind", ["practice", "pitfall", "principle", "drawback"])
def test_the_texts_that_are_counted_are_those_of_the_page_in_its_order(kind):
    for slug, entry in KINDS[kind].items():
        shown = (*of(kind, slug), *of(kind, slug, BESIDE))
        assert entry.texts == tuple(
            text for each in shown for text in (each.steps or ("\n\n".join(each.paragraphs),))
        )


@pytest.mark.parametrize("kind", ["practice", "pitfall", "principle", "drawback"])
def test_every_passage_has_a_heading_of_its_own(kind):
    for slug in KINDS[kind]:
        titles = [str(each.title) for each in (*of(kind, slug), *of(kind, slug, BESIDE))]
        assert all(titles)
        assert len(set(titles)) == len(titles)


def test_a_text_is_cut_into_paragraphs():
    recognise = of("pitfall", "excessive-bau")[0]
    assert (len(recognise.paragraphs), recognise.steps) == (2, ())
    assert not any("\n" in paragraph for paragraph in recognise.paragraphs)


def test_a_way_out_is_told_in_steps():
    way_out = of("pitfall", "excessive-bau")[-1]
    assert way_out.steps == playbook().pitfalls["excessive-bau"].way_out
    assert way_out.paragraphs == ()


def test_a_heading_has_a_place_on_the_page():
    assert [each.anchor for each in of("practice", "run-regular-chaos-days")] == [
        "why",
        "in-place",
        "start",
        "next",
        "goes-wrong",
    ]


def test_a_kind_without_facts_has_none_beside():
    assert of("pitfall", "excessive-bau", BESIDE) == ()
