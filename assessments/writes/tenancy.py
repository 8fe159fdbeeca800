"""What one tenant's rows may name: rows of the same organisation, and no other's."""

from __future__ import annotations

from typing import Protocol

from django.utils.translation import gettext as _

from assessments.writes.errors import Refused


class OfAnOrganisation(Protocol):
    """A tenant's row."""

    @property
    def organisation_id(self) -> int | None:
        """The key of its organisation."""


class OfAnotherOrganisation(Refused):
    """A write was given a row of another tenant, which does not exist for whoever asks."""

    def __init__(self) -> None:
        super().__init__(_("That does not exist in this organisation."))


def refuse_foreign(organisation: int, *named: OfAnOrganisation | None) -> None:
    """Raises OfAnotherOrganisation where one of the rows named is not of the organisation of that
    key."""
    if any(each is not None and each.organisation_id != organisation for each in named):
        raise OfAnotherOrganisation
