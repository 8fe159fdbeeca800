"""The form of a scenario: its name, and where each picked service moves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessments.cover.scenarios import Move
from assessments.forms.organisations import NameField
from assessments.models import Organisation, Service
from assessments.models.results import PART_MODELS
from assessments.models.scenarios import BANDS


class ScenarioForm(forms.Form):
    """Two lists a service; `shown` holds the fingerprint of the scenario that the form shows."""

    shown = forms.CharField(required=False, max_length=100, widget=forms.HiddenInput)
    name = NameField(
        label=gettext_lazy("Name of the scenario"),
        help_text=gettext_lazy("What it tries out, such as “Checkout runs its own services”."),
    )

    def __init__(
        self,
        data: QueryDict | None,
        *,
        organisation: Organisation,
        services: Iterable[Service],
        moves: Mapping[int, Move] | None = None,
        name: str = "",
        shown: str = "",
    ) -> None:
        super().__init__(data, initial={"name": name, "shown": shown})
        self.services = list(services)
        on = {band.band for band in organisation.bands}
        bands = [("", _("band as it is")), *(each for each in BANDS if each[0] in on)]
        models = [("", _("run as it is")), *PART_MODELS]
        for each in self.services:
            move = (moves or {}).get(each.pk, Move())
            for part, choices, given in (("model", models, move.model), ("band", bands, move.band)):
                self.fields[f"{part}-{each.pk}"] = forms.ChoiceField(
                    label=_("%(service)s: model") % {"service": each}
                    if part == "model"
                    else _("%(service)s: exposure band") % {"service": each},
                    choices=choices,
                    required=False,
                    initial=given or "",
                )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors and not any(move != Move() for move in self.moves.values()):
            self.add_error(None, _("Move at least one service to another model or band."))
        return cleaned

    @property
    def moves(self) -> dict[int, Move]:
        """By the service's key, once it is valid."""
        given = self.cleaned_data
        return {
            each.pk: Move(given[f"model-{each.pk}"] or None, given[f"band-{each.pk}"] or None)
            for each in self.services
        }

    def show(self, shown: str) -> None:
        """Count what it has become as shown: whoever saves again has seen it."""
        data = QueryDict(mutable=True)
        data.update(self.data)
        data["shown"] = shown
        self.data = data
