"""Where one lands after signing in: the choice of an organisation, and its home page."""

from __future__ import annotations

from typing import cast

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from assessments.models import Membership, ServiceQuerySet, User
from assessments.queries import home as queries
from assessments.queries.access import visible_services
from assessments.queries.estates import fetch_estates
from assessments.views.access import organisation_view
from assessments.views.paging import page_of


@require_safe
@login_required
def home(request: HttpRequest) -> HttpResponse:
    memberships = queries.memberships(cast(User, request.user))
    if not memberships:
        return redirect("start")
    if len(memberships) == 1 and "choose" not in request.GET:
        page = "compare" if queries.only_reads(memberships[0]) else "organisation"
        return redirect(page, memberships[0].organisation.slug)
    estates = fetch_estates(memberships, timezone.now())
    return render(request, "home/choose.html", {"estates": list(estates)})


@require_safe
@organisation_view()
def organisation(request: HttpRequest, membership: Membership) -> HttpResponse:
    now = timezone.now()
    mine = queries.my_services(membership, now)
    counts = queries.count_states(mine)
    state = next((each for each in queries.State if each == request.GET.get("state")), None)
    shown = queries.in_state(mine, state) if state else mine
    page = page_of(request, shown)
    rows = cast(ServiceQuerySet, page.object_list)
    context = {
        "membership": membership,
        "today": timezone.localdate(now),
        "counts": counts.items(),
        "state": state,
        "page": page,
        "entries": queries.fetch_entries(rows, membership, now),
        "total": sum(counts.values()),
        "visible": visible_services(membership).filter(archived_at=None).count(),
    }
    return render(request, "home/organisation.html", context)
