from importlib import import_module

import pytest
from django.apps import apps

from assessments.models import GuestCheck, Organisation, Service, Team, User
from assessments.names import sort_key
from assessments.writes.stored_names import refresh_names
from tests import factories

pytestmark = pytest.mark.django_db

NO_KEYS = {"search_key": None, "sort_key": None}


@pytest.fixture
def team():
    return factories.team(factories.organisation())


def stored(team, *names, **fields):
    """Services of exactly these names, as the previous release writes them: without keys."""
    made = [factories.service(team, f"Service {at}", **fields) for at in range(len(names))]
    for service, name in zip(made, names, strict=True):
        Service.objects.filter(pk=service.pk).update(name=name, **NO_KEYS)
    return made


def names():
    return list(Service.objects.order_by("pk").values_list("name", flat=True))


def test_a_stored_name_is_tidied_and_gets_its_keys(team):
    stored(team, "Cafe\u0301\u200b  desk")
    assert refresh_names([Service]) == (1, [])
    service = Service.objects.get()
    assert (service.name, service.search_key) == ("Café desk", "cafe desk")
    assert bytes(service.sort_key) == sort_key("Café desk")


def test_the_later_of_two_alike_gets_a_number_and_is_listed(team):
    _first, second = stored(team, "Écran", "ecran")
    _written, renamed = refresh_names([Service])
    assert names() == ["Écran", "ecran (2)"]
    assert [str(each) for each in renamed] == [
        f"Service {second.pk} of acme is now called “ecran (2)”: another one there is “ecran”, too."
    ]


def test_who_bore_the_name_as_it_is_keeps_it(team):
    stored(team, "Checkout\u200b", "Checkout")
    refresh_names([Service])
    assert names() == ["Checkout (2)", "Checkout"]


def test_a_number_that_is_taken_is_passed_over(team):
    stored(team, "Écran", "ecran", "Ècran", "ECRAN (2)")
    refresh_names([Service])
    assert names() == ["Écran", "ecran (3)", "Ècran (4)", "ECRAN (2)"]


def test_a_number_fits_a_name_as_long_as_there_may_be(team):
    stored(team, "É" * 100, "e" * 100)
    refresh_names([Service])
    assert names() == ["É" * 100, "e" * 96 + " (2)"]


def test_a_name_of_signs_that_stand_for_many_letters_gets_a_number(team):
    stored(team, "\ufdfa" * 99, "\ufdfa" * 98 + "\u200b\ufdfa")
    refresh_names([Service])
    assert names() == ["\ufdfa" * 99, "\ufdfa" * 96 + " (2)"]


def test_a_name_that_grows_as_it_is_composed_is_cut(team):
    stored(team, "\u0958" * 100)
    refresh_names([Service])
    assert len(names()[0]) == 100


def test_a_name_without_a_sign_to_see_is_called_unnamed(team):
    stored(team, "\u200e")
    refresh_names([Service])
    assert names() == ["Unnamed"]


def test_an_archived_service_keeps_its_name_beside_another(team):
    stored(team, "Écran", archived_at=factories.AT)
    stored(team, "écran")
    refresh_names([Service])
    assert names() == ["Écran", "écran"]


def test_names_of_another_organisation_take_none(team):
    stored(team, "Écran")
    stored(factories.team(factories.organisation("Elsewhere")), "écran")
    assert refresh_names([Service])[1] == []


def test_the_keys_of_what_the_previous_release_renamed_are_made_anew(team):
    first, second = (factories.service(team, name) for name in ("Alpha", "Beta"))
    Service.objects.filter(pk=first.pk).update(name="Gamma")
    Service.objects.filter(pk=second.pk).update(name="Alpha")
    assert refresh_names([Service]) == (2, [])
    assert list(Service.objects.order_by("pk").values_list("search_key", flat=True)) == [
        "gamma",
        "alpha",
    ]


def test_what_is_as_it_should_be_is_not_written(team):
    factories.service(team)
    factories.user(name="Mia")
    assert refresh_names([Organisation, Team, Service, User]) == (0, [])


def test_people_organisations_and_guests_checks_are_tidied_too():
    factories.organisation()
    factories.user("mia@example.org")
    factories.guest_check()
    Organisation.objects.update(name="Acme\u00a0Ltd", sort_key=None)
    User.objects.update(name="\u200b", sort_key=None)
    GuestCheck.objects.update(name="\u202eBedroom")
    assert refresh_names([Organisation, User, GuestCheck]) == (4, [])
    assert {each.name for each in Organisation.objects.all()} == {"Acme Ltd"}
    assert bytes(User.objects.get().sort_key) == sort_key("mia@example.org")
    assert GuestCheck.objects.get().name == "Bedroom"


def test_an_organisation_costs_no_more_queries_with_two_hundred_services(
    team, django_assert_max_num_queries
):
    Service.objects.bulk_create(
        Service(organisation=team.organisation, team=team, name=f"S {at}", created_at=factories.AT)
        for at in range(200)
    )
    Service.objects.update(**NO_KEYS)
    with django_assert_max_num_queries(8):
        assert refresh_names([Service])[0] == 200


def test_the_migration_lists_what_it_gives_a_number(team, capsys):
    stored(team, "Écran", "ecran")
    import_module("assessments.migrations.0014_tidy_names").tidy(apps, None)
    assert "is now called “ecran (2)”" in capsys.readouterr().out
