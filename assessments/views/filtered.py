"""Pages of the services that someone may see, narrowed down as the address says."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from assessments.forms.compare import CompareFilter
from assessments.models import Membership
from assessments.queries import compare as queries
from assessments.queries import narrowing

Filtered = Callable[..., HttpResponseBase]


def filtered_view(view: Filtered) -> Filtered:
    """Gives the view the filter; one that cannot be used is answered with what is wrong with it."""

    @wraps(view)
    def wrapped(request: HttpRequest, membership: Membership, **rest: Any) -> HttpResponseBase:
        services = queries.services(membership, timezone.now())
        chosen = CompareFilter(
            request.GET,
            services,
            teams=narrowing.teams(membership),
            rounds=narrowing.rounds(membership),
        )
        if not chosen.is_valid():
            context = {"membership": membership, "filter": chosen}
            return render(request, "compare/cannot_filter.html", context, status=400)
        return view(request, membership, chosen, **rest)

    return wrapped
