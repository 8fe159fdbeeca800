"""Scenarios: saved, changed, deleted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from assessments.cover.scenarios import Move
from assessments.fingerprints import fingerprint
from assessments.models import Organisation, Scenario, ScenarioService, Service, User
from assessments.writes.errors import Refused
from assessments.writes.history import signed
from assessments.writes.names import unique


class ScenarioGone(Refused):
    """It was deleted while its form was open."""

    def __init__(self) -> None:
        super().__init__(
            _("Someone has deleted this scenario meanwhile. Save it anew if you need it.")
        )


class ScenarioChanged(Refused):
    """Someone else changed it while its form was open."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "This scenario has been changed in another window meanwhile. Save again to put "
                "yours in its place."
            )
        )


@transaction.atomic
def save_scenario(
    *,
    organisation: Organisation,
    name: str,
    services: QuerySet[Service],
    moves: Mapping[int, Move],
    by: User | None,
    at: datetime,
) -> Scenario:
    """Keep which of the organisation's services it is about, archived ones left out, and where
    some of them move. Raises NameTaken."""
    standing = Service.objects.filter(organisation=organisation, archived_at=None)
    asked = standing.filter(pk__in=services.order_by().values("pk"))
    keys = set(asked.values_list("pk", flat=True)) | set(
        standing.filter(pk__in=moves).values_list("pk", flat=True)
    )
    made = Scenario(organisation=organisation, name=name, saved_at=at, saved_by=by)
    _save(made, by, at)
    ScenarioService.objects.bulk_create(
        (
            ScenarioService(
                organisation=organisation, scenario=made, service_id=key, **_columns(moves.get(key))
            )
            for key in sorted(keys)
        ),
        batch_size=1_000,
    )
    return made


@transaction.atomic
def change_scenario(
    *,
    scenario: Scenario,
    shown: str,
    name: str,
    moves: Mapping[int, Move],
    by: User | None,
    at: datetime,
) -> None:
    """Rename it, or move those of its services otherwise. `shown` is the fingerprint of what the
    form showed. Raises ScenarioGone, ScenarioChanged and NameTaken."""
    locked = Scenario.objects.select_for_update().filter(pk=scenario.pk).first()
    if locked is None:
        raise ScenarioGone
    if shown_as(locked) != shown:
        raise ScenarioChanged
    locked.name, locked.saved_at, locked.saved_by = name, at, by
    _save(locked, by, at)
    for row in locked.rows.filter(service__in=moves):
        ScenarioService.objects.filter(pk=row.pk).update(**_columns(moves[row.service_id]))


def delete_scenario(*, scenario: Scenario, by: User | None, at: datetime) -> None:
    """Nothing else changes."""
    for found in Scenario.objects.filter(pk=scenario.pk):
        signed(found, by=by, at=at).delete()


def shown_as(scenario: Scenario) -> str:
    """A fingerprint of what it says, for a form to hold: it tells later what it showed."""
    rows = scenario.rows.exclude(model="", band="").order_by("service")
    return fingerprint([scenario.name, *map(list, rows.values_list("service", "model", "band"))])


def _columns(move: Move | None) -> dict[str, str]:
    return {"model": (move and move.model) or "", "band": (move and move.band) or ""}


def _save(scenario: Scenario, by: User | None, at: datetime) -> None:
    taken = _("There is already a scenario called “%(name)s”. Choose another name.")
    with unique(Scenario, taken % {"name": scenario.name}):
        signed(scenario, by=by, at=at).save()
