import pytest

from assessments.current import playbook
from assessments.models import Answer
from assessments.queries.questions_put import QuestionsPut, exposure_of, stand
from assessments.scoring.inputs import Band, Exposure
from assessments.scoring.placement import Placement
from tests.factories import BEDROOM, ECOMMERCE

BANDS = (Band("low", 7_000), Band("medium", 250_000), Band("high"))

OURS = "you-build-it-you-run-it-only"
APPOINTMENTS = {**BEDROOM, "exposure": 6_000, "feature-demand": "high"}


def standing(**given) -> QuestionsPut:
    """From keywords with underscores for dashes."""
    return of({slug.replace("_", "-"): value for slug, value in given.items()})


def of(given) -> QuestionsPut:
    answers = {
        slug: Answer(amount=value) if isinstance(value, int) else Answer(option=value)
        for slug, value in given.items()
    }
    return stand(answers, BANDS)


def puts(where: QuestionsPut, question: str) -> bool:
    return where.puts(playbook().questions[question])


def why(where: QuestionsPut, question: str) -> str | None:
    return where.why_not_counted(playbook().questions[question])


# --- What is put


@pytest.mark.parametrize("question", ["foundational-exposure", "foundational-demand"])
@pytest.mark.parametrize(
    ("given", "expected"),
    [({}, False), ({"composition": "digital"}, False), ({"composition": "both"}, True)],
)
def test_the_foundational_part_is_asked_about_beside_a_digital_one_only(question, given, expected):
    assert puts(of(given), question) is expected


@pytest.mark.parametrize(
    ("model", "expected"),
    [("not-live", False), ("ops-run-it", True), ("you-build-it-you-run-it", True)],
)
def test_outcomes_are_asked_of_live_services_only(model, expected):
    assert puts(standing(present_model=model), "deployment-frequency") is expected


def test_outcomes_are_asked_while_it_is_not_known_who_runs_it():
    assert puts(standing(), "deployment-frequency")


def test_what_leads_to_outcomes_is_asked_before_a_service_is_live():
    assert puts(standing(present_model="not-live"), "test-automation")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, False),
        ({"exposure": 5}, False),
        ({"peak_exposure": 5}, False),
        ({"exposure": 5, "peak_exposure": 6}, False),
        ({"exposure": "high", "peak_exposure": "low"}, False),
        ({"exposure": 5, "peak_exposure": "medium"}, True),
        ({"exposure": "low", "peak_exposure": 7_001}, True),
    ],
)
def test_the_peak_is_asked_about_where_its_band_is_higher_only(given, expected):
    assert puts(standing(**given), "peak-readiness") is expected


# --- What counts


@pytest.mark.parametrize("question", ["deployment-ownership", "on-call-pay", "outcome-feedback"])
def test_everything_counts_while_the_model_is_not_known(question):
    assert why(standing(exposure=5), question) is None
    assert why(standing(feature_demand="low"), question) is None


def test_a_team_s_own_questions_stand_apart_under_ops_run_it():
    assert why(of(ECOMMERCE), "deployment-ownership") == OURS


def test_other_questions_count_under_ops_run_it():
    assert why(of(ECOMMERCE), "test-automation") is None


def test_everything_counts_where_cover_is_called_for():
    assert why(of(BEDROOM), "on-call-pay") is None


@pytest.mark.parametrize("question", ["on-call-rota", "on-call-pay", "on-call-funding"])
@pytest.mark.parametrize(
    "cover", [None, "none", "dont-know", "best-effort", "operations", "domain", "team"]
)
def test_on_call_stands_apart_where_no_rota_is_called_for(question, cover):
    held = {"out-of-hours-cover": cover} if cover else {}
    assert why(of({**APPOINTMENTS, **held}), question) == "no-rota-called-for"


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("on-call-rota", "operations-rota"),
        ("on-call-pay", "operations-rota"),
        ("on-call-funding", None),
    ],
)
@pytest.mark.parametrize(
    "told", [{"out-of-hours-cover": "operations"}, {"present-model": "ops-run-it"}]
)
def test_operations_people_stand_apart_from_the_team_s(question, reason, told):
    assert why(of({**BEDROOM, **told}), question) == reason


@pytest.mark.parametrize("question", ["rota-people", "sibling-teams"])
@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, False),
        ({"exposure": 200_000}, False),
        (BEDROOM, True),
        (APPOINTMENTS, False),
        (ECOMMERCE, False),
        ({**BEDROOM, "out-of-hours-loss": "nothing"}, False),
        ({**BEDROOM, "out-of-hours-loss": "less"}, True),
    ],
)
def test_who_could_carry_a_rota_is_asked_where_one_is_called_for(question, given, expected):
    assert puts(of(given), question) is expected


def test_what_is_lost_out_of_hours_is_always_asked():
    assert puts(standing(), "out-of-hours-loss")


def test_who_covers_always_counts():
    assert why(of(APPOINTMENTS), "out-of-hours-cover") is None


def test_the_profile_takes_no_part_in_scores_anyway():
    assert why(of(ECOMMERCE), "composition") is None


# --- Exposures


@pytest.mark.parametrize(
    ("answer", "exposure"),
    [
        (None, None),
        (Answer(), None),
        (Answer(amount=0), Exposure(amount=0)),
        (Answer(option="low"), Exposure(band="low")),
    ],
)
def test_an_exposure_is_an_amount_or_a_band(answer, exposure):
    assert exposure_of(answer) == exposure


def test_a_foundational_system_is_placed_as_one():
    assert of(ECOMMERCE).judged == Placement("foundational", "high", "low", 810_000)
