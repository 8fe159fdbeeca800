"""The operating models side by side. For everyone."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from assessments.queries.models_page import comparison


@require_safe
def models(request: HttpRequest) -> HttpResponse:
    return render(request, "playbook/models.html", {"comparison": comparison()})
