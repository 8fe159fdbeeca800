"""What someone chose to take away of a result, kept for the next time."""

from __future__ import annotations

from assessments.models import Membership, ReportChoice
from assessments.reports.document.facts import Choice


def keep_choice(*, membership: Membership, choice: Choice) -> None:
    """Keep it by organisation and person. One query."""
    row = ReportChoice(
        organisation_id=membership.organisation_id,
        user_id=membership.user_id,
        variant=choice.variant,
        notes=choice.notes,
        evidence=choice.evidence,
        words=choice.words,
    )
    ReportChoice.objects.bulk_create(
        [row],
        update_conflicts=True,
        unique_fields=["organisation", "user"],
        update_fields=["variant", "notes", "evidence", "words"],
    )
