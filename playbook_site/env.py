"""What the settings read from outside. Faults are kept, to be told all together with what to do."""

import os
import re
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit
from zoneinfo import available_timezones

import dj_database_url
import dj_email_url
from django.core.exceptions import ValidationError
from django.core.management.utils import get_random_secret_key
from django.core.validators import validate_email
from environs import EnvError, env

CANNOT_START = 3
"""What gunicorn takes for an application that cannot start: it stops instead of trying again."""

VARIABLES = {
    "ALLOWED_HOSTS": "Name the hosts of the site, without https:// and port, commas between: "
    "ALLOWED_HOSTS=assess.example.org",
    "SITE_ADDRESS": "Give the address that people open the site at, on one of ALLOWED_HOSTS and "
    "without a path: SITE_ADDRESS=https://assess.example.org",
    "SECRET_KEY": "Set at least 50 random characters, the same in every process: "
    "SECRET_KEY=$(python3 -c 'import secrets; print(secrets.token_urlsafe(50))')",
    "DATABASE_URL": "Name the database, a password's special characters as %XX: "
    "DATABASE_URL=postgresql://user:password@host:5432/name (or sqlite:////data/site.sqlite3)",
    "EMAIL_URL": "Name the mail server, a password's special characters as %XX: "
    "EMAIL_URL=submission://user:password@host:587 (or console:// to print mails to the log)",
    "DEFAULT_FROM_EMAIL": "Give the address that mails come from: "
    "DEFAULT_FROM_EMAIL=noreply@assess.example.org",
    "HTTPS": "Leave it out, or try the site without TLS on your own machine: HTTPS=false",
    "PROXIES": "Say how many proxies stand in front of the site, 0 to 10: PROXIES=1",
    "HSTS_SECONDS": "Say for how many seconds browsers are to insist on https, 0 or more: "
    "HSTS_SECONDS=31536000",
    "CSRF_TRUSTED_ORIGINS": "Give each origin with its scheme, commas between: "
    "CSRF_TRUSTED_ORIGINS=https://assess.example.org",
    "PEOPLE_PER_ADDRESS": "Say how many people one network address may stand for, 1 or more: "
    "PEOPLE_PER_ADDRESS=50",
    "WEB_CONCURRENCY": "Say how many processes gunicorn starts, 1 or more: WEB_CONCURRENCY=2",
    "TIME_ZONE": "Give a name of the time zone database: TIME_ZONE=Europe/London",
    "LOG_LEVEL": "Choose one of DEBUG, INFO, WARNING, ERROR, CRITICAL: LOG_LEVEL=INFO",
    "DEBUG": "Leave it out, or switch it on on your own machine, where ALLOWED_HOSTS is not set: "
    "DEBUG=true",
}
"""Every variable that the settings read, and how it is to be set."""

NEEDED = {
    "SECRET_KEY": "It signs sessions and log-in codes",
    "DATABASE_URL": "What is saved must not end up in a file that nobody backs up",
    "EMAIL_URL": "Log-in codes and password resets are sent by mail",
}
"""What a deployed site cannot do without, and why. Their values are secret and never shown."""

SHORTEST_KEY = 50
HOST = re.compile(
    r"\.?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*|\[[0-9a-f:.]+\]"
)
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
NO_SERVER = ("console", "dummy", "memory", "file")

faults: list[str] = []
T = TypeVar("T")


def is_set(name: str) -> bool:
    """Whether a variable says anything: an empty one is like none, as compose passes them."""
    return bool(os.environ.get(name, "").strip())


def fault(name: str, why: str) -> None:
    faults.append(f"{name} {why}. {VARIABLES[name]}")


def read(name: str, take: Callable[[str], T], default: T) -> T:
    """The variable as `take` reads it by its name; the default where it is not set, or faulty."""
    if not is_set(name):
        return default
    text = os.environ[name].strip()
    shown = "" if name in NEEDED else f"={text[:80]}"
    if "…" in text:
        fault(name, f"{shown}still holds the three dots of an example".strip("="))
        return default
    try:
        return take(name)
    except (EnvError, ValueError) as error:
        why = str(error) if type(error) is ValueError else "cannot be read"
        fault(f"{name}", f"{why}{f' ({shown[1:]})' if shown else ''}")
        return default


def required(name: str, take: Callable[[str], T], default: T) -> T:
    """The value of a variable that a deployed site cannot do without."""
    if not is_set(name):
        fault(name, f"is not set, and ALLOWED_HOSTS is: a deployed site needs it. {NEEDED[name]}")
    return read(name, take, default)


def end_on_faults() -> None:
    """End the start with every fault, a line each, and without a traceback."""
    if not faults:
        return
    plural = "" if len(faults) == 1 else "s"
    lines = "".join(f"  {each}\n" for each in faults)
    sys.stderr.write(
        f"The site cannot start: {len(faults)} fault{plural} in its settings.\n{lines}"
    )
    raise SystemExit(CANNOT_START)


# --- How each is read: by the variable's name, with a ValueError that says what is wrong ----


def flag(name: str) -> bool:
    try:
        return env.bool(name)
    except EnvError:
        raise ValueError("is neither true nor false") from None


def whole(least: int, most: int) -> Callable[[str], int]:
    def take(name: str) -> int:
        try:
            number = env.int(name)
        except EnvError:
            raise ValueError("is no whole number") from None
        if not least <= number <= most:
            raise ValueError(f"is not between {least} and {most}")
        return number

    return take


def listed(name: str) -> list[str]:
    given: list[str] = env.list(name)
    found = [each.strip() for each in given if each.strip()]
    if not found:
        raise ValueError("names nothing")
    return found


def hosts(name: str) -> list[str]:
    for each in listed(name):
        if not HOST.fullmatch(each.lower()):
            raise ValueError(f"holds {each!r}, which is no host")
    return listed(name)


def _origin(text: str) -> str:
    parts = urlsplit(text)
    _ = parts.port  # raises ValueError
    if parts.scheme not in ("http", "https") or not HOST.fullmatch(_bare(parts.netloc)):
        raise ValueError("no origin")
    if parts.path.strip("/") or parts.query or parts.fragment:
        raise ValueError("no origin")
    return f"{parts.scheme}://{parts.netloc.lower()}"


def _bare(host: str) -> str:
    return re.sub(r":\d+$", "", host.lower())


def origins(name: str) -> list[str]:
    for each in listed(name):
        try:
            _origin(each.replace("://*.", "://"))
        except ValueError:
            raise ValueError(f"holds {each!r}, which is no origin") from None
    return listed(name)


def site_address(allowed: list[str], *, https: bool) -> tuple[Callable[[str], str], str]:
    """How the site's own address is read, one that it answers to; and what it is unless set."""

    def take(name: str) -> str:
        try:
            address = _origin(os.environ[name].strip())
        except ValueError:
            raise ValueError("is no address of a site") from None
        host = _bare(urlsplit(address).netloc)
        if not any(
            host == each or (each[0] == "." and f".{host}".endswith(each)) for each in allowed
        ):
            raise ValueError("is on none of ALLOWED_HOSTS")
        if https and not address.startswith("https:"):
            raise ValueError("is without https, which the site insists on")
        return address

    return take, f"{'https' if https else 'http'}://{allowed[0].removeprefix('.')}"


def secret_key(name: str) -> str:
    key = os.environ[name].strip()
    if len(key) < SHORTEST_KEY:
        raise ValueError(f"has {len(key)} characters, fewer than {SHORTEST_KEY}")
    if len(set(key)) < 10 or key.startswith("django-insecure-"):
        raise ValueError("can be guessed")
    return key


def database(name: str) -> dict[str, Any]:
    text = os.environ[name].strip()
    scheme = text.partition("://")[0]
    if scheme not in ("postgres", "postgresql", "sqlite") or "://" not in text:
        raise ValueError("is no address of a PostgreSQL or SQLite database")
    try:
        found = dict(dj_database_url.parse(text))
    except Exception:  # noqa: BLE001 - a library's, and it quotes the password
        raise ValueError("cannot be read as an address") from None
    if not found.get("NAME"):
        raise ValueError("names no database at its end")
    if scheme == "sqlite" and not Path(str(found["NAME"])).absolute().parent.is_dir():
        raise ValueError("names a file in a folder that does not exist")
    return found


def email(name: str) -> dict[str, Any]:
    text = os.environ[name].strip()
    scheme = text.partition("://")[0]
    if scheme not in dj_email_url.SCHEMES or "://" not in text:
        raise ValueError("is no address of a mail server")
    try:
        found: dict[str, Any] = dj_email_url.parse(text)
    except ValueError:
        raise ValueError("cannot be read as an address") from None
    if scheme not in NO_SERVER and not urlsplit(text).hostname:
        raise ValueError("names no mail server")
    return found


def sender(name: str) -> str:
    text = os.environ[name].strip()
    named = re.fullmatch(r"[^<>]*<([^<>]+)>", text)
    try:
        validate_email(named[1] if named else text.replace("@localhost", "@localhost.local"))
    except ValidationError:
        raise ValueError("is no e-mail address") from None
    return text


def time_zone(name: str) -> str:
    zone = os.environ[name].strip()
    if zone not in available_timezones():
        raise ValueError("is no time zone")
    return zone


def log_level(name: str) -> str:
    level = os.environ[name].strip().upper()
    if level not in LEVELS:
        raise ValueError("is no level")
    return level


def checkout_secret_key(path: Path) -> str:
    """A random key kept beside the checkout, so that sessions outlive a restart.

    Moved into place once written: a process that starts meanwhile reads no half of it.
    """
    if not path.exists():
        with tempfile.NamedTemporaryFile("w", dir=path.parent, delete=False) as draft:
            draft.write(get_random_secret_key())
        Path(draft.name).replace(path)
    return path.read_text()
