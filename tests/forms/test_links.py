import pytest

from assessments.forms.links import LinksField
from assessments.models import MOST_LINKS
from assessments.texts import faults_of_links, tidy_links

BOTH = ("https://a.example/x", "https://b.example/y")


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("", ()),
        ("https://a.example", ("https://a.example",)),
        (
            "https://a.example\r\n\r\n  https://b.example ",
            ("https://a.example", "https://b.example"),
        ),
        ("https://a.example http://b.example", ("https://a.example", "http://b.example")),
        ("see the wiki", ("see the wiki",)),
        ("Roadmap board, Q4", ("Roadmap board, Q4",)),
        ("https://a.example/x, https://b.example/y", BOTH),
        ("https://a.example/x; https://b.example/y", BOTH),
        ("https://a.example/x;https://b.example/y", BOTH),
        ("https://a.example/x,HTTPS://b.example/y", ("https://a.example/x", "HTTPS://b.example/y")),
        ("<https://a.example/x>, <https://b.example/y>", BOTH),
        ("<https://a.example/x><https://b.example/y>", BOTH),
        ("- https://a.example/x\n- <https://b.example/y>", BOTH),
        ("1. https://a.example/x\n2) https://b.example/y;", BOTH),
        ("“https://a.example/x”, (https://b.example/y)", BOTH),
        ("https://a.example/x\u200b\n\ufeffhttps://b.example/y\u200e", BOTH),
        ("https://a.example/x\u00a0https://b.example/y", BOTH),
        ("https://a.example/@51.5,-0.1;v=2", ("https://a.example/@51.5,-0.1;v=2",)),
        ("https://a.example/x_(y)", ("https://a.example/x_(y)",)),
        ("https://a.example/my board", ("https://a.example/my board",)),
    ],
)
def test_links_are_taken_as_they_were_meant(text, links):
    assert tidy_links(LinksField(required=False).clean(text)) == links


def test_stored_links_are_shown_a_line_each():
    assert LinksField().prepare_value(["https://a", "https://b"]) == "https://a\nhttps://b"


def test_what_was_typed_is_shown_again_as_typed():
    assert LinksField().prepare_value("htp:/a") == "htp:/a"


@pytest.mark.parametrize("sign", [",", " ", ">", "\t"])
def test_a_very_long_row_of_what_parts_links_is_read_in_no_time(sign):
    text = f"https://a.example{sign * 500_000}x"
    assert LinksField(required=False).clean(text) == (text,)


def test_of_too_many_links_each_is_not_complained_of():
    assert len(list(faults_of_links([f"x{number}" for number in range(100_000)]))) == 1 + MOST_LINKS
