from collections.abc import Callable

import pytest

from assessments.playbook.playbook import Playbook
from assessments.playbook.rule_slugs import COVER_PRACTICES, MEASUREMENT_PRACTICES, ROTA_PRACTICES
from assessments.scoring.context import build_context
from assessments.scoring.inputs import Inputs
from assessments.scoring.practice_evidence import Sides, hear
from assessments.scoring.result import Chosen

ANSWER = Chosen("telemetry", "stays")


@pytest.fixture
def heard(playbook: Playbook, inputs_of: Callable[..., Inputs]) -> Callable[..., dict[str, Sides]]:
    return lambda *args, **different: dict(
        hear(build_context(playbook, inputs_of(*args, **different)))
    )


@pytest.mark.parametrize(
    ("shown_by", "called_for_by", "status"),
    [
        ([], [], "unknown"),
        ([ANSWER], [], "in-place"),
        ([], [ANSWER], "missing"),
        ([ANSWER], [ANSWER], "partly"),
        ([ANSWER, ANSWER], [ANSWER], "partly"),
    ],
)
def test_a_status_follows_from_the_two_sides(
    shown_by: list[Chosen], called_for_by: list[Chosen], status: str
) -> None:
    assert Sides(shown_by, called_for_by).status() == status


def test_an_answer_may_stand_on_neither_side() -> None:
    sides = Sides()
    sides.hear(ANSWER, shows=False, calls_for=False)
    assert sides.status() == "unknown"


def test_every_practice_but_the_choice_of_a_model_is_asked_about(
    playbook: Playbook, heard: Callable[..., dict[str, Sides]]
) -> None:
    asked = heard(profile={"peak-exposure": {"band": "high"}})
    silent = [slug for slug in playbook.practices if slug not in asked]
    assert all("select-" in slug for slug in silent)
    assert len(silent) <= 3


def test_no_leading_answer_speaks_for_a_measurement(
    playbook: Playbook, heard: Callable[..., dict[str, Sides]]
) -> None:
    answers = {
        slug: question.options[-1].slug
        for slug, question in playbook.scored_questions.items()
        if question.kind == "leading"
    }
    sides = heard(answers=answers)
    assert {sides[slug].status() for slug in MEASUREMENT_PRACTICES.values()} == {"unknown"}


def test_the_cover_is_the_one_answer_asked_of_a_schedule(
    heard: Callable[..., dict[str, Sides]],
) -> None:
    sides = heard()
    assert [sides[slug].asked for slug in COVER_PRACTICES] == [1, 1, 1, 1]


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ({"option": "weekly", "evidence": ["https://example.org"]}, "in-place"),
        ({"option": "weekly"}, "partly"),
        ({"option": "weekly", "evidence": []}, "partly"),
        ({"option": "weekly", "note": "see https://example.org"}, "partly"),
        ({"option": "dont-know"}, "missing"),
        ({"option": "dont-know", "evidence": ["https://example.org"]}, "missing"),
        (None, "unknown"),
    ],
)
def test_a_figure_is_measured_where_evidence_shows_it(
    heard: Callable[..., dict[str, Sides]], answer: object, status: str
) -> None:
    sides = heard(answers={"deployment-frequency": answer})
    assert sides["measure-deployment-throughput"].status() == status


@pytest.mark.parametrize(("exposure", "called_for_by"), [("medium", 1), ("low", 0)])
def test_where_a_rota_is_called_for_a_cover_without_one_calls_for_people_and_pay(
    heard: Callable[..., dict[str, Sides]], exposure: str, called_for_by: int
) -> None:
    sides = heard(profile={"exposure": {"band": exposure}}, answers={"out-of-hours-cover": "none"})
    found = [len(sides[slug].called_for_by) for slug in ROTA_PRACTICES if slug in sides]
    assert found == [called_for_by] * 2


def test_best_effort_calls_for_pay_once(heard: Callable[..., dict[str, Sides]]) -> None:
    sides = heard(answers={"out-of-hours-cover": "best-effort"})
    assert sides["ensure-fair-remuneration-for-on-call-developers"].called_for_by == [
        Chosen("out-of-hours-cover", "best-effort")
    ]


def test_standing_by_at_a_peak_calls_for_its_practice_at_full_marks_too(
    heard: Callable[..., dict[str, Sides]],
) -> None:
    sides = heard(
        "operations",
        profile={"peak-exposure": {"band": "high"}},
        answers={"peak-readiness": "staffed-support"},
    )
    assert sides["select-a-higher-availability-target-for-peak-exposure"].status() == "partly"


def test_at_full_marks_no_other_peak_answer_calls_for_its_practice(
    heard: Callable[..., dict[str, Sides]],
) -> None:
    sides = heard(
        "operations",
        profile={"peak-exposure": {"band": "high"}},
        answers={"peak-readiness": "higher-target"},
    )
    assert sides["select-a-higher-availability-target-for-peak-exposure"].status() == "in-place"
