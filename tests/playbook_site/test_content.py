"""Every way to start a server ends with all faults of the content, and serves nothing."""

import os
import shutil
import subprocess
import sys

import pytest
from django.conf import settings

from assessments.current import playbook
from playbook_site.content import require_content
from playbook_site.env import CANNOT_START

FAULTS = (
    "models/hybrid.toml: is not TOML",
    "questions/telemetry.toml: is not TOML",
)
GUNICORN = ["-m", "gunicorn", "--workers", "1", "--bind", "127.0.0.1:0", "playbook_site.wsgi"]
RUNSERVER = ["manage.py", "runserver", "--noreload", "127.0.0.1:0"]


@pytest.fixture(scope="module")
def broken(tmp_path_factory):
    """A copy of the project with two faulty files of content."""
    copy = tmp_path_factory.mktemp("broken")
    for name in ("assessments", "playbook_site"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(settings.BASE_DIR / name, copy / name, ignore=ignored)
    for name in ("manage.py", "gunicorn.conf.py"):
        shutil.copy(settings.BASE_DIR / name, copy)
    for fault in FAULTS:
        file = copy / "assessments/playbook/content" / fault.partition(":")[0]
        file.write_text(file.read_text(encoding="utf-8") + "oops", encoding="utf-8")
    return copy


def start(copy, command):
    return subprocess.run(
        [sys.executable, *command],
        cwd=copy,
        env={**os.environ, "DATABASE_URL": "sqlite://:memory:", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.mark.parametrize(
    "command",
    [GUNICORN, RUNSERVER, ["-c", "import playbook_site.asgi"]],
    ids=["gunicorn", "runserver", "asgi"],
)
def test_a_server_on_faulty_content_ends_and_tells_every_fault(broken, command):
    ended = start(broken, command)
    assert ended.returncode != 0
    assert [fault for fault in FAULTS if fault not in ended.stderr] == []
    assert "Traceback" not in ended.stderr


def test_gunicorn_does_not_try_again(broken):
    ended = start(broken, GUNICORN)
    assert ended.returncode == CANNOT_START
    assert ended.stderr.count("The playbook has 2 fault(s) in 2 file(s)") == 1


def test_content_without_faults_is_read_before_the_first_request():
    playbook.cache_clear()
    require_content()
    assert playbook.cache_info().currsize == 1
