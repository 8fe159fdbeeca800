"""Our content against the source's contents: every link leads somewhere, and nothing is left out.

`source.toml` lists the source's pages and headings, `counterparts.toml` what of ours tells the
same.
"""

import re
import tomllib
from pathlib import Path
from typing import get_args

from django.urls import Resolver404, resolve

from assessments.playbook.faults import did_you_mean
from assessments.scoring.caution_texts import source_page
from assessments.scoring.vocabulary import CautionName

HERE = Path(__file__).parent
PROJECT = HERE.parents[1]
SOURCE = tomllib.loads((HERE / "source.toml").read_text(encoding="utf-8"))
COUNTERPARTS = tomllib.loads((HERE / "counterparts.toml").read_text(encoding="utf-8"))
ADDRESSES = {
    *SOURCE,
    *(f"{page}#{heading}" for page, headings in SOURCE.items() for heading in headings),
}
OURS = {
    (f"{page}#{heading}" if heading else page): ours
    for page, headings in COUNTERPARTS.items()
    for heading, ours in headings.items()
}
NAMED = {ours for found in OURS.values() if isinstance(found, list) for ours in found}
KINDS = ("principle", "practice", "pitfall", "drawback", "model", "question", "group")


def entries(playbook):
    """Every entry that names a page, as kind:slug."""
    return {
        f"{kind}:{slug}": entry
        for kind in KINDS
        for slug, entry in getattr(playbook, f"{kind}s").items()
        if hasattr(entry, "page")
    }


def exists(playbook, ours):
    if ours.startswith("/"):
        try:
            return bool(resolve(ours))
        except Resolver404:
            return False
    kind, _, slug = ours.partition(":")
    return kind in KINDS and slug in getattr(playbook, f"{kind}s")


def test_every_page_that_an_entry_names_is_in_the_source(playbook):
    amiss = [
        f"{name}: page: {entry.page} is not in tests/playbook/source.toml"
        f"{did_you_mean(entry.page, ADDRESSES) or ': correct it'}"
        for name, entry in entries(playbook).items()
        if entry.page not in ADDRESSES
    ]
    assert amiss == []


def test_every_page_that_a_caution_names_is_in_the_source(playbook):
    pages = {source_page(playbook, name) for name in get_args(CautionName)}
    assert pages - ADDRESSES == set()


def written():
    """The files whose words may hold an address of the source."""
    yield from PROJECT.glob("*.md")
    for folder, kind in (("assessments", "py"), ("assessments", "toml"), ("templates", "html")):
        yield from (PROJECT / folder).rglob(f"*.{kind}")


def test_every_address_of_the_source_that_is_written_out_is_in_it(playbook):
    address = re.compile(re.escape(playbook.source.url) + r"/?([\w./#-]*[\w-])?")
    found = {
        page: path.name
        for path in written()
        for page in address.findall(path.read_text(encoding="utf-8"))
    }
    assert "" in found
    assert {page: name for page, name in found.items() if page not in ADDRESSES} == {}


def test_every_page_and_heading_of_the_source_has_its_counterparts_or_a_reason():
    assert set(OURS) == ADDRESSES
    assert [address for address, ours in OURS.items() if not ours] == []


def test_every_counterpart_exists(playbook):
    assert sorted(ours for ours in NAMED if not exists(playbook, ours)) == []


def test_every_entry_is_the_counterpart_of_the_page_it_names(playbook):
    amiss = {n: e.page for n, e in entries(playbook).items() if n not in OURS.get(e.page, ())}
    assert amiss == {}


def test_every_question_rests_on_something_in_the_source(playbook):
    assert [slug for slug in playbook.questions if f"question:{slug}" not in NAMED] == []
