import pytest

from assessments.forms.links import LinksField


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
    ],
)
def test_each_line_is_a_link(text, links):
    assert LinksField(required=False).clean(text) == links


def test_stored_links_are_shown_a_line_each():
    assert LinksField().prepare_value(["https://a", "https://b"]) == "https://a\nhttps://b"


def test_what_was_typed_is_shown_again_as_typed():
    assert LinksField().prepare_value("htp:/a") == "htp:/a"
