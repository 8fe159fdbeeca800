import re

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations import AddField, CreateModel
from django.db.migrations.loader import MigrationLoader

MIGRATIONS = {
    name: migration
    for (app, name), migration in sorted(MigrationLoader(None).disk_migrations.items())
    if app == "assessments"
}


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.parametrize("name", MIGRATIONS)
def test_a_migration_s_name_says_what_it_does(name):
    assert re.fullmatch(r"\d{4}_[a-z_0-9]+", name)
    assert "auto" not in name


@pytest.mark.parametrize("name", MIGRATIONS)
def test_a_migration_can_be_taken_back(name):
    assert all(operation.reversible for operation in MIGRATIONS[name].operations)


def added_later():
    """The columns that were added to tables which a release knew already."""
    made: set[str] = set()
    for migration in MIGRATIONS.values():
        new = {each.name_lower for each in migration.operations if isinstance(each, CreateModel)}
        for each in migration.operations:
            if isinstance(each, AddField) and each.model_name_lower in made:
                yield each.model_name_lower, each.name_lower
        made |= new


def test_the_release_before_can_leave_out_what_was_added_later():
    """While processes are replaced one by one, its code still inserts rows."""
    models = MigrationLoader(None).project_state().models
    needed = [
        (model, name)
        for model, name in added_later()
        if (found := models.get(("assessments", model)))
        and (field := found.fields.get(name))
        and not (field.null or field.many_to_many or field.has_db_default())
    ]
    assert needed == []


@pytest.mark.django_db
def test_every_table_is_there():
    assert {"assessments_answer", "assessments_historicalanswer"} <= set(
        connection.introspection.table_names()
    )
