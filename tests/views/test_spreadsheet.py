import csv
import io

import pytest

from assessments.models import Domain
from assessments.tables import csv_lines as spreadsheet
from tests import crowds, factories

pytestmark = pytest.mark.django_db

CSV = "/o/acme/compare.csv"


@pytest.fixture
def zebra(cast):
    """A misfit of another team's, in a domain."""
    payments = cast.organisation.teams.get(name="Payments")
    payments.domain = Domain.objects.create(organisation=cast.organisation, name="Money")
    payments.save()
    service = factories.service(payments, "Zebra")
    factories.result_row(
        service,
        deployment_throughput=10,
        misfit=True,
        present_model="ops-run-it",
        availability_met="met",
    )
    return service


def rows(response):
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_an_outsider_is_told_it_does_not_exist(client, cast):
    client.force_login(cast.outsider)
    assert client.get(CSV).status_code == 404


def test_a_member_gets_their_own_teams_services_only(client, cast, zebra):
    client.force_login(cast.colleague)
    assert [row["Service"] for row in rows(client.get(CSV))] == ["Zebra"]


def test_a_filter_that_makes_no_sense_is_refused_with_a_message(owner):
    page = owner.get(f"{CSV}?model=best")
    assert page.status_code == 400
    assert "This filter cannot be used" in page.text


def test_the_csv_holds_every_service_in_the_same_filter_and_order(owner, zebra):
    factories.service(zebra.team, "Zoo")
    found = rows(owner.get(f"{CSV}?sort=-name&q=z"))
    assert [row["Service"] for row in found] == ["Zoo", "Zebra"]


def test_the_csv_tells_models_targets_and_scores(owner, zebra):
    row = rows(owner.get(f"{CSV}?q=zebra"))[0]
    assert row["Domain"] == "Money"
    assert row["Recommended model"] == "You Build It You Run It"
    assert row["Misfit"] == "yes"
    assert row["Digital part: availability target, %"] == "99.0"
    assert row["Foundational part: deployment target"] == ""
    assert row["Availability target"] == "Met"
    assert row["Deployment throughput"] == "10"
    assert row["Learning culture"] == ""
    assert (row["Answered"], row["Asked"]) == ("30", "35")
    assert row["Last submitted"] == "2026-11-02"


def test_the_csv_tells_what_a_lead_decides_by(owner, zebra):
    row = rows(owner.get(f"{CSV}?q=zebra"))[0]
    assert row["Direction"] == "Towards You Build It You Run It"
    assert row["Freshness"] in ("Up to date", "Stale")
    assert row["Digital part: exposure an hour"] == ""
    assert row["Digital part: accepted loss a week"] == "336000"
    assert row["Digital part: out-of-hours cover"] == "A rota shared by the domain"
    assert row["Foundational part: accepted loss a week"] == ""
    assert (row["Currency"], row["Service, number"]) == ("GBP", str(zebra.pk))
    assert (row["Recommended model, slug"], row["Runs today, slug"]) == (
        "you-build-it-you-run-it",
        "ops-run-it",
    )


def test_the_csv_leaves_the_rest_empty_for_what_was_never_assessed(owner, cast):
    row = rows(owner.get(CSV))[0]
    assert row["Recommended model"] == "Not assessed"
    assert set(list(row.values())[5:23]) == {""}
    assert row["Freshness"] == ""


def test_every_line_of_the_csv_has_a_cell_under_each_heading(owner, zebra):
    text = b"".join(owner.get(f"{CSV}?team=999").streaming_content).decode("utf-8-sig")
    found = list(csv.reader(io.StringIO(text)))
    assert len(found) >= 3
    assert {len(row) for row in found} == {35}


def test_the_csv_writes_versions_so_that_none_is_taken_for_a_number(owner, zebra):
    assert rows(owner.get(f"{CSV}?q=zebra"))[0]["Playbook version"] == "v2026.12"


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        *((f"{sign}1", f"'{sign}1") for sign in "=+-@＝＋－＠﹦﹢﹣﹫"),  # noqa: RUF001
        *(("\tx", "'\tx"), ("\rx", "'\rx"), ("\nx", "'\nx"), (" =1", "' =1")),
        *(("a;=1", "a;'=1"), ("a; ＝1", "a;' ＝1"), ("a\t=1", "a\t'=1"), ("a\n@x", "a\n'@x")),  # noqa: RUF001
        *(("a\r\n+1", "a\r'\n'+1"), (";;-1", ";;'-1"), ("\t=1", "'\t'=1"), ('";=1"', '";\'=1"')),
        *(("a=1", "a=1"), ("a - b", "a - b"), ("a;b", "a;b"), ("x@y;z", "x@y;z"), ("'=1", "'=1")),
    ],
)
def test_what_a_spreadsheet_would_run_is_marked_as_text_and_nothing_else(name, cell):
    assert spreadsheet.harmless(name) == cell


@pytest.mark.parametrize("field", ["service", "team", "domain"])
def test_no_name_in_the_csv_is_run(owner, zebra, field):
    named = {"service": zebra, "team": zebra.team, "domain": zebra.team.domain}[field]
    named.name = "Zebra;=1+1"
    named.save()
    assert rows(owner.get(f"{CSV}?q=zebra"))[0][field.title()] == "Zebra;'=1+1"


def test_the_csv_begins_with_a_byte_order_mark_for_excel(owner):
    assert b"".join(owner.get(CSV).streaming_content).startswith(b"\xef\xbb\xbf")


def test_the_csv_is_named_for_the_organisation_and_the_day(owner):
    disposition = owner.get(CSV)["Content-Disposition"]
    assert disposition.startswith('attachment; filename="services-acme-2')
    assert disposition.endswith('.csv"')


@pytest.mark.parametrize("number", [10, 1000])
def test_the_csv_costs_six_queries_however_many_services(
    owner, cast, number, django_assert_num_queries
):
    crowds.assessed_services(cast.team, number)
    with django_assert_num_queries(6):
        assert len(rows(owner.get(CSV))) == number + 1


def test_nothing_is_read_any_more_once_the_first_line_is_sent(
    owner, zebra, django_assert_num_queries
):
    response = owner.get(CSV)
    with django_assert_num_queries(0):
        assert len(rows(response)) == 2
