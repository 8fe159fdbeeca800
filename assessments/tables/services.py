"""Services as a table: a line each, with the columns of its last result."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import tzinfo

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from assessments.models import Scope
from assessments.queries.directions import Direction
from assessments.queries.freshness import Freshness
from assessments.queries.service_rows import ServiceRow, Target, Targets
from assessments.reports import result_labels
from assessments.tables.table import Row, Table

PARTS = ("digital", "foundational")


def services_table(
    rows: Iterable[ServiceRow], targets: Targets, *, zone: tzinfo, left_out: Sequence[str] = ()
) -> Table:
    """What is not known is left empty, and days are in that time zone. A last line says which
    filters were left out."""
    return Table(_headings(), _told(rows, targets, zone, left_out))


def _told(
    rows: Iterable[ServiceRow], targets: Targets, zone: tzinfo, left_out: Sequence[str]
) -> Iterator[Row]:
    for row in rows:
        yield _row(row, targets, zone)
    if left_out:
        said = _("Left out of the filter, since there is no such or you may not see it: %s")
        yield [said % ", ".join(map(str, left_out))]


def _headings() -> Row:
    return [
        _("Service"),
        _("Team"),
        _("Domain"),
        _("Archived"),
        _("Recommended model"),
        _("Runs today"),
        _("Misfit"),
        _("Digital part: availability target, %"),
        _("Digital part: deployment target"),
        _("Foundational part: availability target, %"),
        _("Foundational part: deployment target"),
        _("Deployment target"),
        _("Availability target"),
        _("Restored in time"),
        _("Deployment throughput"),
        _("Service reliability"),
        _("Learning culture"),
        _("Answered"),
        _("Asked"),
        _("Scope"),
        _("Last submitted"),
        _("Playbook version"),
        _("Scoring rules"),
        _("Direction"),
        _("Freshness"),
        *(
            heading % {"part": part}
            for part in (_("Digital part"), _("Foundational part"))
            for heading in (
                _("%(part)s: exposure an hour"),
                _("%(part)s: accepted loss a week"),
                _("%(part)s: out-of-hours cover"),
            )
        ),
        _("Currency"),
        _("Recommended model, slug"),
        _("Runs today, slug"),
        _("Service, number"),
    ]


def _at_stake(target: Target | None) -> Row:
    if target is None:
        return [None, None, None]
    return [target.exposure, target.accepted_loss, result_labels.COVER[target.out_of_hours]]


def _row(row: ServiceRow, targets: Targets, zone: tzinfo) -> Row:
    of_service: Row = [
        row.service,
        row.team,
        row.domain,
        _("yes") if row.archived_at else _("no"),
    ]
    return [*of_service, *_of_result(row, targets, zone)]


def _of_result(row: ServiceRow, targets: Targets, zone: tzinfo) -> Row:
    if row.result is None:
        return [_("Not assessed")]
    fits = {True: _("yes"), False: _("no"), None: None}
    return [
        result_labels.MODELS[row.model],
        result_labels.MODELS[row.present_model],
        fits[row.misfit],
        *(cell for part in PARTS for cell in _target(targets.get((row.result, part)))),
        *(
            result_labels.TARGET_STATUSES[state]
            for state in (row.deployment_met, row.availability_met, row.restore_met)
        ),
        row.deployment_throughput,
        row.service_reliability,
        row.learning_culture,
        row.answered,
        row.asked,
        Scope(row.scope).label,
        localtime(row.submitted_at, zone).date(),
        f"v{row.playbook_version}",  # "2026.10" alone would be read as a number, 2026.1
        row.rules,
        Direction(row.direction).label,
        Freshness(row.freshness).label,
        *(cell for part in PARTS for cell in _at_stake(targets.get((row.result, part)))),
        row.currency,
        row.model,
        row.present_model,
        row.pk,
    ]


def _target(target: Target | None) -> Row:
    if target is None:
        return [None, None]
    return [target.availability, result_labels.DEPLOYMENTS[target.deployment]]
