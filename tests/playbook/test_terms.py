"""The glossary: its terms are found in texts as people would point at them, and each is used."""

from pathlib import Path

import pytest

from assessments.playbook.terms import Glossary, Term

TEMPLATES = Path(__file__).parents[2] / "templates"


def term(title, *also):
    return Term(title.lower().replace(" ", "-"), title, also, "What it means.", ())


GLOSSARY = Glossary(
    [
        term("Availability"),
        term("Availability target", "availability targets"),
        term("On call"),
        term("Rota", "rotas"),
    ]
)


def found_in(text):
    return [(each.term.title, text[each.start : each.end]) for each in GLOSSARY.find(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The rota is full.", [("Rota", "rota")]),
        ("ROTAS, rota", [("Rota", "ROTAS"), ("Rota", "rota")]),
        ("Rotate the rotary rotation", []),
        ("its availability target", [("Availability target", "availability target")]),
        ("its availability\n  targets", [("Availability target", "availability\n  targets")]),
        ("availability. Target met", [("Availability", "availability")]),
        ("an on-call team", [("On call", "on-call")]),
        ("on (call)", []),
        ("a rota\u2019s end", []),
        ("", []),
    ],
)
def test_whole_words_are_found_and_the_longest_form_wins(text, found):
    assert found_in(text) == found


def test_the_terms_of_texts_come_once_each_in_the_order_of_their_first_place():
    terms = GLOSSARY.terms_in("Rota, availability", "on call by rota")
    assert [each.title for each in terms] == ["Rota", "Availability", "On call"]


def test_the_glossary_is_in_the_order_of_its_titles(playbook):
    titles = [each.title.lower() for each in playbook.terms.values()]
    assert titles == sorted(titles)


def texts(playbook):
    """Every text that people read: the content's and the templates'."""
    for entries in (playbook.principles, playbook.practices, playbook.pitfalls):
        yield from (repr(entry) for entry in entries.values())
    for others in (playbook.questions, playbook.drawbacks, playbook.models):
        yield from (repr(other) for other in others.values())
    yield from (path.read_text(encoding="utf-8") for path in TEMPLATES.rglob("*.html"))


def test_every_form_of_every_term_is_used_somewhere(playbook):
    everything = "\n".join(texts(playbook))
    idle = {
        (slug, form)
        for slug, each in playbook.terms.items()
        for form in each.also
        if not any(Glossary([term(form)]).find(everything))
    }
    assert idle == set()
    assert set(playbook.terms.values()) == set(
        Glossary(playbook.terms.values()).terms_in(everything)
    )
