from datetime import timedelta
from typing import Any

import pytest

from assessments.models import Membership, Organisation, Role, TeamMember
from assessments.writes.names import NameTaken
from assessments.writes.organisations import BandsDoNotRise, found, set_bands
from tests import factories

pytestmark = pytest.mark.django_db

AT = factories.AT
LATER = AT + timedelta(days=1)


@pytest.fixture
def founder():
    return factories.user()


def founded(founder, name="Acme Ltd"):
    return found(organisation_name=name, team_name="Rooms", by=founder, at=AT)


def bands(organisation, **changes):
    given: dict[str, Any] = {"currency": "GBP", "low_ceiling": 7_000, "medium_ceiling": 250_000}
    given = {**given, "high_ceiling": None, **changes}
    changed = set_bands(organisation=organisation, **given, by=None, at=LATER)
    organisation.refresh_from_db()
    return changed


# --- Founding


def test_the_founder_owns_the_organisation(founder):
    organisation, _team = founded(founder)
    assert Membership.objects.get(organisation=organisation, user=founder).role == Role.OWNER


def test_the_founder_is_in_the_first_team(founder):
    _organisation, team = founded(founder)
    assert TeamMember.objects.get(team=team).membership.user == founder


def test_the_slug_comes_from_the_name(founder):
    organisation, _team = founded(founder)
    assert organisation.slug == "acme-ltd"


def test_letters_with_accents_become_plain_in_the_slug(founder):
    organisation, _team = founded(founder, "Straße & Łódź")
    assert organisation.slug == "strasse-lodz"


def test_a_second_organisation_of_a_name_gets_a_slug_of_its_own(founder):
    first, _team = founded(founder)
    second, _team = founded(factories.user("another@example.org"))
    assert second.slug != first.slug
    assert second.slug.startswith("acme-ltd-")


@pytest.mark.parametrize("name", ["株式会社", "!!!", "_"])
def test_a_name_without_plain_letters_still_gets_a_slug(founder, name):
    organisation, _team = founded(founder, name)
    assert organisation.slug == "organisation"


def test_a_long_name_gets_a_slug_that_fits(founder):
    founded(factories.user("another@example.org"), "A" * 100)
    organisation, _team = founded(founder, "A" * 100)
    assert len(organisation.slug) <= 60


@pytest.mark.parametrize("name", ["ACME LTD", "Acmé\u00a0Ltd"])
def test_a_form_sent_twice_founds_one_organisation(founder, name):
    founded(founder)
    with pytest.raises(NameTaken):
        founded(founder, name)
    assert Organisation.objects.count() == 1


# --- Bands


def test_bands_are_set(founder):
    organisation, _team = founded(founder)
    bands(organisation, currency="CHF", low_ceiling=1_000, high_ceiling=900_000)
    assert organisation.currency == "CHF"
    assert [band.ceiling for band in organisation.bands] == [1_000, 250_000, 900_000, None]


def test_the_day_of_a_change_is_kept(founder):
    organisation, _team = founded(founder)
    assert bands(organisation, low_ceiling=1_000)
    assert organisation.bands_changed_at == LATER


def test_saving_the_same_bands_changes_nothing(founder):
    organisation, _team = founded(founder)
    assert not bands(organisation)
    assert organisation.bands_changed_at is None


@pytest.mark.parametrize(
    "ceilings",
    [
        {"low_ceiling": 250_000},
        {"high_ceiling": 250_000},
        {"low_ceiling": 300_000, "high_ceiling": 400_000},
    ],
)
def test_bands_that_do_not_rise_are_refused(founder, ceilings):
    organisation, _team = founded(founder)
    with pytest.raises(BandsDoNotRise):
        bands(organisation, **ceilings)


def test_a_past_result_keeps_its_bands(founder):
    _organisation, team = founded(founder)
    result = factories.submitted_result(factories.service(team))
    before = result.inputs
    bands(team.organisation, low_ceiling=1_000)
    result.refresh_from_db()
    assert result.inputs == before
