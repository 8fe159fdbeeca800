"""The previous release's code works on the newest schema: while one process after another is
replaced, both are in use."""

import re
import tomllib
from pathlib import Path

import pytest
from django.db import connection, transaction

from tests.migrations.record import statements

ROOT = Path(__file__).parents[2]
RELEASES = Path(__file__).parent / "releases"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
RECORDS = sorted(RELEASES.glob(f"*.{connection.vendor}.sql"))


def test_the_newest_release_is_recorded_on_both_databases():
    version = PROJECT["version"]
    recorded = {file.name for file in RELEASES.iterdir()}
    assert {f"{version}.sqlite.sql", f"{version}.postgresql.sql"} <= recorded


def test_the_changelog_gives_each_release_a_version_and_a_date_the_newest_first():
    first, *released = re.findall(r"(?m)^## (.*)$", (ROOT / "CHANGELOG.md").read_text("utf-8"))
    dated = [re.fullmatch(r"(\d+)\.(\d+)\.(\d+) \((\d{4}-\d\d-\d\d)\)", each) for each in released]
    versions = [(tuple(map(int, each.groups()[:3])), each[4]) for each in dated]
    assert first == "Unreleased"
    assert versions == sorted(versions, reverse=True)
    assert released[0].startswith(f"{PROJECT['version']} (")


@pytest.mark.django_db(transaction=True, reset_sequences=True)
@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.name)
def test_what_a_release_reads_and_writes_is_taken_by_the_newest_schema(record):
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in statements(record):
            cursor.execute(statement)
    connection.check_constraints()


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.name)
def test_a_record_writes_to_every_table_of_its_release(record):
    written = {
        statement.split('"')[1] for statement in statements(record) if statement.startswith("INS")
    }
    assert {f"assessments_{name}" for name in ("answer", "guidance", "result", "sheet")} <= written
    assert len(written) >= 21

