import pytest
from django.http import QueryDict

from assessments.answer_input import AnswerInput, fingerprints
from assessments.current import playbook
from assessments.forms.changes import Pressed, Settled, blend, change_of
from assessments.forms.questions import QuestionForm
from assessments.models import Assessment
from assessments.queries.sheets import Item

STORED = fingerprints(AnswerInput("stays", note="theirs"))
SHOWN = fingerprints(AnswerInput("another-team", note="before"))


def change(**sent):
    question = sent.pop("question", "telemetry")
    data = QueryDict(mutable=True)
    data.update({f"{question}-shown": SHOWN, f"{question}-note": "mine"})
    data.update(sent)
    form = QuestionForm(Item(playbook().questions[question]), Assessment(), data)
    form.full_clean()
    return change_of(form, Pressed.of(data))


def test_a_form_asks_for_what_it_holds():
    made = change(**{"telemetry-option": "alert-only"})
    assert (made.question, made.shown, made.confirm) == ("telemetry", SHOWN, False)
    assert made.given == AnswerInput("alert-only", note="mine", evidence=None)


def test_clearing_takes_the_choice_and_leaves_the_note():
    made = change(**{"telemetry-option": "stays", "clear": "telemetry"})
    assert (made.given.choice, made.given.note) == (("", None), "mine")


def test_clearing_another_question_leaves_this_one():
    assert change(**{"telemetry-option": "stays", "clear": "chaos-days"}).given.option == "stays"


@pytest.mark.parametrize(("button", "confirms"), [("telemetry", True), ("all", True), ("x", False)])
def test_confirming_says_that_a_carried_over_answer_still_holds(button, confirms):
    assert change(confirm=button).confirm is confirms


def test_the_sum_of_the_estimator_becomes_the_amount():
    made = change(
        question="exposure",
        estimate="exposure",
        **{"exposure-revenue": "1k", "exposure-costs": "2k"},
    )
    assert made.given.choice == ("", 3_000)


def test_an_empty_estimator_changes_nothing():
    made = change(question="exposure", estimate="exposure", **{"exposure-option": "low"})
    assert (made.given.choice, made.given.note) == (None, "mine")


def test_half_of_an_estimate_that_cannot_be_read_is_no_sum():
    halves = {"exposure-revenue": "1k", "exposure-costs": "lots"}
    assert change(question="exposure", estimate="exposure", **halves).given.choice is None


def test_what_was_sent_before_is_read_as_the_form_is():
    body = QueryDict(mutable=True)
    body.update({"telemetry-shown": SHOWN, "telemetry-note": "min", "telemetry-option": "stays"})
    made = change(**{"telemetry-sent": body.urlencode()})
    assert made.sent == (AnswerInput("stays", note="min", evidence=None),)


@pytest.mark.parametrize("body", ["", "nonsense", "%00", "telemetry-sent=telemetry-sent%3D"])
def test_what_was_sent_before_may_be_anything(body):
    assert len(change(**{"telemetry-sent": body}).sent) == 1


def test_keeping_mine_says_that_the_other_value_was_seen():
    made = change(settle=f"telemetry:note:mine:{STORED}")
    assert made.shown.split(".")[1] == STORED.split(".")[1]
    assert made.shown.split(".")[0] == SHOWN.split(".")[0]


@pytest.mark.parametrize("field", ["choice", "note", "evidence"])
def test_keeping_theirs_sends_nothing_of_that_field(field):
    assert getattr(change(settle=f"telemetry:{field}:theirs:{STORED}").given, field) is None


@pytest.mark.parametrize("value", ["", "telemetry", "telemetry:x:mine:a", "telemetry:note:his:a"])
def test_what_is_no_button_of_ours_settles_nothing(value):
    assert Pressed.of(QueryDict(f"settle={value}")).settled is None


def test_a_pressed_button_names_the_question_to_draw_again():
    assert Pressed(settled=Settled("telemetry", "note", True, "")).question == "telemetry"


def test_blending_keeps_the_fields_named():
    assert blend("a.b.c", "x.y.z", keep={"note"}) == "x.b.z"


@pytest.mark.parametrize(("keep", "blended"), [({"note"}, "junk"), (set(), "x.y.z")])
def test_blending_what_cannot_be_split_takes_one_whole(keep, blended):
    assert blend("junk", "x.y.z", keep=keep) == blended
