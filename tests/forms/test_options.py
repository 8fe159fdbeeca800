import pytest

from assessments.current import playbook
from assessments.forms.options import TYPED, choices, chosen_of, offered
from assessments.models import Answer, Assessment, Organisation
from assessments.queries.questions_put import QuestionsPut

GUEST = Assessment()
WIDE = Assessment(organisation=Organisation(currency="CHF", high_ceiling=800_000))


def put(*, both=False, cover=None):
    return QuestionsPut(live=True, both=both, higher_peak=False, judged=None, cover=cover)


def shown(question, assessment=GUEST, *, chosen="", **known):
    asked = playbook().questions[question]
    return choices(asked, assessment, put=put(**known), chosen=chosen)


def texts(*args, **kwargs):
    return {choice.value: choice.text for choice in shown(*args, **kwargs)}


def test_bands_are_shown_with_their_ceilings():
    assert texts("exposure") == {
        TYPED: "I know an amount",
        "low": "Low: up to £7,000 an hour",
        "medium": "Medium: more than £7,000, up to £250,000 an hour",
        "high": "High: more than £250,000 an hour",
    }


def test_bands_are_the_organisations_in_its_currency():
    assert texts("exposure", WIDE)["very-high"] == "Very high: more than CHF 800,000 an hour"


def test_a_band_that_is_off_is_not_offered():
    assert "very-high" not in offered(playbook().questions["exposure"], GUEST, put=put())


def test_a_stored_band_that_is_off_now_stays_in_view():
    [off] = [each for each in shown("exposure", chosen="very-high") if each.checked]
    assert (off.value, off.help) == ("very-high", "This can no longer be chosen.")


@pytest.mark.parametrize(("both", "there"), [(True, True), (False, False)])
def test_a_hybrid_is_offered_only_to_a_service_of_both_parts(both, there):
    assert ("hybrid" in texts("present-model", both=both)) is there


def test_a_scored_question_sets_dont_know_apart():
    assert [choice.value for choice in shown("telemetry") if choice.apart] == ["dont-know"]


def test_does_not_apply_is_offered_where_it_can_hold_with_its_condition():
    [_unknown, does_not] = [choice for choice in shown("time-to-restore") if choice.apart]
    assert (does_not.value, does_not.help) == (
        "does-not-apply",
        "Only if there was no outage in the past year.",
    )


@pytest.mark.parametrize("question", ["on-call-rota", "on-call-pay", "on-call-funding"])
@pytest.mark.parametrize(
    ("cover", "there"), [(None, False), ("none", True), ("domain", False), ("dont-know", False)]
)
def test_a_rota_can_only_fail_to_apply_where_alerts_wait(question, cover, there):
    assert ("does-not-apply" in texts(question, cover=cover)) is there


@pytest.mark.parametrize("question", ["telemetry", "on-call-rota"])
def test_a_stored_does_not_apply_that_no_longer_can_stays_in_view(question):
    [stays] = [each for each in shown(question, chosen="does-not-apply") if each.checked]
    assert (stays.value, stays.help) == ("does-not-apply", "This can no longer be chosen.")


def test_a_profile_question_takes_no_dont_know():
    assert "dont-know" not in texts("composition")


@pytest.mark.parametrize("question", ["peak-exposure", "foundational-exposure"])
def test_that_there_is_no_such_exposure_is_an_answer_of_its_own(question):
    [none] = [choice for choice in shown(question) if choice.apart]
    [chosen] = [choice for choice in shown(question, chosen="none") if choice.checked]
    assert (none.value, none.checked, chosen.value) == ("none", False, "none")


def test_the_required_exposure_cannot_be_none():
    assert "none" not in texts("exposure")


def test_nothing_is_chosen_before_an_answer():
    assert not any(choice.checked for choice in shown("telemetry"))


@pytest.mark.parametrize(
    ("answer", "chosen"),
    [(None, ""), (Answer(option="low"), "low"), (Answer(amount=0), TYPED)],
)
def test_a_stored_answer_is_what_is_chosen(answer, chosen):
    assert chosen_of(answer) == chosen
