"""Looks up how an answer was worded and what in the playbook it is tied to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assessments.playbook.entries import EntryKind
from assessments.playbook.rule_slugs import STARTED_BY
from assessments.playbook.text_snapshot import EntryWords, Wording
from assessments.reports import result_labels
from assessments.reports.answer_snapshot import AnswerSnapshot
from assessments.reports.own_guidance import NO_GUIDANCE, GuidanceTold, OwnGuidance
from assessments.reports.report import AnswerTold, Cause, Link
from assessments.scoring.result import Chosen

UNANSWERED = "Not answered"


class WordingLookup:
    """The recorded answers, by question, told in words."""

    def __init__(
        self,
        wording: Wording,
        answers: Sequence[AnswerSnapshot],
        currency: str,
        own: OwnGuidance = NO_GUIDANCE,
    ) -> None:
        self._wording = wording
        self._own = own
        self._currency = currency
        self._recorded = {answer.question: answer for answer in answers}

    def option(self, question: str) -> str | None:
        """The option chosen for a question, None where nothing was."""
        recorded = self._recorded.get(question)
        return recorded.option or None if recorded else None

    def question(self, slug: str) -> str:
        """A question's words as recorded, else the wording's."""
        if slug in self._recorded:
            return self._recorded[slug].text
        asked = self._wording.questions.get(slug)
        return asked.text if asked else result_labels.title_from_slug(slug)

    def said(self, question: str) -> str:
        """What was answered to a question, in words."""
        recorded = self._recorded.get(question)
        return self._said(recorded) if recorded else UNANSWERED

    def answer(self, chosen: Chosen) -> AnswerTold:
        """An answer that a result names. The core names only answers that were recorded."""
        return self.recorded(self._recorded[chosen.question])

    def recorded(self, answer: AnswerSnapshot) -> AnswerTold:
        """A recorded answer with its links."""
        return AnswerTold(
            question=answer.question,
            text=answer.text,
            option=answer.option,
            option_text=self._said(answer),
            note=answer.note,
            evidence=answer.evidence,
            carried_over=answer.carried_over,
            links=self._links(answer),
        )

    def cause(self, chosen: Chosen) -> Cause:
        """An answer as the cause of something."""
        answer = self.answer(chosen)
        return Cause(f"{answer.text} {answer.option_text}", answer=answer)

    def causes(self, chosen: Iterable[Chosen]) -> tuple[Cause, ...]:
        """Several answers as causes."""
        return tuple(self.cause(one) for one in chosen)

    def weight_reason(self, question: str, weight: int) -> str:
        """Why a question weighs that much, "" where the wording is of another weight."""
        asked = self._wording.questions.get(question)
        return asked.weight_reason if asked and asked.weight == weight else ""

    def link(self, kind: EntryKind, slug: str) -> Link:
        """An entry of the playbook, by its title."""
        entry = self.entry(kind, slug)
        return Link(kind, slug, entry.title, entry.page)

    def entry(self, kind: EntryKind, slug: str) -> EntryWords:
        """What is said of an entry; one that the wording does not know keeps its name."""
        found = self._wording.entries[kind].get(slug)
        return found or EntryWords(result_labels.title_from_slug(slug), "", self._wording.source)

    def start(self, practice: str) -> str:
        """How to start with a practice, after the step that an answer has taken already."""
        question, given = STARTED_BY.get(practice, ("", ""))
        recorded = self._recorded.get(question)
        taken = recorded and (recorded.amount is not None if given == "amount" else recorded.option)
        known = self._wording.known_starts.get(practice, "") if taken else ""
        return known or self.entry("practice", practice).start

    def guidance(self, kind: EntryKind, slug: str) -> tuple[GuidanceTold, ...]:
        """What the organisation adds to an entry."""
        return self._own.on(kind, slug)

    def _said(self, answer: AnswerSnapshot) -> str:
        if answer.amount is not None:
            return f"{result_labels.money(answer.amount, self._currency)} an hour"
        if answer.option in result_labels.RESERVED_OPTIONS:
            return result_labels.RESERVED_OPTIONS[answer.option]
        return answer.option_text or UNANSWERED

    def _links(self, answer: AnswerSnapshot) -> tuple[Link, ...]:
        asked = self._wording.questions.get(answer.question)
        option = asked.options.get(answer.option) if asked else None
        return tuple(self.link(*tie) for tie in option.ties) if option else ()
