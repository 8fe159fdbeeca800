"""The previous release's code works on the newest schema: while one process after another is
replaced, both are in use."""

from pathlib import Path

import pytest
from django.db import connection, transaction

from tests.migrations.record import statements

RELEASES = Path(__file__).parent / "releases"
RECORDS = sorted(RELEASES.glob(f"*.{connection.vendor}.sql"))


def test_a_release_is_recorded_on_both_databases():
    recorded = {file.name.split(".", 3)[3] for file in RELEASES.iterdir()}
    assert recorded == {"sqlite.sql", "postgresql.sql"}


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

