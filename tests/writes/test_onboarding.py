import pytest

from assessments.models import GuestCheck, Organisation, Team
from assessments.writes.errors import NotInTeam
from assessments.writes.names import NameTaken
from assessments.writes.onboarding import claim_check, start
from tests import factories

pytestmark = pytest.mark.django_db

AT = factories.AT


@pytest.fixture
def check():
    return factories.guest_check("Checkout")


def claimed(check, by, team=None, **names):
    given = {"organisation_name": "", "team_name": "", "service_name": "Checkout", **names}
    return claim_check(check=check, team=team, **given, by=by, at=AT)


def test_one_step_makes_an_organisation_a_team_and_a_service():
    service = start(
        organisation_name="Acme",
        team_name="Rooms",
        service_name="Bedroom",
        by=factories.user(),
        at=AT,
    )
    assert (str(service.organisation), str(service.team), str(service)) == (
        "Acme",
        "Rooms",
        "Bedroom",
    )


def test_a_check_is_claimed_into_a_team_of_one_s_own(cast, check):
    assert claimed(check, cast.owner, cast.team).team == cast.team


def test_a_check_is_claimed_into_a_new_organisation(cast, check):
    service = claimed(check, cast.outsider, organisation_name="New", team_name="First")
    assert (str(service.organisation), str(service.team)) == ("New", "First")


def test_nobody_claims_a_check_for_a_team_of_others(cast, check):
    with pytest.raises(NotInTeam):
        claimed(check, cast.outsider, Team.objects.get(name="Payments"))


def test_a_claim_that_is_refused_leaves_no_organisation_and_the_check(cast, check):
    existing = Organisation.objects.count()
    with pytest.raises(NameTaken):
        claimed(check, cast.owner, cast.team, service_name="bedroom")
    GuestCheck.objects.filter(pk=check.pk).get()
    assert Organisation.objects.count() == existing
