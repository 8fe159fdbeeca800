"""Which questions apply, given a profile that may be incomplete.

The rules are the scoring core's; here they only meet answers that may not be there yet.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from assessments.models import Answer
from assessments.playbook.questions import ProfileQuestion, Question, ScoredQuestion
from assessments.reports.result_labels import NO_EXPOSURE
from assessments.scoring.inputs import Band, BandSlug, Demand, Exposure
from assessments.scoring.placement import Placement
from assessments.scoring.questions_put import (
    COVER,
    is_operations_rota,
    is_profile_put,
    is_put,
    why_not_counted,
)
from assessments.scoring.selector import band_of
from assessments.scoring.vocabulary import NotCountedReason


@dataclass(frozen=True)
class QuestionsPut:
    """Which questions a profile puts, as far as it is known.

    `judged` is None until both its exposure and its demand are known; `cover` is the answer on
    out-of-hours cover, *don't know* included. What is not known leaves out the foundational part's
    questions, the peak's and those on who could carry a rota, and nothing else.
    """

    live: bool
    both: bool
    higher_peak: bool
    judged: Placement | None
    cover: str | None
    present_model: str | None = None

    def puts(self, question: Question) -> bool:
        """Whether a question is put at all."""
        if isinstance(question, ProfileQuestion):
            return is_profile_put(question, both=self.both, rota_called_for=self.rota_called_for)
        return is_put(question, live=self.live, higher_peak=self.higher_peak)

    def why_not_counted(self, question: Question) -> NotCountedReason | None:
        """Why a question that is put takes no part in the scores; None where it does."""
        if isinstance(question, ProfileQuestion) or self.judged is None:
            return None
        return why_not_counted(
            question,
            model=self.judged.model,
            rota_called_for=self.rota_called_for,
            operations_rota=is_operations_rota(self.cover, self.present_model),
        )

    def may_not_apply(self, question: ScoredQuestion) -> bool:
        """Whether *does not apply* can hold now: to a question about a rota, only where alerts
        wait by agreement."""
        return question.counts_when != "rota" or self.cover == "none"

    @property
    def rota_called_for(self) -> bool:
        """Whether the target is known to call for a rota of product teams."""
        return self.judged is not None and self.judged.rota_called_for


def stand(answers: Mapping[str, Answer], bands: Sequence[Band]) -> QuestionsPut:
    """What those answers put; they must all be possible ones."""
    option = {slug: answer.option for slug, answer in answers.items()}
    placed = _placed(answers, option, bands)
    return QuestionsPut(
        live=option.get("present-model") != "not-live",
        both=option.get("composition") == "both",
        higher_peak=placed is not None and placed.higher_peak,
        judged=placed if "feature-demand" in option else None,
        cover=option.get(COVER),
        present_model=option.get("present-model"),
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
        quiet_nights=option.get("out-of-hours-loss") == "nothing",
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
