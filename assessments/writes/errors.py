"""Why a write did not happen, in words for whoever asked for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _


class Refused(Exception):
    """A write that was not done; its text is for people."""


class SheetFrozen(Refused):
    """The assessment was submitted or discarded: its answers can no longer be changed."""

    def __init__(self) -> None:
        super().__init__(_("This assessment has been submitted or discarded since."))


class ProfileIncomplete(Refused):
    """A profile that no recommendation can rest on yet; `faults` holds one message a question."""

    def __init__(self, faults: Mapping[str, str]) -> None:
        self.faults = faults
        super().__init__(_("The profile is not complete: ") + " ".join(faults.values()))

    @property
    def missing(self) -> tuple[str, ...]:
        """The questions to answer, or to answer otherwise."""
        return tuple(self.faults)


class NotInTeam(Refused):
    """Only people of a team may do this for it."""

    def __init__(self) -> None:
        super().__init__(_("You are not in that team."))


class ResultGone(Refused):
    """The result was deleted meanwhile."""

    def __init__(self) -> None:
        super().__init__(_("This result has been deleted meanwhile."))


class CheckGone(Refused):
    """The guest's check was claimed already, or has expired."""

    def __init__(self) -> None:
        super().__init__(_("This check has been claimed already, or has expired."))


class OtherCurrency(Refused):
    """Amounts that are not submitted yet would be taken for another currency's."""

    MOST_NAMED = 5

    def __init__(self, *, given: str, wanted: str, where: Sequence[str]) -> None:
        named = ", ".join(f"“{name}”" for name in where[: self.MOST_NAMED])
        if (more := len(where) - self.MOST_NAMED) > 0:
            named = _("%(named)s and %(more)d more") % {"named": named, "more": more}
        super().__init__(
            _(
                "Amounts typed in %(given)s are not submitted yet, and would be taken for "
                "%(wanted)s: in %(named)s. Submit them, or choose a band instead of each, then "
                "come back. Submitted results keep their currency."
            )
            % {"given": given, "wanted": wanted, "named": named}
        )


class ServiceArchived(Refused):
    """Nothing more is assessed about an archived service."""

    def __init__(self) -> None:
        super().__init__(_("This service is archived. Restore it to assess it again."))
