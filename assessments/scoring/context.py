"""What every judgement looks at: the parts, the questions put and the answers used."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from assessments.playbook.playbook import Playbook
from assessments.playbook.questions import DOES_NOT_APPLY, FULL_MARKS, Option, ScoredQuestion
from assessments.scoring.inputs import Answer, Inputs, Profile
from assessments.scoring.placement import Placement, part_of, place
from assessments.scoring.points import cover_rank, points_of
from assessments.scoring.questions_put import (
    COVER,
    HELD_ROTAS,
    OPERATIONS_ROTA,
    is_operations_rota,
    is_put,
)
from assessments.scoring.verdict import Part
from assessments.scoring.vocabulary import OverallModel

_ON_CALL = ("on-call-rota", "on-call-pay", "on-call-funding")
"""Whether these do not apply is told by the cover, so saying so is only believed without one."""


@dataclass(frozen=True)
class Context:
    """The inputs as far as they count, with what the selector makes of them.

    `put` holds the questions that were put, `answers` the answers to those, `asked` those that
    the service could answer, `chosen` the options chosen and `points` what these are worth, 0 to
    4, for the judged part; all in the playbook's order. `full_marks` names the questions whose
    answer leaves nothing to wish for.
    """

    profile: Profile
    placements: tuple[Placement, ...]
    parts: tuple[Part, ...]
    model: OverallModel
    put: tuple[ScoredQuestion, ...]
    answers: Mapping[str, Answer]
    asked: frozenset[str]
    chosen: Mapping[str, Option]
    points: Mapping[str, int]
    full_marks: frozenset[str]

    @cached_property
    def judged(self) -> Part:
        """The part that the answers are about: the digital one for both, else the only one."""
        return self.parts[0]

    @cached_property
    def team_runs_it(self) -> bool:
        """Whether the judged part's recommended model is You Build It You Run It."""
        return self.judged.model == "you-build-it-you-run-it"

    @property
    def live(self) -> bool:
        """Whether the service runs today."""
        return self.profile.present_model != "not-live"

    @cached_property
    def higher_peak(self) -> bool:
        """Whether a peak raises the judged part's target."""
        return self.placements[0].higher_peak

    @cached_property
    def cover(self) -> str | None:
        """Who covers the judged part out of hours: an option, *don't know*, or None unanswered."""
        answer = self.answers.get(COVER)
        return answer.option if answer else None

    @cached_property
    def rota_called_for(self) -> bool:
        """Whether the everyday target calls for a rota of product teams."""
        return self.placements[0].rota_called_for

    @cached_property
    def rota_called_for_or_held(self) -> bool:
        """Whether people of the product teams are called out of hours, or should be."""
        return self.rota_called_for or self.cover in HELD_ROTAS

    @cached_property
    def operations_rota(self) -> bool:
        """Whether the people on call out of hours are operations'."""
        return is_operations_rota(self.cover, self.profile.present_model)

    @cached_property
    def misfits(self) -> bool | None:
        """Whether the present model is another than the recommended one; None when not live."""
        return self.profile.present_model != self.model if self.live else None

    def covers_less_than(self, called_for: str) -> bool:
        """Whether the cover, answered and not operations', is less than one that is called for."""
        if self.cover is None or self.cover == "operations":
            return False
        return cover_rank(self.cover) < cover_rank(called_for)

    @cached_property
    def speaking(self) -> Mapping[str, Option]:
        """The options that may say something against the service: short of full marks, and not
        about operations' rota."""
        full_marks, silent = self.full_marks, self.silent
        return {
            slug: option
            for slug, option in self.chosen.items()
            if slug not in full_marks and slug not in silent
        }

    @cached_property
    def silent(self) -> Collection[str]:
        """The questions that tell of operations' people, and so nothing of the team's."""
        return OPERATIONS_ROTA if self.operations_rota else ()


def build_context(playbook: Playbook, inputs: Inputs) -> Context:
    """The context an assessment is about.

    Answers to questions that were not put are left out here, and with them out of everything.
    """
    placements = place(inputs.profile, inputs.bands)
    profile = _without_idle(inputs.profile, placements)
    judged, live = placements[0], profile.present_model != "not-live"
    questions = playbook.scored_questions
    put = tuple(
        question
        for question in questions.values()
        if is_put(question, live=live, higher_peak=judged.higher_peak)
    )
    answers = {q.slug: inputs.answers[q.slug] for q in put if q.slug in inputs.answers}
    chosen = {
        slug: (question, option)
        for slug, answer in answers.items()
        if (option := (question := questions[slug]).option(answer.option)) is not None
    }
    points = {
        slug: points_of(question, option, judged, profile)
        for slug, (question, option) in chosen.items()
    }
    full_marks = frozenset(
        slug
        for slug, (question, _) in chosen.items()
        if points[slug] == FULL_MARKS and question.counts_for in (None, judged.model)
    )
    return Context(
        profile=profile,
        placements=placements,
        parts=tuple(part_of(placement) for placement in placements),
        model=overall_model(placements),
        put=put,
        answers=answers,
        asked=_asked(put, answers),
        chosen={slug: option for slug, (_, option) in chosen.items()},
        points=points,
        full_marks=full_marks,
    )


def _without_idle(profile: Profile, placements: Sequence[Placement]) -> Profile:
    """The profile without what it says of a rota where none is called for."""
    if placements[0].rota_called_for or not (profile.rota_people or profile.sibling_teams):
        return profile
    return replace(profile, rota_people=None, sibling_teams=None)


def _asked(put: Sequence[ScoredQuestion], answers: Mapping[str, Answer]) -> frozenset[str]:
    """The questions put that the service could answer: *don't know* and unanswered count as
    asked, *does not apply* does not. Of those on being on call, which only the absence of any
    cover leaves without an answer, *does not apply* counts as *don't know* elsewhere.
    """
    cover = answers.get(COVER)
    uncovered = cover is not None and cover.option == "none"
    return frozenset(
        question.slug
        for question in put
        if (answer := answers.get(question.slug)) is None
        or answer.option != DOES_NOT_APPLY
        or (question.slug in _ON_CALL and not uncovered)
    )


def overall_model(placements: Sequence[Placement]) -> OverallModel:
    """The parts' common model; a hybrid where they differ, whichever way round."""
    judged = placements[0].model
    return judged if all(here.model == judged for here in placements) else "hybrid"
