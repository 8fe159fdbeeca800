"""Documents as people write them: JSON and TOML texts."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable

from assessments.playbook.playbook import Playbook
from assessments.scoring.faults import Fault, InputFaults
from assessments.scoring.inputs import Inputs
from assessments.scoring.reading.document import read
from assessments.scoring.reading.node import JsonObject

MOST_DIGITS = 100


def read_json(playbook: Playbook, text: bytes | str) -> Inputs:
    """The inputs in a JSON text. Raises `InputFaults`; a key given twice is one of them."""
    return read(playbook, _parse(text, _load_json))


def read_toml(playbook: Playbook, text: bytes | str) -> Inputs:
    """The inputs in a TOML text. Raises `InputFaults`."""
    return read(playbook, _parse(text, tomllib.loads))


def _load_json(text: str) -> object:
    return json.loads(text, object_pairs_hook=JsonObject, parse_int=_whole)


def _whole(digits: str) -> int:
    """A number; of thousands of digits, which Python refuses to read, the first ones, which are
    out of range all the same and so become a fault with a path."""
    return int(digits[:MOST_DIGITS])


def _parse(text: bytes | str, parser: Callable[[str], object]) -> object:
    try:
        # Some editors begin a UTF-8 file with a byte order mark.
        return parser(text.decode("utf-8-sig") if isinstance(text, bytes) else text)
    except UnicodeDecodeError as error:
        raise _fault(f"is not UTF-8 text: byte {error.start + 1} cannot be read") from None
    except RecursionError:
        raise _fault("is nested too deeply") from None
    except ValueError as error:  # syntax, and numbers of thousands of digits
        raise _fault(f"cannot be read: {error}") from None


def _fault(message: str) -> InputFaults:
    return InputFaults((Fault("", message),))
