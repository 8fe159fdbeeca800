"""Two threads at once at a guest's check: claimed, deleted or shown by a new link."""

from datetime import timedelta

import pytest

from assessments.models import ClaimedCheck, GuestCheck, SharedLink
from assessments.writes.guests import claim, delete_expired
from assessments.writes.shared_links import share
from tests import factories
from tests.writes.test_at_the_same_moment import both

pytestmark = pytest.mark.django_db(transaction=True)

LATER = factories.AT + timedelta(hours=1)


def shared(result) -> SharedLink:
    shown = {
        "with_notes": False,
        "with_evidence": False,
        "with_guidance": False,
        "with_words": False,
    }
    return share(result=result, name="The board", days=30, by=None, at=LATER, **shown)[0]


def test_a_link_made_while_the_check_is_claimed_ends_up_in_the_organisation(cast):
    check = factories.guest_check()
    result = factories.submitted_result(check)
    team, by = cast.team, cast.owner
    both(
        lambda: claim(check=check, team=team, service_name="Hall", by=by, at=LATER),
        lambda: shared(result),
    )
    assert SharedLink.objects.get().organisation == cast.organisation


def test_a_check_is_either_kept_for_a_new_link_or_deleted_with_none(cast):
    result = factories.submitted_result(factories.guest_check())
    at = factories.AT + GuestCheck.KEPT + timedelta(minutes=1)
    ends = both(lambda: delete_expired(at=at), lambda: shared(result).name)
    left = (GuestCheck.objects.count(), SharedLink.objects.count())
    assert (ends, left) in (([0, "The board"], (1, 1)), ([1, "ResultGone"], (0, 0)))


def test_two_claims_of_one_check_take_it_once(cast):
    check = factories.guest_check()
    team, by = cast.team, cast.owner

    def take(name):
        return claim(check=check, team=team, service_name=name, by=by, at=LATER).name

    ends = both(lambda: take("Hall"), lambda: take("Attic"))
    kept = ClaimedCheck.objects.get().service
    assert kept is not None
    assert sorted(ends) == sorted(["CheckGone", kept.name])
