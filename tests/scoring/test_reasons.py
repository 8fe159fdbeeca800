import pytest

from assessments.playbook.playbook import Playbook
from assessments.scoring.placement import Placement
from assessments.scoring.reasons import PRACTICE_BEHIND, draw_boundary, give_reasons
from assessments.scoring.selector import BANDS, DEMANDS

DAILY = Placement("digital", "medium", "very-high")
MONTHLY = Placement("foundational", "high", "low")


def text_of(playbook: Playbook, rule: str, here: Placement) -> str:
    return next(it.text for it in give_reasons(playbook, [here]) if it.rule == rule)


def test_every_rule_rests_on_a_practice_of_the_playbook(playbook: Playbook) -> None:
    assert set(PRACTICE_BEHIND.values()) <= playbook.practices.keys()


def test_a_reason_links_the_page_of_its_practice(playbook: Playbook) -> None:
    assert give_reasons(playbook, [MONTHLY])[0].source == (
        "https://playbooks.equalexperts.com/you-build-it-you-run-it/practices/selection"
        "#select-ops-run-it-for-foundational-systems"
    )


def test_the_reasons_of_two_parts_come_digital_first(playbook: Playbook) -> None:
    reasons = give_reasons(playbook, [DAILY, MONTHLY])
    assert [(it.part, it.rule) for it in reasons] == [
        ("digital", "weekly-or-more"),
        ("foundational", "fortnightly-or-less"),
    ]


@pytest.mark.parametrize("band", BANDS)
@pytest.mark.parametrize("demand", DEMANDS)
def test_exactly_one_reason_of_a_part_decides(playbook: Playbook, band: str, demand: str) -> None:
    reasons = give_reasons(playbook, [Placement("digital", band, demand)])  # type: ignore[arg-type]
    assert [it.decides for it in reasons].count(True) == 1


def test_99_99_says_what_it_leaves_and_what_it_costs(playbook: Playbook) -> None:
    text = text_of(playbook, "extreme-availability", Placement("digital", "very-high", "low"))
    assert "1 min 0.48 s" in text
    assert "a rota of the team's own day and night" in text


def test_the_deciding_demand_is_named_with_its_pace(playbook: Playbook) -> None:
    text = text_of(playbook, "weekly-or-more", DAILY)
    assert "Demand for features is very high" in text
    assert "deployments daily or more" in text


def test_the_tie_break_names_the_target_and_the_model(playbook: Playbook) -> None:
    here = Placement("digital", "medium", "medium-to-high")
    assert "Here it is 99.0%: Ops Run It." in text_of(playbook, "availability-breaks-the-tie", here)


def test_the_tie_break_says_on_what_it_rests(playbook: Playbook) -> None:
    here = Placement("digital", "high", "medium-to-high")
    assert "one practitioner's report" in text_of(playbook, "availability-breaks-the-tie", here)


def test_an_overruled_rule_says_that_it_is_overruled(playbook: Playbook) -> None:
    here = Placement("digital", "very-high", "low")
    assert "overrules it" in text_of(playbook, "fortnightly-or-less", here)


def test_an_agreeing_rule_says_that_it_agrees(playbook: Playbook) -> None:
    here = Placement("digital", "very-high", "high")
    assert "would have led to You Build It You Run It too" in text_of(
        playbook, "weekly-or-more", here
    )


def test_a_tie_break_with_nothing_to_break_says_that_it_agrees(playbook: Playbook) -> None:
    here = Placement("digital", "very-high", "medium-to-high")
    assert "the tie-break agrees" in text_of(playbook, "availability-breaks-the-tie", here)


def test_one_part_has_no_boundary() -> None:
    assert draw_boundary([DAILY]) is None


def test_two_parts_of_one_model_have_no_boundary() -> None:
    assert draw_boundary([DAILY, Placement("foundational", "low", "high")]) is None


def test_a_hybrid_s_boundary_says_who_runs_what() -> None:
    boundary = draw_boundary([DAILY, MONTHLY])
    assert boundary
    assert "product team deploys the digital part" in boundary
    assert "operations does so for the foundational part" in boundary


def test_a_hybrid_s_boundary_advises_two_services() -> None:
    boundary = draw_boundary([DAILY, MONTHLY])
    assert boundary
    assert "two services" in boundary


def test_the_inverse_hybrid_is_said_to_be_unusual() -> None:
    boundary = draw_boundary(
        [Placement("digital", "medium", "low"), Placement("foundational", "medium", "high")]
    )
    assert boundary
    assert "operations deploys the digital part" in boundary
    assert "unusual" in boundary
