import os
import re
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from assessments.management.commands import check_playbook
from assessments.playbook.faults import Fault, PlaybookFaults
from assessments.playbook.links import table
from assessments.playbook.loading import load

FAULTS = (
    Fault("playbook.toml", "version", "is missing: expected a text"),
    Fault("questions/telemetry.toml", "why", "is missing: expected a text"),
    Fault("questions/telemetry.toml", "help", "is empty: expected a text"),
)


@pytest.fixture
def faulty(monkeypatch):
    def refuse():
        raise PlaybookFaults(FAULTS)

    monkeypatch.setattr(check_playbook, "load", refuse)


def test_content_without_faults_is_told_by_its_version_and_counts(capsys):
    call_command("check_playbook")
    playbook = load()
    assert capsys.readouterr().out == (
        f"Playbook {playbook.version}: 45 questions, 4 principles, 31 practices, 7 pitfalls, "
        f"{len(playbook.drawbacks)} drawbacks, 3 models, 64 terms.\n"
    )


def test_each_fault_is_one_line(faulty, capsys):
    with pytest.raises(CommandError):
        call_command("check_playbook")
    assert capsys.readouterr().out.splitlines() == list(map(str, FAULTS))


def test_with_faults_the_command_ends_by_counting_them(faulty):
    with pytest.raises(CommandError, match=r"^The playbook has 3 fault\(s\) in 2 file\(s\)\.$"):
        call_command("check_playbook")


def test_with_faults_the_exit_status_is_1(faulty):
    with pytest.raises(CommandError) as raised:
        call_command("check_playbook")
    assert raised.value.returncode == 1


def test_the_command_does_not_wait_for_the_system_checks():
    assert check_playbook.Command.requires_system_checks == []


def test_the_command_works_where_no_database_can_be_reached():
    done = subprocess.run(
        [sys.executable, "manage.py", "check_playbook"],
        cwd=settings.BASE_DIR,
        env={**os.environ, "DATABASE_URL": "postgres://nobody@127.0.0.1:1/nothing"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Playbook ")


def test_the_links_are_shown_instead_of_the_summary(capsys):
    call_command("check_playbook", "--links")
    assert capsys.readouterr().out == f"{table(load())}\n"


def test_the_links_of_one_slug_are_shown_alone(capsys):
    call_command("check_playbook", "--links", "on-call-pay")
    assert capsys.readouterr().out.startswith("question on-call-pay\n  shows  ")


@pytest.mark.parametrize(
    ("slug", "remedy"),
    [
        ("on-cal-pay", "; did you mean 'on-call-pay'?"),
        ("zebra", "; --links alone lists all there are"),
    ],
)
def test_a_slug_that_there_is_not_is_refused_with_a_remedy(slug, remedy):
    message = f"There is no entry, question or term '{slug}'{remedy}"
    with pytest.raises(CommandError, match=f"^{re.escape(message)}$"):
        call_command("check_playbook", "--links", slug)


def test_faults_are_told_before_any_links(faulty, capsys):
    with pytest.raises(CommandError):
        call_command("check_playbook", "--links")
    assert capsys.readouterr().out.splitlines() == list(map(str, FAULTS))
