"""Where what is recommended for a service points, held against how it is run today."""

from __future__ import annotations

from django.db.models import Case, CharField, TextChoices, Value, When
from django.utils.translation import gettext_lazy as _


class Direction(TextChoices):
    """Which way a service is to move, the most to do first."""

    TO_PRODUCT_TEAM = "to-you-build-it-you-run-it", _("Towards You Build It You Run It")
    TO_OPERATIONS = "to-ops-run-it", _("Towards Ops Run It")
    SPLIT = "split", _("Split in two")
    FITS = "fits", _("Fits")
    NOT_LIVE = "not-live", _("Not live yet")
    NOT_ASSESSED = "not-assessed", _("Not assessed")


def direction() -> Case:
    """A `Direction` for each service."""
    return Case(
        When(current_result=None, then=Value(Direction.NOT_ASSESSED.value)),
        When(current_result__misfit=None, then=Value(Direction.NOT_LIVE.value)),
        When(current_result__misfit=False, then=Value(Direction.FITS.value)),
        When(current_result__model="hybrid", then=Value(Direction.SPLIT.value)),
        When(current_result__model="ops-run-it", then=Value(Direction.TO_OPERATIONS.value)),
        default=Value(Direction.TO_PRODUCT_TEAM.value),
        output_field=CharField(),
    )
