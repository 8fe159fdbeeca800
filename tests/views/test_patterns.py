"""The patterns of an organisation's services, as a lead finds them."""

import pytest

from assessments.models import PracticeFinding
from assessments.scoring.assess import RULES
from tests import crowds, factories

pytestmark = pytest.mark.django_db

PATTERNS = "/o/acme/patterns/"
MISSING = f"{PATTERNS}practice/run-regular-chaos-days/missing/"


def lacking(service):
    result = service.current_result or factories.result_row(service)
    PracticeFinding.objects.create(
        organisation=service.organisation,
        result=result,
        rules=RULES,
        practice="run-regular-chaos-days",
        status="missing",
    )


def test_without_any_assessment_the_page_says_what_to_do(owner, cast):
    page = owner.get(PATTERNS).text
    assert "No patterns yet" in page


def test_a_figure_leads_to_its_services_and_keeps_the_filter(owner, cast):
    lacking(cast.service)
    page = owner.get(f"{PATTERNS}?q=bed&by=team").text
    assert f'href="{MISSING}?q=bed"' in page


def test_a_page_says_of_how_many_it_speaks(owner, cast):
    lacking(cast.service)
    factories.service(cast.team, "Kitchen")
    page = owner.get(PATTERNS).text
    assert "Counted: 1 of 2 services, 1 never assessed." in page


def test_the_filter_narrows_the_figures_down(owner, cast):
    lacking(cast.service)
    lacking(factories.service(cast.team, "Kitchen"))
    (practice,) = owner.get(f"{PATTERNS}?q=kit").context["patterns"].practices
    assert practice.missing == 1


@pytest.mark.parametrize("page", [PATTERNS, MISSING])
def test_a_filter_that_there_is_not_is_refused(owner, page):
    assert owner.get(f"{page}?model=none").status_code == 400


def test_an_unknown_way_to_group_is_by_domain(owner, cast):
    lacking(cast.service)
    assert owner.get(f"{PATTERNS}?by=colour").context["by"] == "domain"


@pytest.mark.parametrize(
    "address",
    [
        "practice/none/missing/",
        "practice/run-regular-chaos-days/high-now/",
        "pitfall/none/high-now/",
        "pitfall/excessive-bau/missing/",
    ],
)
def test_what_there_is_not_is_not_found(owner, address):
    assert owner.get(PATTERNS + address).status_code == 404


def test_a_member_counts_only_what_they_may_see(client, cast):
    lacking(cast.service)
    client.force_login(cast.colleague)
    assert client.get(PATTERNS).context["patterns"].counted == 0
    assert cast.service.name not in client.get(MISSING).text


def test_services_behind_a_figure_come_in_pages(owner, cast):
    for service in crowds.assessed_services(cast.team, 30):
        lacking(service)
    page = owner.get(MISSING)
    assert page.context["page"].paginator.count == 30
    assert len(page.context["behind"]) == 25


@pytest.mark.parametrize("number", [2, 30])
def test_the_pages_cost_the_same_however_many_services(
    owner, cast, number, django_assert_num_queries
):
    for service in crowds.assessed_services(cast.team, number):
        lacking(service)
    with django_assert_num_queries(9):
        owner.get(PATTERNS)
    with django_assert_num_queries(9):
        owner.get(MISSING)
