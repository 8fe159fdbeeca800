"""Signing out, so that the next person at this browser finds nothing of the last one's."""

from __future__ import annotations

from allauth.account.views import logout
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from assessments.views.login_draft import COOKIE, SIGNED_OUT
from assessments.writes.kept_forms import KEPT


def sign_out(request: HttpRequest) -> HttpResponseBase:
    """Allauth's page and press; the press also takes away what the browser keeps."""
    response: HttpResponseBase = logout(request)
    if request.method == "POST":
        response.delete_cookie(COOKIE)
        response.set_cookie(
            SIGNED_OUT,
            "1",
            max_age=KEPT,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
        # What the script of the questionnaire has not sent yet.
        response.headers["Clear-Site-Data"] = '"storage"'
    return response
