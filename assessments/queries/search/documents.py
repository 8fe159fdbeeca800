"""What can be found: every entry, question and term, as one kind of document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from assessments.queries.entries import EntryPage, entry_pages
from assessments.queries.glossary import glossary
from assessments.queries.questions import asked_questions
from assessments.queries.search.synonyms import ALSO


@dataclass(frozen=True)
class Part:
    """A text under its heading."""

    title: str | Promise
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Document:
    """Something with a place of its own, to which `address` leads; `also` are other words for
    it, parted by commas; `counts` is how much a hit in it counts beside one in another."""

    kind: str
    slug: str
    address: str
    title: str
    summary: str
    parts: tuple[Part, ...]
    also: str = ""
    counts: float = 1

    @property
    def name(self) -> str:
        """What the index knows it by."""
        return f"{self.kind}:{self.slug}"

    @property
    def text(self) -> str:
        """All paragraphs in one."""
        return GAP.join(each for part in self.parts for each in part.paragraphs)


A_TERM_COUNTS = 0.25
"""Whoever looks for what has a page of its own wants that first, and what the word means after."""

GAP = "\n\n"
"""Between two paragraphs of `Document.text`."""


def documents() -> Iterator[Document]:
    """Everything, in the playbook's order: another kind is another of these."""
    return chain(map(_entry, entry_pages()), _questions(), _terms())


def _entry(page: EntryPage) -> Document:
    kind, slug = page.ref.kind, page.ref.slug
    return Document(
        kind=kind,
        slug=slug,
        address=reverse("playbook-entry", args=[kind, slug]),
        title=page.ref.title,
        summary=page.ref.summary,
        parts=tuple(
            Part(passage.title, (*passage.paragraphs, *passage.steps))
            for passage in (*page.told, *page.facts)
        ),
        also=ALSO.get((kind, slug), ""),
    )


def _questions() -> Iterator[Document]:
    page = reverse("questions")
    for asked in asked_questions():
        question = asked.question
        yield Document(
            kind="question",
            slug=question.slug,
            address=f"{page}#{question.slug}",
            title=question.text,
            summary=question.why,
            parts=(
                Part(_("In case of doubt"), (question.help,)),
                Part(_("Where to look"), (question.evidence,)),
                Part(_("Answers"), tuple(filter(None, chain(*asked.options)))),
            ),
            also=ALSO.get(("question", question.slug), ""),
        )


def _terms() -> Iterator[Document]:
    page = reverse("glossary")
    for each in glossary():
        yield Document(
            kind="term",
            slug=each.term.slug,
            address=f"{page}#{each.term.slug}",
            title=each.term.title,
            summary=each.term.meaning,
            parts=(),
            also=", ".join(each.term.also),
            counts=A_TERM_COUNTS,
        )
