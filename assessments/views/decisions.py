"""What was decided on the ground of a result: recorded, and taken away as a record."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from assessments.forms.decisions import DecisionForm
from assessments.forms.refusals import refusals_on
from assessments.models import Result
from assessments.names import in_file_name
from assessments.places import Place
from assessments.policy import Verb
from assessments.queries.decisions import decision_of
from assessments.queries.documents import fetch_document
from assessments.reports.decision_record import record
from assessments.reports.document.facts import SHEET
from assessments.views.access import person, sheet_view
from assessments.views.form_requests import form_page, sent
from assessments.views.reports import attached
from assessments.writes.decisions import decide


@sheet_view(Verb.DECIDE_ON_RESULT)
def decision(request: HttpRequest, place: Place) -> HttpResponse:
    result = Result.objects.filter(assessment=place.assessment).first()
    if result is None:
        return redirect(place.url("overview"))
    found = decision_of(result)
    form = DecisionForm(sent(request), of=found, today=timezone.localdate())
    if form.is_valid():
        by, at, shown = person(request), timezone.now(), form.cleaned_data["shown"]
        with refusals_on(form):
            decide(result=result, shown=shown, decided=form.decided, by=by, at=at)
            messages.success(request, _("The decision is recorded."))
            return redirect(place.url("result"))
        found = decision_of(result)
        form.show(found)
    context = {"place": place, "form": form, "decision": found}
    return form_page(request, "decisions/decision.html", context)


@require_safe
@sheet_view(Verb.DECIDE_ON_RESULT)
def decision_markdown(_request: HttpRequest, place: Place) -> HttpResponse:
    """The record of it, for a repository."""
    found = fetch_document(place.assessment, SHEET)
    if found is None or found.decided is None:
        raise Http404
    text = record(found.report, found.decided)
    file = f"{in_file_name(found.report.service) or 'service'}-decision.md"
    return attached(text.encode(), "text/markdown; charset=utf-8", file)
