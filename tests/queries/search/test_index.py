import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.conf import settings

from assessments.queries.search import index
from assessments.queries.search.documents import Document, Part
from assessments.queries.search.index import index_of, search_index, words_of

STARTED = """
import django
django.setup()
from assessments.queries.search import index
before = index._made_once.cache_info().currsize
import playbook_site.wsgi
print(before, index._made_once.cache_info().currsize)
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


@pytest.mark.parametrize("word", ["Zürich", "ZURICH", "zu\u0308rich", "Zu\u200brich"])
@pytest.mark.parametrize("text", ["Zürich", "zurich"])
def test_a_word_is_found_whatever_its_accents(word, text):
    (asked,) = words_of(word)
    assert found(asked, document("one", text=text)) == ["note:one"]


def test_a_word_is_found_behind_a_hyphen_a_slash_and_a_dash():
    assert found("call", document("one", text="on-call/standby—pay")) == ["note:one"]


def test_a_slip_is_forgiven_only_where_nothing_else_is_found():
    both = document("table", text="table"), document("cable", text="cable")
    assert found("table", *both) == ["note:table"]
    assert sorted(found("fable", *both)) == ["note:cable", "note:table"]


def test_a_slip_in_a_short_word_is_not_forgiven():
    assert found("pays", document("one", text="bays")) == []


@pytest.mark.parametrize("word", ["İSTANBUL", "Runbook", "Zürich"])
def test_a_word_stands_where_the_text_has_it(word):
    text = "In İSTANBUL: the team's Runbook, of Zürich."
    (asked,) = words_of(word)
    (place,) = (
        index_of([document("one", text=text)]).matches(asked, unfinished=False)["note:one"].places
    )
    assert text[place.start : place.end] == word


def test_a_number_with_a_point_is_one_word():
    assert list(words_of("At 99.9%, 1,000 a week.")) == ["at", "99.9", "1,000", "week"]


def test_the_index_is_made_once():
    assert search_index() is search_index()


@pytest.fixture
def hasty():
    """Threads that take turns as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def test_four_threads_at_a_fresh_index_all_find_what_one_finds(hasty, monkeypatch):
    words = ["deploying", "deployments", "teams", "reliability", "reliably", "running"]
    some = [document(word, title=word, text=" ".join(words)) for word in words]

    def find_all(_number=0):
        return [search_index().matches(word, unfinished=False) for word in words]

    monkeypatch.setattr(index, "documents", lambda: some)
    index._made_once.cache_clear()
    alone = find_all()
    with ThreadPoolExecutor(4) as threads:
        for _ in range(100):
            index._made_once.cache_clear()
            assert list(threads.map(find_all, range(4))) == [alone] * 4
    index._made_once.cache_clear()


def test_a_server_makes_the_index_before_the_first_request():
    done = subprocess.run(
        [sys.executable, "-c", STARTED],
        cwd=settings.BASE_DIR,
        env={"DJANGO_SETTINGS_MODULE": "playbook_site.settings", "DEBUG": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "0 1\n", done.stderr
