"""What leads read costs the same number of queries at 10, 1,000 and 10,000 services."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from assessments.cover.scenarios import Move
from assessments.models import Result, Role, Service
from assessments.writes.scenarios import save_scenario
from tests import crowds, factories

pytestmark = pytest.mark.django_db

WITH_FINDINGS = 100
"""Of those services; more rows are as many queries, and the database only counts them longer."""

PAGES = {
    "compare/": 16,
    "compare/?sort=-exposure&page=2": 16,
    "compare/?finding=misfit&freshness=stale": 16,
    "compare/move-first/": 12,
    "patterns/": 12,
    "patterns/?by=team": 12,
    "patterns/practice/run-regular-chaos-days/missing/": 12,
    "changes/?since=2026-10-15&until=2026-11-15": 12,
    "changes/practice/run-regular-chaos-days/gained/?since=2026-10-15&until=2026-11-15": 12,
    "cover/": 12,
    "scenarios/": 12,
    "scenarios/{scenario}/": 14,
    "rounds/": 12,
    "rounds/{round}/": 12,
    "compare/?round={round}": 16,
    "estate.md": 24,
}
"""What leads look at, and how many queries it may take at most."""


@pytest.fixture
def cost(client, cast):
    """How many queries each page takes over that many services."""
    client.force_login(factories.member(cast.organisation, "lead@example.org", role=Role.LEAD))

    def counted(number):
        services = crowds.assessed_services(cast.team, number)
        told_in_full(cast, services[:WITH_FINDINGS])
        crowds.findings(crowds.last_results(services)[:WITH_FINDINGS])
        a_month_ago = crowds.results(services, factories.AT.replace(month=10))
        crowds.findings(a_month_ago[:WITH_FINDINGS], turn=1)
        round_ = factories.round_of(services[:100])
        cast.organisation.scenarios.all().delete()
        moves = {each.pk: Move(model="ops-run-it") for each in services[:5]}
        scenario = save_scenario(
            organisation=cast.organisation,
            name="Tried",
            services=Service.objects.all(),
            moves=moves,
            by=None,
            at=factories.AT,
        )
        keys = {"round": round_.pk, "scenario": scenario.pk}
        return {page: queries_of(client, page.format(**keys)) for page in PAGES}

    return counted


def told_in_full(cast, services):
    """They have documents, which pages read to tell why; the first ten alone are misfits."""
    real = factories.submitted_result(cast.service)
    told = {"document": real.document, "inputs": real.inputs, "answers": real.answers}
    cast.service.results.all().delete()
    keys = [each.current_result_id for each in services]
    Result.objects.filter(pk__in=keys).update(**told)
    Result.objects.exclude(pk__in=keys[:10]).update(misfit=False)


def queries_of(client, page):
    path = f"/o/acme/{page}"
    client.get(path)  # what fills the process's caches
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


@pytest.mark.parametrize("number", [1_000, 10_000])
def test_pages_cost_what_they_cost_at_ten_services(cost, cast, number):
    few = cost(10)
    cast.organisation.rounds.all().delete()
    cast.organisation.services.exclude(pk=cast.service.pk).delete()
    assert cost(number) == few
    assert {page: few[page] for page in PAGES if few[page] > PAGES[page]} == {}
