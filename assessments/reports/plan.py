"""The practices as a plan: by phase and step, what lacks before what is in place."""

from __future__ import annotations

from assessments.playbook.rule_slugs import MODEL_PRACTICES
from assessments.reports import result_labels
from assessments.reports.report import Phase, PracticeTold
from assessments.reports.wording_lookup import WordingLookup
from assessments.scoring.result import JudgedPractice, Result


class Plan:
    """The practices of a result in the playbook's order of adoption."""

    def __init__(self, result: Result, voices: WordingLookup) -> None:
        self._voices = voices
        # The playbook's order within a group is kept: sorting is stable.
        self._judged = sorted(
            result.practices,
            key=lambda practice: (practice.phase, practice.step),
        )

    def phases(self) -> tuple[Phase, ...]:
        """Every phase with its practices, each in the step's order."""
        return tuple(
            Phase(
                number=number,
                title=title,
                adopt=self._told(number, "missing", "partly"),
                settle=self._told(number, "unknown"),
                keep=self._told(number, "in-place"),
                aside=self._told(number, "does-not-apply"),
            )
            for number, title in result_labels.PHASES.items()
        )

    def lacking(self) -> tuple[PracticeTold, ...]:
        """What is missing or partly in place, in the order of adoption."""
        return tuple(self._tell(p) for p in self._judged if p.status in ("missing", "partly"))

    def practice(self, slug: str) -> PracticeTold:
        """One practice of the plan."""
        return next(self._tell(practice) for practice in self._judged if practice.slug == slug)

    def _told(self, phase: int, *statuses: str) -> tuple[PracticeTold, ...]:
        return tuple(
            self._tell(practice)
            for practice in self._judged
            if practice.phase == phase and practice.status in statuses
        )

    def _tell(self, practice: JudgedPractice) -> PracticeTold:
        entry = self._voices.entry("practice", practice.slug)
        return PracticeTold(
            link=self._voices.link("practice", practice.slug),
            summary=entry.summary,
            start=self._voices.start(practice.slug),
            status=practice.status,
            status_title=result_labels.PRACTICE_STATUSES[practice.status],
            step=practice.step,
            basis=_basis(practice),
            shown_by=tuple(self._voices.answer(chosen) for chosen in practice.shown_by),
            called_for_by=tuple(self._voices.answer(chosen) for chosen in practice.called_for_by),
            guidance=self._voices.guidance("practice", practice.slug),
        )


def _basis(practice: JudgedPractice) -> str:
    if practice.slug in MODEL_PRACTICES:
        return "by the profile"
    return f"on {practice.answered} of {practice.asked} answers"
