"""What a list of services can be narrowed down to, as far as someone may see it."""

from __future__ import annotations

from django.db.models import QuerySet

from assessments.models import Membership, Round, Team
from assessments.models.names import by_name
from assessments.policy import reads_everything


def teams(membership: Membership) -> QuerySet[Team]:
    """The teams whose services a person may see, with their domains."""
    found = Team.objects.filter(organisation=membership.organisation).select_related("domain")
    if not reads_everything(membership):
        found = found.filter(team_members__membership=membership)
    return found.order_by(*by_name())


def rounds(membership: Membership) -> QuerySet[Round]:
    """The rounds that a list can be narrowed down to, the latest first: of who sees them."""
    found = membership.organisation.rounds.all()
    return found if reads_everything(membership) else found.none()
