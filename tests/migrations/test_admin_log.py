"""Who used Django's admin, which is gone, can still be deleted."""

from importlib import import_module

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.migrations.loader import MigrationLoader
from django.utils import timezone

from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)
migration = import_module("assessments.migrations.0021_loosen_admin_log")


@pytest.fixture
def state():
    before = ("assessments", "0020_covering_notes")
    return MigrationLoader(connection).project_state(before).apps


@pytest.fixture
def log(state):
    """The admin's table, as an upgraded site has it."""
    log = migration.log_of(state)
    with connection.schema_editor() as editor:
        editor.create_model(log)
    yield log
    with connection.schema_editor() as editor:
        editor.delete_model(log)


@pytest.fixture
def person(log):
    """Someone who used the admin."""
    person = factories.user("admin@example.com")
    entry = {"action_time": timezone.now(), "user_id": person.pk, "action_flag": 1}
    log.objects.create(object_repr="Somebody", **entry)
    return person


def test_without_the_migration_nobody_could_be_deleted_who_used_it(person):
    with pytest.raises(IntegrityError), transaction.atomic():
        person.delete()
        connection.check_constraints()


def test_who_used_it_can_be_deleted_and_the_log_stays(state, log, person):
    with connection.schema_editor() as editor:
        migration.let_go(state, editor)
    person.delete()
    connection.check_constraints()
    assert log.objects.count() == 1


def test_a_site_that_never_had_it_is_let_be(state):
    with connection.schema_editor() as editor:
        migration.let_go(state, editor)
    assert migration.TABLE not in connection.introspection.table_names()
