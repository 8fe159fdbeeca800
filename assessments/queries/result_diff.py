"""What moved from one result to a later one. Pure: two outcomes and what was answered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from assessments.reports.answer_snapshot import AnswerSnapshot
from assessments.scoring.result import Result
from assessments.scoring.verdict import Part
from assessments.scoring.vocabulary import OverallModel, PartName, Risk

Target = Literal["availability", "deployment", "out_of_hours"]


@dataclass(frozen=True)
class ModelMove:
    """The recommendation for the whole service has changed."""

    before: OverallModel
    after: OverallModel


@dataclass(frozen=True)
class PartMove:
    """A part whose model or targets have changed; None where there was or is no such part.
    `among` is how many parts there have been in all."""

    part: PartName
    before: Part | None
    after: Part | None
    among: int

    @property
    def model_changed(self) -> bool:
        return (self.before and self.before.model) != (self.after and self.after.model)

    @property
    def targets(self) -> tuple[Target, ...]:
        """The targets that differ, where the part was there both times."""
        if self.before is None or self.after is None:
            return ()
        before, after = _targets(self.before), _targets(self.after)
        return tuple(target for target in before if before[target] != after[target])


@dataclass(frozen=True)
class ScoreMove:
    """A dimension's scores, changed or not; None where there was none. Only those by the
    `same_rules` are held against each other."""

    dimension: str
    before: int | None
    after: int | None
    same_rules: bool = True

    @property
    def delta(self) -> int | None:
        """Points up or down; None where there is no score on either side, or by other rules."""
        if self.before is None or self.after is None or not self.same_rules:
            return None
        return self.after - self.before


@dataclass(frozen=True)
class RiskMove:
    """A pitfall whose risk has changed; None where that playbook did not know it."""

    pitfall: str
    before: Risk | None
    after: Risk | None


@dataclass(frozen=True)
class AnswerMove:
    """A question answered otherwise; None where it was not put."""

    question: str
    text: str
    before: AnswerSnapshot | None
    after: AnswerSnapshot | None


@dataclass(frozen=True)
class ResultDiff:
    """Everything that moved. `scores` hold every dimension, the rest only what changed; `rules`
    are those by which the earlier and the later result were drawn."""

    rules: tuple[int, int]
    model: ModelMove | None
    parts: tuple[PartMove, ...]
    scores: tuple[ScoreMove, ...]
    practices_gained: tuple[str, ...]
    practices_lost: tuple[str, ...]
    pitfalls: tuple[RiskMove, ...]
    answers: tuple[AnswerMove, ...]

    @property
    def same_rules(self) -> bool:
        return self.rules[0] == self.rules[1]

    @property
    def is_nothing(self) -> bool:
        """Whether all is as it was, by the same rules."""
        changes = (self.model, self.parts, self.practices_gained, self.practices_lost)
        if not self.same_rules:
            return False
        return not any((*changes, self.pitfalls, self.answers)) and all(
            score.before == score.after for score in self.scores
        )


def compare(
    before: Result,
    after: Result,
    answered_before: Sequence[AnswerSnapshot] = (),
    answered_after: Sequence[AnswerSnapshot] = (),
    *,
    same_money: bool = True,
) -> ResultDiff:
    """What moved between two results of one service, the earlier one first. Without `same_money`
    they are counted in two currencies, and no amount stays as it was."""
    models = before.recommendation.model, after.recommendation.model
    had, has = _in_place(before), _in_place(after)
    return ResultDiff(
        rules=(before.rules, after.rules),
        model=None if models[0] == models[1] else ModelMove(*models),
        parts=tuple(_parts(before, after)),
        scores=tuple(_scores(before, after)),
        practices_gained=tuple(slug for slug in has if slug not in had),
        practices_lost=tuple(slug for slug in had if slug not in has),
        pitfalls=tuple(_pitfalls(before, after)),
        answers=tuple(_answers(answered_before, answered_after, same_money=same_money)),
    )


def _targets(part: Part) -> dict[Target, str]:
    return {
        "availability": part.availability,
        "deployment": part.deployment,
        "out_of_hours": part.on_call.out_of_hours,
    }


def _parts(before: Result, after: Result) -> Iterator[PartMove]:
    had = {part.part: part for part in before.recommendation.parts}
    has = {part.part: part for part in after.recommendation.parts}
    names = dict.fromkeys((*has, *had))
    for name in names:
        move = PartMove(name, had.get(name), has.get(name), len(names))
        if move.model_changed or move.targets:
            yield move


def _scores(before: Result, after: Result) -> Iterator[ScoreMove]:
    for dimension in dict.fromkeys((*after.scores, *before.scores)):
        earlier, later = (result.scores.get(dimension) for result in (before, after))
        yield ScoreMove(
            dimension,
            earlier.score if earlier else None,
            later.score if later else None,
            same_rules=before.rules == after.rules,
        )


def _in_place(result: Result) -> tuple[str, ...]:
    return tuple(each.slug for each in result.practices if each.status == "in-place")


def _pitfalls(before: Result, after: Result) -> Iterator[RiskMove]:
    had = {pitfall.slug: pitfall.risk for pitfall in before.pitfalls}
    has = {pitfall.slug: pitfall.risk for pitfall in after.pitfalls}
    for slug in dict.fromkeys((*has, *had)):
        if had.get(slug) != has.get(slug):
            yield RiskMove(slug, had.get(slug), has.get(slug))


def _answers(
    before: Sequence[AnswerSnapshot], after: Sequence[AnswerSnapshot], *, same_money: bool
) -> Iterator[AnswerMove]:
    had = {record.question: record for record in before}
    has = {record.question: record for record in after}
    for slug, record in (has | {s: r for s, r in had.items() if s not in has}).items():
        counted_anew = record.amount is not None and not same_money
        if counted_anew or _choice(had.get(slug)) != _choice(has.get(slug)):
            yield AnswerMove(slug, record.text, had.get(slug), has.get(slug))


def _choice(record: AnswerSnapshot | None) -> tuple[str, int | None] | None:
    """Unanswered is the same as not put: neither says anything."""
    return (record.option, record.amount) if record and record.answered else None
