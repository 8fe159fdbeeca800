"""Deleting much at once: in the database's own statements, and without a history of it.

Django would load every row and simple_history note each one as deleted, only for that to be
deleted in turn.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import CASCADE, SET_NULL, Model, QuerySet
from django.db.models.fields.reverse_related import ForeignObjectRel


def delete_rows(rows: QuerySet[Any]) -> None:
    """Delete rows with all that goes with them by their foreign keys, history included. The same
    number of queries however many there are."""
    for relation in _relations(rows.model):
        field = relation.field
        related = relation.related_model._base_manager.filter(**{f"{field.name}__in": rows})
        if hasattr(relation.related_model, "instance_type"):
            if _goes_with_it(relation):
                related._raw_delete(related.db)
        elif field.remote_field.on_delete is CASCADE:
            delete_rows(related)
        elif field.remote_field.on_delete is SET_NULL:
            related.update(**{field.name: None})
    _forget(rows)
    rows._raw_delete(rows.db)


def _relations(model: type[Model]) -> Iterator[Any]:
    for field in model._meta.get_fields(include_hidden=True):
        if isinstance(field, ForeignObjectRel):
            yield field


def _goes_with_it(history: Any) -> bool:
    """Whether rows of a history are of what goes with the row that they name."""
    tracked = history.related_model.instance_type
    original = tracked._meta.get_field(history.field.name)
    return bool(original.remote_field.on_delete is CASCADE)


def _forget(rows: QuerySet[Any]) -> None:
    """Delete the rows' own history; of others that were deleted before it went with a relation."""
    manager = getattr(rows.model, "history", None)
    if manager is not None:
        key = rows.model._meta.pk.name
        past = manager.model._base_manager.filter(**{f"{key}__in": rows.values(key)})
        past._raw_delete(past.db)
