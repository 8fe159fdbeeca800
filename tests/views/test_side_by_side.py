import pytest

from assessments.current import playbook
from assessments.models import Organisation
from tests import crowds, factories

pytestmark = pytest.mark.django_db

BESIDE = "/o/acme/compare/side-by-side/"


def beside(*services, **more):
    picked = "&".join(f"service={service.pk}" for service in services)
    return f"{BESIDE}?{picked}" + "".join(f"&{key}={value}" for key, value in more.items())


def line(response, label):
    groups = response.context["groups"]
    return next(line for group in groups for line in group.lines if line.label == label)


@pytest.fixture
def pair(cast):
    other = factories.service(cast.team, "Appointments")
    factories.submitted_result(cast.service)
    factories.submitted_result(other, factories.full_answers({"telemetry": "dont-know"}))
    return other, cast.service


def test_an_outsider_is_told_it_does_not_exist(client, cast):
    client.force_login(cast.outsider)
    assert client.get(beside(cast.service)).status_code == 404


@pytest.mark.parametrize("number", [0, 1, 7])
def test_fewer_than_two_or_more_than_six_are_refused(owner, cast, number):
    many = crowds.assessed_services(cast.team, 7)
    page = owner.get(beside(*many[:number]))
    assert page.status_code == 400
    assert "Pick 2 to 6 services" in page.text


def test_what_is_no_number_is_no_pick(owner, cast):
    assert owner.get(f"{BESIDE}?service=x&service={'9' * 40}").status_code == 400


def test_another_organisation_s_service_is_left_out(owner, cast):
    theirs = factories.service(Organisation.objects.get(slug="elsewhere").teams.get(), "Theirs")
    page = owner.get(beside(cast.service, theirs))
    assert page.context["services"] == (cast.service,)
    assert "1 service that the address asks for is left out" in page.text
    assert "Theirs" not in page.text


def test_a_member_sees_their_own_of_what_a_lead_s_link_picks(client, cast):
    client.force_login(cast.colleague)
    own = factories.service(cast.organisation.teams.get(name="Payments"), "Own")
    page = client.get(beside(own, cast.service, factories.service(cast.team, "Kitchen")))
    assert page.context["services"] == (own,)
    assert "2 services that the address asks for are left out" in page.text


def test_nothing_is_said_to_be_left_out_where_nothing_is(owner, pair):
    assert "left out" not in owner.get(beside(*pair)).text


def test_a_link_that_picks_nothing_one_may_see_leads_nowhere(client, cast):
    client.force_login(cast.colleague)
    assert client.get(beside(cast.service, factories.service(cast.team, "X"))).status_code == 404


def test_services_stand_side_by_side_by_name(owner, pair):
    page = owner.get(beside(*reversed(pair)))
    assert page.context["services"] == pair


def test_a_line_in_which_services_differ_says_so(owner, pair):
    page = owner.get(beside(*pair, lines="all"))
    question = playbook().questions["telemetry"].text
    assert line(page, question).differs
    assert not line(page, "Runs today").differs
    assert page.text.count(">Differs<") > 0


def test_what_is_alike_is_folded_and_counted_until_asked_for(owner, pair):
    folded = owner.get(beside(*pair))
    alike = playbook().questions["chaos-days"].text
    assert playbook().questions["telemetry"].text in folded.text
    assert alike not in folded.text
    group = next(each for each in folded.context["groups"] if each.alike)
    assert f"{group.alike} lines are alike." in folded.text
    assert alike in owner.get(beside(*pair, lines="all")).text


def test_a_service_never_assessed_takes_no_part_in_differing(owner, cast, pair):
    blank = factories.service(cast.team, "Blank")
    page = owner.get(beside(cast.service, blank))
    assert line(page, "Recommended model").cells[1] is None
    assert not any(each.differs for group in page.context["groups"] for each in group.lines)


@pytest.mark.parametrize("number", [2, 6])
def test_side_by_side_costs_five_queries_however_many(
    owner, cast, number, django_assert_num_queries
):
    many = crowds.assessed_services(cast.team, number)
    with django_assert_num_queries(5):
        owner.get(beside(*many))
