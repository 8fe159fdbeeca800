"""Moments as people read them, and the ends of days, in the time zone that is active: the
organisation's on its pages, the site's elsewhere."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.utils.formats import date_format
from django.utils.timezone import localtime, make_aware

DAY = "j F Y"
MINUTE = "j F Y, H:i"
SECOND = "j F Y, H:i:s"
SHORT = "j M Y, H:i"


def moment(at: datetime, *, written: str = MINUTE) -> str:
    """The day and the time with their zone: "2 November 2026, 09:30 GMT"."""
    local = localtime(at)
    return f"{date_format(local, written)} {zone_name(local)}"


def period(begin: datetime, end: datetime) -> tuple[str, str]:
    """Two moments as days, or with as much of the time as tells them apart."""
    days = [date_format(localtime(at), DAY) for at in (begin, end)]
    if days[0] != days[1]:
        return days[0], days[1]
    minutes = moment(begin), moment(end)
    if minutes[0] != minutes[1]:
        return minutes
    return moment(begin, written=SECOND), moment(end, written=SECOND)


def zone_name(local: datetime) -> str:
    """What people call the zone, such as CET, or where it has no name how far it is from UTC."""
    name = local.tzname() or ""
    if name.isalpha():
        return name
    offset = f"{local:%z}"
    return f"UTC{offset[:3]}:{offset[3:5]}"


def end_of(day: date) -> datetime:
    """The first moment of the next day."""
    return make_aware(datetime.combine(day + timedelta(days=1), time.min))
