from assessments.reports.report import Link
from assessments.templatetags.results import entry_href, entry_url, source_of, web_only

BAU = Link("pitfall", "excessive-bau", "Excessive BAU", "https://example.org/pitfalls")
GONE = Link("pitfall", "gone", "Gone", "https://example.org/pitfalls")


def test_what_the_page_tells_of_is_linked_within_it():
    assert entry_href(BAU, {("pitfall", "excessive-bau")}) == "#pitfall-excessive-bau"


def test_what_the_page_does_not_tell_of_is_linked_on_its_own_page():
    assert entry_href(BAU, set()) == "/playbook/pitfall/excessive-bau/"


def test_an_entry_that_is_gone_is_linked_where_it_came_from():
    assert entry_url(GONE) == "https://example.org/pitfalls"


def test_an_unknown_source_is_none():
    assert source_of("https://example.org/") is None


def test_only_web_addresses_are_linked():
    given = ["https://a.example", "HTTP://b.example", "javascript:alert(1)", "data:text/html,x"]
    assert web_only(given) == ["https://a.example", "HTTP://b.example"]
