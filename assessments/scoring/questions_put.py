"""Which questions are put to whom, and which of those count for the scores.

The questionnaire leans on this too: what is not counted may still be answered, last, under
"how it runs today". Source: the project's questionnaire.
"""

from __future__ import annotations

from assessments.playbook.questions import Model, ScoredQuestion
from assessments.scoring.result import NotCountedReason, OutOfHours

COVER = "out-of-hours-cover"
"""The question that tells who answers out of hours today."""


def is_put(question: ScoredQuestion, *, live: bool, higher_peak: bool) -> bool:
    """Whether a question is put at all: a trailing one only to a live service, the one about
    the peak only where the peak band is above the everyday one.
    """
    if question.kind == "trailing" and not live:
        return False
    return question.asked_when == "always" or higher_peak


def why_not_counted(
    question: ScoredQuestion, *, model: Model, called_for: OutOfHours, held: str | None
) -> NotCountedReason | None:
    """Why a question that is put takes no part in its score; None where it does.

    `model` and `called_for` are the judged part's model and out-of-hours cover; `held` is
    the option chosen for out-of-hours-cover, None for anything but an option. A question
    left out for both reasons names the model, which is the wider one.
    """
    if question.counts_for is not None and question.counts_for != model:
        return "you-build-it-you-run-it-only"
    uncovered = called_for == "none" and held in (None, "none")
    if question.counts_when == "out-of-hours-cover" and uncovered:
        return "no-out-of-hours-cover"
    return None
