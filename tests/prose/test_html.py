"""Markdown to HTML: what is drawn, and what is shown as it was typed."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.prose.html import line_to_html, passage_to_html, to_html


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("**b** *i* `c`", "<p><strong>b</strong> <em>i</em> <code>c</code></p>"),
        ("one\n\ntwo", "<p>one</p>\n<p>two</p>"),
        ("one\ntwo", "<p>one<br>\ntwo</p>"),
        ("- one\n- two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>"),
        ("3. one", '<ol start="3">\n<li>one</li>\n</ol>'),
        ("1. a\n3. b", '<ol>\n<li>a</li>\n<li value="3">b</li>\n</ol>'),
        ("2. a\n2. b", '<ol start="2">\n<li>a</li>\n<li value="2">b</li>\n</ol>'),
        ("> said", "<blockquote>\n<p>said</p>\n</blockquote>"),
        ("```\na\n  b\n```", "<pre><code>a\n  b\n</code></pre>"),
        ("``` out at 2\nb\n```", "<pre><code>out at 2\nb\n</code></pre>"),
        ("service_at_night", "<p>service_at_night</p>"),
    ],
)
def test_simple_markdown_is_drawn(text, drawn):
    assert to_html(text) == drawn


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\t"])
def test_nothing_gives_nothing(text):
    assert to_html(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<b>bold</b>",
        "<!-- gone? -->",
        "<svg/onload=alert(1)>",
        "&lt;b&gt; &amp; &#x202e;",
        "# Not a heading",
        "Not one either\n---",
        "***",
        "[1]: https://example.org",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html,x)",
        "[x](vbscript:x)",
        "[x](file:///etc/passwd)",
        "[x](/admin/)",
        "[x](//example.org)",
        "[x](&#106;avascript:alert(1))",
        "<javascript:alert(1)>",
        "rows[]()",
        "rows[i]()",
        "[x]( )",
        "[](https://example.org)",
    ],
)
def test_anything_else_is_shown_as_it_was_typed(text):
    drawn = to_html(text)
    assert html.unescape(re.sub(r"</?p>|<br>", "", drawn)) == text


def test_emphasis_too_deep_within_other_is_shown_as_it_was_typed():
    drawn = to_html("*a **b *c **d** c* b** a*")
    assert drawn.count("<em>") + drawn.count("<strong>") == 3
    assert "**d**" in drawn


@pytest.mark.parametrize("piece", ["*a* ", "`a` ", "[a](https://example.org) "])
def test_a_text_full_of_marks_is_shown_as_it_was_typed(piece):
    assert to_html(piece * 500) == f"<p>{(piece * 500).strip()}</p>"


@pytest.mark.parametrize("piece", ["- a\n", "> a\n\n", "```\na\n```\n", "1. a\n"])
def test_a_text_of_hundreds_of_pieces_is_shown_as_it_was_typed(piece):
    drawn = to_html(piece * 200)
    assert not set(re.findall("<([a-z]+)", drawn)) & {"ul", "ol", "li", "pre", "blockquote"}


def test_a_picture_is_never_fetched():
    assert "<img" not in to_html("![x](https://example.org/x.png)")


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("[x](https://example.org/a?b=c)", "https://example.org/a?b=c"),
        ("[x](http://example.org)", "http://example.org"),
        ("<https://example.org>", "https://example.org"),
        ("<someone@example.org>", "mailto:someone@example.org"),
        ("[x](mailto:someone@example.org)", "mailto:someone@example.org"),
    ],
)
def test_a_link_leads_to_the_web_or_to_mail(text, address):
    assert f'<a href="{address}" rel="noopener nofollow ugc">' in to_html(text)


def test_an_address_cannot_break_out_of_its_attribute():
    assert 'onmouseover="' not in to_html('[x](https://example.org/"onmouseover="alert(1)")')


@pytest.mark.parametrize("mark", ["> ", "- ", ">", "1. "])
def test_what_stands_too_deep_is_shown_as_it_was_typed(mark):
    assert "the end" in to_html(mark * 200 + "the end")


@pytest.mark.parametrize("piece", ["[", "[](", "*a ", "_a*", "<", "- a\n", "> ", "`", "a\n"])
def test_the_longest_note_of_anything_is_drawn(piece):
    assert to_html((piece * 4_000)[:3_993] + "the end")[-60:].count("the end") == 1


marked = st.text(alphabet="abc *_`>-+#[]()!<&\\~1.\n\t", max_size=200)


@given(marked)
def test_no_letter_is_lost(text):
    drawn = re.sub(r"<[^>]*>", "", to_html(text))
    assert re.findall("[abc]", html.unescape(drawn)) == re.findall("[abc]", text)


@given(marked)
def test_only_a_few_tags_come_out(text):
    tags = set(re.findall(r"</?([a-z]+)", to_html(text)))
    assert tags <= {"p", "br", "em", "strong", "code", "pre", "ul", "ol", "li", "blockquote"}


def test_a_passage_of_the_content_vouches_for_its_links():
    assert passage_to_html("[x](https://example.org)") == (
        '<p><a href="https://example.org" rel="noopener">x</a></p>'
    )


def test_a_line_of_the_content_has_no_paragraph_of_its_own():
    assert line_to_html("Take *one*.") == "Take <em>one</em>."
