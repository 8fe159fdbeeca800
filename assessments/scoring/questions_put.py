"""Which questions are put to whom, and which of those count for the scores.

The questionnaire leans on this too: what is not counted may still be answered, last, under
"how it runs today". Source: the project's questionnaire.
"""

from __future__ import annotations

from collections.abc import Collection

from assessments.playbook.questions import DONT_KNOW, Model, ProfileQuestion, ScoredQuestion
from assessments.scoring.vocabulary import NotCountedReason

COVER = "out-of-hours-cover"
"""The question that tells who answers out of hours today."""

OPERATIONS_ROTA: Collection[str] = ("on-call-rota", "on-call-pay")
"""Under operations' rota these two tell of operations' people and not of the team's."""

HELD_ROTAS: Collection[str] = ("best-effort", "domain", "team")
"""The covers under which people of the product teams are called out of hours."""


def is_put(question: ScoredQuestion, *, live: bool, higher_peak: bool) -> bool:
    """Whether a question is put at all: a trailing one only to a live service, the one about
    the peak only where the peak band is above the everyday one.
    """
    if question.kind == "trailing" and not live:
        return False
    return question.asked_when == "always" or higher_peak


def is_profile_put(question: ProfileQuestion, *, both: bool, rota_called_for: bool) -> bool:
    """Whether a question of the profile is put: some only to a service of both parts, some only
    where the everyday target calls for a rota of product teams.
    """
    conditions = {"always": True, "both": both, "rota": rota_called_for}
    return conditions[question.asked_when]


def is_operations_rota(cover: str | None, present_model: str | None) -> bool:
    """Whether the people on call out of hours are operations': told by the cover, an option or
    *don't know*; by who answers alerts by day where that tells nothing.
    """
    if cover in (None, DONT_KNOW):
        return present_model == "ops-run-it"
    return cover == "operations"


def why_not_counted(
    question: ScoredQuestion, *, model: Model, rota_called_for: bool, operations_rota: bool
) -> NotCountedReason | None:
    """Why a question that is put takes no part in its score; None where it does.

    `model` is the judged part's. Of several reasons the widest is named.
    """
    if question.counts_for is not None and question.counts_for != model:
        return "you-build-it-you-run-it-only"
    if question.counts_when == "rota" and not rota_called_for:
        return "no-rota-called-for"
    if question.slug in OPERATIONS_ROTA and operations_rota:
        return "operations-rota"
    return None
