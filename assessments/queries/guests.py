"""What a guest's link leads to."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Max

from assessments.models import ClaimedCheck, GuestCheck, Membership, Service, SharedLink, User
from assessments.queries.access import visible_services
from assessments.tokens import digest


def guests_check(token: str) -> GuestCheck | None:
    """The check under a link that has not been claimed. One query."""
    return GuestCheck.objects.filter(token_hash=digest(token)).first()


def claimed_check(token: str) -> ClaimedCheck | None:
    """What became of the check under a link that was claimed. One query."""
    claimed = ClaimedCheck.objects.select_related("organisation", "claimed_by")
    return claimed.filter(token_hash=digest(token), organisation__deleted_at=None).first()


def claimed_service(claimed: ClaimedCheck, user: User) -> Service | None:
    """The service that a check has become, if that person may see it. Two queries."""
    of_them = Membership.objects.select_related("organisation")
    membership = of_them.filter(user=user, organisation=claimed.organisation).first()
    if membership is None:
        return None
    services = visible_services(membership).select_related("organisation", "team")
    return services.filter(pk=claimed.service_id or 0).first()


def kept_until(check: GuestCheck, *, at: datetime) -> datetime:
    """When a check is deleted unless something is saved in it: while a read-only link to it
    works it is kept, within a limit. One query."""
    links = SharedLink.objects.live(at).of_guest(check)
    last = links.aggregate(last=Max("expires_at"))["last"]
    saved = check.last_saved_at
    kept = saved + GuestCheck.KEPT
    return max(kept, min(last, saved + GuestCheck.KEPT_AT_MOST)) if last else kept
