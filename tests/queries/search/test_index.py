import subprocess
import sys

import pytest
from django.conf import settings

from assessments.queries.search.documents import Document, Part
from assessments.queries.search.index import index_of, search_index, words_of

STARTED = """
import django
django.setup()
from django.test import Client
from assessments.queries.search.index import search_index
page = Client().get("/playbook/", headers={"host": "localhost"})
print(page.status_code, search_index.cache_info().currsize)
"""


def document(slug, title="", summary="", text="", also=""):
    return Document("note", slug, f"/{slug}/", title, summary, (Part("", (text,)),), also)


def found(word, *documents, unfinished=False):
    matches = index_of(documents).matches(word, unfinished=unfinished)
    return sorted(matches, key=lambda name: -matches[name].score)


def test_a_title_counts_more_than_a_summary_and_a_summary_more_than_a_text():
    three = [
        document("text", text="Runbooks", title="Other", summary="Other"),
        document("summary", summary="Runbooks", title="Other", text="Other"),
        document("title", title="Runbooks", summary="Other", text="Other"),
    ]
    assert found("runbook", *three) == ["note:title", "note:summary", "note:text"]


def test_a_word_is_found_in_its_other_forms():
    assert found("deploying", document("one", text="deployed")) == ["note:one"]


def test_a_word_is_found_behind_a_hyphen_a_slash_and_a_dash():
    assert found("call", document("one", text="on-call/standby—pay")) == ["note:one"]


def test_a_slip_is_forgiven_only_where_nothing_else_is_found():
    both = document("table", text="table"), document("cable", text="cable")
    assert found("table", *both) == ["note:table"]
    assert sorted(found("fable", *both)) == ["note:cable", "note:table"]


def test_a_slip_in_a_short_word_is_not_forgiven():
    assert found("pays", document("one", text="bays")) == []


@pytest.mark.parametrize("word", ["İSTANBUL", "Runbook"])
def test_a_word_stands_where_the_text_has_it(word):
    text = "In İSTANBUL: the team's Runbook."
    (asked,) = words_of(word)
    (place,) = (
        index_of([document("one", text=text)]).matches(asked, unfinished=False)["note:one"].places
    )
    assert text[place.start : place.end] == word


def test_a_number_with_a_point_is_one_word():
    assert list(words_of("At 99.9%, 1,000 a week.")) == ["at", "99.9", "1,000", "week"]


def test_the_index_is_made_once():
    assert search_index() is search_index()


def test_the_index_is_not_made_by_starting_nor_by_other_pages():
    done = subprocess.run(
        [sys.executable, "-c", STARTED],
        cwd=settings.BASE_DIR,
        env={"DJANGO_SETTINGS_MODULE": "playbook_site.settings", "DEBUG": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "200 0\n", done.stderr
