"""`manage.py assess`: a result straight from a file, without a database."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from assessments.current import playbook
from assessments.playbook.faults import PlaybookFaults
from assessments.playbook.playbook import Playbook
from assessments.reports.answer_snapshot import record
from assessments.reports.builder import build_report
from assessments.reports.terminal import write
from assessments.scoring.assess import assess
from assessments.scoring.document import to_document
from assessments.scoring.faults import InputFaults
from assessments.scoring.inputs import Inputs
from assessments.scoring.reading import read_json, read_toml
from assessments.scoring.result import Result

FAULTY = 2

READERS: dict[str, Callable[[Playbook, bytes], Inputs]] = {".json": read_json, ".toml": read_toml}


class Command(BaseCommand):
    help = "Assess the answers in a JSON or TOML file and print the result."
    # It is to run on a machine that has nothing but the code.
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="a .json or .toml file, or - for JSON on standard input")
        parser.add_argument("--format", choices=["json", "text"], default="json")

    def handle(self, *_args: Any, file: str, format: str, **_options: Any) -> None:
        try:
            book = playbook()
            inputs = _read(book, file)
        except (InputFaults, PlaybookFaults) as error:
            raise CommandError(str(error), returncode=FAULTY) from None
        result = assess(book, inputs)
        if format == "text":
            self.stdout.write(self._printable(_text(book, inputs, result)))
        else:
            self.stdout.write(json.dumps(to_document(result), indent=2))

    def _printable(self, text: str) -> str:
        """The text without what would steer the terminal, and with what it cannot show replaced."""
        plain = "".join(sign for sign in text if sign == "\n" or sign.isprintable())
        encoding = getattr(self.stdout, "encoding", None) or "utf-8"
        return plain.encode(encoding, "replace").decode(encoding)


def _text(book: Playbook, inputs: Inputs, result: Result) -> str:
    """The result in words; money stands without a currency, which the inputs do not have."""
    bands_on = [band.band for band in inputs.bands]
    told = build_report(book, result, record(book, inputs), currency="", bands_on=bands_on)
    return write(told, book.source)


def _read(book: Playbook, file: str) -> Inputs:
    """The inputs in a file. Raises InputFaults, or CommandError where there is no such file."""
    if file == "-":
        if sys.stdin is None:  # as `<&-` leaves it
            raise CommandError("-: standard input is closed", returncode=FAULTY)
        return read_json(book, sys.stdin.buffer.read())
    path = Path(file)
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise CommandError(f"{file}: must end in .json or .toml, or be -", returncode=FAULTY)
    try:
        text = path.read_bytes()
    except OSError as error:
        reason = error.strerror or "cannot be read"
        raise CommandError(f"{file}: {reason}", returncode=FAULTY) from None
    return reader(book, text)
