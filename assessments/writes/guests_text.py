"""How much a guest's check may hold: nobody answers for it, and its PDF is drawn for anyone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from django.utils.translation import gettext as _

from assessments.answer_input import AnswerInput, Faults, Field
from assessments.models import MOST_GUEST_TEXT, Sheet

Changed = Mapping[str, tuple[AnswerInput, Sequence[Field]]]
"""By question, what is given and which of its fields are to be written."""


def faults_of_guests_text(sheet: Sheet, changed: Changed) -> dict[str, Faults]:
    """The notes and links that no longer fit into a guest's check, with what to do about it. What
    makes a text shorter always fits. One query where a guest changes a text, else none."""
    texts = [(question, *each) for question, each in changed.items() if {*each[1]} - {"choice"}]
    if sheet.assessment.guest_check_id is None or not texts:
        return {}
    stored = {
        question: {"note": len(note), "evidence": _length(evidence)}
        for question, note, evidence in sheet.answers.values_list("question", "note", "evidence")
    }
    total = sum(sum(lengths.values()) for lengths in stored.values())
    faults: dict[str, Faults] = {}
    for question, given, fields in texts:
        for field, length in _lengths(given, fields):
            more = length - stored.get(question, {}).get(field, 0)
            if more > 0 and total + more > MOST_GUEST_TEXT:
                told = _too_much(total + more)
                faults[question] = {**faults.get(question, {}), field: (told,)}
            else:
                total += more
    return faults


def _lengths(given: AnswerInput, fields: Sequence[Field]) -> Iterator[tuple[Field, int]]:
    if "note" in fields:
        yield "note", len(given.note or "")
    if "evidence" in fields:
        yield "evidence", _length(given.evidence or ())


def _length(links: Sequence[str]) -> int:
    return sum(map(len, links))


def _too_much(now: int) -> str:
    said = _(
        "A check without an account holds %(most)d characters of notes and links together; with "
        "this it would have %(now)d. Shorten this or another note, or take the check into an "
        "account first."
    )
    return said % {"most": MOST_GUEST_TEXT, "now": now}
