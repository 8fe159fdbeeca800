"""Search over the playbook, as one types or by the button. For everyone."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from assessments.queries.guidance import find_guidance
from assessments.queries.search.finding import LONGEST, find
from assessments.views.access import person, unshared
from assessments.views.results import HtmxRequest

BAD_REQUEST = 400


@require_safe
@vary_on_headers("HX-Request")
@unshared
def search(request: HtmxRequest) -> HttpResponse:
    asked = _printable(request.GET.get("q", ""))
    too_long = len(asked) > LONGEST
    context = {
        "asked": asked[:LONGEST],
        "longest": LONGEST,
        "too_long": too_long,
        "found": None if too_long else find(asked),
    }
    if reader := person(request):
        context["own"] = () if too_long else find_guidance(reader, asked)
    # Going back through the history wants the whole page, whatever fetched it.
    live = request.htmx and not request.htmx.history_restore_request
    template = "playbook/_found.html" if live else "playbook/search.html"
    return render(request, template, context, status=BAD_REQUEST if too_long else 200)


def _printable(text: str) -> str:
    """Control characters mean nothing to a search, and an address may carry any."""
    return "".join(letter if letter.isprintable() else " " for letter in text).strip()
