"""What a page is measured with: axe-core, and its width on a small screen."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Page

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
AXE = (Path(__file__).parents[1] / "vendor" / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


class Seen(NamedTuple):
    """Something that axe cannot decide by itself and somebody has looked at."""

    rule: str
    axe_says: str
    on: str
    and_is_fine_because: str


SEEN = [
    Seen("color-contrast", "due to a background image", "form-select", "the arrow is beside it"),
    Seen("color-contrast", "has no value", "is-invalid", "the sign is beside what one types"),
    Seen("color-contrast", "only non-text", 'aria-hidden="true"', "an arrow as dark as text"),
    Seen("color-contrast", "partially obscured", "in a frame", "scrolled out; judged when wide"),
    Seen("th-has-data-cells", "", "table beside", "a heading over the lines that follow it"),
]

RUN = """async (tags) => {
  const results = await axe.run(document, {
    runOnly: {type: "tag", values: tags},
    resultTypes: ["violations", "incomplete"],
    elementRef: true,
  });
  const plain = (kind) => results[kind].flatMap((rule) => rule.nodes.map((node) => ({
    kind, rule: rule.id, target: node.target.flat().join(" "),
    html: node.html.slice(0, 160) + (node.element.closest(".scroll") ? " in a frame" : ""),
    says: [...node.any, ...node.all, ...node.none].map((check) => check.message).join("; "),
  })));
  return [...plain("violations"), ...plain("incomplete")];
}"""

# Wider than the screen and not inside something that scrolls by itself.
TOO_WIDE = """() => {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  const inside = (each) => each && (getComputedStyle(each).overflowX !== "visible"
    || inside(each.parentElement));
  return [...document.querySelectorAll("body *")]
    .filter((each) => each.getBoundingClientRect().right > root.clientWidth + 1)
    .filter((each) => !inside(each.parentElement))
    .slice(0, 3).map((each) => each.outerHTML.slice(0, 160)).concat("the page scrolls sideways");
}"""


def faults(page: Page) -> list[str]:
    """All that is wrong with the page as it stands, at both widths."""
    page.evaluate(AXE)
    found: dict[str, list[int]] = {}
    for size in (WIDE, NARROW):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        told = [_told(each) for each in page.evaluate(RUN, TAGS) if not _was_seen(each)]
        told += [f"too wide: {each}" for each in page.evaluate(TOO_WIDE)]
        for each in told:
            found.setdefault(" ".join(each.split()), []).append(size["width"])
    return [f"{widths} px: {each}" for each, widths in found.items()]


def _was_seen(each: dict[str, Any]) -> bool:
    return each["kind"] == "incomplete" and any(
        each["rule"] == seen.rule and seen.axe_says in each["says"] and seen.on in each["html"]
        for seen in SEEN
    )


def _told(each: dict[str, Any]) -> str:
    return f"{each['kind']} {each['rule']} at {each['target']}: {each['says']} {each['html']}"
