"""Guests' checks: claimed into an organisation, or deleted when nobody came back."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from assessments.models import (
    Answer,
    Assessment,
    ClaimedCheck,
    CoveringNote,
    GuestCheck,
    Organisation,
    OrganisationKind,
    ReportPdf,
    Result,
    ResultPart,
    Service,
    SharedLink,
    Sheet,
    Team,
    TeamMember,
    User,
)
from assessments.writes.catalogue import create_service
from assessments.writes.currencies import refuse_other_currency
from assessments.writes.deletion import delete_rows
from assessments.writes.errors import CheckGone, NotInTeam
from assessments.writes.findings import keep_findings
from assessments.writes.history import hand_over

BATCH = 100
"""Checks deleted in one transaction, so that nobody waits long for it."""


@transaction.atomic
def claim(*, check: GuestCheck, team: Team, service_name: str, by: User, at: datetime) -> Service:
    """Make a service of a guest's check, with all that was answered and found.

    The private link stops working, and says so to whoever comes back by it; read-only links go on
    as they were. Raises NotInTeam, CheckGone, OtherCurrency, and what creating a service raises.
    """
    places = TeamMember.objects.filter(team=team, organisation__deleted_at=None)
    if not places.filter(membership__user=by).exists():
        raise NotInTeam
    if not GuestCheck.objects.select_for_update().filter(pk=check.pk).exists():
        raise CheckGone
    refuse_other_currency(
        Assessment.objects.filter(guest_check=check),
        given=check.currency,
        wanted=team.organisation.currency,
    )
    service = create_service(team=team, name=service_name, by=by, at=at)
    assessments = list(Assessment.objects.filter(guest_check=check).values_list("pk", flat=True))
    _move(assessments, service)
    ClaimedCheck.objects.create(
        organisation=service.organisation,
        service=service,
        token_hash=check.token_hash,
        claimed_by=by,
        claimed_at=at,
    )
    GuestCheck.objects.filter(pk=check.pk).delete()
    if check.organisation_id is not None:
        delete_rows(Organisation.objects.filter(pk=check.organisation_id))
    keep_findings(service.results.all())
    service.current_result = service.results.first()
    Service.objects.filter(pk=service.pk).update(current_result=service.current_result)
    return service


def _move(assessments: list[int], service: Service) -> None:
    organisation = service.organisation
    hand_over(assessments, to=service, of=organisation)
    Assessment.objects.filter(pk__in=assessments).update(
        organisation=organisation, service=service, guest_check=None
    )
    Sheet.objects.filter(assessment__in=assessments).update(organisation=organisation)
    Answer.objects.filter(sheet__assessment__in=assessments).update(organisation=organisation)
    Result.objects.filter(assessment__in=assessments).update(
        organisation=organisation, service=service
    )
    ResultPart.objects.filter(result__assessment__in=assessments).update(organisation=organisation)
    CoveringNote.objects.filter(result__assessment__in=assessments).update(
        organisation=organisation
    )
    # They say that it is a guest's check.
    ReportPdf.objects.filter(result__assessment__in=assessments).delete()
    SharedLink.objects.filter(result__assessment__in=assessments).update(organisation=organisation)


def delete_expired(*, at: datetime) -> int:
    """Delete the checks last saved longer ago than they are kept, with everything in them and
    every trace in the history. The number of checks deleted."""
    deleted = 0
    while (batch := _delete_batch(at)) is not None:
        deleted += batch
    return deleted


@transaction.atomic
def _delete_batch(at: datetime) -> int | None:
    """How many of a batch were deleted; none where nothing is expired."""
    expired = GuestCheck.objects.filter(_expired(at))
    # Locked first, so that a check being saved or shared right now is either seen so or waits.
    locked = [check.pk for check in expired.select_for_update().order_by("pk")[:BATCH]]
    if not locked:
        return None
    still = list(expired.filter(pk__in=locked).values_list("pk", flat=True))
    delete_rows(GuestCheck.objects.filter(pk__in=still))
    # Those of checks that a process of release 0.3.0 has claimed or deleted as well.
    left = Organisation.objects.filter(kind=OrganisationKind.GUEST, guest_check=None)
    if left:
        delete_rows(Organisation.objects.filter(pk__in=[each.pk for each in left]))
    return len(still)


def _expired(at: datetime) -> Q:
    """Last saved too long ago, and no read-only link keeps it."""
    live = SharedLink.objects.live(at).filter(result__assessment__guest_check=OuterRef("pk"))
    unkept = Q(last_saved_at__lt=at - GuestCheck.KEPT) & ~Q(Exists(live))
    return unkept | Q(last_saved_at__lt=at - GuestCheck.KEPT_AT_MOST)
