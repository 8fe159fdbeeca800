from typing import get_args

import pytest

from assessments.playbook.playbook import Playbook
from assessments.scoring.cautions import raise_cautions, source_pages
from assessments.scoring.inputs import Exposure, Profile
from assessments.scoring.placement import Placement
from assessments.scoring.result import CautionName

DIGITAL = Profile("digital", Exposure(amount=1), "high", "not-live")


def text_of(playbook: Playbook, name: str, here: Placement, held: str | None = None) -> str:
    cautions = raise_cautions(playbook, DIGITAL, [here], held)
    return next(it.text for it in cautions if it.caution == name)


def test_every_caution_has_a_source(playbook: Playbook) -> None:
    assert set(source_pages(playbook)) == set(get_args(CautionName))


def test_a_source_is_a_full_address(playbook: Playbook) -> None:
    cautions = raise_cautions(playbook, DIGITAL, [Placement("digital", "low", "low")])
    assert {it.source.split("/practices")[0] for it in cautions} == {playbook.source.url}


def test_cautions_come_by_name(playbook: Playbook) -> None:
    cautions = raise_cautions(playbook, DIGITAL, [Placement("digital", "low", "low")])
    assert [it.caution for it in cautions] == [
        "digital-service-under-ops-run-it",
        "low-demand-digital-service",
    ]


def test_the_same_caution_of_two_parts_comes_digital_first(playbook: Playbook) -> None:
    parts = [
        Placement("digital", "very-high", "high"),
        Placement("foundational", "very-high", "low"),
    ]
    assert [it.part for it in raise_cautions(playbook, DIGITAL, parts)] == [
        "digital",
        "foundational",
    ]


def test_a_domain_rota_may_be_exceeded_for_want_of_a_sibling(playbook: Playbook) -> None:
    here = Placement("digital", "medium", "high")
    assert "unless there is no sibling team to share with" in text_of(
        playbook, "rota-beyond-exposure", here, "team"
    )


@pytest.mark.parametrize("held", ["domain", "team"])
def test_where_no_rota_is_called_for_no_sibling_excuses_one(playbook: Playbook, held: str) -> None:
    here = Placement("digital", "low", "high")
    assert "sibling" not in text_of(playbook, "rota-beyond-exposure", here, held)


@pytest.mark.parametrize(
    ("band", "held"),
    [
        ("low", "none"),
        ("low", "best-effort"),
        ("low", None),
        ("medium", "domain"),
        ("high", "team"),
        ("very-high", "team"),
    ],
)
def test_a_cover_that_does_not_exceed_raises_no_caution_about_it(
    playbook: Playbook, band: str, held: str | None
) -> None:
    here = Placement("digital", band, "high")  # type: ignore[arg-type]
    cautions = raise_cautions(playbook, DIGITAL, [here], held)
    assert "rota-beyond-exposure" not in [it.caution for it in cautions]


def test_99_99_says_what_its_last_nine_saves_where_the_amount_is_known(
    playbook: Playbook,
) -> None:
    here = Placement("digital", "very-high", "high", amount=1_000_000)
    assert "At 1,000,000 an hour the last nine saves at most 151,200 a week." in text_of(
        playbook, "extreme-availability-is-rare", here
    )


def test_99_99_names_no_sum_where_only_the_band_is_known(playbook: Playbook) -> None:
    here = Placement("digital", "very-high", "high")
    assert "an hour" not in text_of(playbook, "extreme-availability-is-rare", here)


def test_one_exposure_for_both_belongs_to_no_part(playbook: Playbook) -> None:
    profile = Profile("both", Exposure(amount=1), "high", "not-live", foundational_demand="low")
    parts = [Placement("digital", "low", "high"), Placement("foundational", "low", "low")]
    cautions = raise_cautions(playbook, profile, parts)
    assert [(it.caution, it.part) for it in cautions] == [("one-exposure-for-both", None)]


def test_ops_run_it_at_99_9_warns_of_the_time_to_acknowledge(playbook: Playbook) -> None:
    here = Placement("foundational", "high", "low")
    assert "20 minutes" in text_of(playbook, "high-availability-under-ops-run-it", here)
