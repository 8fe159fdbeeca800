"""The selector by itself: an exposure and a demand in, a model and its targets out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers
from django_htmx.http import push_url

from assessments.forms.selector import SelectorForm
from assessments.models import Membership
from assessments.money.currencies import DEFAULT_CURRENCY
from assessments.queries.selector import START, select
from assessments.scoring.inputs import DEFAULT_BANDS, Band, Profile
from assessments.views.access import organisation_view
from assessments.views.results import UNPROCESSABLE, HtmxRequest


@dataclass(frozen=True)
class Setting:
    """Whose bands the selector goes by."""

    bands: Sequence[Band] = DEFAULT_BANDS
    currency: str = DEFAULT_CURRENCY
    membership: Membership | None = None

    def form(self, said: Any) -> SelectorForm:
        return SelectorForm(said, recorded=START, bands=self.bands, currency=self.currency)


@require_safe
@never_cache
@vary_on_headers("HX-Request")
def selector(request: HtmxRequest) -> HttpResponse:
    return _answer(request, Setting(), reverse("selector"))


@require_safe
@never_cache
@vary_on_headers("HX-Request")
@organisation_view()
def organisation_selector(request: HtmxRequest, membership: Membership) -> HttpResponse:
    organisation = membership.organisation
    setting = Setting(organisation.bands, organisation.currency, membership)
    return _answer(request, setting, reverse("organisation-selector", args=[organisation.slug]))


def _answer(request: HtmxRequest, setting: Setting, here: str) -> HttpResponse:
    form = setting.form(request.GET)
    failed = form.is_bound and not form.is_valid()
    kept = setting.form(_said_before(request)) if failed else form
    selected = select(_profile(kept), bands=setting.bands, currency=setting.currency)
    address = f"{here}?{form.address}" if form.is_bound and not failed else here
    context = {"form": form, "failed": failed, "here": here, "address": address}
    context |= {"selected": selected, "shown": selected.told, "membership": setting.membership}
    live = request.htmx and not request.htmx.history_restore_request
    template = "selector/_redrawn.html" if live else "selector/selector.html"
    response = render(request, template, context, status=UNPROCESSABLE if failed else 200)
    return push_url(response, False if failed else address) if live else response


def _profile(form: SelectorForm) -> Profile:
    return form.profile if form.is_bound and form.is_valid() else START


def _said_before(request: HttpRequest) -> QueryDict:
    """What the page said that this form was sent from: its answer is kept while one mends."""
    try:
        before = urlsplit(request.headers.get("Referer", ""))
    except ValueError:
        return QueryDict()
    return QueryDict(before.query if before.path == request.path else "")
