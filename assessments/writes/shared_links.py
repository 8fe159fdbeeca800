"""Read-only links to a result: made, revoked, opened."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from assessments.models import GuestCheck, Result, SharedLink, User
from assessments.tokens import new_token
from assessments.writes.errors import Refused, ResultGone

MOST_LIVE = 20
"""Links to one result that work at a time: more than that, and nobody knows who reads it."""

OPENED_ANEW = timedelta(minutes=1)
"""How much later an opening is noted again, so that reading does not write each time."""


class EnoughLinks(Refused):
    """As many links to the result work as there may be."""

    def __init__(self) -> None:
        super().__init__(
            _("%d links to this result work already. Revoke one of them first.") % MOST_LIVE
        )


class CheckEnds(Refused):
    """A guest's check is kept no longer, however many links there are to it."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "This check is about to be deleted, since nothing was saved in it for %d days. "
                "Save an answer, or take it into an account, and try again."
            )
            % GuestCheck.KEPT_AT_MOST.days
        )


@transaction.atomic
def share(
    *,
    result: Result,
    name: str,
    days: int,
    with_notes: bool,
    with_evidence: bool,
    with_guidance: bool,
    with_words: bool,
    by: User | None,
    at: datetime,
) -> tuple[SharedLink, str]:
    """A read-only link to a result, and its token, which is kept nowhere.

    A guest's ends with the check at the latest. Raises ResultGone, EnoughLinks and CheckEnds.
    """
    expires_at = at + timedelta(days=days)
    # The check first, as by who claims or deletes it.
    check = GuestCheck.objects.select_for_update().filter(assessments__result=result.pk).first()
    locked = Result.objects.select_for_update().filter(pk=result.pk).first()
    if locked is None:
        raise ResultGone
    if check is not None:
        expires_at = min(expires_at, check.last_saved_at + GuestCheck.KEPT_AT_MOST)
        if expires_at <= at:
            raise CheckEnds
    if SharedLink.objects.live(at).filter(result=locked).count() >= MOST_LIVE:
        raise EnoughLinks
    token, token_hash = new_token()
    link = SharedLink.objects.create(
        organisation_id=locked.organisation_id,
        result=locked,
        name=name,
        token_hash=token_hash,
        with_notes=with_notes,
        with_evidence=with_evidence,
        with_guidance=with_guidance,
        with_words=with_words,
        created_by=by,
        created_at=at,
        expires_at=expires_at,
    )
    return link, token


def revoke(*, link: SharedLink, by: User | None, at: datetime) -> None:
    """Close a link: from now on it shows nothing."""
    unrevoked = SharedLink.objects.filter(pk=link.pk, revoked_at=None)
    unrevoked.update(revoked_at=at, revoked_by=by)


def note_opened(*, link: SharedLink, at: datetime) -> None:
    """Note when a link was last opened, to the minute."""
    stale = Q(last_opened_at=None) | Q(last_opened_at__lt=at - OPENED_ANEW)
    SharedLink.objects.filter(stale, pk=link.pk).update(last_opened_at=at)
