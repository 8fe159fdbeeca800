"""Moments and periods, for templates."""

from __future__ import annotations

from datetime import datetime

from django import template
from django.utils.translation import gettext as _

from assessments import moments

register = template.Library()


@register.filter
def moment(at: datetime | None, length: str = "") -> str:
    """`{{ invitation.expires_at|moment }}`: the day and the time with their zone; `moment:"short"`
    where there is little room."""
    written = moments.SHORT if length == "short" else moments.MINUTE
    return moments.moment(at, written=written) if at else ""


@register.simple_tag
def from_to(begin: datetime, end: datetime) -> str:
    """`{% from_to before.submitted_at after.submitted_at %}`: a sentence that tells them apart."""
    first, last = moments.period(begin, end)
    return _("From %(first)s to %(last)s.") % {"first": first, "last": last}
