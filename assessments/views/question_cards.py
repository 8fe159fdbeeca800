"""The questions of a page as they are drawn."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from django.utils.translation import gettext as _

from assessments.answer_input import AnswerInput, Faults, Field, fingerprints
from assessments.current import playbook
from assessments.forms.changes import blend
from assessments.forms.options import Choice, choices, takes_money
from assessments.forms.questions import QuestionForm
from assessments.places import Place
from assessments.playbook.questions import DOES_NOT_APPLY, Block, ScoredQuestion
from assessments.queries.asked import option_text
from assessments.queries.entries import Ref, touched_by
from assessments.queries.glossary import Explained, terms_of_question
from assessments.queries.questions_put import QuestionsPut
from assessments.queries.sheets import Item, SectionState, SheetState
from assessments.queries.siblings import TeamsBeside, fetch_teams_beside
from assessments.reports import result_labels
from assessments.views.saving import Outcome
from assessments.writes.answers import Conflict


@dataclass(frozen=True)
class Clash:
    """A conflict in words: the value stored meanwhile and one's own."""

    conflict: Conflict
    theirs: str
    yours: str

    @property
    def seen(self) -> str:
        return fingerprints(self.conflict.theirs)


@dataclass(frozen=True)
class Card:
    """One question with its form and what there is to say about it; `kept` are the fields that
    hold what was typed and is not stored."""

    place: Place
    item: Item
    form: QuestionForm
    put: QuestionsPut
    faults: Faults = field(default_factory=dict)
    conflicts: tuple[Conflict, ...] = ()
    saved: bool = False
    kept: frozenset[Field] = frozenset()

    @property
    def slug(self) -> str:
        return self.item.question.slug

    @cached_property
    def _choices(self) -> tuple[Choice, ...]:
        return choices(
            self.item.question, self.place.assessment, put=self.put, chosen=self.form.chosen
        )

    @property
    def amount(self) -> Choice | None:
        """To type an amount, where the question takes one."""
        return next((choice for choice in self._choices if choice.typed), None)

    @property
    def offered(self) -> tuple[Choice, ...]:
        """The options to choose from that say something of the service."""
        return tuple(each for each in self._choices if not (each.typed or each.apart))

    @property
    def offered_apart(self) -> tuple[Choice, ...]:
        return tuple(each for each in self._choices if each.apart)

    @property
    def touches(self) -> tuple[Ref, ...]:
        return touched_by(self.slug)

    @property
    def terms(self) -> tuple[Explained, ...]:
        return terms_of_question(self.slug)

    @property
    def teams_beside(self) -> TeamsBeside | None:
        """What the site knows of teams to share a rota with. One query, for that question alone,
        and for members of the organisation only."""
        service = self.place.assessment.service
        if self.slug != "sibling-teams" or self.place.membership is None or service is None:
            return None
        return fetch_teams_beside(service.team)

    @property
    def url(self) -> str:
        return self.place.url("answer", question=self.slug)

    @property
    def names(self) -> str:
        """What a request about this question alone takes from the page's one form."""
        fields = [self.form.add_prefix(name) for name in self.form.fields]
        buttons = ["arrangement", "clear", "confirm", "estimate", "settle"]
        return ",".join([*fields, *buttons])

    @property
    def shown(self) -> str:
        """The fingerprints of what the page shows once this is drawn: what was not saved is
        still compared with what was shown before."""
        if not self.form.is_bound:
            return self.item.shown
        return blend(self.form.posted_shown, self.item.shown, keep=set(self.kept))

    @property
    def not_saved(self) -> str:
        """The names of the fields with a fault or a conflict."""
        names: dict[Field, str] = {
            "choice": _("answer"),
            "note": _("note"),
            "evidence": _("evidence links"),
        }
        waiting = {*self.faults, *(conflict.field for conflict in self.conflicts)}
        return ", ".join(name for field, name in names.items() if field in waiting)

    @property
    def clashes(self) -> tuple[Clash, ...]:
        return tuple(
            Clash(each, self._said(each.theirs, each.field), self._said(each.yours, each.field))
            for each in self.conflicts
        )

    @property
    def interrupts(self) -> bool:
        """Whether there is something to say of the choice before one goes on."""
        return bool(self.faults.get("choice") or self.mends or self.conflicts)

    @property
    def why_apart(self) -> str:
        reason = self.item.not_counted
        return result_labels.NOT_COUNTED[reason] if reason else ""

    @property
    def mends(self) -> bool:
        """Whether what is stored, not what was left open, no longer fits the other answers."""
        return self.can_be_cleared and (bool(self.item.fault) or self._no_longer_does_not_apply)

    @property
    def _no_longer_does_not_apply(self) -> bool:
        question = self.item.question
        return (
            isinstance(question, ScoredQuestion)
            and self.item.given.option == DOES_NOT_APPLY
            and not self.put.may_not_apply(question)
        )

    @property
    def can_be_cleared(self) -> bool:
        """Whether something is chosen, be it no longer possible."""
        return self.item.is_answered or bool(self.item.given.option)

    @property
    def stored_words(self) -> str:
        """The answer in words; empty where nothing is chosen."""
        return self._said(self.item.given, "choice") if self.item.is_answered else ""

    @property
    def takes_money(self) -> bool:
        return takes_money(self.item.question)

    @property
    def placed(self) -> str:
        """The band that the stored amount falls into, with the availability it calls for."""
        amount = self.item.given.amount
        if amount is None or not self.takes_money:
            return ""
        assessment = self.place.assessment
        return result_labels.placed(amount, assessment.currency, assessment.bands)

    @property
    def has_words(self) -> bool:
        """Whether a note or a link is there to be seen."""
        return bool(self.form["note"].value() or self.form["evidence"].value())

    def _said(self, given: AnswerInput, field: Field) -> str:
        if field == "note":
            return given.note or ""
        if field == "evidence":
            return "\n".join(given.evidence or ())
        if given.amount is not None:
            return result_labels.money(given.amount, self.place.assessment.currency)
        return option_text(self.item.question, given.option or "")


@dataclass(frozen=True)
class Slot:
    """Where a question, or what is said once above several, stands while it is asked there; empty
    while it is not."""

    id: str
    card: Card | None = None
    introduction: str = ""


def card_of(place: Place, state: SheetState, item: Item, outcome: Outcome | None = None) -> Card:
    """A question's card; after trouble it holds what was typed."""
    slug = item.question.slug
    put = state.standing
    if outcome is None or slug not in outcome.forms:
        return Card(place, item, QuestionForm(item, place.assessment), put)
    form, kept = outcome.forms[slug], outcome.unsaved(slug)
    faults, conflicts = outcome.faults.get(slug, {}), outcome.conflicts.get(slug, ())
    if not kept:
        # Nothing left to write means that what the page shows is what is stored.
        return Card(place, item, QuestionForm(item, place.assessment), put, saved=True)
    if "choice" in faults and form.reads_otherwise:
        # What was chosen in words that have changed is not taken for a choice among these.
        kept -= {"choice"}
    return Card(place, item, form.again(item, kept, faults), put, faults, conflicts, kept=kept)


def slots(
    section: SectionState, cards: Mapping[str, Card | None], *, apart: bool
) -> Iterator[Slot]:
    """A place for every question that may come to stand in one half of the page, and above the
    first of a block one for what is said of all of them. `cards` are of the questions that the
    page shows, None where one is not drawn anew."""
    half = "apart" if apart else "at"
    here = {item.question.slug for item in (section.apart if apart else section.items)}
    shown = {slug: cards[slug] for slug in here if slug in cards}
    blocks = {block.questions[0]: block for block in playbook().blocks}
    for question in section.section.questions:
        if not (question in shown or not apart or _may_stand_apart(question)):
            continue
        if block := blocks.get(question):
            said = block.introduction if shown.keys() & set(block.questions) else ""
            yield Slot(f"{half}-{_place_of(block)}", introduction=said)
        yield Slot(f"{half}-{question}", shown.get(question))


def _place_of(block: Block) -> str:
    return f"block-{block.slug}"


def introductions_of(questions: Collection[str]) -> set[str]:
    """Where the introductions stand that come and go with those questions."""
    return {
        _place_of(each)
        for each in playbook().blocks
        if not set(each.questions).isdisjoint(questions)
    }


def _may_stand_apart(slug: str) -> bool:
    question = playbook().questions[slug]
    return isinstance(question, ScoredQuestion) and (
        question.counts_for is not None or question.counts_when != "always"
    )


def arrangement(section: SectionState, put: QuestionsPut) -> str:
    """Which questions a page shows, where, and with options that other answers allow, for it to
    send along: what has changed since is what has to be drawn anew."""
    return " ".join(
        f"{item.question.slug}:{'apart' if item.not_counted else 'at'}"
        + (":wider" if _is_wider(item, put) else "")
        for item in section.put
    )


def _is_wider(item: Item, put: QuestionsPut) -> bool:
    """Whether other answers allow an option that is not always offered."""
    question = item.question
    if isinstance(question, ScoredQuestion):
        return question.counts_when == "rota" and put.may_not_apply(question)
    return question.slug == "present-model" and put.both


def rearranged(before: str, now: str) -> set[str]:
    """The questions that came, went or moved between two arrangements."""
    return {entry.partition(":")[0] for entry in set(before.split()) ^ set(now.split())}
