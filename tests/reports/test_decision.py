"""The recommendation in words."""

import pytest

from assessments.reports.decision import SETTING_UP, tell_recommendation
from tests.reports.samples import BEDROOM, BOTH, ECOMMERCE, outcome

ALL_BANDS = [
    {"band": "low", "ceiling": 7_000},
    {"band": "medium", "ceiling": 250_000},
    {"band": "high", "ceiling": 900_000},
    {"band": "very-high"},
]
UNDECIDED = {**ECOMMERCE, "feature-demand": "medium-to-high"}


def told(profile=BEDROOM, *, currency="GBP", answers=None, bands=None, **rest):
    recommendation = outcome(profile, answers, bands=bands).recommendation
    return tell_recommendation(recommendation, currency=currency, **rest)


def targets(profile=BEDROOM, *, part=0, **rest):
    return {target.label: target for target in told(profile, **rest).parts[part].targets}


@pytest.mark.parametrize(
    ("profile", "title"),
    [(BEDROOM, "You Build It You Run It"), (ECOMMERCE, "Ops Run It"), (BOTH, "Hybrid")],
)
def test_the_model_is_named(profile, title):
    assert told(profile).model_title == title


def test_the_model_is_kept_as_a_slug():
    assert told(BOTH).model == "hybrid"


@pytest.mark.parametrize(
    ("profile", "who"),
    [(BEDROOM, "product team"), (ECOMMERCE, "Operations"), (BOTH, "two services")],
)
def test_the_headline_says_who_runs_it(profile, who):
    assert who in told(profile).headline


def test_only_a_hybrid_has_a_boundary():
    assert [told(profile).boundary is None for profile in (BEDROOM, ECOMMERCE, BOTH)] == [
        True,
        True,
        False,
    ]


def test_the_digital_part_comes_first():
    assert [part.title for part in told(BOTH).parts] == ["Digital part", "Foundational part"]


@pytest.mark.parametrize("profile", [BEDROOM, ECOMMERCE])
def test_the_only_part_is_the_service_and_no_part(profile):
    assert [part.title for part in told(profile).parts] == [None]


def test_each_part_names_its_model():
    assert [part.model_title for part in told(BOTH).parts] == [
        "You Build It You Run It",
        "Ops Run It",
    ]


def test_the_availability_target_says_what_it_tolerates_and_what_it_accepts_losing():
    target = targets()["Availability"]
    assert (target.value, target.meaning) == (
        "99.0%",
        "1 hour 40 minutes a week (1 h 40 min 48 s) of failure is tolerable; that accepts "
        "losing up to £336,000 a week.",
    )


def test_the_accepted_loss_is_in_the_organisation_s_currency():
    assert "CHF 336,000" in targets(currency="CHF")["Availability"].meaning


def test_there_is_no_accepted_loss_where_only_a_band_is_known():
    profile = {**BEDROOM, "exposure": {"band": "medium"}}
    assert targets(profile)["Availability"].meaning == (
        "1 hour 40 minutes a week (1 h 40 min 48 s) of failure is tolerable."
    )


def test_an_exposure_of_nothing_accepts_losing_nothing():
    profile = {**BEDROOM, "exposure": {"amount": 0}}
    assert "losing up to £0 a week" in targets(profile)["Availability"].meaning


@pytest.mark.parametrize(
    ("demand", "value"),
    [
        ("low", "Monthly"),
        ("medium", "Fortnightly"),
        ("medium-to-high", "More than fortnightly, less than weekly"),
        ("high", "Weekly"),
        ("very-high", "Daily or more"),
    ],
)
def test_the_deployment_target_follows_the_demand(demand, value):
    assert targets({**BEDROOM, "feature-demand": demand})["Deployment"].value == value


def test_a_product_team_is_on_call_in_working_hours():
    assert targets()["On call in working hours"].value == "The product team"


def test_operations_is_on_call_in_working_hours_under_ops_run_it():
    assert targets(ECOMMERCE)["On call in working hours"].value == "Operations"


@pytest.mark.parametrize(
    ("amount", "value"),
    [
        (6_000, "Nobody"),
        (200_000, "A rota shared by the domain"),
        (810_000, "The product team"),
    ],
)
def test_out_of_hours_cover_follows_the_exposure(amount, value):
    profile = {**BEDROOM, "exposure": {"amount": amount}}
    assert targets(profile)["On call out of hours"].value == value


def test_operations_is_on_call_out_of_hours_under_ops_run_it():
    assert targets(ECOMMERCE)["On call out of hours"].value == "Operations"


@pytest.mark.parametrize("profile", [BEDROOM, ECOMMERCE, BOTH])
def test_every_target_is_told_in_a_sentence(profile):
    for part in told(profile).parts:
        assert all(target.meaning.endswith(".") for target in part.targets)


def test_without_a_peak_there_is_no_peak_target():
    assert "In the peak's window" not in targets()


def test_a_peak_has_a_target_of_its_own():
    profile = {**BEDROOM, "peak-exposure": {"amount": 800_000}}
    assert targets(profile)["In the peak's window"].value == "99.9%"


def test_a_peak_says_who_covers_it_and_that_the_model_stays():
    profile = {**BEDROOM, "peak-exposure": {"amount": 800_000}}
    meaning = targets(profile)["In the peak's window"].meaning
    assert meaning.startswith("10 minutes a week (10 min 4.8 s) of failure is tolerable. The team")
    assert meaning.endswith("the model stays.")


def test_the_peak_belongs_to_the_judged_part():
    profile = {**BOTH, "peak-exposure": {"amount": 800_000}}
    assert "In the peak's window" not in targets(profile, part=1)


def test_a_product_team_s_cost_says_how_long_setting_up_takes():
    assert told().parts[0].cost.endswith(SETTING_UP)


def test_operations_cost_says_nothing_of_setting_up():
    assert SETTING_UP not in told(ECOMMERCE).parts[0].cost


def test_a_reason_of_the_only_part_does_not_name_it():
    assert [reason.part for reason in told().reasons] == [None]


def test_a_reason_of_one_of_two_parts_names_it():
    assert [reason.part for reason in told(BOTH).reasons] == ["Digital part", "Foundational part"]


def test_one_reason_of_a_part_decides():
    profile = {**ECOMMERCE, "exposure": {"band": "very-high"}}
    reasons = told(profile, bands=ALL_BANDS).reasons
    assert [reason.decides for reason in reasons] == [True, False]


def test_a_reason_links_its_source():
    assert told().reasons[0].source.startswith("https://playbooks.equalexperts.com/")


def test_a_caution_of_the_only_part_does_not_name_it():
    cautions = told(ECOMMERCE).cautions
    assert [caution.part for caution in cautions] == [None]


def test_a_caution_of_one_of_two_parts_names_it():
    profile = {**BOTH, "foundational-exposure": {"amount": 810_000}}
    assert [caution.part for caution in told(profile).cautions] == ["Foundational part"]


def test_a_caution_of_the_whole_names_no_part():
    assert [caution.part for caution in told(BOTH).cautions] == [None]


def test_a_caution_decides_nothing():
    assert not any(caution.decides for caution in told(ECOMMERCE).cautions)


def test_a_flip_names_the_demand_and_the_model():
    assert told().flips[0] == (
        "If the demand for features were between medium and high, the model would be Ops Run It."
    )


def test_a_flip_names_the_exposure_and_the_model():
    assert told(UNDECIDED).flips[1] == (
        "If the financial exposure were medium, the model would be Ops Run It."
    )


def test_where_nothing_flips_it_is_said():
    assert told().flips[1] == "No other financial exposure would change the model by itself."


def test_a_flip_of_one_of_two_parts_names_it():
    assert told(BOTH).flips[2] == (
        "If the demand for features of the foundational part were high, the model would be "
        "You Build It You Run It."
    )


def test_a_part_that_nothing_flips_is_named_too():
    assert told(BOTH).flips[1] == (
        "No other financial exposure of the digital part would change the model by itself."
    )


def test_the_selector_is_drawn_with_the_recommended_parts():
    marked = [cell.parts for row in told(BOTH).matrix.rows for cell in row.cells if cell.parts]
    assert marked == [("foundational",), ("digital",)]


def test_the_selector_shows_how_often_it_is_deployed_today():
    drawn = told(deployed_today="monthly").matrix
    assert drawn.summary.endswith("Deployed today: monthly.")


def test_the_selector_shows_which_bands_are_on():
    drawn = told(bands_on=["low", "medium"]).matrix
    assert [row.band for row in drawn.rows if row.on] == ["medium", "low"]
