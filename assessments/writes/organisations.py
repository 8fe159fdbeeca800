"""Founding an organisation, changing it, setting its exposure bands, marking it as deleted."""

from __future__ import annotations

import secrets
from datetime import datetime
from itertools import pairwise
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from assessments.cover.prices import Prices
from assessments.models import (
    Assessment,
    Membership,
    Organisation,
    OrganisationKind,
    Role,
    Team,
    TeamMember,
    User,
)
from assessments.money.currencies import DEFAULT_CURRENCY, example_bands
from assessments.names import fold
from assessments.writes.currencies import refuse_other_currency
from assessments.writes.errors import Refused
from assessments.writes.history import signed
from assessments.writes.names import NameTaken
from assessments.writes.organisation_deletion import delete_in_background

LONGEST_SLUG_OF_A_NAME = 50
"""Characters; what is left of a slug's 60 makes it unique."""


class BandsDoNotRise(Refused):
    """A band would end at or below the one before it."""

    def __init__(self) -> None:
        super().__init__(_("Each band must end above the one before it. Raise the later ceiling."))


@transaction.atomic
def found(
    *,
    organisation_name: str,
    team_name: str,
    by: User,
    at: datetime,
    currency: str = DEFAULT_CURRENCY,
) -> tuple[Organisation, Team]:
    """A new organisation with its first team; the founder owns the one and is in the other. It
    begins with the example's bands in that currency.

    Raises NameTaken where the founder owns one of that name already: a form sent twice.
    """
    # A form sent twice at once waits here, and then finds the first one's organisation.
    list(User.objects.select_for_update().filter(pk=by.pk))
    owned = Organisation.objects.filter(
        memberships__user=by, memberships__role=Role.OWNER, deleted_at=None
    )
    known = {fold(name) for name in owned.values_list("name", flat=True)}
    if fold(organisation_name) in known:
        raise NameTaken(
            _("You already have an organisation called “%(name)s”. Add to that one instead.")
            % {"name": organisation_name}
        )
    organisation = _with_a_slug(organisation_name, currency, by, at)
    team = Team(organisation=organisation, name=team_name)
    membership = Membership(organisation=organisation, user=by, role=Role.OWNER, joined_at=at)
    for row in (team, membership):
        signed(row, by=by, at=at).save()
    place = TeamMember(organisation=organisation, team=team, membership=membership)
    signed(place, by=by, at=at).save()
    return organisation, team


def guest_organisation(*, currency: str, at: datetime) -> Organisation:
    """The organisation of one guest's check, which counts in that currency in the example's
    bands. No name becomes a slug that begins like its own."""
    organisation = Organisation(
        kind=OrganisationKind.GUEST,
        slug=f"_guest-{secrets.token_hex(16)}",
        **_beginning("Guest", currency, at),
    )
    signed(organisation, by=None, at=at).save()
    return organisation


def _beginning(name: str, currency: str, at: datetime) -> dict[str, Any]:
    low, medium, *_rest = example_bands(currency)
    return {
        "name": name,
        "created_at": at,
        "currency": currency,
        "low_ceiling": low.ceiling,
        "medium_ceiling": medium.ceiling,
    }


def _with_a_slug(name: str, currency: str, by: User, at: datetime) -> Organisation:
    organisation = signed(Organisation(**_beginning(name, currency, at)), by=by, at=at)
    slug = slugify(fold(name))[:LONGEST_SLUG_OF_A_NAME].strip("-_") or "organisation"
    organisation.slug = slug
    try:
        with transaction.atomic():
            organisation.save()
    except IntegrityError:  # another organisation's: a number would tell how many there are
        organisation.slug = f"{slug}-{secrets.token_hex(4)}"
        organisation.save()
    return organisation


@transaction.atomic
def set_bands(
    *,
    organisation: Organisation,
    currency: str,
    low_ceiling: int,
    medium_ceiling: int,
    high_ceiling: int | None,
    by: User | None,
    at: datetime,
) -> bool:
    """Set the bands for what is submitted from now on; whether anything was changed.

    Raises BandsDoNotRise and OtherCurrency.
    """
    wanted = {
        "currency": currency,
        "low_ceiling": low_ceiling,
        "medium_ceiling": medium_ceiling,
        "high_ceiling": high_ceiling,
    }
    ceilings = [low_ceiling, medium_ceiling] + ([] if high_ceiling is None else [high_ceiling])
    if any(later <= earlier for earlier, later in pairwise(ceilings)):
        raise BandsDoNotRise
    locked = Organisation.objects.select_for_update().get(pk=organisation.pk)
    if all(getattr(locked, field) == value for field, value in wanted.items()):
        return False
    refuse_other_currency(
        Assessment.objects.filter(organisation=locked), given=locked.currency, wanted=currency
    )
    for field, value in (wanted | {"bands_changed_at": at}).items():
        setattr(locked, field, value)
    signed(locked, by=by, at=at).save(update_fields=[*wanted, "bands_changed_at"])
    return True


@transaction.atomic
def change(
    *,
    organisation: Organisation,
    name: str,
    time_zone: str,
    rhythm_days: int,
    by: User | None,
    at: datetime,
) -> None:
    """Give the organisation another name, time zone (none for the site's) or rhythm; its addresses
    stay as they are."""
    for locked in Organisation.objects.select_for_update().filter(pk=organisation.pk):
        locked.name, locked.time_zone, locked.rhythm_days = name, time_zone, rhythm_days
        signed(locked, by=by, at=at).save(update_fields=["name", "time_zone", "rhythm_days"])


@transaction.atomic
def delete(*, organisation: Organisation, at: datetime) -> None:
    """Delete an organisation with everything in it, history included. It is gone for everyone at
    once, and its slug free; what it held is deleted in the background. People keep their
    accounts."""
    present = Organisation.objects.filter(pk=organisation.pk, deleted_at=None)
    if present.update(deleted_at=at, slug=f"deleted-{secrets.token_hex(8)}"):
        delete_in_background()


@transaction.atomic
def set_cover_prices(
    *, organisation: Organisation, prices: Prices, by: User | None, at: datetime
) -> None:
    """Keep what a rota and operations' on-call cost a year, and how many people a rota needs."""
    for locked in Organisation.objects.select_for_update().filter(pk=organisation.pk):
        locked.standby_price, locked.operations_price = prices.standby, prices.operations
        locked.rota_people = prices.people
        fields = ["standby_price", "operations_price", "rota_people"]
        signed(locked, by=by, at=at).save(update_fields=fields)
