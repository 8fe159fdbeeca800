"""Addresses of a sheet's pages, for members and guests alike."""

from __future__ import annotations

from typing import Any

from django import template
from django.template import Context

from assessments.current import playbook
from assessments.places import Place

register = template.Library()


@register.simple_tag
def question_url(place: Place, question: str) -> str:
    """Where a question stands among those of the sheet that `place` shows."""
    section = playbook().questions[question].section
    return f"{place.url('section', section=section)}#q-{question}"


@register.simple_tag
def place_url(place: Place, name: str, **kwargs: Any) -> str:
    """The address of one of the pages of the sheet that `place` shows."""
    return place.url(name, **kwargs)


@register.simple_tag(takes_context=True)
def private_link(context: Context, place: Place) -> str:
    """The whole address under which a guest finds the check again."""
    return str(context["request"].build_absolute_uri(place.home_url))
