from collections.abc import Callable
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.scoring.result import Contribution, Result
from assessments.scoring.rounding import half_up
from assessments.scoring.scores import basis_of, total

contributions = st.lists(
    st.builds(
        Contribution,
        question=st.just("telemetry"),
        option=st.just("stays"),
        points=st.integers(0, 4),
        of=st.just(4),
        weight=st.integers(1, 5),
    ),
    max_size=20,
)


def one(points: int, weight: int = 1) -> Contribution:
    return Contribution("telemetry", "stays", points, 4, weight)


def test_nothing_adds_up_to_no_score() -> None:
    assert total([]) is None


def test_no_points_add_up_to_zero() -> None:
    assert total([one(0)]) == 0


def test_full_marks_add_up_to_a_hundred() -> None:
    assert total([one(4), one(4, weight=3)]) == 100


@pytest.mark.parametrize(
    ("points", "score"),
    [([1, 0], 13), ([3, 0], 38), ([1, 0, 0], 8), ([2, 0, 0], 17), ([1, 0, 0, 0, 0, 0, 0, 0], 3)],
)
def test_a_score_is_rounded_half_up_once(points: list[int], score: int) -> None:
    assert total([one(it) for it in points]) == score


def test_a_weight_counts_on_both_sides() -> None:
    # 3 x 4 of 3 x 4 + 1 x 4 possible
    assert total([one(4, weight=3), one(0)]) == 75


@given(contributions)
def test_a_total_is_its_contributions(parts: list[Contribution]) -> None:
    possible = sum(part.of * part.weight for part in parts)
    reached = sum(part.points * part.weight for part in parts)
    assert total(parts) == (half_up(Fraction(100 * reached, possible)) if parts else None)


@given(contributions)
def test_a_total_lies_between_nothing_and_a_hundred(parts: list[Contribution]) -> None:
    assert total(parts) in {None, *range(101)}


@given(contributions, st.randoms())
def test_the_order_of_contributions_does_not_matter(
    parts: list[Contribution], chance: Random
) -> None:
    shuffled = [*parts]
    chance.shuffle(shuffled)
    assert total(shuffled) == total(parts)


def test_dimensions_come_in_the_playbook_s_order(outcome: Callable[..., Result]) -> None:
    assert list(outcome().scores) == [
        "deployment-throughput",
        "service-reliability",
        "learning-culture",
    ]


def test_contributions_come_in_the_questionnaire_s_order(outcome: Callable[..., Result]) -> None:
    score = outcome(answers={"telemetry": "stays", "failure-design": "holding-page"}).scores[
        "service-reliability"
    ]
    assert [part.question for part in score.contributions] == ["failure-design", "telemetry"]


def test_a_question_left_out_adds_nothing_though_it_is_answered(
    outcome: Callable[..., Result],
) -> None:
    score = outcome("operations", answers={"chaos-days": "never"}).scores["learning-culture"]
    assert (score.score, score.answered, score.contributions) == (None, 0, ())


@pytest.mark.parametrize(
    ("answered", "asked", "basis"),
    [
        (0, 0, "none"),
        (0, 9, "none"),
        (1, 1, "too-little-asked"),
        (2, 2, "too-little-asked"),
        (1, 3, "too-few"),
        (2, 3, "too-few"),
        (3, 3, "enough"),
        (3, 6, "enough"),
        (3, 7, "too-few"),
        (4, 8, "enough"),
        (4, 9, "too-few"),
        (9, 9, "enough"),
    ],
)
def test_a_score_rests_on_three_answers_and_half_of_what_is_asked(
    answered: int, asked: int, basis: str
) -> None:
    assert basis_of(answered=answered, asked=asked) == basis


def test_without_enough_answers_the_contributions_are_listed_all_the_same(
    outcome: Callable[..., Result],
) -> None:
    score = outcome(answers={"telemetry": "stays"}).scores["service-reliability"]
    assert (score.score, score.basis, len(score.contributions)) == (None, "too-few", 1)
