import pytest

from assessments.forms.explore import ExploreForm
from assessments.scoring.inputs import DEFAULT_BANDS, Band, Exposure, Profile

RECORDED = Profile("digital", Exposure(amount=200_000), "very-high", "not-live")
SAID = {"composition": "digital", "exposure": "low", "feature_demand": "high"}
BOTH = {"composition": "both", "foundational_exposure": "same", "foundational_demand": "medium"}


def form(data=None, *, recorded=RECORDED, bands=DEFAULT_BANDS):
    return ExploreForm(data, recorded=recorded, bands=bands, currency="GBP")


def profile(**changes):
    filled = form({**SAID, **changes})
    assert filled.is_valid(), filled.errors
    return filled.profile


def test_the_form_shows_what_was_recorded():
    shown = form()
    assert shown["exposure"].value() == "amount"
    assert shown["amount"].value() == "200,000"


def test_a_recorded_band_is_shown_as_a_band():
    recorded = Profile("digital", Exposure(band="high"), "low", "not-live")
    assert form(recorded=recorded)["exposure"].value() == "high"


def test_an_amount_is_read_as_people_write_it():
    assert profile(exposure="amount", amount="£1.5m").exposure == Exposure(amount=1_500_000)


def test_a_band_leaves_the_amount_aside():
    assert profile(exposure="high", amount="nonsense").exposure == Exposure(band="high")


def test_an_amount_has_to_be_typed_where_it_is_chosen():
    filled = form({**SAID, "exposure": "amount"})
    assert "choose a band instead" in filled.errors["amount"][0]


def test_a_band_that_is_off_cannot_be_chosen():
    assert "exposure" in form({**SAID, "exposure": "very-high"}).errors


def test_a_band_that_is_on_can_be_chosen():
    bands = (*DEFAULT_BANDS[:2], Band("high", 900_000), Band("very-high"))
    assert form({**SAID, "exposure": "very-high"}, bands=bands).is_valid()


def test_bands_are_told_with_their_ceilings():
    labels = [label for _, label in form().fields["exposure"].choices]
    assert labels == [
        "An amount",
        "Low: up to £7,000",
        "Medium: up to £250,000",
        "High: above £250,000",
    ]


def test_one_part_has_no_foundational_demand():
    assert profile(foundational_demand="high").foundational_demand is None


def test_the_foundational_part_can_have_the_same_exposure():
    assert profile(**BOTH).foundational_exposure is None


def test_the_foundational_part_can_have_an_amount_of_its_own():
    said = {**BOTH, "foundational_exposure": "amount", "foundational_amount": "6k"}
    assert profile(**said).foundational_exposure == Exposure(amount=6_000)


def test_the_foundational_amount_has_to_be_typed_where_it_is_chosen():
    filled = form({**SAID, **BOTH, "foundational_exposure": "amount"})
    assert "foundational_amount" in filled.errors


def test_a_foundational_part_that_says_nothing_has_the_least_demand():
    assert profile(composition="both").foundational_demand == "low"


@pytest.mark.parametrize("field", ["composition", "exposure", "feature_demand"])
def test_what_the_selector_needs_is_required(field):
    assert field in form({**SAID, field: ""}).errors


def test_what_is_not_asked_stays_as_recorded():
    recorded = Profile(
        "digital", Exposure(band="low"), "low", "ops-run-it", peak_exposure=Exposure(band="high")
    )
    filled = form(SAID, recorded=recorded)
    assert filled.is_valid()
    assert filled.profile.peak_exposure == Exposure(band="high")


def test_an_amount_says_which_band_it_falls_into():
    assert form().fields["amount"].placed == "£200,000: medium, 99.0%"
    typed = form({**SAID, "exposure": "amount", "amount": "12k"})
    assert typed.is_valid()
    assert typed.fields["amount"].placed == "£12,000: medium, 99.0%"


def test_an_amount_left_aside_says_nothing():
    typed = form({**SAID, "exposure": "high", "amount": "12k"})
    assert typed.is_valid()
    assert typed.fields["amount"].placed == ""


def test_an_amount_that_cannot_be_read_says_nothing():
    typed = form({**SAID, "exposure": "amount", "amount": "lots"})
    assert not typed.is_valid()
    assert typed.fields["amount"].placed == ""
