"""Search over the playbook, as one types or by the button. For everyone."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from assessments.queries.guidance import find_guidance
from assessments.queries.search.finding import LONGEST, find
from assessments.views.access import person, unshared
from assessments.views.rate_limits import SEARCHES, seconds_to_wait, try_again, wait_told
from assessments.views.results import HtmxRequest


@require_safe
@vary_on_headers("HX-Request")
@unshared
def search(request: HtmxRequest) -> HttpResponse:
    asked = _printable(request.GET.get("q", ""))
    context = {"asked": asked[:LONGEST], "longest": LONGEST}
    if len(asked) > LONGEST:
        return _page(request, {**context, "too_long": True}, HTTPStatus.BAD_REQUEST)
    if asked and (wait := seconds_to_wait(request, SEARCHES)) is not None:
        context["too_many"] = try_again(wait)
        return wait_told(_page(request, context, HTTPStatus.TOO_MANY_REQUESTS), wait)
    context["found"] = find(asked)
    if reader := person(request):
        context["own"] = find_guidance(reader, asked)
    return _page(request, context, HTTPStatus.OK)


def _page(request: HtmxRequest, context: dict[str, object], status: HTTPStatus) -> HttpResponse:
    # Going back through the history wants the whole page, whatever fetched it.
    live = request.htmx and not request.htmx.history_restore_request
    template = "playbook/_found.html" if live else "playbook/search.html"
    return render(request, template, context, status=status)


def _printable(text: str) -> str:
    """Control characters mean nothing to a search, and an address may carry any."""
    return "".join(letter if letter.isprintable() else " " for letter in text).strip()
