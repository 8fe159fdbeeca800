"""Names that must be unique in an organisation."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError, transaction

from assessments.models.names import Named
from assessments.writes.errors import Refused


class NameTaken(Refused):
    """Another row of the same kind has that name; the message says what to do about it."""


@contextmanager
def unique(of: type[Named], taken: str) -> Iterator[None]:
    """Raises NameTaken with that message where a constraint on the names of that model says so.

    The database is asked and not looked up beforehand: someone may be faster.
    """
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        # PostgreSQL names the constraint; SQLite one on columns by these.
        names = [each.name for each in of._meta.constraints]
        if not any(each in str(error) for each in (*names, f"{of._meta.db_table}.search_key")):
            raise
        raise NameTaken(taken) from error
