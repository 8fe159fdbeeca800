from datetime import timedelta

import pytest

from assessments.models import GuestCheck, Result, SharedLink
from assessments.tokens import digest
from assessments.writes import shared_links
from assessments.writes.errors import ResultGone
from assessments.writes.guests import claim
from assessments.writes.shared_links import (
    CheckEnds,
    EnoughLinks,
    note_opened,
    revoke,
    share,
)
from tests import factories

pytestmark = pytest.mark.django_db

AT = factories.AT
LATER = AT + timedelta(hours=1)
DAY = timedelta(days=1)


@pytest.fixture
def result(cast):
    return factories.submitted_result(cast.service)


@pytest.fixture
def guests():
    return factories.submitted_result(factories.guest_check())


def shared(result, *, by=None, at=AT, **changes):
    shown = {
        "with_notes": False,
        "with_evidence": False,
        "with_guidance": False,
        "with_words": False,
    }
    fields = {"name": "The board", "days": 30, **shown, **changes}
    return share(result=result, by=by, at=at, **fields)


def test_only_the_hash_of_a_link_s_token_is_kept(result):
    link, token = shared(result)
    assert link.token_hash == digest(token)
    assert token not in str(SharedLink.objects.values())


def test_a_link_says_who_made_it_for_whom_and_until_when(cast, result):
    link, _token = shared(result, by=cast.owner, days=7)
    assert (link.name, link.created_by, link.expires_at) == ("The board", cast.owner, AT + 7 * DAY)


def test_a_link_belongs_to_the_organisation_of_its_result(cast, result, guests):
    assert shared(result)[0].organisation == cast.organisation
    assert shared(guests)[0].organisation == guests.organisation


def test_a_result_deleted_meanwhile_is_not_shared(cast, result):
    cast.service.current_result = None
    cast.service.save()
    Result.objects.all().delete()
    with pytest.raises(ResultGone):
        shared(result)


def test_there_is_an_end_to_the_links_of_a_result(result, monkeypatch):
    monkeypatch.setattr(shared_links, "MOST_LIVE", 2)
    first, _token = shared(result)
    shared(result)
    with pytest.raises(EnoughLinks):
        shared(result)
    revoke(link=first, by=None, at=AT)
    shared(result)


def test_a_guest_s_link_ends_with_the_check_at_the_latest(guests):
    link, _token = shared(guests, days=90, at=AT + 20 * DAY)
    assert link.expires_at == AT + 90 * DAY


def test_a_check_about_to_be_deleted_is_not_shared(guests):
    with pytest.raises(CheckEnds):
        shared(guests, at=AT + 90 * DAY)


def test_a_link_made_of_a_claimed_check_has_its_organisation(cast, guests):
    stale = Result.objects.get(pk=guests.pk)
    check = GuestCheck.objects.get()
    claim(check=check, team=cast.team, service_name="Hall", by=cast.owner, at=LATER)
    assert shared(stale)[0].organisation == cast.organisation


def test_a_revoked_link_says_who_revoked_it_and_when_first(cast, result):
    link, _token = shared(result)
    revoke(link=link, by=cast.owner, at=LATER)
    revoke(link=link, by=cast.colleague, at=LATER + DAY)
    link.refresh_from_db()
    assert (link.revoked_by, link.revoked_at) == (cast.owner, LATER)


@pytest.mark.parametrize(("seconds", "noted"), [(30, 0), (90, 90)])
def test_when_it_was_last_opened_is_noted_to_the_minute(result, seconds, noted):
    link, _token = shared(result)
    for after in (0, seconds):
        note_opened(link=link, at=LATER + timedelta(seconds=after))
    link.refresh_from_db()
    assert link.last_opened_at == LATER + timedelta(seconds=noted)


def test_links_go_with_the_organisation_and_with_the_service(cast, result):
    shared(result)
    cast.organisation.delete()
    assert not SharedLink.objects.exists()
