from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from assessments.models import GuestCheck
from tests import factories

pytestmark = pytest.mark.django_db


def run() -> str:
    told = StringIO()
    call_command("delete_expired_guests", stdout=told)
    return told.getvalue()


def test_it_deletes_what_nobody_has_saved_for_thirty_days():
    factories.guest_check(token="old", at=timezone.now() - timedelta(days=31))
    kept = factories.guest_check(token="new", at=timezone.now() - timedelta(days=29))
    run()
    assert list(GuestCheck.objects.all()) == [kept]


def test_it_says_how_many():
    factories.guest_check(at=timezone.now() - timedelta(days=31))
    assert run() == "Expired guest checks deleted: 1.\n"


def test_it_may_run_with_nothing_to_do():
    assert run() == "Expired guest checks deleted: 0.\n"
