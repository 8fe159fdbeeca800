"""`manage.py assess`, from the outside: what it prints where, and how it ends."""

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from assessments.management.commands.assess import Command
from assessments.playbook.faults import Fault, PlaybookFaults

ROOT = Path(__file__).parents[3]
DOCUMENT: dict[str, Any] = {
    "service": "Schlafzimmer 寝室",
    "profile": {
        "composition": "digital",
        "exposure": {"amount": 200_000},
        "feature-demand": "very-high",
        "present-model": "ops-run-it",
    },
    "answers": {"telemetry": "stays"},
}
TOML = """
service = "Schlafzimmer 寝室"

[profile]
composition = "digital"
exposure = {amount = 200_000}
feature-demand = "very-high"
present-model = "ops-run-it"

[answers]
telemetry = "stays"
"""


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., str]:
    """The path of a file with some content."""

    def path(content: bytes | str, name: str = "bedroom.json") -> str:
        file = tmp_path / name
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(file)

    return path


def printed(*arguments: str) -> str:
    out = io.StringIO()
    call_command("assess", *arguments, stdout=out)
    return out.getvalue()


def refused(*arguments: str) -> CommandError:
    """The error a command ends with, having printed nothing."""
    out = io.StringIO()
    with pytest.raises(CommandError) as raised:
        call_command("assess", *arguments, stdout=out)
    assert out.getvalue() == ""
    return raised.value


def test_a_json_file_is_assessed(written: Callable[..., str]) -> None:
    result = json.loads(printed(written(json.dumps(DOCUMENT))))
    assert result["recommendation"]["model"] == "you-build-it-you-run-it"


def test_a_toml_file_gives_the_same_result(written: Callable[..., str]) -> None:
    one = printed(written(json.dumps(DOCUMENT)))
    assert printed(written(TOML, "bedroom.toml")) == one


def test_an_ending_in_capitals_is_one_too(written: Callable[..., str]) -> None:
    assert printed(written(TOML, "BEDROOM.TOML"))


def test_json_comes_from_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(json.dumps(DOCUMENT).encode()))
    monkeypatch.setattr("sys.stdin", stdin)
    assert json.loads(printed("-"))["service"] == DOCUMENT["service"]


def test_the_json_is_ascii_so_any_terminal_can_show_it(written: Callable[..., str]) -> None:
    assert printed(written(json.dumps(DOCUMENT))).isascii()


def test_a_text_tells_the_verdict_first(written: Callable[..., str]) -> None:
    text = printed(written(json.dumps(DOCUMENT)), "--format", "text")
    assert text.startswith("Schlafzimmer 寝室: You Build It You Run It\n")


def test_all_faults_are_told_together(written: Callable[..., str]) -> None:
    document = {**DOCUMENT, "service": None, "answers": {"telemetri": "stays"}}
    error = refused(written(json.dumps(document)))
    assert str(error) == (
        "service: is required\nanswers.telemetri: is unknown; did you mean 'telemetry'?"
    )


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"{", "broken.json"),
        (b"", "empty.json"),
        (b"=", "broken.toml"),
        (b"", "empty.toml"),
        (b"\xff\xfe", "encoding.json"),
        (b"\xff\xfe", "encoding.toml"),
        (b"[" * 100_000, "deep.json"),
        (b"a = " + b"[" * 100_000, "deep.toml"),
        (b"service: x", "ending.yaml"),
        (b"{}", "no-ending"),
    ],
)
def test_what_cannot_be_read_ends_with_2(
    written: Callable[..., str], content: bytes, name: str
) -> None:
    assert refused(written(content, name)).returncode == 2


def test_an_unknown_ending_names_the_known_ones(written: Callable[..., str]) -> None:
    error = refused(written("", "bedroom.yaml"))
    assert str(error).endswith("bedroom.yaml: must end in .json or .toml, or be -")


def test_a_file_that_is_not_there_ends_with_2(tmp_path: Path) -> None:
    error = refused(str(tmp_path / "missing.json"))
    assert (error.returncode, str(error).split(": ")[1]) == (2, "No such file or directory")


def test_a_folder_ends_with_2(tmp_path: Path) -> None:
    (tmp_path / "folder.json").mkdir()
    assert refused(str(tmp_path / "folder.json")).returncode == 2


def test_a_faulty_playbook_is_told_like_a_faulty_file(
    written: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty() -> None:
        raise PlaybookFaults((Fault("playbook.toml", "version", "is missing"),))

    monkeypatch.setattr("assessments.management.commands.assess.playbook", faulty)
    error = refused(written(json.dumps(DOCUMENT)))
    assert (error.returncode, str(error)) == (2, "playbook.toml: version: is missing")


def test_what_a_terminal_cannot_show_is_replaced(
    written: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    ascii_only = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    call_command("assess", written(TOML, "b.toml"), "--format", "text", stdout=ascii_only)
    ascii_only.seek(0)
    assert ascii_only.read().startswith("Schlafzimmer ??: ")


def test_it_runs_without_system_checks() -> None:
    assert Command.requires_system_checks == []


# As a process of its own


def run(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "manage.py", "assess", *arguments],
        cwd=ROOT,
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
        # A database that cannot be reached, for it must not be asked for.
        env={"DATABASE_URL": "postgres://nobody@localhost:1/none", "PATH": ""},
    )


def test_it_needs_no_database() -> None:
    process = run("-", stdin=json.dumps(DOCUMENT))
    assert (process.returncode, process.stderr) == (0, "")


def test_faults_go_to_standard_error_with_exit_2_and_no_traceback() -> None:
    process = run("-", stdin="{}")
    assert (process.returncode, process.stdout) == (2, "")
    assert "profile.composition: is required" in process.stderr
    assert "Traceback" not in process.stderr


def test_an_unknown_format_ends_with_2_and_prints_nothing() -> None:
    process = run("-", "--format", "yaml", stdin="{}")
    assert (process.returncode, process.stdout) == (2, "")


def test_a_closed_standard_input_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(CommandError, match="standard input is closed") as caught:
        call_command("assess", "-")
    assert caught.value.returncode == 2


def test_a_text_never_steers_the_terminal(written: Callable[..., str], capsys: Any) -> None:
    document = {**DOCUMENT, "service": "bed\x1b[31mroom\u202e"}
    call_command("assess", written(json.dumps(document)), "--format", "text")
    assert capsys.readouterr().out.startswith("bed[31mroom: You Build It You Run It")
