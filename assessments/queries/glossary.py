"""The glossary for its page, for the notes that explain a word, and for the questions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from django.urls import reverse

from assessments.current import playbook
from assessments.playbook.questions import Question
from assessments.playbook.terms import Glossary, See, Term


@dataclass(frozen=True)
class Pointer:
    """Where to read on."""

    title: str
    address: str


@dataclass(frozen=True)
class Explained:
    """A term with where to read on; `was` are slugs that it had in earlier versions."""

    term: Term
    see: tuple[Pointer, ...]
    was: tuple[str, ...]


def glossary() -> tuple[Explained, ...]:
    """Every term, by title."""
    return tuple(_explained().values())


@cache
def glossary_by_letter() -> tuple[tuple[str, tuple[Explained, ...]], ...]:
    """The terms under the letters that they begin with."""
    by_letter = groupby(glossary(), key=lambda each: each.term.title[0].upper())
    return tuple((letter, tuple(found)) for letter, found in by_letter)


@cache
def finder() -> Glossary:
    """What finds the terms in a text."""
    return Glossary(playbook().terms.values())


def explained(terms: Iterable[Term]) -> tuple[Explained, ...]:
    """Those terms with where to read on."""
    return tuple(_explained()[term.slug] for term in terms)


@cache
def terms_of_question(question: str) -> tuple[Explained, ...]:
    """The terms in what one sees of a question, its reason and its options, in the order in which
    they come up: what is folded away is not looked for."""
    asked = playbook().questions[question]
    return explained(finder().terms_in(*_texts(asked)))


@cache
def terms_of_section(section: str) -> tuple[Explained, ...]:
    """The terms of all questions of a section, by title."""
    asked = [q.slug for q in playbook().questions.values() if q.section == section]
    used = {each.term.slug for slug in asked for each in terms_of_question(slug)}
    return tuple(each for each in glossary() if each.term.slug in used)


def _texts(question: Question) -> tuple[str, ...]:
    options = (option.text for option in question.options)
    return (question.text, question.why, *options)


@cache
def _explained() -> Mapping[str, Explained]:
    return {
        slug: Explained(term, tuple(map(_pointer, term.see)), _earlier(slug))
        for slug, term in playbook().terms.items()
    }


def _earlier(slug: str) -> tuple[str, ...]:
    return tuple(sorted(playbook().every_name("terms", slug) - {slug}))


def _pointer(see: See) -> Pointer:
    kind, slug = see
    if kind == "question":
        address = f"{reverse('questions')}#{slug}"
        return Pointer(playbook().questions[slug].text, address)
    entry = getattr(playbook(), f"{kind}s")[slug]
    return Pointer(entry.title, reverse("playbook-entry", args=[kind, slug]))
