"""README and CONTRIBUTING are true: every command and name in them exists, and CI runs the
README's test command."""

import re
import shlex
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.core.management import call_command, get_commands

from assessments.current import playbook

PROJECT = Path(__file__).parents[1]
README = (PROJECT / "README.md").read_text(encoding="utf-8")
BOTH = README + (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```\w*\n(.*?)^```$", BOTH, re.DOTALL | re.MULTILINE)
LINES = [line for block in BLOCKS for line in block.strip().splitlines()]
SET_UP = "python3 -m venv .venv && .venv/bin/pip install -r {} && .venv/bin/python {}"


def test_one_command_runs_it_and_one_tests_it():
    assert SET_UP.format("requirements.txt", "manage.py demo") in README
    assert SET_UP.format("requirements-dev.txt", "-m pytest") in README


def test_the_numbers_of_questions_are_the_contents():
    asked, scored = len(playbook().questions), len(playbook().scored_questions)
    assert f"A team answers {asked} questions" in README
    assert f"{scored} scored questions" in README


def test_ci_runs_the_test_command():
    script = (PROJECT / ".ci/run").read_text(encoding="utf-8")
    for part in SET_UP.format("requirements-dev.txt", "-m pytest").split(" && "):
        assert part in script


@pytest.mark.parametrize("command", sorted(set(re.findall(r"manage\.py ([a-z_]+)", BOTH))))
def test_every_management_command_exists(command):
    assert command in get_commands()


@pytest.mark.parametrize("line", [line for line in LINES if "manage.py assess " in line])
def test_the_example_of_assess_runs(line, capsys, monkeypatch):
    monkeypatch.chdir(PROJECT)
    call_command(*shlex.split(line)[2:])
    assert "You Build It You Run It" in capsys.readouterr().out


@pytest.mark.parametrize("line", [line for line in LINES if "check_playbook" in line])
def test_the_content_can_be_checked_and_its_links_shown(line, capsys):
    call_command(*shlex.split(line)[2:])
    assert capsys.readouterr().out


FOLDERS = r"(?<![\w/])((?:assessments|playbook_site|templates|static|tests|\.ci)/[\w/.-]*)"


@pytest.mark.parametrize(
    "name",
    [
        *sorted(set(re.findall(FOLDERS, BOTH))),
        "requirements.txt",
        "requirements-dev.txt",
        "LICENSE",
    ],
)
def test_every_file_named_exists(name):
    assert (PROJECT / name).exists()


@pytest.mark.parametrize("name", sorted(set(re.findall(r"\b[A-Z]+(?:_[A-Z]+)+\b|PROXIES", README))))
def test_every_variable_named_is_read_by_the_settings(name):
    assert f'"{name}"' in (PROJECT / "playbook_site/settings.py").read_text(encoding="utf-8")


@pytest.mark.parametrize("program", re.findall(r"\.venv/bin/(\w+)", README))
def test_every_program_named_is_installed_by_the_requirements(program):
    if program not in ("python", "pip"):
        assert f"\n{program}==" in (PROJECT / "requirements.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("module", re.findall(r"-m (tests\.[a-z]+)", README))
def test_every_module_to_run_exists(module):
    assert find_spec(module)
