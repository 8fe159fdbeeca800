"""The page of what changed between two days."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import factories

pytestmark = pytest.mark.django_db

CHANGES = "/o/acme/changes/"


@pytest.fixture
def twice(cast):
    now = timezone.now()
    factories.result_row(cast.service, at=now - timedelta(days=100), model="ops-run-it")
    factories.result_row(cast.service, at=now - timedelta(days=1))


def test_by_itself_it_looks_back_one_rhythm(owner, twice):
    page = owner.get(CHANGES)
    assert page.context["changes"].compared == 1
    assert "from Ops Run It to You Build It You Run It" in page.text


def test_days_and_filter_stand_in_the_address(owner, twice):
    assert owner.get(f"{CHANGES}?q=nothing").context["changes"].compared == 0
    page = owner.get(f"{CHANGES}?q=bed&since=2000-01-01&until=2001-01-01")
    assert "Choose days further apart." in page.text
    assert '<input type="hidden" name="q" value="bed">' in page.text


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("since=2026-02-01&until=2026-01-01", "Choose a day after the first one."),
        ("since=2026-02-01&until=2026-02-01", "Choose a day after the first one."),
        ("since=soon", "Enter a valid date."),
        ("until=9999-12-31", "Choose a day that has a next one."),
    ],
)
def test_days_that_cannot_be_are_said(owner, asked, said):
    page = owner.get(f"{CHANGES}?{asked}")
    assert page.status_code == 422
    assert said in page.text


def test_a_faulty_filter_is_refused(owner):
    assert owner.get(f"{CHANGES}?model=none").status_code == 400
