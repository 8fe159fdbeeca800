"""A stored result read back from its document, by whichever rules it was made.

What results by rules 1 did not know is filled in as what it means: no first steps, no word on
when a pitfall can happen, and a score wherever anything that counts was answered.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping, Sequence
from dataclasses import is_dataclass
from fractions import Fraction
from functools import cache
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from assessments.scoring.result import Result


def from_document(document: Mapping[str, Any]) -> Result:
    """The result that `to_document` made a document of, now or when rules 1 were in force.

    Raises KeyError or TypeError for a document that it did not make.
    """
    present = document if "rules" in document else _by_rules_1(document)
    return cast(Result, _builder(Result)(present))


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


Build = Callable[[Any], Any]


@cache
def _builder(kind: Any) -> Build:
    """What makes a value of a type of the result out of its plain form, worked out once a type."""
    origin, arguments = get_origin(kind), get_args(kind)
    if is_dataclass(kind):
        return _of_dataclass(cast(type, kind))
    if origin is tuple:
        each = _builder(arguments[0])
        return lambda value: tuple(map(each, value))
    if origin is Mapping:
        each = _builder(arguments[1])
        return lambda value: {key: each(item) for key, item in value.items()}
    if origin in (Union, types.UnionType):
        return _of_union([kind for kind in arguments if kind is not types.NoneType])
    if kind is Fraction:
        return lambda value: Fraction(str(value))  # by its text: 604.8 is no binary fraction
    return _as_it_is


def _as_it_is(value: Any) -> Any:
    return value


def _of_dataclass(kind: type) -> Build:
    fields = [(name, _builder(hint)) for name, hint in get_type_hints(kind).items()]
    return lambda value: kind(**{name: build(value[name]) for name, build in fields})


def _of_union(kinds: Sequence[Any]) -> Build:
    """None, or the member that a plain value is the form of, told by its keys."""
    if len(kinds) == 1:
        only = _builder(kinds[0])
        return lambda value: None if value is None else only(value)
    members = {frozenset(get_type_hints(kind)): _builder(kind) for kind in kinds}
    return lambda value: None if value is None else members[frozenset(value)](value)
