"""What a profile says so far: half-filled, it decides as much as it can of what is asked.

The rules are the scoring core's; here they only meet answers that may not be there yet.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from assessments.models import Answer
from assessments.playbook.questions import ProfileQuestion, Question
from assessments.reports.result_labels import NO_EXPOSURE, RESERVED_OPTIONS
from assessments.scoring.inputs import Band, BandSlug, Demand, Exposure
from assessments.scoring.placement import Placement
from assessments.scoring.questions_put import COVER, is_put, why_not_counted
from assessments.scoring.result import NotCountedReason
from assessments.scoring.selector import band_of, out_of_hours


@dataclass(frozen=True)
class QuestionsPut:
    """Where a service stands as far as its profile goes.

    `judged` is None until both its exposure and its demand are known; `held` is the option
    chosen for out-of-hours cover. What is not known leaves out the foundational part's
    questions and the peak's, and nothing else.
    """

    live: bool
    both: bool
    higher_peak: bool
    judged: Placement | None
    held: str | None

    def puts(self, question: Question) -> bool:
        """Whether a question is put at all."""
        if isinstance(question, ProfileQuestion):
            return question.asked_when == "always" or self.both
        return is_put(question, live=self.live, higher_peak=self.higher_peak)

    def why_not_counted(self, question: Question) -> NotCountedReason | None:
        """Why a question that is put takes no part in the scores; None where it does."""
        if isinstance(question, ProfileQuestion) or self.judged is None:
            return None
        return why_not_counted(
            question,
            model=self.judged.model,
            called_for=out_of_hours(self.judged.model, self.judged.availability),
            held=self.held,
        )


def stand(answers: Mapping[str, Answer], bands: Sequence[Band]) -> QuestionsPut:
    """The standing that those answers give; they must all be possible ones."""
    option = {slug: answer.option for slug, answer in answers.items()}
    placed, cover = _placed(answers, option, bands), option.get(COVER)
    return QuestionsPut(
        live=option.get("present-model") != "not-live",
        both=option.get("composition") == "both",
        higher_peak=placed is not None and placed.higher_peak,
        judged=placed if "feature-demand" in option else None,
        held=None if cover in RESERVED_OPTIONS else cover,
    )


def _placed(
    answers: Mapping[str, Answer], option: Mapping[str, str], bands: Sequence[Band]
) -> Placement | None:
    """The judged part in the selector, as far as its exposure is known."""
    exposure, peak = exposure_of(answers.get("exposure")), exposure_of(answers.get("peak-exposure"))
    if exposure is None:
        return None
    return Placement(
        part="foundational" if option.get("composition") == "foundational" else "digital",
        band=band_of(exposure, bands),
        # The peak is held against the everyday band whatever the demand turns out to be.
        demand=cast(Demand, option.get("feature-demand", "low")),
        amount=exposure.amount,
        peak=band_of(peak, bands) if peak is not None else None,
    )


def exposure_of(answer: Answer | None) -> Exposure | None:
    """The exposure that an answer tells, if it tells one."""
    if answer is None:
        return None
    if answer.amount is not None:
        return Exposure(amount=answer.amount)
    if answer.option in ("", NO_EXPOSURE):
        return None
    return Exposure(band=cast(BandSlug, answer.option))
