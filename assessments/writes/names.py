"""Names that must be unique in an organisation."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError, transaction

from assessments.writes.errors import Refused


class NameTaken(Refused):
    """Another row of the same kind has that name; the message says what to do about it."""


@contextmanager
def unique(constraint: str, taken: str) -> Iterator[None]:
    """Raises NameTaken with that message where the database's constraint says so.

    The database is asked and not looked up beforehand: someone may be faster.
    """
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        if constraint not in str(error):
            raise
        raise NameTaken(taken) from error
