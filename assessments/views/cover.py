"""What out-of-hours cover costs over an organisation's services, today and as recommended."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from assessments.cover.prices import share
from assessments.forms.compare import CompareFilter
from assessments.forms.cover import CoverForm
from assessments.models import Membership
from assessments.policy import Verb
from assessments.queries import compare as compared
from assessments.queries.cover import fetch_cover
from assessments.views.access import organisation_view, person
from assessments.views.filtered import filtered_view
from assessments.views.form_requests import form_page, sent
from assessments.writes.organisations import set_cover_prices


@require_http_methods(["GET", "HEAD", "POST"])
@organisation_view(post=Verb.MANAGE_ORGANISATION)
@filtered_view
def cover(request: HttpRequest, membership: Membership, chosen: CompareFilter) -> HttpResponse:
    """Prices are tried out in the address; an owner's press keeps them."""
    organisation = membership.organisation
    tried = request.GET if "rota_people" in request.GET else None
    form = CoverForm(sent(request) or tried, organisation=organisation)
    if request.method == "POST" and form.is_valid():
        by, at = person(request), timezone.now()
        set_cover_prices(organisation=organisation, prices=form.prices, by=by, at=at)
        messages.success(request, _("The prices are saved."))
        return redirect("cover", organisation.slug)
    found = fetch_cover(chosen.qs, form.prices)
    arranged = found.recommended.picture.rotas
    context = {
        "membership": membership,
        "filter": chosen,
        "form": form,
        "tried": tried is not None and form.is_valid(),
        "figures": compared.figures(chosen.qs),
        "cover": found,
        "ways": (found.today, found.recommended, found.each),
        "saved": -(found.difference or 0),
        "rotas": [(rota, share(rota, form.prices)) for rota in arranged],
        "prices": form.prices,
    }
    return form_page(request, "cover/cover.html", context)
