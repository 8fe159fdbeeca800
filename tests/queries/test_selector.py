from dataclasses import replace

import pytest

from assessments.queries.selector import START, select
from assessments.scoring.inputs import DEFAULT_BANDS


def selected(**changes):
    return select(replace(START, **changes), bands=DEFAULT_BANDS, currency="GBP")


def test_the_answer_and_what_it_means_are_of_the_same_parts():
    answer = selected(composition="both", foundational_demand="low")
    parts = [part.title for part in answer.told.parts]
    assert [part.title for part in answer.in_practice] == parts


def test_bands_that_are_off_are_off_in_the_matrix():
    rows = selected().told.matrix.rows
    assert [row.band for row in rows if not row.on] == ["very-high"]


@pytest.mark.parametrize("present", ["ops-run-it", "you-build-it-you-run-it", "hybrid"])
def test_who_runs_it_today_has_no_say(present):
    assert selected(present_model=present) == selected()
