"""The time zones that an organisation can be in."""

from __future__ import annotations

from functools import cache
from zoneinfo import available_timezones

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


@cache
def time_zones() -> tuple[str, ...]:
    """Every zone of a place that this machine knows, and UTC."""
    return tuple(sorted(zone for zone in available_timezones() if _is_place(zone) or zone == "UTC"))


def validate_time_zone(name: str) -> None:
    if name not in time_zones():
        raise ValidationError(
            _("“%(name)s” is no time zone. Choose one of the list."), params={"name": name}
        )


def _is_place(zone: str) -> bool:
    region, _separator, place = zone.partition("/")
    return bool(place) and region not in ("Etc", "SystemV")
