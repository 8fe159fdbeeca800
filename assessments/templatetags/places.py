"""Addresses of a sheet's pages, for members and guests alike."""

from __future__ import annotations

from typing import Any

from django import template

from assessments.views.access import Place

register = template.Library()


@register.simple_tag
def place_url(place: Place, name: str, **kwargs: Any) -> str:
    """The address of one of the pages of the sheet that `place` shows."""
    return place.url(name, **kwargs)
