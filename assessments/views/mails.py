"""Which mails of the daily run one gets: chosen signed in, or by the link that each mail has."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from assessments.forms.mails import MailsForm
from assessments.models import User
from assessments.views.access import unlisted, unshared
from assessments.views.form_requests import form_page, sent
from assessments.views.login_draft import signed_in
from assessments.writes.mails import choose_mails, user_of


@unshared
@signed_in
def mails(request: HttpRequest) -> HttpResponse:
    return _choose(request, cast(User, request.user))


@unshared
@unlisted
def mails_by_link(request: HttpRequest, token: str) -> HttpResponse:
    user = user_of(token)
    if user is None:
        raise Http404
    return _choose(request, user)


def _choose(request: HttpRequest, user: User) -> HttpResponse:
    turned_off = set(user.mails_turned_off.values_list("kind", flat=True))
    form = MailsForm(sent(request), turned_off=turned_off)
    if form.is_valid():
        choose_mails(user=user, kinds=form.cleaned_data["kinds"])
        messages.success(request, _("Saved: you get the mails that are ticked, and no others."))
        return redirect(request.path)
    return form_page(request, "mails/mails.html", {"form": form})
