"""What pages are measured with finds what it is there to find."""

from __future__ import annotations

import pytest

from tests.browser import seeing

FINE = "body { background: #fff } :focus-visible { outline: 3px solid #000 }"
BARS = "progress { appearance: none; width: 100px; height: 9px; border: 1px solid } "
EMPTY = "progress::-webkit-progress-value, progress::-webkit-progress-bar { background: #fff }"
CELLS = "<main><table><tr><td{}>x</td></tr></table></main>"
TWO = "<main><p><a href='#'>One</a></p><p><a href='#' aria-current='true'>Two</a></p></main>"
NO_ROOM = "<main><table style='table-layout: fixed; width: 80px'><tr><th>{}<th>Fort</table></main>"


def faults(page, css, body):
    page.goto("about:blank")
    page.set_content(f"<style>{FINE} {css}</style>{body}")
    return " / ".join(seeing.faults(page))


@pytest.mark.parametrize(
    ("css", "body", "fault"),
    [
        ("", "<main><p style='width: 400px'>wide</p></main>", "320 px: the page scrolls sideways"),
        ("", NO_ROOM.format("Fortnightly"), "320 px: Fortnightly runs into Fort"),
        ("button:focus { outline: none }", "<button>x</button>", "no ring at <button"),
        ("a:focus { outline: 3px solid #ffb547 }", "<a href='#'>x</a>", "no ring at <a"),
        ("a:focus { outline: none; border: 1px solid }", "<a href='#'>x</a>", "no ring at <a"),
        ("td { background: #fed }", CELLS.format(""), "high contrast: vanishes: <td"),
        ("i { background: #000; padding: 9px }", "<main><i></i></main>", "vanishes: <i"),
        (BARS + EMPTY, "<progress value='3' max='6'></progress>", "empty: 3 of 6"),
        (
            "a { border-bottom: 2px solid transparent }",
            "<nav><a href='#'>x</a></nav>",
            "underlined: <a",
        ),
        ("[aria-current] { background: #fed }", TWO, "not told apart: <a"),
        (
            "input { appearance: none; background: url(data:,) }",
            "<input type='checkbox'>",
            "a picture: <input",
        ),
    ],
)
def test_a_fault_is_found(page, css, body, fault):
    assert fault in faults(page, css, body)


@pytest.mark.parametrize(
    ("css", "body"),
    [
        ("", "<main><button>x</button><a href='#'>x</a><input type='checkbox'></main>"),
        ("td { background: #fed; border: 1px solid }", CELLS.format("")),
        ("", "<progress value='3' max='6'></progress>"),
        ("a[aria-current] { outline: 3px solid Highlight }", TWO),
        ("", NO_ROOM.format("Day")),
    ],
)
def test_what_is_fine_is_let_be(page, css, body):
    assert faults(page, css, body) == ""
