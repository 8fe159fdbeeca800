import csv

import pytest
from django.urls import reverse

from assessments.models import Domain, Organisation, Role
from tests import crowds, factories

pytestmark = pytest.mark.django_db

COMPARE = "/o/acme/compare/"
OPS = {"model": "ops-run-it", "availability": "99.9", "deployment": "monthly"}


@pytest.fixture
def estate(cast):
    """Bedroom and Zebra under their teams, Appointments never assessed, Stock under operations."""
    payments = cast.organisation.teams.get(name="Payments")
    payments.domain = Domain.objects.create(organisation=cast.organisation, name="Money")
    payments.save()
    factories.result_row(cast.service)
    factories.result_row(
        factories.service(payments, "Zebra"),
        deployment_throughput=10,
        misfit=True,
        present_model="ops-run-it",
        availability_met="met",
    )
    factories.result_row(
        factories.service(cast.team, "Stock"), part=OPS, deployment_throughput=None
    )
    factories.service(cast.team, "Appointments")
    return payments


def names(client, address=COMPARE):
    return [row.record.name for row in client.get(address).context["table"].paginated_rows]


def cell(response, band, demand):
    for row in response.context["selector"].rows:
        for each in row.cells:
            if (row.row.band, each.cell.demand) == (band, demand):
                return each
    raise AssertionError


# --- Names


NAMES = ["Zebra", "Ärger", "Łódź", "Line 10", "Line 9", "Écran tactile", "écho", "Ørsted"]
IN_ORDER = ["Ärger", "écho", "Écran tactile", "Line 9", "Line 10", "Łódź", "Ørsted", "Zebra"]


@pytest.fixture
def spelt(cast):
    cast.service.delete()
    for name in NAMES:
        factories.service(cast.team, name)


def test_services_are_listed_by_name_whatever_their_letters(owner, spelt):
    assert names(owner) == IN_ORDER


def test_they_are_listed_the_other_way_round(owner, spelt):
    assert names(owner, f"{COMPARE}?sort=-name") == IN_ORDER[::-1]


def test_the_csv_has_them_in_the_same_order(owner, spelt):
    text = b"".join(owner.get("/o/acme/compare.csv")).decode("utf-8-sig")
    assert [row["Service"] for row in csv.DictReader(text.splitlines())] == IN_ORDER


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("écran", ["Écran tactile"]),
        ("ECRAN", ["Écran tactile"]),
        ("ec", ["écho", "Écran tactile"]),
        ("LODZ", ["Łódź"]),
        ("orsted", ["Ørsted"]),
        ("arger", ["Ärger"]),
        ("line  9", ["Line 9"]),
    ],
)
def test_a_service_is_found_whatever_its_letters(owner, spelt, typed, found):
    assert names(owner, f"{COMPARE}?q={typed}") == found


def test_a_name_of_another_organisation_is_not_found(owner, cast):
    factories.service(factories.team(factories.organisation("Other")), "Écran")
    assert names(owner, f"{COMPARE}?q=ecran") == []


# --- Who


def test_an_outsider_is_told_it_does_not_exist(client, cast):
    client.force_login(cast.outsider)
    assert client.get(COMPARE).status_code == 404


def test_a_member_compares_their_own_teams_services_only(client, cast, estate):
    client.force_login(cast.colleague)
    page = client.get(COMPARE)
    assert [row.record.name for row in page.context["table"].paginated_rows] == ["Zebra"]
    assert page.context["figures"].total == 1
    assert ">Rooms<" not in page.text


def test_a_lead_without_a_team_compares_everything(client, cast, estate):
    client.force_login(factories.member(cast.organisation, "lead@example.org", role=Role.LEAD))
    assert len(names(client)) == 4


# --- In what order


def test_services_stand_by_name(owner, estate):
    assert names(owner) == ["Appointments", "Bedroom", "Stock", "Zebra"]


def test_case_does_not_matter_to_the_order(owner, cast, estate):
    factories.service(cast.team, "apricot")
    assert names(owner)[:2] == ["Appointments", "apricot"]


def test_services_are_sorted_by_a_score_when_asked(owner, estate):
    assert names(owner, f"{COMPARE}?sort=-throughput")[:2] == ["Bedroom", "Zebra"]
    assert names(owner, f"{COMPARE}?sort=throughput")[:2] == ["Zebra", "Bedroom"]


@pytest.mark.parametrize("sort", ["throughput", "-throughput"])
def test_services_without_a_score_come_last_by_name(owner, estate, sort):
    assert names(owner, f"{COMPARE}?sort={sort}")[2:] == ["Appointments", "Stock"]


@pytest.mark.parametrize(
    "sort",
    [
        "team",
        "model",
        "present",
        "availability",
        "deployment",
        "restore",
        "reliability",
        "learning",
        "answered",
        "submitted",
        "direction",
        "exposure",
        "loss",
        "freshness",
        "risk",
    ],
)
def test_every_column_sorts_both_ways(owner, estate, sort):
    for way in (sort, f"-{sort}"):
        assert len(names(owner, f"{COMPARE}?sort={way}")) == 4


def test_an_unknown_sort_is_ignored(owner, estate):
    assert names(owner, f"{COMPARE}?sort=drop")[0] == "Appointments"


def test_the_sorted_column_says_so(owner, estate):
    page = owner.get(f"{COMPARE}?sort=-submitted").text
    assert page.count("aria-sort") == 1
    assert 'aria-sort="descending"' in page


# --- Filters


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("q=ZEB", ["Zebra"]),
        ("q=Zéb%C2%A0", ["Zebra"]),
        ("q=%E2%80%8B", ["Appointments", "Bedroom", "Stock", "Zebra"]),
        ("q=%00", ["Appointments", "Bedroom", "Stock", "Zebra"]),
        ("q=e_r", []),
        ("model=ops-run-it", ["Stock"]),
        ("model=not-assessed", ["Appointments"]),
        ("present=ops-run-it", ["Stock", "Zebra"]),
        ("band=high", ["Stock"]),
        ("demand=very-high", ["Bedroom", "Zebra"]),
        ("band=high&demand=low", ["Stock"]),
        ("band=high&demand=very-high", []),
        ("finding=misfit", ["Zebra"]),
        ("finding=missed", ["Bedroom", "Stock"]),
    ],
)
def test_services_are_narrowed_down(owner, estate, asked, found):
    assert names(owner, f"{COMPARE}?{asked}") == found


def test_services_are_narrowed_down_to_a_team(owner, cast, estate):
    assert names(owner, f"{COMPARE}?team={estate.pk}") == ["Zebra"]


def test_services_are_narrowed_down_to_a_domain(owner, cast, estate):
    assert names(owner, f"{COMPARE}?domain={estate.domain.pk}") == ["Zebra"]


def test_band_and_demand_must_meet_in_one_part(owner, cast, estate):
    # Its digital part is medium and daily, its other one high and monthly.
    cast.service.current_result.parts.create(
        organisation=cast.organisation, part="foundational", out_of_hours="operations", **OPS
    )
    assert "Bedroom" in names(owner, f"{COMPARE}?band=high&demand=low")
    assert "Bedroom" not in names(owner, f"{COMPARE}?band=high&demand=very-high")


def test_a_service_of_two_parts_stands_in_the_list_once(owner, cast, estate):
    cast.service.current_result.parts.create(
        organisation=cast.organisation, part="foundational", out_of_hours="operations", **OPS
    )
    assert names(owner).count("Bedroom") == 1


def test_archived_services_are_hidden_until_asked_for(owner, cast, estate):
    cast.service.archived_at = factories.AT
    cast.service.save()
    assert "Bedroom" not in names(owner)
    assert "Bedroom" in names(owner, f"{COMPARE}?archived=on")


@pytest.mark.parametrize(
    "asked", ["model=best", "present=nobody", "band=extreme", "q=" + "x" * 101]
)
def test_a_filter_that_makes_no_sense_is_refused_with_a_message(owner, estate, asked):
    page = owner.get(f"{COMPARE}?{asked}")
    assert page.status_code == 400
    assert "This filter cannot be used" in page.text


# --- What the address asks for and who opens it may not see


LEFT_OUT = "Left out of the filter"


def left_out(client, asked, address=COMPARE):
    """What the page says was left out, and whether it was answered as well."""
    page = client.get(f"{address}?{asked}")
    return page.status_code, [str(label) for label in page.context["filter"].left_out]


@pytest.mark.parametrize("value", ["999999", "x", "-1", "1" * 40, "\u0661"])
@pytest.mark.parametrize("name", ["team", "domain"])
def test_a_team_or_domain_that_there_is_not_is_left_out(owner, estate, name, value):
    assert left_out(owner, f"{name}={value}") == (200, [name.title()])


def test_another_organisation_s_team_is_left_out(owner, cast, estate):
    theirs = Organisation.objects.get(slug="elsewhere").teams.get()
    assert left_out(owner, f"team={theirs.pk}") == (200, ["Team"])


@pytest.fixture
def lead_s_link(cast, estate):
    """What a lead's filter for one team's services asks for."""
    cast.team.domain = Domain.objects.create(organisation=cast.organisation, name="Sleep")
    cast.team.save()
    return f"team={cast.team.pk}&domain={cast.team.domain.pk}"


def test_a_member_sees_their_own_where_a_link_asks_for_another_team_s(client, cast, lead_s_link):
    client.force_login(cast.colleague)
    page = client.get(f"{COMPARE}?{lead_s_link}")
    assert [row.record.name for row in page.context["table"].paginated_rows] == ["Zebra"]
    assert LEFT_OUT in page.text
    assert "Team, Domain" in page.text


def test_what_is_left_out_does_not_say_that_it_exists(client, cast, lead_s_link):
    client.force_login(cast.colleague)
    page = client.get(f"{COMPARE}?{lead_s_link}").text
    assert "Rooms" not in page
    assert "Sleep" not in page


def test_the_rest_of_such_a_filter_holds(client, cast, lead_s_link):
    client.force_login(cast.colleague)
    assert names(client, f"{COMPARE}?{lead_s_link}&model=ops-run-it") == []
    assert names(client, f"{COMPARE}?{lead_s_link}&finding=misfit&sort=team") == ["Zebra"]


def test_nothing_is_said_to_be_left_out_where_nothing_is(owner, estate):
    assert LEFT_OUT not in owner.get(f"{COMPARE}?team={estate.pk}&domain=").text


def test_the_csv_holds_what_the_member_may_see_and_ends_with_what_was_left_out(
    client, cast, lead_s_link
):
    client.force_login(cast.colleague)
    sheet = b"".join(client.get(f"/o/acme/compare.csv?{lead_s_link}")).decode("utf-8-sig")
    headings, service, said = csv.reader(sheet.splitlines())
    assert service[0] == "Zebra"
    assert said[0].startswith(LEFT_OUT)
    assert len(said) == len(headings)


def test_a_filter_that_finds_nothing_says_so(owner, estate):
    assert "No service is like this." in owner.get(f"{COMPARE}?q=nothing").text


def test_an_organisation_without_services_is_led_to_adding_one(owner, cast):
    cast.service.delete()
    page = owner.get(COMPARE)
    assert reverse("service-new", args=["acme"]) in page.text


# --- What is shown


def test_a_service_never_assessed_stands_with_dashes(owner, cast):
    page = owner.get(COMPARE).text
    assert '<span class="tag">Not assessed</span>' in page
    assert page.count(">—</td>") == 8


def test_no_score_is_no_zero(owner, cast):
    factories.result_row(cast.service, service_reliability=0, learning_culture=None)
    page = owner.get(COMPARE).text
    assert "Reliability <strong>0</strong>" in page
    assert "Learning <strong>—</strong>" in page


def test_the_figures_count_what_is_filtered(owner, estate):
    figures = owner.get(COMPARE).context["figures"]
    assert (figures.you_build_it_you_run_it, figures.ops_run_it, figures.not_assessed) == (2, 1, 1)
    assert (figures.misfits, figures.missing_a_target, figures.availability_missed) == (1, 2, 2)


def test_the_selector_counts_the_parts_in_each_cell(owner, estate):
    page = owner.get(COMPARE)
    assert cell(page, "medium", "very-high").count == 2
    assert cell(page, "high", "low").count == 1
    assert cell(page, "low", "low").count == 0


def test_the_selector_counts_what_is_filtered(owner, estate):
    page = owner.get(f"{COMPARE}?finding=misfit")
    assert cell(page, "medium", "very-high").count == 1
    assert cell(page, "high", "low").count == 0


def test_a_cell_leads_to_its_services_and_keeps_the_filter(owner, estate):
    page = owner.get(f"{COMPARE}?finding=missed&page=1").text
    assert 'href="?finding=missed&amp;band=high&amp;demand=low"' in page


# --- Pages


def test_a_page_beyond_the_end_is_the_last_one(owner, cast):
    crowds.assessed_services(cast.team, 60)
    assert len(names(owner, f"{COMPARE}?page=99")) == 11


@pytest.mark.parametrize("page", ["0", "-1", "x", ""])
def test_a_page_that_is_none_is_still_answered(owner, cast, page):
    assert names(owner, f"{COMPARE}?page={page}&per_page=0") == ["Bedroom"]


@pytest.mark.parametrize("number", [10, 1000])
@pytest.mark.parametrize("asked", ["", "?sort=-availability&band=medium&demand=very-high"])
def test_the_table_costs_thirteen_queries_however_many_services(
    owner, cast, number, asked, django_assert_num_queries
):
    crowds.assessed_services(cast.team, number)
    with django_assert_num_queries(13):
        owner.get(COMPARE + asked)
