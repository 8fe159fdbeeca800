"""How a page with a form reads what was sent, and answers."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from assessments.views.login_draft import show_unsent, take_unsent

FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


def posted(request: HttpRequest) -> QueryDict:
    """The body of a form; whatever else was sent is refused with 400."""
    if request.content_type not in FORMS:
        raise BadRequest("not a form")
    return request.POST


def sent(request: HttpRequest) -> QueryDict | None:
    """The body of a form where one was sent, be it empty: then it lacks what it must hold."""
    return posted(request) if request.method == "POST" else None


def form_page(request: HttpRequest, template: str, context: Mapping[str, Any]) -> HttpResponse:
    """The page of `context["form"]`: 422 where what was sent was refused, with why beside it.

    What someone typed who had been signed out stands in it again.
    """
    form = context["form"]
    unsent = None if form.is_bound else take_unsent(request)
    if unsent is not None:
        show_unsent(form, unsent)
    refused = bool(form.errors)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if refused else HTTPStatus.OK
    return render(request, template, {**context, "unsent": unsent is not None}, status=status)
