"""The settings, read by a fresh interpreter from an environment of our making."""

import contextlib
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from playbook_site import env
from playbook_site.env import CANNOT_START, VARIABLES

settings_file = Path(env.__file__).with_name("settings.py")

READ = "from playbook_site import settings; print(eval(%r, vars(settings)))"
DEPLOYED = {
    "ALLOWED_HOSTS": "assess.example.org",
    "SECRET_KEY": "Zq3vN8wXk2Lr7TyB4mHc9PfJ6sDg1uEa5oRiQ0tWbYxVnMzKlG",
    "DATABASE_URL": "postgresql:///assess",
    "EMAIL_URL": "console://",
}


def read(expression: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-c", READ % expression, *arguments],
        env={**kept, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def value(expression: str, *arguments: str, **environment: str) -> str:
    done = read(expression, *arguments, **environment)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize("name", ["SECRET_KEY", "DATABASE_URL", "EMAIL_URL"])
def test_a_deployed_site_without_a_needed_variable_stops_and_names_it(name):
    done = read("1", **{key: text for key, text in DEPLOYED.items() if key != name})
    assert done.returncode == CANNOT_START
    assert f"{name} is not set" in done.stderr
    assert f": {name}=" in done.stderr


def test_a_deployed_site_refuses_debug():
    assert "DEBUG is on while ALLOWED_HOSTS is set" in read("1", **DEPLOYED, DEBUG="true").stderr


FAULTY = {
    "ALLOWED_HOSTS": ["https://x", "a.example:8000", "*", ",", "a b", "a.example/x", "…"],
    "SITE_ADDRESS": ["assess.example.org", "https://other.example", "https://assess.example.org/x"],
    "SECRET_KEY": ["…", "abc", "k" * 60, "django-insecure-" + DEPLOYED["SECRET_KEY"]],
    "DATABASE_URL": [
        "nonsense",
        "postgresql://…",
        "mysql://h/n",
        "postgresql://u:p@h",
        "sqlite:////no/such/folder/x.sqlite3",
    ],
    "EMAIL_URL": ["foo", "submission://…", "smtp://", "http://h", "submission://u:p@h:abc"],
    "DEFAULT_FROM_EMAIL": ["nobody", "<a@b>"],
    "HTTPS": ["maybe"],
    "PROXIES": ["-1", "two", "11", "1.5"],
    "HSTS_SECONDS": ["-1", "a year"],
    "CSRF_TRUSTED_ORIGINS": ["example.org", "https://a.example/x", "ftp://a.example"],
    "PEOPLE_PER_ADDRESS": ["0", "many"],
    "WEB_CONCURRENCY": ["0", "some"],
    "TIME_ZONE": ["Mars", "../etc/passwd"],
    "LOG_LEVEL": ["loud"],
    "DEBUG": ["perhaps"],
}


def test_every_variable_has_a_faulty_value_here():
    assert FAULTY.keys() == VARIABLES.keys()


def told(**environment: str) -> list[str]:
    """The faults that end the start, a line each."""
    done = read("1", **environment)
    assert done.returncode == CANNOT_START, done.stdout
    first, *faults = done.stderr.strip().splitlines()
    assert first.startswith(f"The site cannot start: {len(faults)} fault")
    return faults


def test_all_faults_are_told_together_each_in_a_line_with_what_to_do():
    faults = told(**{name: texts[0] for name, texts in FAULTY.items()})
    assert {fault.split()[0] for fault in faults} == VARIABLES.keys()
    for fault in faults:
        assert fault.endswith(VARIABLES[fault.split()[0]])


@pytest.mark.parametrize(("name", "text"), [(n, t) for n, ts in FAULTY.items() for t in ts[1:]])
def test_a_faulty_value_is_one_line(name, text, monkeypatch, capsys):
    assert faults_of(monkeypatch, capsys, **{name: text}) == [name]


GOOD = {
    "ALLOWED_HOSTS": ["assess.example.org,.example.com", "localhost, 127.0.0.1", "[::1]"],
    "SITE_ADDRESS": ["https://assess.example.org:8443", "https://assess.example.org/"],
    "DATABASE_URL": [
        "sqlite:////tmp/x.sqlite3",
        "sqlite:///x.sqlite3",
        "sqlite://:memory:",
        "postgres://u:p%23x@h:5432/n",
    ],
    "EMAIL_URL": ["submission://u:p@h", "dummy://", "smtp://h"],
    "DEFAULT_FROM_EMAIL": ["Who runs it? <noreply@a.example>", "noreply@localhost"],
    "HTTPS": ["false", "0", "True", ""],
    "LOG_LEVEL": ["debug", "WARNING", ""],
    "CSRF_TRUSTED_ORIGINS": ["https://*.example.org,http://localhost:8000"],
    "PROXIES": ["", "2"],
    "TIME_ZONE": ["UTC", "Asia/Kolkata"],
}


@pytest.mark.parametrize(("name", "text"), [(n, t) for n, ts in GOOD.items() for t in ts])
def test_a_usual_spelling_is_taken(name, text, monkeypatch, capsys):
    more = {"HTTPS": "true"} if name != "HTTPS" else {}
    faults = faults_of(monkeypatch, capsys, **more, **{name: text})
    # A list of other hosts has other addresses.
    assert [each for each in faults if each != "SITE_ADDRESS"] == []


def faults_of(monkeypatch, capsys, **environment):
    """The names of the variables that a deployed site finds faulty."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    for name, text in {**DEPLOYED, **environment}.items():
        monkeypatch.setenv(name, text)
    monkeypatch.setattr(env, "faults", [])
    spec = importlib.util.spec_from_file_location("settings_again", settings_file)
    assert spec is not None
    assert spec.loader is not None
    with contextlib.suppress(SystemExit):
        spec.loader.exec_module(importlib.util.module_from_spec(spec))
    return [line.split()[0] for line in capsys.readouterr().err.splitlines()[1:]]


@pytest.mark.parametrize("name", ["SECRET_KEY", "DATABASE_URL", "EMAIL_URL"])
def test_a_faulty_secret_is_not_shown(name):
    assert "s3cret" not in read("1", **DEPLOYED | {name: "mysql://who:s3cret@h/n"}).stderr


START = {
    "manage.py": ["manage.py", "check"],
    "gunicorn": ["-m", "gunicorn", "--workers", "2", "--bind", "127.0.0.1:0", "playbook_site.wsgi"],
    "asgi": ["-c", "import playbook_site.asgi"],
}


@pytest.mark.parametrize("way", START)
def test_whichever_way_it_is_started_there_is_no_traceback(way):
    done = subprocess.run(
        [sys.executable, *START[way]],
        cwd=settings_file.parents[1],
        env={"PATH": os.environ["PATH"], **DEPLOYED, "SECRET_KEY": "abc", "PROXIES": "-1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == CANNOT_START
    assert done.stderr.count("The site cannot start: 2 faults") == 1
    assert "Traceback" not in done.stderr


def test_the_site_s_address_is_that_of_its_first_host():
    assert value("SITE_ADDRESS", **DEPLOYED) == "https://assess.example.org"


def test_mails_come_from_the_site_s_host():
    assert value("DEFAULT_FROM_EMAIL", **DEPLOYED) == "noreply@assess.example.org"


def test_a_deployed_site_demands_https_and_secure_cookies():
    names = "SECURE_SSL_REDIRECT, SESSION_COOKIE_SECURE, CSRF_COOKIE_SECURE"
    assert value(names, **DEPLOYED) == "(True, True, True)"


def test_forwarded_headers_are_believed_only_behind_a_declared_proxy():
    assert value("SECURE_PROXY_SSL_HEADER", **DEPLOYED) == "None"
    assert "X_FORWARDED_PROTO" in value("SECURE_PROXY_SSL_HEADER", **DEPLOYED, PROXIES="1")


def test_a_site_with_nothing_set_answers_to_this_machine_only():
    assert value("ALLOWED_HOSTS, DEBUG") == "(['127.0.0.1', 'localhost', '[::1]'], False)"


def test_the_demo_keeps_to_its_own_file_and_this_machine_whatever_is_set():
    assert value("DATABASES['default']['NAME'].name", "demo", **DEPLOYED) == "demo.sqlite3"
    assert "assess.example.org" not in value("ALLOWED_HOSTS", "demo", **DEPLOYED)


@pytest.mark.parametrize("arguments", [(), ("runserver", "demo"), ("migrate",)])
def test_no_variable_makes_a_demo_of_another_command(arguments):
    assert value("DEMO", *arguments, DEMO="1", DJANGO_DEMO="1") == "False"


@pytest.mark.parametrize(
    ("command", "engine"),
    [
        ("gunicorn", "playbook_site.postgresql"),
        ("manage.py runserver", "playbook_site.postgresql"),
        ("manage.py migrate", "django.db.backends.postgresql"),
    ],
)
def test_whoever_serves_pages_waits_for_so_long_and_a_command_as_long_as_it_takes(command, engine):
    script = (
        "import sys; sys.argv = %r.split(); from playbook_site import settings; "
        "print(settings.DATABASE['ENGINE'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script % command],
        env={**DEPLOYED, "PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == engine
