"""The settings, read by a fresh interpreter from an environment of our making."""

import os
import subprocess
import sys

import pytest

READ = "from playbook_site import settings; print(eval(%r, vars(settings)))"
DEPLOYED = {
    "ALLOWED_HOSTS": "assess.example.org",
    "SECRET_KEY": "k" * 60,
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
    assert done.returncode != 0
    assert f"{name} is not set" in done.stderr
    assert f"for example {name}=" in done.stderr


def test_a_deployed_site_refuses_debug():
    assert "Unset DEBUG on a server" in read("1", **DEPLOYED, DEBUG="true").stderr


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
