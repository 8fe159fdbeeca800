"""Whether what is known of a service still holds: how old its last result is, and whether its
exposure falls in the same band today."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Case, CharField, Exists, OuterRef, Q, TextChoices, Value, When
from django.utils.translation import gettext_lazy as _

from assessments.models import Assessment, Organisation, ResultPart
from assessments.scoring.selector import AVAILABILITY


class Freshness(TextChoices):
    """How much of a service is known, and how newly."""

    NEVER = "never", _("Never assessed")
    DRAFT = "draft", _("First draft under way")
    STALE = "stale", _("Stale")
    CURRENT = "current", _("Up to date")


def aged_before(organisation: Organisation, at: datetime) -> datetime:
    """What was submitted earlier is older than the organisation's rhythm."""
    return at - timedelta(days=organisation.rhythm_days)


def in_another_band(organisation: Organisation) -> Q:
    """Whether the amount of a service's last result falls in another band today; where only a band
    was chosen, whether the bands have changed since."""
    amounts = ResultPart.objects.filter(
        result=OuterRef("current_result"), result__currency=organisation.currency
    ).exclude(exposure=None)
    moved = Q(Exists(amounts.exclude(availability=_availability_today(organisation))))
    changed = organisation.bands_changed_at
    if changed is None:
        return moved
    return moved | (~Q(Exists(amounts)) & Q(current_result__submitted_at__lt=changed))


def stale(organisation: Organisation, at: datetime) -> Q:
    """Whether a service's last result is to be looked at anew."""
    aged = Q(current_result__submitted_at__lt=aged_before(organisation, at))
    return aged | in_another_band(organisation)


def freshness(organisation: Organisation, at: datetime) -> Case:
    """A `Freshness` for each service."""
    drafts = Assessment.objects.filter(service=OuterRef("pk"), submitted_at=None)
    return Case(
        When(Q(current_result=None) & Exists(drafts), then=Value(Freshness.DRAFT.value)),
        When(current_result=None, then=Value(Freshness.NEVER.value)),
        When(stale(organisation, at), then=Value(Freshness.STALE.value)),
        default=Value(Freshness.CURRENT.value),
        output_field=CharField(),
    )


def _availability_today(organisation: Organisation) -> Case:
    """The target that a part's amount leads to by the organisation's present bands."""
    *bounded, top = organisation.bands
    return Case(
        *(
            When(exposure__lte=band.ceiling, then=Value(AVAILABILITY[band.band]))
            for band in bounded
        ),
        default=Value(AVAILABILITY[top.band]),
        output_field=CharField(),
    )
