from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.scoring.inputs import DEFAULT_BANDS, Exposure, Profile
from assessments.scoring.placement import Placement, accepted_loss, part_of, place
from assessments.scoring.selector import AVAILABILITY, BANDS
from assessments.scoring.verdict import OnCall, UnattendedLoss

DIGITAL = Profile("digital", Exposure(amount=200_000), "very-high", "not-live")
BOTH = Profile(
    "both",
    Exposure(amount=200_000),
    "very-high",
    "not-live",
    foundational_exposure=Exposure(amount=810_000),
    foundational_demand="low",
)


def test_a_digital_service_is_one_part() -> None:
    assert place(DIGITAL, DEFAULT_BANDS) == (
        Placement("digital", "medium", "very-high", amount=200_000),
    )


def test_a_foundational_system_is_one_part_by_the_same_questions() -> None:
    profile = Profile("foundational", Exposure(band="high"), "low", "not-live")
    assert place(profile, DEFAULT_BANDS) == (Placement("foundational", "high", "low"),)


def test_both_are_two_parts_digital_first() -> None:
    assert place(BOTH, DEFAULT_BANDS) == (
        Placement("digital", "medium", "very-high", amount=200_000),
        Placement("foundational", "high", "low", amount=810_000),
    )


def test_without_an_exposure_of_its_own_the_foundational_part_takes_the_same() -> None:
    profile = Profile(
        "both", Exposure(amount=200_000), "very-high", "not-live", foundational_demand="low"
    )
    assert place(profile, DEFAULT_BANDS)[1] == Placement(
        "foundational", "medium", "low", amount=200_000
    )


def test_both_without_a_foundational_demand_cannot_be_placed() -> None:
    profile = Profile("both", Exposure(amount=1), "low", "not-live")
    with pytest.raises(ValueError, match="foundational demand"):
        place(profile, DEFAULT_BANDS)


def test_what_a_second_part_would_need_is_ignored_without_one() -> None:
    profile = Profile(
        "digital",
        Exposure(amount=200_000),
        "very-high",
        "not-live",
        foundational_exposure=Exposure(band="high"),
        foundational_demand="low",
    )
    assert place(profile, DEFAULT_BANDS) == place(DIGITAL, DEFAULT_BANDS)


def test_the_peak_belongs_to_the_judged_part() -> None:
    profile = Profile(
        "both",
        Exposure(band="low"),
        "high",
        "not-live",
        foundational_demand="low",
        peak_exposure=Exposure(band="high"),
    )
    assert [here.peak for here in place(profile, DEFAULT_BANDS)] == ["high", None]


@pytest.mark.parametrize(
    ("peak", "higher"), [(None, False), ("low", False), ("medium", False), ("high", True)]
)
def test_a_peak_is_higher_only_above_the_everyday_band(peak: str | None, higher: bool) -> None:
    here = Placement("digital", "medium", "high", peak=peak)  # type: ignore[arg-type]
    assert here.higher_peak is higher


def test_a_peak_has_no_say_in_the_model() -> None:
    assert Placement("digital", "low", "medium-to-high", peak="very-high").model == "ops-run-it"


def test_a_part_without_a_peak_has_none() -> None:
    assert part_of(Placement("digital", "medium", "high")).peak is None


@pytest.mark.parametrize(
    ("peak", "availability", "cover"),
    [
        ("low", "99.0", "domain"),
        ("medium", "99.0", "domain"),
        ("high", "99.9", "team"),
        ("very-high", "99.99", "team"),
    ],
)
def test_in_the_peak_the_higher_target_holds_and_the_cover_follows(
    peak: str, availability: str, cover: str
) -> None:
    part = part_of(Placement("digital", "medium", "high", peak=peak))  # type: ignore[arg-type]
    assert part.peak
    assert (part.peak.availability, part.peak.out_of_hours) == (availability, cover)


def test_the_peak_leaves_the_everyday_cover_as_it_is() -> None:
    part = part_of(Placement("digital", "medium", "high", peak="high"))
    assert part.on_call == OnCall("team", "domain")


def test_operations_answers_day_and_night_in_the_peak_too() -> None:
    part = part_of(Placement("foundational", "medium", "low", peak="high"))
    assert part.peak
    assert (part.on_call, part.peak.out_of_hours) == (
        OnCall("operations", "operations"),
        "operations",
    )


def test_the_tolerable_time_is_exact() -> None:
    part = part_of(Placement("digital", "high", "high"))
    assert part.tolerable_unavailability_seconds_per_week == Fraction(6048, 10)


def test_a_band_alone_gives_no_accepted_loss() -> None:
    assert part_of(Placement("digital", "high", "high")).accepted_loss_per_week is None


@pytest.mark.parametrize(
    ("amount", "availability", "loss"),
    [
        (6_000, "95.0", 50_400),
        (200_000, "99.0", 336_000),
        (810_000, "99.9", 136_080),
        (0, "95.0", 0),
        # 0.0168 an hour at 99.99%: 30 x 0.0168 = 0.504, 29 x 0.0168 = 0.4872
        (30, "99.99", 1),
        (29, "99.99", 0),
        # 0.168 at 99.9%: 125 x 0.168 = 21; 62.5 would be a half, 1875 x 0.168 = 315
        (1875, "99.9", 315),
        # 8.4 at 95.0%: an odd multiple of 5/84 has no whole amount; 1.68 x 25 = 42
        (25, "99.0", 42),
    ],
)
def test_an_accepted_loss_is_exposure_times_tolerable_time(
    amount: int, availability: str, loss: int
) -> None:
    assert accepted_loss(amount, availability) == loss  # type: ignore[arg-type]


def test_an_accepted_loss_of_a_half_goes_up() -> None:
    # 312.5 x 1.68 would be 525; of whole amounts 625 x 0.0168 = 10.5 is a half.
    assert accepted_loss(625, "99.99") == 11


@given(st.integers(0, 10**12), st.sampled_from(BANDS), st.sampled_from(BANDS))
def test_a_higher_target_never_accepts_losing_more(amount: int, one: str, other: str) -> None:
    lower, higher = sorted([one, other], key=BANDS.index)
    losses = [accepted_loss(amount, AVAILABILITY[band]) for band in (lower, higher)]  # type: ignore[index]
    assert losses[0] >= losses[1]


# Nothing lost out of hours


def test_quiet_nights_belong_to_the_judged_part() -> None:
    profile = replace(BOTH, out_of_hours_loss="nothing")
    assert [here.quiet_nights for here in place(profile, DEFAULT_BANDS)] == [True, False]


@pytest.mark.parametrize(("loss", "quiet"), [(None, False), ("as-much", False), ("less", False)])
def test_nights_are_quiet_only_where_nothing_is_lost(loss: str | None, quiet: bool) -> None:
    profile = replace(DIGITAL, out_of_hours_loss=loss)  # type: ignore[arg-type]
    assert place(profile, DEFAULT_BANDS)[0].quiet_nights is quiet


def test_on_quiet_nights_nobody_is_called_everyday_or_in_the_peak() -> None:
    part = part_of(Placement("digital", "high", "high", peak="very-high", quiet_nights=True))
    assert part.peak
    assert (part.on_call, part.peak.out_of_hours) == (OnCall("team", "none"), "none")


def test_operations_answers_on_quiet_nights_too() -> None:
    part = part_of(Placement("foundational", "high", "low", quiet_nights=True))
    assert part.on_call == OnCall("operations", "operations")


@pytest.mark.parametrize(
    ("here", "called_for"),
    [
        (Placement("digital", "low", "high"), False),
        (Placement("digital", "medium", "high"), True),
        (Placement("digital", "high", "high"), True),
        (Placement("digital", "high", "high", quiet_nights=True), False),
        (Placement("digital", "low", "high", peak="high"), False),
        (Placement("digital", "high", "low"), False),
    ],
)
def test_a_rota_is_called_for_by_the_everyday_target_of_a_team(
    here: Placement, called_for: bool
) -> None:
    assert here.rota_called_for is called_for


# Unattended loss


def test_at_95_a_night_and_a_weekend_are_fifteen_and_sixty_three_hours() -> None:
    loss = part_of(Placement("digital", "low", "high", amount=6_000)).unattended_loss
    assert loss == UnattendedLoss(night=90_000, weekend=378_000)


@pytest.mark.parametrize(
    "here",
    [
        Placement("digital", "low", "high"),
        Placement("digital", "medium", "high", amount=6_000),
        Placement("digital", "low", "high", amount=6_000, quiet_nights=True),
    ],
)
def test_elsewhere_no_unattended_loss_is_told(here: Placement) -> None:
    assert part_of(here).unattended_loss is None


def test_operations_may_leave_nights_unattended_at_95_as_well() -> None:
    assert part_of(Placement("foundational", "low", "low", amount=10)).unattended_loss
