from assessments.reports.report import Link
from assessments.templatetags.results import entry_href, entry_url, opening, source_of, web_only

BAU = Link("pitfall", "excessive-bau", "Excessive BAU", "https://example.org/pitfalls")
GONE = Link("pitfall", "gone", "Gone", "https://example.org/pitfalls")


AT = {"plan": "/result/plan/", "risks": "/result/risks/"}


def test_a_pitfall_is_linked_among_the_risks():
    assert entry_href(BAU, AT) == "/result/risks/#pitfall-excessive-bau"


def test_a_practice_is_linked_on_the_plan():
    link = Link("practice", "run-regular-chaos-days", "Chaos days", "https://example.org/practices")
    assert entry_href(link, AT) == "/result/plan/#practice-run-regular-chaos-days"


def test_an_entry_is_linked_on_its_own_page():
    assert entry_url(BAU) == "/playbook/pitfall/excessive-bau/"


def test_an_entry_that_is_gone_is_linked_where_it_came_from():
    assert entry_url(GONE) == "https://example.org/pitfalls"


def test_an_unknown_source_is_none():
    assert source_of("https://example.org/") is None


def test_only_web_addresses_are_linked():
    given = ["https://a.example", "HTTP://b.example", "javascript:alert(1)", "data:text/html,x"]
    assert web_only(given) == ["https://a.example", "HTTP://b.example"]


def test_a_text_opens_with_the_sentences_that_a_glance_takes_in():
    text = "Ask for 99.9% at first. Then " + "word " * 24 + "ends. More."
    assert opening(text) == "Ask for 99.9% at first."


def test_a_text_opens_with_one_sentence_however_long():
    assert opening("word " * 40 + "ends. More.") == "word " * 40 + "ends."


def test_a_short_text_opens_with_all_of_it():
    assert opening("Ask. Then write it down.") == "Ask. Then write it down."
