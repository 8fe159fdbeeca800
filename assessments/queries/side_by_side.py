"""A few services beside each other: models, targets, scores, then answer by answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from django.db.models import Prefetch
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from assessments.current import playbook
from assessments.models import Membership, Result, ResultPart, Service
from assessments.models.names import by_name
from assessments.queries.access import visible_services
from assessments.queries.results import answers_now_called
from assessments.reports import result_labels
from assessments.reports.answer_snapshot import AnswerSnapshot

NOT_COMPARED = "not compared"
"""What all scores mean alike where they were drawn by different rules."""

FEWEST, MOST = 2, 6
"""How many services are put side by side."""


@dataclass(frozen=True)
class Cell:
    """What one service has in a line; `tag` is the look of a tag, if it is one. `means` is what it
    is compared by where its words may have changed since; `asked` the question it answers, where
    that read otherwise than the line's label."""

    text: str
    tag: str = ""
    means: str = ""
    asked: str = ""


@dataclass(frozen=True)
class Line:
    """One thing compared, a cell a service: None where the service was never assessed."""

    label: str
    cells: tuple[Cell | None, ...]

    @property
    def differs(self) -> bool:
        """Whether the assessed services are not all alike in this."""
        cells = [cell for cell in self.cells if cell is not None]
        said, meant = {cell.text for cell in cells}, {cell.means or cell.text for cell in cells}
        return len(said) > 1 and len(meant) > 1


@dataclass(frozen=True)
class Group:
    title: str
    lines: tuple[Line, ...]

    @property
    def differing(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.differs)

    @property
    def alike(self) -> int:
        """How many lines say the same of all that were assessed."""
        return len(self.lines) - len(self.differing)


def fetch(membership: Membership, picked: Iterable[int]) -> tuple[Service, ...]:
    """Those of the picked services that the person may see, by name. Two queries."""
    parts = Prefetch("current_result__parts", ResultPart.objects.order_by("part"))
    return tuple(
        visible_services(membership)
        .filter(pk__in=picked)
        .select_related("team__domain", "current_result")
        .defer("current_result__document", "current_result__inputs")
        .prefetch_related(parts)
        .order_by(*by_name())
    )


def compare(services: Sequence[Service]) -> tuple[Group, ...]:
    """Every line of the comparison, with the questions in the playbook's order."""
    results = [service.current_result for service in services]
    told = Group(_("Recommendation and scores"), tuple(_told(results)))
    answers = [
        {entry.question: entry for entry in answers_now_called(result)} if result else None
        for result in results
    ]
    currencies = [result.currency if result else "" for result in results]
    dated = [(r.submitted_at, a) for r, a in zip(results, answers, strict=True) if r and a]
    by_age = sorted(dated, key=lambda each: each[0])
    asked = {slug: entry for _at, each in by_age for slug, entry in each.items()}
    return (told, *_answered(asked, answers, currencies))


def _told(results: Sequence[Result | None]) -> Iterator[Line]:
    mixed = len({result.rules for result in results if result}) > 1
    score = partial(_score, mixed=mixed)
    facts: tuple[tuple[str, Callable[[Result], Cell]], ...] = (
        (_("Recommended model"), lambda r: Cell(r.get_model_display(), r.model)),
        (_("Runs today"), lambda r: Cell(r.get_present_model_display())),
        (_("Fit of the model"), _fit),
        (_("Availability target"), lambda r: _parts(r, lambda p: f"{p.availability}%")),
        (_("Availability attained"), lambda r: _state(r.availability_met)),
        (_("Deployment target"), lambda r: _parts(r, _deployment)),
        (_("Deployment attained"), lambda r: _state(r.deployment_met)),
        (_("Restored in time"), lambda r: _state(r.restore_met)),
        (_("On call out of hours"), lambda r: _parts(r, _out_of_hours)),
        *(((_("Scoring rules"), _rules),) if mixed else ()),
        (_("Deployment throughput, of 100"), lambda r: score(r, r.deployment_throughput)),
        (_("Service reliability, of 100"), lambda r: score(r, r.service_reliability)),
        (_("Learning culture, of 100"), lambda r: score(r, r.learning_culture)),
        (_("Answered"), _share),
        (_("Last submitted"), _submitted),
    )
    for label, told in facts:
        yield Line(label, tuple(told(result) if result else None for result in results))


def _fit(result: Result) -> Cell:
    if result.misfit is None:
        return Cell(_("Not live yet"))
    return Cell(_("Misfit"), "bad") if result.misfit else Cell(_("Fits"), "good")


def _parts(result: Result, told: Callable[[ResultPart], str]) -> Cell:
    parts = list(result.parts.all())
    if len(parts) == 1:
        return Cell(told(parts[0]))
    return Cell("; ".join(f"{part.get_part_display()}: {told(part)}" for part in parts))


def _deployment(part: ResultPart) -> str:
    return result_labels.DEPLOYMENTS[part.deployment]  # type: ignore[index]


def _out_of_hours(part: ResultPart) -> str:
    return result_labels.OUT_OF_HOURS[part.out_of_hours]  # type: ignore[index]


def _state(state: str) -> Cell:
    tags = {"met": "good", "missed": "bad"}
    return Cell(result_labels.TARGET_STATUSES[state], tags.get(state, ""))  # type: ignore[index]


def _rules(result: Result) -> Cell:
    return Cell(_("Rules %s") % result.rules)


def _score(result: Result, score: int | None, *, mixed: bool) -> Cell:
    """A score; where the results are by `mixed` rules it is not compared with the others."""
    if score is None:
        said = _("No score")
    else:
        said = _("%(score)s, by rules %(rules)s") if mixed else "%(score)s"
    words = {"score": score, "rules": result.rules}
    return Cell(said % words, means=NOT_COMPARED if mixed else "")


def _share(result: Result) -> Cell:
    said = _("%(answered)s of %(asked)s") % {"answered": result.answered, "asked": result.asked}
    return Cell(f"{said} ({result.get_scope_display().lower()})")


def _submitted(result: Result) -> Cell:
    return Cell(date_format(localtime(result.submitted_at), "j M Y"))


def _answered(
    asked: Mapping[str, AnswerSnapshot],
    answers: Sequence[Mapping[str, AnswerSnapshot] | None],
    currencies: Sequence[str],
) -> Iterator[Group]:
    """A group a section; questions that later playbooks dropped keep their old words, last.
    `asked` holds each question as it was last asked."""
    ranks = {slug: rank for rank, slug in enumerate(playbook().questions)}
    slugs = sorted(asked, key=lambda slug: ranks.get(slug, len(ranks)))
    for section in playbook().sections:
        lines = tuple(
            Line(
                asked[slug].text,
                tuple(
                    _answer(each, asked[slug], currency)
                    for each, currency in zip(answers, currencies, strict=True)
                ),
            )
            for slug in slugs
            if asked[slug].section == section.slug
        )
        if lines:
            yield Group(section.title, lines)


def _answer(
    answers: Mapping[str, AnswerSnapshot] | None, asked: AnswerSnapshot, currency: str
) -> Cell | None:
    if answers is None:
        return None
    entry = answers.get(asked.question)
    if entry is None:
        return Cell(_("Not asked"))
    otherwise = entry.text if entry.text != asked.text else ""
    if entry.amount is not None:
        return Cell(_("%s an hour") % result_labels.money(entry.amount, currency), asked=otherwise)
    return Cell(entry.option_text or _("Not answered"), means=entry.option, asked=otherwise)
