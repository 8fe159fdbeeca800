"""A result as plain data for JSON, and back.

Both ways follow the types in `assessments.scoring.result`, so a field added there needs
nothing here.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from fractions import Fraction
from functools import cache
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from assessments.scoring.result import Result


def to_document(result: Result) -> dict[str, Any]:
    """The output document: dicts, lists, texts, numbers, booleans and None only.

    Seconds are integers where they are whole and floats where they are not.
    """
    return cast("dict[str, Any]", _plain(result))


def from_document(document: Mapping[str, Any]) -> Result:
    """The result that `to_document` made a document of.

    Raises KeyError or TypeError for a document that it did not make.
    """
    return cast(Result, _build(Result, document))


def _plain(value: object) -> object:
    if isinstance(value, Fraction):
        return value.numerator if value.denominator == 1 else float(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value


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
