"""Where a write was refused, the form says so."""

from __future__ import annotations

from types import TracebackType

from django import forms

from assessments.writes.errors import Refused
from assessments.writes.names import NameTaken


class refusals_on:  # noqa: N801 - read as a verb, `with refusals_on(form):`
    """Goes on after the block with the refusal as an error of the form; that a name is taken
    stands beside the field called `name`."""

    def __init__(self, form: forms.Form, *, name: str = "name") -> None:
        self.form = form
        self.name = name

    def __enter__(self) -> None:
        return None

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        refusal: BaseException | None,
        _traceback: TracebackType | None,
    ) -> bool:
        if not isinstance(refusal, Refused):
            return False
        field = self.name if isinstance(refusal, NameTaken) else None
        self.form.add_error(field, str(refusal))
        return True
