"""Every address of the app, and one of each of rows that the cast's organisation has."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, reverse

from assessments.models import Domain, Membership, Role, SharedLink
from assessments.urls import urlpatterns
from assessments.writes.people import invite
from tests import factories

Address = Callable[..., str]


def walk(patterns: Any, route: str = "", namespace: str = "") -> Iterator[tuple[str, str]]:
    """Each address of the app: its name and route."""
    for pattern in patterns:
        whole = route + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inside = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from walk(pattern.url_patterns, whole, inside)
        elif isinstance(pattern, URLPattern):
            yield f"{namespace}{pattern.name}", whole


ROUTES = dict(walk(urlpatterns))
ARGUMENTS = {name: re.findall(r"<\w+:(\w+)>", route) for name, route in ROUTES.items()}
OF_THE_PLAYBOOK = {"practice", "status", "pitfall", "near", "of", "changed", "way"}
"""Arguments that name no row of an organisation."""
ADDRESSES = [name for name, route in ROUTES.items() if route.startswith("o/<slug:organisation>/")]
GUESTS = [name for name, route in ROUTES.items() if route.startswith("check/<str:token>/")]
SHARED = [name for name, route in ROUTES.items() if route.startswith("shared/<str:token>/")]


def addresses_of(cast: factories.Cast, link: SharedLink | None = None) -> Address:
    """The address under a name, of rows that the cast's organisation has; its result is the one
    that `link` shows, where that is given."""
    invitation, _token = invite(
        organisation=cast.organisation,
        role=Role.LEAD,
        team=None,
        days=1,
        by=cast.owner,
        at=factories.AT,
    )
    shared = link or factories.shared_link(factories.submitted_result(cast.service))
    factories.logo(cast.organisation)
    if shared.result.organisation_id == cast.organisation.pk:
        factories.decision(shared.result)
    values = {
        "organisation": cast.organisation.slug,
        "service": cast.service.pk,
        "person": Membership.objects.get(user=cast.owner).pk,
        "team": cast.team.pk,
        "domain": Domain.objects.create(organisation=cast.organisation, name="Shop").pk,
        "invitation": invitation.pk,
        "guidance": factories.guidance(cast.organisation).pk,
        "assessment": shared.result.assessment_id,
        "link": shared.pk,
        "section": "profile",
        "question": "telemetry",
        "token": "a-guest-token",
        "practice": "run-regular-chaos-days",
        "status": "missing",
        "pitfall": "excessive-bau",
        "near": "high-now",
        "of": "practice",
        "changed": "run-regular-chaos-days",
        "way": "gained",
        "download": factories.download(Membership.objects.get(user=cast.owner)).pk,
        "scenario": factories.scenario(cast.service).pk,
        "round": factories.round_of([cast.service]).pk,
    }

    def address_of(name: str, **changes: Any) -> str:
        given = {**values, **changes}
        return reverse(name, kwargs={argument: given[argument] for argument in ARGUMENTS[name]})

    return address_of
