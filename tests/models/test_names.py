import pytest
from django.apps import apps
from django.db import connection, models

from assessments.models import Service, Team, User
from assessments.models.names import NameField, by_name, name_contains
from assessments.names import sort_key
from tests import factories

UNTIDY, TIDY = " Cafe\u0301\u200b  desk ", "Café desk"


def test_every_name_of_the_app_is_stored_tidied():
    names = [
        field
        for model in apps.get_app_config("assessments").get_models()
        for field in model._meta.get_fields()
        if isinstance(field, models.CharField) and field.name == "name"
    ]
    assert len(names) >= 6
    assert all(isinstance(field, NameField) for field in names)


def test_a_migration_knows_the_field_as_django_s_own():
    assert NameField().deconstruct()[1] == "django.db.models.CharField"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "make",
    [
        lambda: factories.organisation(UNTIDY, slug="cafe"),
        lambda: factories.team(factories.organisation(), UNTIDY),
        lambda: factories.service(factories.team(factories.organisation()), UNTIDY),
        lambda: factories.guest_check(UNTIDY),
        lambda: factories.user(name=UNTIDY),
    ],
)
def test_a_name_is_tidied_as_it_is_written(make):
    made = make()
    assert (made.name, type(made).objects.get(pk=made.pk).name) == (TIDY, TIDY)


@pytest.mark.django_db
def test_names_written_in_bulk_are_tidied():
    team = factories.team(factories.organisation())
    shared = {"organisation": team.organisation, "team": team, "created_at": factories.AT}
    Service.objects.bulk_create([Service(name=UNTIDY, **shared)])
    assert Service.objects.get().name == TIDY


@pytest.mark.django_db
def test_a_name_saved_by_itself_is_tidied():
    person = factories.user()
    person.name = UNTIDY
    person.save(update_fields=["name"])
    assert User.objects.get().name == TIDY


@pytest.mark.django_db
def test_the_history_of_a_service_has_the_name_as_it_is_stored():
    service = factories.service(factories.team(factories.organisation()), UNTIDY)
    assert service.history.get().name == TIDY


# --- The keys


KEYED = ("Łódź Store", "lodz store")


def bare(model, **fields):
    """Rows as the previous release writes them: without keys."""
    model.objects.update(**dict.fromkeys(("search_key", "sort_key")), **fields)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "make",
    [
        lambda name: factories.team(factories.organisation(), name),
        lambda name: factories.organisation().domains.create(name=name),
        lambda name: factories.service(factories.team(factories.organisation()), name),
    ],
)
def test_a_row_gets_its_keys_as_it_is_written(make):
    name, key = KEYED
    made = make(name)
    made.refresh_from_db()
    assert (made.search_key, bytes(made.sort_key)) == (key, sort_key(name))


@pytest.mark.django_db
def test_rows_written_in_bulk_get_their_keys():
    team = factories.team(factories.organisation())
    shared = {"organisation": team.organisation, "team": team, "created_at": factories.AT}
    Service.objects.bulk_create([Service(name=KEYED[0], **shared)])
    assert Service.objects.get().search_key == KEYED[1]


@pytest.mark.django_db
def test_a_name_saved_by_itself_takes_its_keys_along():
    team = factories.team(factories.organisation())
    team.name = KEYED[0]
    team.save(update_fields=["name"])
    team.refresh_from_db()
    assert (team.search_key, bytes(team.sort_key)) == (KEYED[1], sort_key(KEYED[0]))


@pytest.mark.django_db
def test_whoever_has_no_name_is_listed_by_their_address():
    person = factories.user("mia@example.org")
    person.email = "zoe@example.org"
    person.save(update_fields=["email"])
    assert bytes(User.objects.get().sort_key) == sort_key("zoe@example.org")


@pytest.mark.django_db
def test_rows_are_listed_by_name_whatever_their_letters():
    acme = factories.organisation()
    for name in ("Zebra", "Łódź", "Ärger", "Line 10", "Line 9", "apple", "Ørsted"):
        factories.team(acme, name)
    names = ["apple", "Ärger", "Line 9", "Line 10", "Łódź", "Ørsted", "Zebra"]
    assert [team.name for team in acme.teams.all()] == names


@pytest.mark.django_db
def test_rows_without_keys_come_last_and_by_name():
    acme = factories.organisation()
    for name in ("beta", "Alpha"):
        factories.team(acme, name)
    bare(Team)
    factories.team(acme, "Zebra")
    assert [team.name for team in acme.teams.all()] == ["Zebra", "Alpha", "beta"]


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["écran", "ECRAN", "Ecran  T", "tactile\u200b", "50%_"])
def test_a_name_is_found_by_any_spelling_of_a_part(text):
    service = factories.service(factories.team(factories.organisation()), "Écran tactile 50%_")
    assert list(Service.objects.filter(name_contains(text))) == [service]


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["e_ran", "%", "É cran", "*"])
def test_a_text_is_no_pattern(text):
    factories.service(factories.team(factories.organisation()), "Écran tactile")
    assert not Service.objects.filter(name_contains(text)).exists()


@pytest.mark.django_db
def test_a_row_without_keys_is_found_by_its_name():
    factories.service(factories.team(factories.organisation()), "Checkout")
    bare(Service)
    assert Service.objects.filter(name_contains("checkO")).exists()


@pytest.mark.django_db
def test_the_services_of_an_organisation_are_read_in_order_from_an_index():
    acme = factories.organisation()
    if connection.vendor == "postgresql":
        # A table of no rows is read whole and sorted, whatever its indexes.
        connection.cursor().execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off")
    found = acme.services.order_by(*by_name()[:1])
    assert "services_by_name" in found.explain()
