from io import StringIO

import pytest
from django.core.management import call_command

from assessments.models import Team
from tests import factories

pytestmark = pytest.mark.django_db


def run() -> str:
    told = StringIO()
    call_command("refresh_names", stdout=told)
    return told.getvalue()


def test_it_lists_what_got_a_number():
    acme = factories.organisation()
    for name in ("Écran", "Other"):
        factories.team(acme, name)
    Team.objects.filter(name="Other").update(name="ecran", search_key=None, sort_key=None)
    told = run().splitlines()
    assert "of acme is now called “ecran (2)”" in told[0]
    assert told[1] == "Names and keys written: 1. Given a number: 1."


def test_a_second_run_has_nothing_to_do():
    factories.cast()
    assert run() == "Names and keys written: 0. Given a number: 0.\n"
