"""The words of the models' comparison: heads of sections and rows, weights, shares, sources."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from assessments.playbook.operating_models import (
    Area,
    CostKind,
    CostWeight,
    Duty,
    Share,
    Spending,
)

Words = str | Promise

SELDOM = _("Promised, but seldom or not by itself")

SECTIONS: tuple[tuple[str, Words, Words], ...] = (
    ("glance", _("At a glance"), _("The figures are typical ranges, not promises.")),
    ("working", _("How it works"), ""),
    (
        "benefits",
        _("Benefits"),
        _(
            "What is promised and seldom comes: the source names it for Ops Run It alone. For You "
            "Build It You Run It and the hybrid it is our reading of the drawbacks and pitfalls."
        ),
    ),
    (
        "drawbacks",
        _("Drawbacks, and what counters them"),
        _(
            "Those of Ops Run It are observed on digital services; for a foundational system its "
            "low costs and plain governance can outweigh them. Those of You Build It You Run It "
            "are mostly pitfalls of adopting it. Those of the hybrid are our own reading."
        ),
    ),
    (
        "costs",
        _("Costs"),
        _(
            "The weights compare the models for a digital service: estimates from experience, no "
            "price list. Beside each stands how it is usually booked, below it the share of a "
            "dimension's total cost of ownership that the source's authors put it at. Whether a "
            "product team's support may count as capital is for your accounting rules to say: "
            "settle it with finance."
        ),
    ),
    (
        "governance",
        _("Governance and standards"),
        _(
            "Responsible is who does the work, accountable who answers for the outcome, informed "
            "who is told."
        ),
    ),
)

AREAS: Mapping[Area, Words] = {
    "deployment": _("Deployment"),
    "protection": _("Protecting availability"),
    "restoration": _("Restoring availability"),
    "learning": _("Learning"),
    "people": _("Money and people"),
}

COSTS: Mapping[CostKind, Words] = {
    "set-up": _("Set-up"),
    "transition": _("Transition of a service"),
    "run": _("Run"),
    "incident": _("Incident"),
    "opportunity": _("Opportunity"),
}

DUTIES: Mapping[Duty, Words] = {
    "digital-services": _("Reliability of digital services"),
    "foundational-systems": _("Reliability of foundational systems"),
    "changes": _("Changes going live"),
    "reviews": _("Learning from incidents"),
}

WEIGHTS: Mapping[CostWeight, Words] = {
    "lower": _("Lower"),
    "equal": _("About equal"),
    "higher": _("Higher"),
    "between": _("In between"),
}

SPENDINGS: Mapping[Spending, Words] = {
    "capital": _("capital"),
    "operating": _("operating"),
    "lost-revenue": _("lost revenue"),
}

SHARES: Mapping[Share, Words] = {
    "low": _("low"),
    "low-to-medium": _("low to medium"),
    "medium": _("medium"),
    "medium-to-high": _("medium to high"),
    "high": _("high"),
}

_OPS = "what-is-ops-run-it"
_PRODUCT = "what-is-you-build-it-you-run-it"
_DIMENSIONS: tuple[tuple[Words, str], ...] = (
    (_("deployment"), "deployment-throughput"),
    (_("reliability"), "service-reliability"),
    (_("learning"), "learning-culture"),
)


def _of_both(pages: tuple[tuple[Words, str], ...]) -> tuple[tuple[Words, str], ...]:
    named = (("Ops Run It", _OPS), ("You Build It You Run It", _PRODUCT))
    return tuple(
        (format_lazy("{}: {}", model, name), f"{folder}/{page}")
        for model, folder in named
        for name, page in pages
    )


SOURCES: Mapping[str, tuple[tuple[Words, str], ...]] = {
    "glance": ((_("Introduction"), "introduction"), (_("Selection"), "practices/selection")),
    "working": _of_both(_DIMENSIONS),
    "benefits": _of_both(((_("benefits"), "benefits"),)),
    "drawbacks": (*_of_both(((_("drawbacks"), "drawbacks"),)), (_("Pitfalls"), "pitfalls")),
    "costs": ((_("Introduction"), "introduction"), *_of_both(_DIMENSIONS)),
    "governance": (
        (_("Governance"), "practices/governance"),
        ("Ops Run It", _OPS),
        ("You Build It You Run It", _PRODUCT),
    ),
}
"""Where each section's facts come from: names and paths of the playbook's own pages."""
