import pytest
from django.http import QueryDict

from assessments.answer_input import NOTHING_SHOWN, AnswerInput, fingerprints
from assessments.current import playbook
from assessments.forms.questions import QuestionForm
from assessments.models import Answer, Assessment
from assessments.queries.sheets import Item


def form(question="exposure", shown=NOTHING_SHOWN, **fields):
    data = QueryDict(mutable=True)
    data[f"{question}-shown"] = shown
    for name, value in fields.items():
        data[f"{question}-{name}"] = value
    made = QuestionForm(Item(playbook().questions[question]), Assessment(), data)
    made.full_clean()
    return made


def choice(**fields):
    return form(**fields).given.choice


def test_an_amount_is_read():
    assert choice(option="amount", amount="200k") == ("", 200_000)


def test_a_band_is_read():
    assert choice(option="low", amount="") == ("low", None)


def test_typing_an_amount_selects_it():
    assert choice(amount="200k") == ("", 200_000)


def test_an_amount_typed_over_the_band_that_was_shown_wins():
    assert choice(shown=fingerprints(AnswerInput("low")), option="low", amount="200k") == (
        "",
        200_000,
    )


def test_a_band_picked_over_the_amount_that_was_shown_wins():
    shown = fingerprints(AnswerInput(amount=200_000))
    assert choice(shown=shown, option="low", amount="200,000") == ("low", None)


def test_no_answer_picked_over_the_amount_that_was_shown_takes_it_away():
    shown = fingerprints(AnswerInput(amount=200_000))
    assert choice(question="peak-exposure", shown=shown, option="", amount="200,000") == ("", None)


def test_no_peak_picked_over_the_amount_that_was_shown_takes_it_away():
    shown = fingerprints(AnswerInput(amount=200_000))
    assert choice(question="peak-exposure", shown=shown, option="none", amount="200,000") == (
        "none",
        None,
    )


def test_an_amount_typed_over_no_peak_wins():
    shown = fingerprints(AnswerInput("none"))
    made = choice(question="peak-exposure", shown=shown, option="none", amount="200k")
    assert made == ("", 200_000)


def test_no_peak_and_an_amount_chosen_together_are_refused_with_a_remedy():
    made = form(question="peak-exposure", option="none", amount="200k")
    assert "Clear one of the two" in str(made.errors["amount"])


def test_an_amount_within_the_band_chosen_beside_it_wins():
    assert choice(option="medium", amount="200k") == ("", 200_000)


def test_an_amount_outside_the_band_chosen_beside_it_is_refused_with_a_remedy():
    made = form(option="low", amount="200k")
    assert "Clear the amount" in str(made.errors["amount"])
    assert made.given.choice is None


def test_an_amount_that_cannot_be_read_leaves_the_choice_alone():
    made = form(option="amount", amount="200.000", note="kept")
    assert made.errors["amount"]
    assert (made.given.choice, made.given.note) == (None, "kept")


def test_an_amount_announced_and_not_typed_yet_is_no_fault():
    made = form(option="amount", amount="")
    assert made.waits_for_amount
    assert made.is_valid()
    assert made.given.choice is None


@pytest.mark.parametrize(
    ("revenue", "costs", "total"),
    [("150k", "20k", 170_000), ("150k", "", 150_000), ("", "0", 0), ("", "", None)],
)
def test_the_estimator_adds_what_is_lost_and_what_is_caused(revenue, costs, total):
    assert form(revenue=revenue, costs=costs).estimate == total


def test_only_an_exposure_takes_money():
    assert "amount" not in form("telemetry").fields


def test_no_option_chosen_means_none():
    assert form("telemetry").given.choice == ("", None)


def test_a_field_that_was_not_sent_is_not_emptied():
    given = form("telemetry", option="stays").given
    assert (given.note, given.evidence) == (None, None)


def test_a_note_sent_empty_is_emptied():
    assert form("telemetry", note="").given.note == ""


def test_a_null_character_is_refused():
    assert "note" in form("telemetry", note="a\x00b").errors


def test_a_question_that_was_not_on_the_page_is_not_in_the_body():
    data = QueryDict("telemetry-option=stays")
    assert not QuestionForm(
        Item(playbook().questions["telemetry"]), Assessment(), data
    ).is_in_the_body


def test_a_form_shows_what_is_stored():
    answer = Answer(question="exposure", amount=200_000, note="n", evidence=["https://a.example"])
    made = QuestionForm(Item(playbook().questions["exposure"], answer), Assessment())
    assert made.chosen == "amount"
    assert made["amount"].value() == "200,000"
    assert made["evidence"].value() == "https://a.example"
    assert made["shown"].value() == fingerprints(answer)
