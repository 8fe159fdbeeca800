"""A service's page: its present recommendation, its past results and what moved."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from assessments.forms.result_diff import ResultDiffForm
from assessments.models import Membership, Service
from assessments.policy import Verb, can
from assessments.queries import services as queries
from assessments.queries.decisions import last_decision
from assessments.queries.rounds import fetch_asked
from assessments.views.access import organisation_view
from assessments.views.rules import today_context


@require_safe
@organisation_view()
def service(request: HttpRequest, membership: Membership, service: int) -> HttpResponse:
    found = queries.fetch_service(membership, service)
    if found is None:
        raise Http404
    timeline = list(queries.timeline(found))
    moved = ResultDiffForm(request.GET, results=timeline)
    compared = queries.fetch_compared(found, moved.picked)
    context = {
        "membership": membership,
        "service": found,
        "draft": queries.open_assessment(found),
        "decision": last_decision(found),
        "asked": fetch_asked([found], timezone.localdate()).get(found.pk, ()),
        "timeline": timeline,
        "moved": moved,
        "compared": compared,
        "since": queries.bands_since(found.current_result, membership.organisation),
        **today_context(request, found.current_result),
        **_rights(found, membership),
    }
    status = 400 if moved.is_bound and compared is None else 200
    return render(request, "service/service.html", context, status=status)


def _rights(service: Service, membership: Membership) -> dict[str, bool]:
    may_assess = can(membership, Verb.ASSESS_SERVICE, service)
    return {
        "may_change": can(membership, Verb.CHANGE_SERVICE, service),
        "may_delete": can(membership, Verb.DELETE_SERVICE, service),
        "may_assess": may_assess and service.archived_at is None,
    }
