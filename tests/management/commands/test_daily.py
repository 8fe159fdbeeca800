from datetime import timedelta
from io import StringIO

import pytest
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.utils import timezone

from assessments.models import GuestCheck, KeptForm, Organisation, RateLimit, SentForm
from assessments.writes.rate_limits import count
from tests import factories

pytestmark = pytest.mark.django_db


def run(command: str = "daily") -> str:
    told = StringIO()
    call_command(command, stdout=told)
    return told.getvalue()


@pytest.mark.parametrize("command", ["daily", "daily_cleanup", "delete_expired_guests"])
def test_it_deletes_what_no_guest_has_saved_for_thirty_days(command):
    factories.guest_check(token="old", at=timezone.now() - timedelta(days=31))
    kept = factories.guest_check(token="new", at=timezone.now() - timedelta(days=29))
    run(command)
    assert list(GuestCheck.objects.all()) == [kept]


def test_it_deletes_sessions_that_have_ended():
    ends = {"old": timezone.now() - timedelta(hours=1), "new": timezone.now() + timedelta(hours=1)}
    for key, end in ends.items():
        Session.objects.create(session_key=key, expire_date=end)
    run()
    assert [session.pk for session in Session.objects.all()] == ["new"]


def test_it_deletes_counts_that_count_no_more():
    for key, ago in (("old", 2), ("new", 0)):
        at = timezone.now() - timedelta(hours=ago)
        count(key=key, within=timedelta(hours=1), at=at)
    run()
    assert RateLimit.objects.count() == 1


def test_it_deletes_forms_that_were_kept_for_a_day():
    for key, days in (("old", 2), ("new", 0)):
        kept_at = timezone.now() - timedelta(days=days)
        KeptForm.objects.create(digest=key, fields=[], kept_at=kept_at)
    run()
    assert KeptForm.objects.get().digest == "new"


def test_it_deletes_forms_that_were_sent_hours_ago():
    for key, hours in (("old", 2), ("new", 0)):
        sent_at = timezone.now() - timedelta(hours=hours)
        SentForm.objects.create(digest=key, sender="someone", sent_at=sent_at)
    run()
    assert SentForm.objects.get().digest == "new"


def test_it_goes_on_with_organisations_that_are_deleted():
    gone, kept = factories.organisation("Gone", deleted_at=timezone.now()), factories.cast()
    run()
    assert not Organisation.objects.filter(pk=gone.pk).exists()
    assert Organisation.objects.filter(pk=kept.organisation.pk).exists()


def test_it_says_how_many():
    factories.guest_check(at=timezone.now() - timedelta(days=31))
    count(key="old", within=timedelta(0), at=timezone.now())
    factories.organisation(deleted_at=timezone.now())
    assert run() == (
        "Expired guest checks deleted: 1.\n"
        "Deleted organisations cleared away: 1.\n"
        "Expired rate limits deleted: 1.\n"
        "Kept PDFs deleted: 0.\n"
        "Expired downloads deleted: 0.\n"
        "Reminders sent: 0, refused by the server: 0.\n"
    )


def test_it_may_run_with_nothing_to_do():
    assert "checks deleted: 0." in run()
