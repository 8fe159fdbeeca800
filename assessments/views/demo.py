"""Signing in to the demo."""

from __future__ import annotations

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from assessments.demo.links import redeem


@require_GET
def demo_login(request: HttpRequest, token: str) -> HttpResponse:
    """Follow a single-use link that `manage.py demo` printed."""
    user = redeem(token)
    if user is None:
        return render(request, "demo/used.html", status=410)
    login(request, user, backend="django.contrib.auth.backends.ModelBackend")
    return redirect("home")
