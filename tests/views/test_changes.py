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


# --- The services behind a figure


def behind(of="target", changed="deployment_met", way="met"):
    return f"{CHANGES}{of}/{changed}/{way}/"


@pytest.fixture
def met(cast):
    now = timezone.now()
    missed = factories.result_row(
        cast.service, at=now - timedelta(days=100), deployment_met="missed"
    )
    return missed, factories.result_row(cast.service, at=now - timedelta(days=1))


def test_a_figure_leads_to_its_services_and_to_what_moved(owner, cast, met):
    page = owner.get(f"{CHANGES}?q=bed").text
    assert f'href="{behind()}?q=bed"' in page
    services = owner.get(f"{behind()}?q=bed").text
    earlier, later = (each.pk for each in met)
    assert f"?earlier={earlier}&amp;later={later}#moved" in services
    assert f"{CHANGES}?q=bed" in services


def test_nothing_behind_a_figure_is_said(owner, met):
    assert "No service is like this." in owner.get(behind(way="lost")).text


@pytest.mark.parametrize(
    ("of", "way"), [("target", "gained"), ("practice", "met"), ("models", "met")]
)
def test_a_figure_that_is_none_does_not_exist(owner, of, way):
    assert owner.get(behind(of=of, way=way)).status_code == 404


def test_days_that_cannot_be_lead_back_to_choosing_others(owner):
    asked = "?since=2026-02-01&until=2026-01-01"
    assert owner.get(behind() + asked)["Location"] == CHANGES + asked


def test_those_in_no_domain_can_be_looked_at_alone(owner, cast, met):
    assert "1 service" in owner.get(f"{behind()}?outside=1").text
    cast.team.domain = cast.organisation.domains.create(name="Buy")
    cast.team.save()
    assert "0 services" in owner.get(f"{behind()}?outside=1").text
