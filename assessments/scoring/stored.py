"""A stored result read back from its document, by whichever rules it was made.

What results by rules 1 did not know is filled in as what it means: no first steps, no word on
when a pitfall can happen, and a score wherever anything that counts was answered.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import is_dataclass
from fractions import Fraction
from functools import cache
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from assessments.scoring.result import Result


def from_document(document: Mapping[str, Any]) -> Result:
    """The result that `to_document` made a document of, now or when rules 1 were in force.

    Raises KeyError or TypeError for a document that it did not make.
    """
    return cast(Result, _build(Result, document if "rules" in document else _by_rules_1(document)))


def _by_rules_1(document: Mapping[str, Any]) -> dict[str, Any]:
    """A document by rules 1 in the present shape."""
    recommendation = document["recommendation"]
    parts = [{**part, "unattended_loss": None} for part in recommendation["parts"]]
    scores = {
        dimension: {
            **score,
            "basis": "none" if score["score"] is None else "enough",
            "does_not_apply": 0,
        }
        for dimension, score in document["scores"].items()
    }
    return {
        **document,
        "rules": 1,
        "recommendation": {**recommendation, "parts": parts},
        "scores": scores,
        "first": [],
        "unexplained": [],
        "pitfalls": [{**pitfall, "when": None} for pitfall in document["pitfalls"]],
    }


@cache
def _types_of(kind: type) -> Mapping[str, Any]:
    return get_type_hints(kind)


def _build(kind: Any, value: Any) -> Any:
    """A value of a type of the result out of its plain form."""
    origin, arguments = get_origin(kind), get_args(kind)
    if is_dataclass(kind):
        hints = _types_of(cast(type, kind))
        return cast(type, kind)(**{name: _build(hints[name], value[name]) for name in hints})
    if origin is tuple:
        return tuple(_build(arguments[0], item) for item in value)
    if origin is Mapping:
        return {key: _build(arguments[1], item) for key, item in value.items()}
    if origin in (Union, types.UnionType):
        return None if value is None else _build(_member(arguments, value), value)
    if kind is Fraction:
        return Fraction(str(value))  # through text, for 604.8 is no binary fraction
    return value


def _member(kinds: tuple[Any, ...], value: Any) -> Any:
    """The member of a union that a plain value is the form of, told by its keys."""
    members = [kind for kind in kinds if kind is not types.NoneType]
    if len(members) == 1:
        return members[0]
    return {frozenset(_types_of(kind)): kind for kind in members}[frozenset(value)]
