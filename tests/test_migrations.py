import re

import pytest
from django.core.management import call_command
from django.db import connection
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


@pytest.mark.django_db
def test_every_table_is_there():
    assert {"assessments_answer", "assessments_historicalanswer"} <= set(
        connection.introspection.table_names()
    )
