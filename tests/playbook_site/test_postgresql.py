"""Nobody waits for ever for a database that does not answer."""

import socket

import psycopg
import pytest
from django.db import OperationalError, connection

from playbook_site.postgresql import base


@pytest.fixture(autouse=True)
def patience(monkeypatch):
    monkeypatch.setattr(base, "patience", base._Patience())
    return base.patience


@pytest.fixture
def silent():
    """A server that takes connections and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server


@pytest.fixture
def database(silent, monkeypatch):
    monkeypatch.setattr(base, "CONNECT", 1)
    host, port = silent.getsockname()
    settings = {**connection.settings_dict, "NAME": "site", "USER": "u", "PASSWORD": ""}
    return base.DatabaseWrapper({**settings, "HOST": host, "PORT": port, "OPTIONS": {}})


def connect(database):
    return database.get_new_connection(database.get_connection_params())


def test_a_server_that_does_not_answer_is_given_up_on(database):
    with pytest.raises(psycopg.OperationalError):
        connect(database)


def test_after_one_has_waited_in_vain_nobody_waits_for_a_while(database, silent):
    for _ in "ab":
        with pytest.raises(psycopg.OperationalError):
            connect(database)
    silent.accept()[0].close()
    silent.setblocking(False)
    with pytest.raises(BlockingIOError):
        silent.accept()


def test_after_the_while_it_is_tried_again(database, patience):
    with pytest.raises(psycopg.OperationalError):
        connect(database)
    patience.away_until = 1.0
    with pytest.raises(psycopg.OperationalError, match="timeout"):
        connect(database)


def test_a_server_that_refuses_at_once_is_asked_again_at_once(database, silent, patience):
    silent.close()
    with pytest.raises(psycopg.OperationalError):
        connect(database)
    assert not patience.is_lost


def test_a_statement_is_ended_by_the_server_after_so_long(database):
    assert database.get_connection_params()["options"] == "-c statement_timeout=10s"


def test_the_operator_s_own_bounds_win(database):
    database.settings_dict["OPTIONS"] = {"connect_timeout": 30}
    assert database.get_connection_params()["connect_timeout"] == 30


@pytest.fixture
def served(transactional_db, patience):
    """A connection to the tests' own server, made after this fixture and gone after the test."""
    connection.close()
    yield connection
    patience.regain()
    connection.close()


def run(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchone()


@pytest.mark.postgresql
def test_an_answer_is_waited_for_so_long(served, patience, monkeypatch):
    with monkeypatch.context() as patched:  # what clears the tables afterwards takes longer
        patched.setattr(served, "answer_within", 0.2)
        with pytest.raises(OperationalError):
            run("SELECT pg_sleep(5)")
    assert patience.is_lost


@pytest.mark.postgresql
def test_an_answer_that_came_too_late_is_not_taken_for_the_next_one(served, patience, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr(served, "answer_within", 0.2)
        with pytest.raises(OperationalError):
            run("SELECT pg_sleep(1)")
    patience.regain()
    served.close_if_unusable_or_obsolete()
    assert run("SELECT 7") == (7,)


@pytest.mark.postgresql
def test_a_statement_that_the_server_ended_is_an_error_that_passes(served):
    run("SELECT set_config('statement_timeout', '100ms', false)")
    with pytest.raises(OperationalError, match="statement timeout"):
        run("SELECT pg_sleep(5)")
