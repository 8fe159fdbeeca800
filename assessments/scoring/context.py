"""What every judgement looks at: the judged part, the questions put and the answers used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assessments.playbook.playbook import Playbook
from assessments.playbook.questions import Option, ScoredQuestion
from assessments.scoring.inputs import DOES_NOT_APPLY, Answer, Inputs, Profile
from assessments.scoring.placement import place
from assessments.scoring.questions_put import COVER, is_put
from assessments.scoring.recommendation import recommend
from assessments.scoring.result import Part, Recommendation


@dataclass(frozen=True, slots=True)
class Context:
    """The inputs as far as they count, with what the selector makes of them.

    `held` is who covers the judged part out of hours today, as the option chosen, None where
    that is not known. `put` holds the questions that were put, `answers` the answers to those
    and `chosen` their options where one was chosen; all three in the playbook's order.
    """

    profile: Profile
    recommendation: Recommendation
    held: str | None
    higher_peak: bool
    put: tuple[ScoredQuestion, ...]
    answers: Mapping[str, Answer]
    chosen: Mapping[str, Option]

    @property
    def judged(self) -> Part:
        """The part that the answers are about."""
        return self.recommendation.judged

    @property
    def live(self) -> bool:
        """Whether the service runs today."""
        return self.profile.present_model != "not-live"

    def is_asked(self, question: str) -> bool:
        """Whether a question that was put is one the service could answer: *don't know* and
        unanswered still count as asked, *does not apply* does not.
        """
        answer = self.answers.get(question)
        return answer is None or answer.option != DOES_NOT_APPLY

    def points(self, question: ScoredQuestion) -> int | None:
        """The points of the option chosen, 0 to 4; None where there is none."""
        option = self.chosen.get(question.slug)
        return option.points[self._points_key(question)] if option else None

    def _points_key(self, question: ScoredQuestion) -> str:
        keys = {
            "ladder": "always",
            "model": self.judged.model,
            "deployment-target": self.judged.deployment,
            "availability-target": self.judged.availability,
            "out-of-hours-schedule": self.judged.on_call.out_of_hours,
        }
        return keys[question.judged_by]


def build_context(playbook: Playbook, inputs: Inputs) -> Context:
    """The context an assessment is about.

    Answers to questions that were not put are left out here, and with them out of everything.
    """
    profile = inputs.profile
    higher_peak = place(profile, inputs.bands)[0].higher_peak
    live = profile.present_model != "not-live"
    put = tuple(
        question
        for question in playbook.scored_questions.values()
        if is_put(question, live=live, higher_peak=higher_peak)
    )
    answers = {q.slug: inputs.answers[q.slug] for q in put if q.slug in inputs.answers}
    chosen = {
        question.slug: option
        for question in put
        if (answer := answers.get(question.slug))
        and (option := question.option(answer.option)) is not None
    }
    held = chosen[COVER].slug if COVER in chosen else None
    return Context(
        profile=profile,
        recommendation=recommend(playbook, profile, inputs.bands, held),
        held=held,
        higher_peak=higher_peak,
        put=put,
        answers=answers,
        chosen=chosen,
    )
