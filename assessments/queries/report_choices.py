"""What someone last chose to take away of a result."""

from __future__ import annotations

from typing import cast

from assessments.models import Membership, ReportChoice
from assessments.reports.document.facts import Choice, Variant

FIRST = Choice("decision")
"""What is proposed to whoever has chosen nothing yet."""


def last_choice(membership: Membership | None) -> Choice:
    """What they chose the last time in that organisation. One query, none for a guest."""
    if membership is None:
        return FIRST
    kept = ReportChoice.objects.filter(
        organisation=membership.organisation_id, user=membership.user_id
    ).first()
    if kept is None:
        return FIRST
    return Choice(cast(Variant, kept.variant), kept.notes, kept.evidence, kept.words)
