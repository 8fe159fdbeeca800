import pytest

from assessments.current import playbook
from assessments.models import Scope
from assessments.queries.sheets import fetch_sheet
from assessments.scoring.inputs import Exposure
from assessments.scoring.reading import read
from tests import factories
from tests.factories import BEDROOM, ECOMMERCE, full_answers

pytestmark = pytest.mark.django_db


@pytest.fixture
def service():
    return factories.service(factories.team(factories.organisation()))


@pytest.fixture
def state(service):
    """The state that answers make."""

    def make(answers=None, **fields):
        return fetch_sheet(factories.sheet(factories.assessment(service, answers, **fields)))

    return make


# --- The profile


def test_a_profile_lacks_what_is_required(state):
    required = ["composition", "exposure", "feature-demand", "present-model"]
    assert list(state().faults) == required


def test_a_profile_of_both_parts_lacks_the_foundational_demand(state):
    answers = {**BEDROOM, "composition": "both"}
    assert list(state(answers).faults) == ["foundational-demand"]


def test_a_complete_profile_has_no_faults(state):
    assert state(BEDROOM).faults == {}


def test_a_fault_names_its_question_in_words(state):
    text = playbook().questions["composition"].text
    assert text in state().faults["composition"]


def test_a_hybrid_of_one_part_is_a_fault(state):
    faults = state({**BEDROOM, "present-model": "hybrid"}).faults
    assert list(faults) == ["present-model"]


def test_a_hybrid_of_both_parts_is_none(state):
    both = {"composition": "both", "foundational-demand": "low", "present-model": "hybrid"}
    assert state({**BEDROOM, **both}).faults == {}


@pytest.mark.parametrize("question", ["exposure", "peak-exposure"])
def test_a_band_switched_off_since_is_a_fault(state, question):
    sheet = state({**BEDROOM, question: "very-high"})
    assert list(sheet.faults) == [question]


def test_a_band_switched_off_since_decides_nothing_meanwhile(state):
    assert state({**BEDROOM, "exposure": "very-high"}).standing.judged is None


def test_the_bands_are_the_organisation_s(state, service):
    service.organisation.high_ceiling = 10**6
    service.organisation.save()
    assert state({**BEDROOM, "exposure": "very-high"}).faults == {}


def test_a_guest_s_bands_are_the_default_ones():
    guests = factories.assessment(factories.guest_check(), {**BEDROOM, "exposure": "very-high"})
    assert list(fetch_sheet(factories.sheet(guests)).faults) == ["exposure"]


# --- The inputs


def test_the_inputs_are_a_document_that_the_core_reads(state):
    answers = full_answers(
        {
            "composition": "both",
            "foundational-exposure": "high",
            "foundational-demand": "low",
            "telemetry": {"option": "stays", "note": "Hm.", "evidence": ["https://a.org"]},
        }
    )
    inputs = read(playbook(), state(answers).inputs)
    assert (inputs.service, inputs.profile.exposure.amount) == ("Bedroom", 200_000)
    assert inputs.profile.foundational_exposure == Exposure(band="high")
    assert inputs.answers["telemetry"].evidence == ("https://a.org",)
    assert inputs.answers["telemetry"].note == "Hm."


def test_the_inputs_hold_the_bands_in_force(state):
    assert state(BEDROOM).inputs["bands"] == [
        {"band": "low", "ceiling": 7_000},
        {"band": "medium", "ceiling": 250_000},
        {"band": "high"},
    ]


def test_the_inputs_leave_out_what_is_not_put(state):
    answers = {**BEDROOM, "present-model": "not-live", "time-to-restore": "longer"}
    assert state(answers).inputs["answers"] == {}


def test_the_inputs_leave_out_the_foundational_part_of_a_single_one(state):
    answers = {**BEDROOM, "foundational-demand": "low", "foundational-exposure": 5}
    assert state(answers).inputs["profile"].keys() == BEDROOM.keys()


def test_the_inputs_of_a_quick_check_leave_out_the_rest(state):
    inputs = state(full_answers(), scope=Scope.QUICK).inputs
    assert set(inputs["answers"]) == set(playbook().quick_check)


def test_the_inputs_hold_answers_that_stand_apart(state):
    assert "chaos-days" in state(full_answers(ECOMMERCE)).inputs["answers"]


def test_the_inputs_leave_out_notes_without_an_answer(state):
    assert state({**BEDROOM, "telemetry": {"note": "Hm."}}).inputs["answers"] == {}


def test_the_inputs_leave_out_options_that_are_gone(state):
    assert state({**BEDROOM, "telemetry": "withdrawn"}).inputs["answers"] == {}


# --- No exposure


NO_PEAK = {**BEDROOM, "peak-exposure": "none"}


def guests_state(answers):
    check = factories.guest_check(token=repr(answers))
    return fetch_sheet(factories.sheet(factories.assessment(check, answers)))


def test_no_peak_is_answered_and_outside_progress():
    sheet = guests_state(NO_PEAK)
    assert sheet.items["peak-exposure"].is_answered
    assert sheet.progress == guests_state(BEDROOM).progress


def test_no_peak_waits_to_be_confirmed_once_it_is_carried_over(state):
    sheet = state({"peak-exposure": {"option": "none", "carried_over": True}})
    assert [item.question.slug for item in sheet.unconfirmed] == ["peak-exposure"]


def test_no_peak_is_no_fault(state):
    assert state(NO_PEAK).faults == {}


@pytest.mark.parametrize(
    ("answers", "question"),
    [
        (BEDROOM, "peak-exposure"),
        ({**BEDROOM, "composition": "both", "foundational-demand": "low"}, "foundational-exposure"),
    ],
)
def test_the_scoring_core_is_told_of_no_exposure_as_of_none(answers, question):
    assert guests_state({**answers, question: "none"}).inputs == guests_state(answers).inputs
