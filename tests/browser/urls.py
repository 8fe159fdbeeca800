"""The product's addresses, and some for pages that nothing leads to while all is well."""

from __future__ import annotations

from django.core.exceptions import BadRequest, PermissionDenied
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path, resolve

from assessments.reports import pdf
from assessments.views.demo import demo_login
from assessments.views.errors import csrf_refused
from assessments.views.rate_limits import too_many
from assessments.views.reports import report_pdf
from playbook_site.urls import urlpatterns as products

handler500 = "assessments.views.errors.broken"


def as_sent(request: HttpRequest) -> HttpRequest:
    """The request as if a form had been sent, so that it is given back."""
    request.method = "POST"
    request.POST = QueryDict("name=Kitchen&description=For those who plan one")
    request.resolver_match = resolve("/o/acme/services/new/")
    return request


def refuse(request: HttpRequest, status: int) -> HttpResponse:
    if status == 400:
        raise BadRequest
    if status == 403:
        raise PermissionDenied
    if status == 429:
        return too_many(as_sent(request), 90)
    as_sent(request)
    if status == 503:
        raise OperationalError
    raise RuntimeError


def forged(request: HttpRequest) -> HttpResponse:
    return csrf_refused(as_sent(request))


def signed_out(request: HttpRequest) -> HttpResponse:
    return render(as_sent(request), "signed_out.html", status=403)


def bare(request: HttpRequest, template: str) -> HttpResponse:
    """A template that only rare settings, or other packages' pages, ask for."""
    return render(request, template)


def waiting(request: HttpRequest, token: str, assessment: int) -> HttpResponseBase:
    """A guest's PDF while another is drawn."""
    with pdf._drawing:
        return report_pdf(request, token=token, assessment=assessment)


urlpatterns = [
    path("waiting/<str:token>/a/<int:assessment>/", waiting),
    path("refused/<int:status>/", refuse),
    path("forged/", forged),
    path("signed-out/", signed_out),
    path("bare/<path:template>/", bare),
    path("demo/<str:token>/", demo_login, name="demo-login"),
    *products,
]
