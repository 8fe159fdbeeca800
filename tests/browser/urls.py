"""The product's addresses, and some for pages that nothing leads to while all is well."""

from __future__ import annotations

from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.csrf import csrf_failure

from assessments.views.demo import demo_login
from assessments.views.rate_limits import too_many
from playbook_site.urls import urlpatterns as products


def refuse(request: HttpRequest, status: int) -> HttpResponse:
    if status == 400:
        raise BadRequest
    if status == 403:
        raise PermissionDenied
    if status == 429:
        return too_many(request, 90)
    raise RuntimeError


def forged(request: HttpRequest) -> HttpResponse:
    return csrf_failure(request)


def bare(request: HttpRequest, template: str) -> HttpResponse:
    """A template that only rare settings, or other packages' pages, ask for."""
    return render(request, template)


urlpatterns = [
    path("refused/<int:status>/", refuse),
    path("forged/", forged),
    path("bare/<path:template>/", bare),
    path("demo/<str:token>/", demo_login, name="demo-login"),
    *products,
]
