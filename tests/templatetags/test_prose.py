import pytest
from django.template import Context, Template

from assessments.models import LONGEST_NOTE


def drawn(filtered, text):
    return Template("{% load prose %}{{ text|" + filtered + " }}").render(Context({"text": text}))


def test_a_note_comes_out_as_html():
    assert drawn("markdown", "*a* <b>") == "<p><em>a</em> &lt;b&gt;</p>"


def test_a_text_that_looks_as_it_was_typed_has_no_marks():
    assert (drawn("has_marks", "2*3*4\nb"), drawn("has_marks", None)) == ("False", "False")


def test_a_text_that_looks_otherwise_has_marks():
    assert {drawn("has_marks", text) for text in ("**a**", "- a", "`a`")} == {"True"}


def test_a_passage_comes_out_in_paragraphs():
    assert drawn("passage", "a & **b**") == "<p>a &amp; <strong>b</strong></p>"


def test_a_line_comes_out_without_a_paragraph():
    assert drawn("line", "**b**") == "<strong>b</strong>"


def test_a_text_without_its_marks_is_escaped_like_any_other():
    assert drawn("unmarked", "**a** <b>") == "a &lt;b&gt;"


def previewed(text, **context):
    page = Template("{% include 'prose/_preview.html' %}")
    return "As it will be read" in page.render(Context({"text": text, **context}))


@pytest.mark.parametrize("context", [{}, {"always": True}])
def test_what_is_too_long_to_be_stored_is_not_read_for_marks(context):
    assert previewed("**a**", **context)
    assert not previewed("*" * (LONGEST_NOTE + 1), **context)
    assert not previewed("**a** " * LONGEST_NOTE, **context)
