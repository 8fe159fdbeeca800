"""What may be shown of an error beside its kind: what names a setting, a table or a rule, and no
value of any row. Databases quote the row that they refuse, and with it a note."""

from __future__ import annotations

import re
import smtplib
import sqlite3

import psycopg
from django.core.exceptions import ImproperlyConfigured

NAMES_ONLY = {
    "42P01",  # no such table
    "42703",  # no such column
    "42883",  # no such function
    "42501",  # no right to a table
    "3D000",  # no such database
    "3F000",  # no such schema
}
"""The states whose message names what is missing, and quotes no value."""

OF_SQLITE = re.compile(
    r"(UNIQUE|NOT NULL) constraint failed: [\w., ]+"
    r"|UNIQUE constraint failed: index '\w+'"
    r"|CHECK constraint failed: \w+"
    r"|FOREIGN KEY constraint failed"
    r"|no such (table|column|function): [\w.]+"
    r"|table \w+ has no column named \w+"
    r"|database( table)? is locked|database is locked: \w+|unable to open database file"
    r"|attempt to write a readonly database|database or disk is full|disk I/O error"
    r"|database disk image is malformed|file is not a database"
)


def said_of(error: BaseException) -> str:
    """The error's own words as far as they may be shown; empty where none may."""
    if isinstance(error, psycopg.Error):
        return _of_postgresql(error)
    if isinstance(error, sqlite3.Error):
        return _of_sqlite(error)
    if isinstance(error, ImproperlyConfigured):
        return " ".join(str(error).split())
    if isinstance(error, ModuleNotFoundError):
        return f"no module {error.name}"
    if isinstance(error, smtplib.SMTPResponseException):
        return f"SMTP {error.smtp_code}"
    # With a file its name may be anybody's; the number says enough.
    if isinstance(error, OSError) and error.errno is not None:
        return f"errno {error.errno}, {error.strerror}"
    return ""


def _of_postgresql(error: psycopg.Error) -> str:
    found = error.diag
    if error.sqlstate is None:
        # Not from a server that answered: which one could not be reached, and why.
        return " ".join(str(error).split()) if _is_of_the_connection(error) else ""
    named = {
        "SQLSTATE": error.sqlstate,
        "table": found.table_name,
        "column": found.column_name,
        "constraint": found.constraint_name,
    }
    words = [f"{name} {value}" for name, value in named.items() if value]
    if error.sqlstate in NAMES_ONLY and found.message_primary:
        words.append(found.message_primary)
    return ", ".join(words)


def _is_of_the_connection(error: psycopg.Error) -> bool:
    return isinstance(error, psycopg.OperationalError) and bool(
        re.match(r"connection (failed|is bad|timeout)|the connection is (lost|closed)", str(error))
    )


def _of_sqlite(error: sqlite3.Error) -> str:
    name = getattr(error, "sqlite_errorname", "")
    words = str(error)
    return ", ".join(filter(None, [name, words if OF_SQLITE.fullmatch(words) else ""]))
