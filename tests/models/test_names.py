import pytest
from django.apps import apps
from django.db import models

from assessments.models import Service, User
from assessments.models.names import NameField
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
