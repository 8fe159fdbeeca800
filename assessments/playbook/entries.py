"""What is advised: principles, practices, pitfalls and drawbacks of the playbook.

Every text is the project's own; facts are the Equal Experts playbook's (CC BY-NC 4.0),
credited and linked through `page`, a path under `Source.url`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assessments.playbook.questions import Model


@dataclass(frozen=True, slots=True)
class Source:
    """Where the facts come from and under which licence."""

    title: str
    publisher: str
    authors: tuple[str, ...]
    url: str
    licence: str
    licence_url: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What every entry has: `summary` is one sentence, `page` the path of the playbook's own
    page under `Source.url`. Longer texts are paragraphs of plain text, parted by blank lines."""

    slug: str
    title: str
    summary: str
    page: str


@dataclass(frozen=True, slots=True)
class Principle(Entry):
    """A principle behind the choice of an operating model: what it `changes` in a decision, and
    an `example` in figures."""

    changes: str
    example: str

    @property
    def texts(self) -> tuple[str, ...]:
        """What it tells beyond its summary, in the order of its page."""
        return (self.changes, self.example)


@dataclass(frozen=True, slots=True)
class Practice(Entry):
    """Something to adopt. `phase` (1 to 3) and `step` give the order of adoption, lower first;
    `serves` the models it is for; `guards` the pitfalls it protects from; `risks` the pitfalls
    that a careless adoption brings; `principles` those it puts to work.

    In words: `why` it matters, what one sees when it is `in_place`, how to `start` within a week
    (one line that stands alone), `start_known` for a team whose answers have taken that step
    already ("" where none can), what comes `next`, the `measure` that tells whether it works, how
    it `goes_wrong`, and `who` is needed.
    """

    group: str
    phase: int
    step: int
    serves: tuple[Model, ...]
    guards: tuple[str, ...]
    risks: tuple[str, ...]
    principles: tuple[str, ...]
    why: str
    in_place: str
    start: str
    next: str
    measure: str
    goes_wrong: str
    who: str
    start_known: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """What it tells beyond its summary, in the order of its page."""
        beside = (self.measure, self.who)
        return (self.why, self.in_place, self.start, self.next, self.goes_wrong, *beside)


@dataclass(frozen=True, slots=True)
class PracticeGroup:
    """Practices adopted in the same phase. `guards` are pitfalls that the group as a whole
    protects from; a practice guards by itself only what it names."""

    slug: str
    title: str
    phase: int
    guards: tuple[str, ...]
    principles: tuple[str, ...]
    practices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pitfall(Entry):
    """What commonly goes wrong when You Build It You Run It is adopted: how to `recognise` it,
    what `causes` it and what it `costs`; `way_out` are the steps out of it, in order."""

    recognise: str
    causes: str
    costs: str
    way_out: tuple[str, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """What it tells beyond its summary, in the order of its page."""
        return (self.recognise, self.causes, self.costs, *self.way_out)


@dataclass(frozen=True, slots=True)
class Drawback(Entry):
    """What Ops Run It costs a digital service: how to `recognise` it, what `causes` it and what it
    `costs`; `counter` is what counters it under Ops Run It, `price` what that counter costs."""

    recognise: str
    causes: str
    costs: str
    counter: str
    price: str

    @property
    def texts(self) -> tuple[str, ...]:
        """What it tells beyond its summary, in the order of its page."""
        return (self.recognise, self.causes, self.costs, self.counter, self.price)


EntryKind = Literal["principle", "practice", "pitfall", "drawback", "model"]
