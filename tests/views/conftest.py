"""The cast of three, and a submitted result as each may see it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from assessments.models import Scope
from tests import factories
from tests.views.addresses import Address, addresses_of
from tests.views.sheets import SheetPages


@pytest.fixture
def owner(client: Client, cast: factories.Cast) -> Client:
    """The owner of the cast's organisation, signed in."""
    client.force_login(cast.owner)
    return client


@pytest.fixture
def address(cast: factories.Cast) -> Address:
    return addresses_of(cast)


@pytest.fixture
def people() -> factories.Cast:
    return factories.cast()


@pytest.fixture
def submitted(client: Client, people: factories.Cast) -> Callable[..., SheetPages]:
    """An owner's view of a result with those answers."""

    def made(answers: factories.Answers | None = None, **options: Any) -> SheetPages:
        client.force_login(people.owner)
        result = factories.submitted_result(people.service, answers, by=people.owner, **options)
        return SheetPages(client, result.assessment)

    return made


@pytest.fixture
def guests_quick_check(client: Client) -> SheetPages:
    """A guest's view of the result of a quick check with nothing but the profile."""
    result = factories.submitted_result(
        factories.guest_check(token="a-guest-token"), factories.BEDROOM, scope=Scope.QUICK
    )
    return SheetPages(client, result.assessment, "a-guest-token")
