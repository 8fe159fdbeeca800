"""The golden cases: situations and results in data files that a coach can read.

A case says only what matters to it. `differences` compares just the keys it gives: a table
in place of a list picks the list's entries by their name, and "null" stands for nothing.
"""

import tomllib
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

GOLDEN = Path(__file__).parent / "golden"
BASES = tomllib.loads((GOLDEN / "bases.toml").read_text(encoding="utf-8"))
NAMED_BY = ("slug", "rule", "caution", "part", "question")


def read_golden(file: str) -> dict[str, Any]:
    return tomllib.loads((GOLDEN / file).read_text(encoding="utf-8"))


def document_of(case: dict[str, Any]) -> dict[str, Any]:
    """The input document of a case: its base, with what the case says is different."""
    document: dict[str, Any] = deepcopy(BASES[case["based_on"]])
    document["service"] = case.get("service", document["service"])
    for key, value in case.get("profile", {}).items():
        document["profile"][key] = None if value == "null" else value
    document["answers"] = {**document.get("answers", {}), **case.get("answers", {})}
    for question in case.get("without", ()):
        del document["answers"][question]
    if "bands" in case:
        document["bands"] = case["bands"]
    return document


def differences(expected: Any, found: Any, path: str = "") -> Iterator[str]:
    """Where what was found is not what was expected, as far as anything was."""
    if isinstance(expected, dict) and isinstance(found, list):
        found = {_name(entry): entry for entry in found}
    if isinstance(expected, dict) and isinstance(found, dict):
        for key, value in expected.items():
            if key in found:
                yield from differences(value, found[key], f"{path}.{key}")
            else:
                yield f"{path} has no {key}"
    elif isinstance(expected, list) and isinstance(found, list):
        if len(expected) != len(found):
            yield f"{path}: expected {len(expected)} entries, found {found}"
        for place, (one, other) in enumerate(zip(expected, found, strict=False)):
            yield from differences(one, other, f"{path}[{place}]")
    elif not _same(expected, found):
        yield f"{path}: expected {expected!r}, found {found!r}"


def _same(expected: Any, found: Any) -> bool:
    if expected == "null":
        return found is None
    return type(expected) is type(found) and bool(expected == found)


def _name(entry: dict[str, Any]) -> str:
    return next(str(entry[key]) for key in NAMED_BY if key in entry)
