"""Of a database's refusal the log names table, column and rule, and never the row."""

import errno
import smtplib

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from assessments.models import Answer, Organisation, Scope
from assessments.writes.assessments import start_assessment
from playbook_site.error_words import said_of
from tests import factories

pytestmark = pytest.mark.django_db
SECRET = "our secret"


def refused(act):
    """What is said of the error that an act ends in."""
    with pytest.raises(DatabaseError) as caught, transaction.atomic():
        act()
    cause = caught.value.__cause__
    assert cause is not None
    return said_of(cause)


def note_of(**fields):
    service = factories.cast().service
    started = start_assessment(service=service, scope=Scope.FULL, by=None, at=factories.AT)
    answer = Answer(sheet=started.sheets.get(), question="telemetry", **fields)
    return answer.save


def test_a_missing_value_is_said_by_its_table_and_column():
    said = refused(note_of(note=SECRET))
    assert "assessments_answer" in said
    assert "saved_at" in said
    assert SECRET not in said


def test_a_value_that_stands_already_is_said_by_its_rule():
    factories.organisation(SECRET, slug="oak")
    said = refused(lambda: factories.organisation(SECRET, slug="oak"))
    assert "assessments_organisation" in said
    assert "slug" in said
    assert SECRET not in said
    assert "oak" not in said


def test_a_broken_rule_is_said_by_its_name():
    made = factories.organisation(SECRET)
    said = refused(lambda: Organisation.objects.filter(pk=made.pk).update(low_ceiling=-1))
    assert "ceilings_rise" in said
    assert SECRET not in said


@pytest.mark.parametrize(
    "statement",
    ["SELECT * FROM no_such_table", "SELECT no_such_column FROM assessments_answer"],
)
def test_a_table_or_column_that_is_missing_is_named(statement):
    name = "no_such_table" if "table" in statement else "no_such_column"
    assert name in refused(lambda: connection.cursor().execute(statement))


def test_what_a_statement_holds_is_never_said():
    said = refused(lambda: connection.cursor().execute("SELECT 1 WHERE our secret 'our secret'"))
    assert SECRET not in said
    assert said


def test_other_words_of_a_database_are_kept_back():
    assert said_of(IntegrityError(SECRET)) == ""


def test_a_failure_of_the_machine_is_said_by_its_number():
    said = said_of(OSError(errno.ECONNREFUSED, "Connection refused", SECRET))
    assert said == f"errno {errno.ECONNREFUSED}, Connection refused"


def test_a_mail_server_s_refusal_is_said_by_its_code():
    assert said_of(smtplib.SMTPDataError(550, b"no such pat@example.org")) == "SMTP 550"


def test_a_missing_module_is_named():
    assert said_of(ModuleNotFoundError("x", name="lost")) == "no module lost"
