"""Slugs are for ever: what was once published is still there, renamed or knowingly given up."""

import tomllib
from pathlib import Path

import pytest

from assessments.playbook.reading.releases import KINDS

FILE = "tests/playbook/published.toml"
PUBLISHED = tomllib.loads((Path(__file__).parents[2] / FILE).read_text(encoding="utf-8"))
GIVEN_UP = PUBLISHED["given_up"]


def present(playbook, kind):
    if kind == "options":
        return {
            f"{q.slug}/{option.slug}" for q in playbook.questions.values() for option in q.options
        }
    return set(getattr(playbook, kind))


def now(playbook, kind, slug):
    if kind == "options":
        return "/".join(playbook.answer_now_called(*slug.split("/")))
    return playbook.now_called(kind, slug)


def test_every_kind_of_slug_is_listed():
    assert PUBLISHED.keys() == {"given_up", *KINDS}


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_published_is_there_or_renamed_or_given_up(playbook, kind):
    lost = [
        f"{kind}: {slug} is gone: add it to [releases.renamed.{kind}] in releases.toml, or to "
        f"given_up in {FILE}"
        for slug in PUBLISHED[kind]
        if now(playbook, kind, slug) not in present(playbook, kind)
        and f"{kind}: {slug}" not in GIVEN_UP
    ]
    assert lost == []


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_there_is_listed(playbook, kind):
    new = [
        f"{kind}: add {slug} to {FILE}"
        for slug in sorted(present(playbook, kind) - set(PUBLISHED[kind]))
    ]
    assert new == []


def test_what_is_given_up_is_neither_there_nor_unknown(playbook):
    amiss = [
        each
        for each in GIVEN_UP
        for kind, _, slug in [each.partition(": ")]
        if slug not in PUBLISHED.get(kind, ()) or slug in present(playbook, kind)
    ]
    assert amiss == []
