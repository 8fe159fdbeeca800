"""The values of results in words, for templates that read them from columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from django import template

from assessments.current import playbook
from assessments.playbook.entries import Pitfall, Practice
from assessments.playbook.questions import Section
from assessments.reports import result_labels
from assessments.scoring.selector import BAND_OF, TOLERABLE_SECONDS
from assessments.scoring.vocabulary import Availability

register = template.Library()

_WORDS: Mapping[str, Mapping[Any, str]] = {
    "deployment": result_labels.DEPLOYMENTS,
    "model": result_labels.MODELS,
    "out_of_hours": result_labels.OUT_OF_HOURS,
    "part": result_labels.PARTS,
    "risk": result_labels.RISKS,
    "target_status": result_labels.TARGET_STATUSES,
}


@register.filter
def said(slug: str, kind: str) -> str:
    """A slug in words: `{{ part.deployment|said:"deployment" }}`."""
    return _WORDS[kind].get(slug) or result_labels.title_from_slug(slug)


@register.filter
def titled(slug: str, kind: str) -> str:
    """The title of a practice, a pitfall or a dimension of the playbook, by its slug."""
    entry: Practice | Pitfall | Section | None
    if kind == "practice":
        entry = playbook().practices.get(playbook().now_called("practices", slug))
    elif kind == "pitfall":
        entry = playbook().pitfalls.get(playbook().now_called("pitfalls", slug))
    else:
        entry = playbook().section(slug)
    return entry.title if entry else result_labels.title_from_slug(slug)


@register.filter
def money(amount: int, currency: str) -> str:
    return result_labels.money(amount, currency)


@register.filter
def band(availability: str) -> str:
    """The band of exposure that leads to an availability target, in words."""
    return result_labels.BANDS[BAND_OF[cast(Availability, availability)]]


@register.filter
def tolerable(availability: str) -> str:
    """How long a service may be down in a week under that availability target."""
    return result_labels.duration(TOLERABLE_SECONDS[cast(Availability, availability)])
