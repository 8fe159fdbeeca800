"""What templates ask of the policy, to show only what there is for whoever looks."""

from __future__ import annotations

from django import template

from assessments.models import Membership
from assessments.policy import Verb, can

register = template.Library()


@register.filter
def may(membership: Membership, verb: str) -> bool:
    """Whether someone may do that with their organisation."""
    return can(membership, Verb(verb), membership.organisation)
