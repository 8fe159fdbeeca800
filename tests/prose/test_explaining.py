"""Terms in HTML: the first place of each can be pressed, and the HTML stays what it was."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.playbook.terms import Glossary, Term
from assessments.prose.explaining import explain

GLOSSARY = Glossary(
    [Term("rota", "Rota", ("rotas",), "Who is called when.", ()), Term("sla", "SLA", (), "", ())]
)


def drawn(html):
    return explain(html, GLOSSARY, lambda text, term: f"[{text}|{term.slug}]")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>A rota and rotas</p>", "<p>A [rota|rota] and rotas</p>"),
        (
            "<p>x</p><p><em>Rotas</em> of an SLA</p>",
            "<p>x</p><p><em>[Rotas|rota]</em> of an [SLA|sla]</p>",
        ),
        ("rota", "[rota|rota]"),
        ('<img alt="a rota"><b title="rota">x</b>', '<img alt="a rota"><b title="rota">x</b>'),
    ],
)
def test_the_first_place_of_each_term_is_drawn(html, expected):
    assert drawn(html)[0] == expected


@pytest.mark.parametrize(
    "tag", ["a", "button", "label", "h1", "h2", "h3", "summary", "code", "legend", "textarea"]
)
def test_nothing_is_drawn_in_headings_links_and_what_is_pressed(tag):
    html = f"<{tag} class='x'>a <em>rota</em></{tag}>"
    assert drawn(html) == (html, ())
    assert drawn(f"{html} rota")[0] == f"{html} [rota|rota]"


def test_the_terms_drawn_are_told_in_their_order():
    assert [term.slug for term in drawn("An SLA, a rota, an SLA")[1]] == ["sla", "rota"]


def test_escaped_signs_stay_escaped():
    assert drawn("R&amp;D &lt; rota &gt;")[0] == "R&amp;D &lt; [rota|rota] &gt;"


def test_a_form_with_an_apostrophe_is_found_where_a_template_escaped_it():
    glossary = Glossary([Term("budget", "Team's budget", (), "", ())])
    html, terms = explain("the team&#x27;s budget", glossary, lambda text, _term: f"[{text}]")
    assert (html, len(terms)) == ("the [team's budget]", 1)


@pytest.mark.parametrize("unseen", ['class="x visually-hidden"', 'aria-hidden="true"'])
def test_nothing_is_drawn_in_what_is_not_seen(unseen):
    html = f"<span {unseen}>a <span>rota</span> rota</span>"
    assert drawn(f"{html} rota")[0] == f"{html} [rota|rota]"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("a rota.", 'a <span class="unbroken">[rota|rota].</span>'),
        ("the (rota), x", 'the <span class="unbroken">([rota|rota]),</span> x'),
        ("&quot;rota&quot; x", '<span class="unbroken">&quot;[rota|rota]&quot;</span> x'),
        ("<b><em>rota</em></b>: x", '<span class="unbroken"><b><em>[rota|rota]</em></b>:</span> x'),
        ("<p>(<em>rota</em>)</p>", '<p><span class="unbroken">(<em>[rota|rota]</em>)</span></p>'),
        ("a &lt;rota&gt;", 'a <span class="unbroken">&lt;[rota|rota]&gt;</span>'),
        ("rota/SLA", '<span class="unbroken">[rota|rota]/</span>[SLA|sla]'),
        (
            "a rota, an SLA.",
            'a <span class="unbroken">[rota|rota],</span> '
            'an <span class="unbroken">[SLA|sla].</span>',
        ),
    ],
)
def test_signs_that_touch_a_term_stay_on_its_line(html, expected):
    assert drawn(html)[0] == expected


@pytest.mark.parametrize(
    "html", ["<p>a</p>rota<p>.</p>", "rota &lt; 5", "a rota x", "<i>a rota</i>"]
)
def test_what_does_not_touch_a_term_is_left_as_it_is(html):
    assert "unbroken" not in drawn(html)[0]


@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<a>",
                "</a>",
                "<br>",
                "rota",
                "&lt;",
                "sla",
                " x ",
                "<b>",
                "</b>",
                ").",
                "(",
            ]
        )
    )
)
def test_without_what_is_drawn_the_html_is_as_before(parts):
    html = "".join(parts)
    bare = re.sub(r"\[([^|\]]*)\|[^\]]*\]", r"\1", drawn(html)[0])
    assert re.sub(r'<span class="unbroken">|</span>', "", bare) == html
