"""Scenarios as leads save and read them."""

import pytest

from assessments.models import Role, Scenario, ScenarioService
from tests import factories

pytestmark = pytest.mark.django_db

SCENARIOS = "/o/acme/scenarios/"
NEW = f"{SCENARIOS}new/"


@pytest.fixture
def lead(client, cast):
    client.force_login(factories.member(cast.organisation, "lead@example.org", role=Role.LEAD))
    return client


@pytest.fixture
def operated(cast):
    return factories.result_row(
        cast.service,
        cover="operations",
        present_model="ops-run-it",
        misfit=True,
        part={"out_of_hours": "team", "availability": "99.9"},
    )


@pytest.fixture
def saved(cast, operated):
    return factories.scenario(cast.service)


def moving(service, model="you-build-it-you-run-it", band=""):
    return {f"model-{service.pk}": model, f"band-{service.pk}": band}


def test_picked_services_are_moved_and_the_picture_saved(lead, cast, operated):
    factories.service(cast.team, "Stock")
    path = f"{NEW}?pick={cast.service.pk}"
    page = lead.get(path)
    assert "The picture of 2 services" in page.text
    response = lead.post(path, {"name": "By teams", **moving(cast.service)})
    made = Scenario.objects.get()
    assert response["Location"] == f"{SCENARIOS}{made.pk}/"
    moves = made.rows.values_list("service__name", "model", "band")
    assert set(moves) == {("Bedroom", "you-build-it-you-run-it", ""), ("Stock", "", "")}


def test_the_page_says_in_a_sentence_what_it_comes_to(lead, cast, saved):
    cast.organisation.standby_price, cast.organisation.operations_price = 60_000, 200_000
    cast.organisation.save()
    page = lead.get(f"{SCENARIOS}{saved.pk}/").text
    assert "1 standby rotas where they have 0 today, with 3 people instead of 0" in page
    assert "0 services are run otherwise than recommended, 1 today" in page
    assert "It costs £140,000 a year less." in page
    assert "It fits then." in page


def test_prices_are_tried_out_in_the_address(lead, saved):
    path = f"{SCENARIOS}{saved.pk}/"
    assert "Enter the prices below" in lead.get(path).text
    page = lead.get(f"{path}?standby_price=60k&operations_price=10k&rota_people=4")
    assert "Tried out" in page.text
    assert "It costs £50,000 a year more." in page.text
    assert lead.get(f"{path}?rota_people=1").status_code == 422


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"name": ""}, "Type a name."),
        ({"model": ""}, "Move at least one service"),
        ({"model": "hybrid"}, "Select a valid choice"),
        ({"band": "very-high"}, "Select a valid choice"),
    ],
)
def test_what_cannot_be_is_said(lead, cast, given, said):
    move = moving(cast.service, given.get("model", "ops-run-it"), given.get("band", ""))
    path = f"{NEW}?pick={cast.service.pk}"
    response = lead.post(path, {"name": given.get("name", "Tried"), **move})
    assert response.status_code == 422
    assert said in response.text
    assert not Scenario.objects.exists()


def test_without_picks_one_is_led_to_ticking_some(lead):
    assert "No service is picked" in lead.get(NEW).text
    assert lead.post(NEW, {"name": "Tried"}).status_code == 422


def test_a_name_that_is_taken_is_said_beside_the_name(lead, cast, saved):
    path = f"{NEW}?pick={cast.service.pk}"
    response = lead.post(path, {"name": saved.name.upper(), **moving(cast.service)})
    assert "Choose another name" in response.context["form"].errors["name"][0]


def test_a_scenario_is_changed(lead, cast, saved):
    path = f"{SCENARIOS}{saved.pk}/edit/"
    shown = lead.get(path).context["form"]["shown"].value()
    given = {"name": "Higher", "shown": shown, **moving(cast.service, "", "high")}
    assert lead.post(path, given).status_code == 302
    row = ScenarioService.objects.get()
    assert (row.scenario.name, row.model, row.band) == ("Higher", "", "high")


def test_what_somebody_changed_meanwhile_is_not_overwritten_unsaid(lead, cast, saved):
    path = f"{SCENARIOS}{saved.pk}/edit/"
    shown = lead.get(path).context["form"]["shown"].value()
    Scenario.objects.update(name="Theirs")
    given = {"name": "Mine", "shown": shown, **moving(cast.service, "ops-run-it")}
    response = lead.post(path, given)
    assert response.status_code == 422
    assert "in another window meanwhile" in response.text
    form = response.context["form"]
    assert form["name"].value() == "Mine"
    assert lead.post(path, given | {"shown": form["shown"].value()}).status_code == 302
    assert Scenario.objects.get().name == "Mine"


def test_what_was_chosen_is_kept_over_a_log_in(client, cast, saved):
    path = f"{SCENARIOS}{saved.pk}/edit/"
    client.post(path, {"name": "Mine", **moving(cast.service, "ops-run-it", "high")})
    client.force_login(cast.owner)
    form = client.get(path).context["form"]
    chosen = [form[f"{part}-{cast.service.pk}"].value() for part in ("model", "band")]
    assert chosen == ["ops-run-it", "high"]


def test_a_scenario_is_deleted_and_nothing_else(lead, cast, saved):
    assert "The scenario goes, and nothing else" in lead.get(f"{SCENARIOS}{saved.pk}/delete/").text
    lead.post(f"{SCENARIOS}{saved.pk}/delete/")
    assert not Scenario.objects.exists()
    assert cast.service.results.exists()


def test_the_list_leads_to_each(lead, saved):
    page = lead.get(SCENARIOS).text
    assert f"{SCENARIOS}{saved.pk}/" in page
    assert "1 service moves" in page


def test_a_coach_reads_scenarios_and_plans_none(client, cast, saved):
    client.force_login(factories.member(cast.organisation, "coach@example.org", role=Role.COACH))
    assert client.get(f"{SCENARIOS}{saved.pk}/").status_code == 200
    for path in (NEW, f"{SCENARIOS}{saved.pk}/edit/", f"{SCENARIOS}{saved.pk}/delete/"):
        assert client.get(path).status_code == 404


@pytest.mark.parametrize("rest", ["", "edit/", "delete/"])
def test_a_member_sees_none(client, cast, saved, rest):
    client.force_login(cast.colleague)
    assert client.get(f"{SCENARIOS}{saved.pk}/{rest}").status_code == 404
    assert client.get(SCENARIOS).status_code == 404
