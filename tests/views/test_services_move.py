"""Picked services are moved to a team together."""

import pytest

from assessments.models import Service, Team
from tests import factories

pytestmark = pytest.mark.django_db

MOVE = "/o/acme/services/move/"


@pytest.fixture
def other(cast):
    return Team.objects.get(name="Payments", organisation=cast.organisation)


@pytest.fixture
def picked(cast):
    kitchen = factories.service(cast.team, "Kitchen")
    return f"{MOVE}?sort=-name&pick={cast.service.pk}.{kitchen.pk}"


def teams():
    return dict(Service.objects.values_list("name", "team__name"))


def test_what_is_picked_moves_and_one_is_back_in_the_list(owner, cast, other, picked):
    response = owner.post(picked, {"team": other.pk})
    assert teams() == {"Bedroom": "Payments", "Kitchen": "Payments"}
    assert response["Location"].startswith("/o/acme/compare/?sort=-name&pick=")
    last = cast.service.history.order_by("-history_id").first()
    assert (last.team_id, last.history_user) == (other.pk, cast.owner)


def test_the_page_names_what_moves_and_from_where(owner, picked):
    page = owner.get(picked).text
    assert "2 services move, with their assessments and results." in page
    assert "Kitchen" in page


def test_without_a_team_nothing_moves(owner, picked):
    assert owner.post(picked, {"team": ""}).status_code == 422
    assert set(teams().values()) == {"Rooms"}


def test_where_nothing_is_picked_it_says_what_to_do(owner, other):
    assert "Tick some in the list first." in owner.get(MOVE).text
    assert owner.post(MOVE, {"team": other.pk}).status_code == 200


def test_a_member_moves_only_their_own_team_s(client, cast, other, picked):
    client.force_login(cast.colleague)
    assert client.post(picked, {"team": other.pk}).status_code == 200
    assert set(teams().values()) == {"Rooms"}


def test_another_organisation_s_service_stays_and_is_not_named(owner, cast, other):
    theirs = factories.service(cast.outsider.memberships.get().organisation.teams.get(), "Secret")
    address = f"{MOVE}?pick={cast.service.pk}.{theirs.pk}"
    page = owner.get(address).text
    assert "Secret" not in page
    assert "1 picked service stays" in page
    owner.post(address, {"team": other.pk})
    theirs.refresh_from_db()
    assert theirs.team.name == "Elsewhere"


def test_another_organisation_s_team_is_not_to_be_had(owner, cast, picked):
    theirs = cast.outsider.memberships.get().organisation.teams.get()
    assert owner.post(picked, {"team": theirs.pk}).status_code == 422
