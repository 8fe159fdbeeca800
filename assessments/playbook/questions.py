"""What is asked: the questions of the questionnaire and what each option means.

Source: the project's questionnaire, built on the Equal Experts You Build It You Run It
playbook. Slugs are fixed for ever; wording and order may change between versions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Model = Literal["you-build-it-you-run-it", "ops-run-it"]
"""The model a part of a service can have; a hybrid is an estate of both."""

Weight = Literal["decisive", "contributing"]
"""How strongly an answer sets off a pitfall: one decisive or two contributing make it high."""

JudgedBy = Literal[
    "ladder", "model", "deployment-target", "availability-target", "out-of-hours-schedule"
]
"""What picks an option's points: nothing but the option, the judged part's model, or one of
its targets. The keys of `Option.points` follow from it, see `POINT_KEYS`."""

POINT_KEYS: Mapping[JudgedBy, tuple[str, ...]] = {
    "ladder": ("always",),
    "model": ("you-build-it-you-run-it", "ops-run-it"),
    "deployment-target": ("monthly", "fortnightly", "fortnightly-to-weekly", "weekly", "daily"),
    "availability-target": ("95.0", "99.0", "99.9", "99.99"),
    "out-of-hours-schedule": ("none", "domain", "team", "operations"),
}

DONT_KNOW = "dont-know"
"""An answer of its own: the question was asked and the respondent cannot tell."""

DOES_NOT_APPLY = "does-not-apply"
"""An answer of its own: the question has no meaning for this service, so it is not asked."""

RESERVED = (DONT_KNOW, DOES_NOT_APPLY)
"""Stand beside the options, so they are never options themselves."""

FULL_MARKS = 4
"""The most points an option can have."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A pitfall that an option sets off, and how strongly."""

    pitfall: str
    weight: Weight


@dataclass(frozen=True, slots=True)
class Option:
    """One behaviour that can be recognised, with all that choosing it implies.

    `points` maps a key of `POINT_KEYS[question.judged_by]` to 0 to 4 points.
    `shows` and `calls_for` are practices, `at_stake` principles, `points_at` drawbacks of
    Ops Run It; `typical_of` is the model in which the behaviour is usual, if it is of one.
    """

    slug: str
    text: str
    points: Mapping[str, int]
    shows: tuple[str, ...] = ()
    calls_for: tuple[str, ...] = ()
    sets_off: tuple[Trigger, ...] = ()
    at_stake: tuple[str, ...] = ()
    points_at: tuple[str, ...] = ()
    typical_of: Model | None = None


@dataclass(frozen=True, slots=True)
class ScoredQuestion:
    """One question about how the service is built, run and learned from.

    `kind`: a trailing question measures an outcome and is put only for a live service.
    `counts_for`: the only model of the judged part under which it is scored, None for both.
    `asked_when`: "higher-peak" puts it only where the peak band is above the everyday one.
    `counts_when`: "rota" scores it only where the target calls for a rota of product teams.
    `does_not_apply`: the condition under which *does not apply* is an answer, "" where it is none.
    `weight_reason` says in a sentence why the question weighs as much as it does beside the others.

    `practices` are those that some option bears on.
    """

    slug: str
    section: str
    text: str
    why: str
    help: str
    evidence: str
    kind: Literal["leading", "trailing"]
    judged_by: JudgedBy
    options: tuple[Option, ...]
    weight_reason: str
    weight: int = 1
    counts_for: Literal["you-build-it-you-run-it"] | None = None
    asked_when: Literal["always", "higher-peak"] = "always"
    counts_when: Literal["always", "rota"] = "always"
    does_not_apply: str = ""
    practices: tuple[str, ...] = field(init=False, repr=False, compare=False)
    _by_slug: Mapping[str, Option] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        named = (slug for option in self.options for slug in (*option.shows, *option.calls_for))
        derived = {
            "practices": tuple(dict.fromkeys(named)),
            "_by_slug": {option.slug: option for option in self.options},
        }
        for name, value in derived.items():
            object.__setattr__(self, name, value)

    def option(self, slug: str) -> Option | None:
        """The option of that slug, None where the question has none."""
        return self._by_slug.get(slug)


@dataclass(frozen=True, slots=True)
class ProfileOption:
    """One choice of a profile question; `help` is shown under it."""

    slug: str
    text: str
    help: str = ""


@dataclass(frozen=True, slots=True)
class ProfileQuestion:
    """One question that feeds the selector and is not scored.

    `answer`: "choice" is one of `options`; "exposure" is an amount of money an hour or one
    of the organisation's bands, which `options` then words.
    `asked_when`: "both" asks it only of a service that has a foundational part beside the
    digital one, "rota" only where the everyday target calls for a rota of product teams.
    """

    slug: str
    section: str
    text: str
    why: str
    help: str
    evidence: str
    answer: Literal["choice", "exposure"]
    options: tuple[ProfileOption, ...]
    required: bool
    asked_when: Literal["always", "both", "rota"] = "always"

    def option(self, slug: str) -> ProfileOption | None:
        """The option of that slug, None where the question has none."""
        return next((option for option in self.options if option.slug == slug), None)


Question = ScoredQuestion | ProfileQuestion


@dataclass(frozen=True, slots=True)
class Section:
    """A page of the questionnaire; the three scored ones are the dimensions."""

    slug: str
    title: str
    introduction: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Questions that stand together, with what is said once above them."""

    slug: str
    introduction: str
    questions: tuple[str, ...]
