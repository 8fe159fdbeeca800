"""The answers: one option a question, with evidence and a note."""

from __future__ import annotations

from urllib.parse import urlsplit

from assessments.playbook.playbook import Playbook
from assessments.playbook.questions import DOES_NOT_APPLY, DONT_KNOW, ScoredQuestion
from assessments.scoring.inputs import Answer
from assessments.scoring.reading.node import Node

_WHAT = "an option, or an object with one"


def read_answers(node: Node, playbook: Playbook) -> dict[str, Answer]:
    """The answers given, by question. A null answer is none."""
    questions = playbook.scored_questions
    if not node.has_keys(questions):
        return {}
    answers = {slug: _read(node.at(slug), question) for slug, question in questions.items()}
    return {slug: answer for slug, answer in answers.items() if answer is not None}


def _read(node: Node, question: ScoredQuestion) -> Answer | None:
    may_not_apply = (DOES_NOT_APPLY,) if question.does_not_apply else ()
    options = (*(option.slug for option in question.options), DONT_KNOW, *may_not_apply)
    if isinstance(node.value, str):
        option = node.choice(options)
        return None if option is None else Answer(option)
    if node.absent or not node.has_keys(("option", "evidence", "note"), _WHAT):
        return None
    option = node.at("option").required().choice(options)
    evidence = tuple(_read_address(item) for item in node.at("evidence").items())
    note = node.at("note").text() or ""
    return None if option is None else Answer(option, evidence, note)


def _read_address(node: Node) -> str:
    address = node.text()
    if node.absent:
        node.expected("an address")
    if address is not None and not is_address(address):
        node.complain("is no address that begins with http:// or https:// and names a host")
    return address or ""


def is_address(text: str) -> bool:
    """Whether a text is an http or https address with a host, and nothing around it."""
    if any(character.isspace() or not character.isprintable() for character in text):
        return False
    try:
        parts = urlsplit(text)
        _ = parts.port  # raises where it is no port
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)
