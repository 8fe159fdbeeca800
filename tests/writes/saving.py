"""The steps of a test that saves answers, alone or two people at once."""

from datetime import timedelta

from assessments.answer_input import AnswerInput, fingerprints
from assessments.models import Answer, Sheet
from assessments.writes.answers import Change, save_answers
from tests import factories

LATER = factories.AT + timedelta(hours=1)
QUESTION = "review-style"
BLAME, CAUSE, FACTORS = "who-erred", "one-root-cause", "contributing-factors"
LINK = "https://wiki.example.org/review"


def change(shown=None, question=QUESTION, *, confirm=False, sent=(), **fields) -> Change:
    return Change(question, fingerprints(shown), AnswerInput(**fields), confirm, sent)


def save(sheet, *changes, by=None, at=LATER):
    return save_answers(sheet=sheet, changes=changes, by=by, at=at)


def stored(sheet: Sheet, question: str = QUESTION) -> Answer:
    return sheet.answers.get(question=question)


def given(sheet, question=QUESTION) -> AnswerInput:
    return AnswerInput.of(stored(sheet, question))


def put(sheet, **fields) -> AnswerInput:
    """An answer that is there already."""
    row = factories.answer_row(sheet, QUESTION, {"option": BLAME, **fields})
    row.save()
    return AnswerInput.of(row)
