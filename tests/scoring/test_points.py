import pytest

from assessments.playbook.playbook import Playbook
from assessments.scoring.inputs import Exposure, Profile
from assessments.scoring.placement import Placement
from assessments.scoring.points import cover_rank, peak_cover, points_of

PROFILE = Profile("digital", Exposure(amount=1), "high", "you-build-it-you-run-it")
ALONE = Profile(
    "digital", Exposure(amount=1), "high", "you-build-it-you-run-it", sibling_teams="none"
)
LOW = Placement("digital", "low", "high")
MEDIUM = Placement("digital", "medium", "high")
OPERATED = Placement("foundational", "medium", "low")


def points(playbook: Playbook, cover: str, judged: Placement, profile: Profile = PROFILE) -> int:
    question = playbook.scored_questions["out-of-hours-cover"]
    option = question.option(cover)
    assert option
    return points_of(question, option, judged, profile)


def test_a_team_rota_is_right_for_whom_has_no_sibling(playbook: Playbook) -> None:
    assert [points(playbook, "team", MEDIUM, it) for it in (PROFILE, ALONE)] == [2, 4]


def test_having_no_sibling_excuses_no_rota_beyond_none(playbook: Playbook) -> None:
    assert points(playbook, "team", LOW, ALONE) == 2


@pytest.mark.parametrize(
    ("judged", "expected"),
    [
        (OPERATED, 0),
        (Placement("foundational", "low", "low"), 4),
        (Placement("foundational", "high", "low", quiet_nights=True), 4),
        (Placement("foundational", "high", "low"), 0),
    ],
)
def test_alerts_may_wait_under_ops_run_it_at_95_or_on_quiet_nights(
    playbook: Playbook, judged: Placement, expected: int
) -> None:
    assert points(playbook, "none", judged) == expected


@pytest.mark.parametrize(
    ("everyday", "peak", "cover", "expected"),
    [
        ("low", "medium", "none", 4),
        ("low", "medium", "domain", 4),
        ("low", "medium", "team", 2),
        ("low", "high", "team", 4),
        ("low", "high", "best-effort", 0),
        ("low", "high", "operations", 0),
        ("medium", "high", "none", 0),
        ("medium", "high", "domain", 4),
        ("medium", "high", "team", 4),
        ("high", "very-high", "domain", 0),
        ("medium", "low", "team", 2),
    ],
)
def test_a_cover_between_the_everyday_one_and_the_peak_s_is_right(
    playbook: Playbook, everyday: str, peak: str, cover: str, expected: int
) -> None:
    judged = Placement("digital", everyday, "high", peak=peak)  # type: ignore[arg-type]
    assert points(playbook, cover, judged) == expected


def test_a_lower_peak_leaves_the_cover_as_it_is() -> None:
    assert peak_cover(Placement("digital", "medium", "high", peak="low")) == "domain"


def test_covers_rank_by_how_much_they_insure() -> None:
    ranks = [cover_rank(it) for it in ("none", "best-effort", "dont-know", "domain", "team")]
    assert ranks == [0, 0, 0, 1, 2]
