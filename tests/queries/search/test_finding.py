import tomllib
from pathlib import Path

import pytest

from assessments.queries.search.finding import LONGEST, MOST, find
from assessments.queries.search.index import search_index

CASES = tomllib.loads(Path(__file__).with_name("relevance.toml").read_text(encoding="utf-8"))
ADDRESSES = {name: each.address for name, each in search_index().documents.items()}


@pytest.mark.parametrize("case", CASES["searches"], ids=lambda case: case["typed"])
def test_a_search_finds_what_a_coach_looks_for(case):
    first = [hit.address for hit in find(case["typed"]).hits[: case["within"]]]
    assert ADDRESSES[case["finds"]] in first


@pytest.mark.parametrize("typed", ["", "   ", "?", "x", "- + *", "\x00\x1b", "e g"])
def test_a_text_without_a_word_asks_for_nothing(typed):
    assert find(typed).fit == "nothing-asked"


def test_a_word_that_nothing_holds_finds_nothing():
    assert find("zebra") == find("zebra zebra")
    assert find("zebra").fit == "none"


def test_words_that_are_in_every_text_do_not_keep_anything_out():
    assert find("the telemetry of the and").total == find("telemetry").total


@pytest.mark.parametrize("typed", ["the", "who is it", "to be or not to be"])
def test_nothing_but_such_words_does_not_fail(typed):
    assert find(typed).fit in ("all", "none")


def test_where_no_text_has_all_words_those_with_the_most_are_found():
    found = find("telemetry dashboards zebra")
    assert found.fit == "some"
    assert found.total == find("telemetry dashboards").total


def test_only_the_best_are_shown_and_the_others_counted():
    found = find("team")
    assert len(found.hits) == MOST
    assert found.more == found.total - MOST > 0


@pytest.mark.parametrize(
    "typed",
    ["+telemetry", "-telemetry", "telemetry~9", "title:telemetry", "*telemetry^5", "(telemetry"],
)
def test_signs_that_mean_something_to_a_search_engine_mean_nothing(typed):
    assert ADDRESSES["practice:automate-a-telemetry-toolchain"] in [
        hit.address for hit in find(typed).hits
    ]


@pytest.mark.parametrize(
    "typed",
    [
        "<script>alert(1)</script>",
        "'; drop table",
        "%00",
        "\ud83d",
        "🔥" * LONGEST,
        "ﬁ" * LONGEST,
        "İ",
    ],
)
def test_hostile_text_is_only_text(typed):
    assert find(typed).fit in ("all", "some", "none", "nothing-asked")


def test_an_unfinished_word_is_the_beginning_of_others_only_at_the_end():
    assert find("dashboards telem").fit == "all"
    assert find("telem dashboards").fit == "some"


def test_a_word_twice_is_a_word_once():
    assert find("chaos Chaos CHAOS") == find("chaos")
