"""What axe does not measure: narrow screens, the ring of what has the focus, and high contrast."""

from __future__ import annotations

import base64
from collections.abc import Iterator

from playwright.sync_api import Page

from tests.browser.axe import TOO_WIDE, WIDE

NARROWEST = {"width": 320, "height": 640}
"""As narrow as text may be asked to reflow to (WCAG 1.4.10)."""

SHARED = """
const shows = (each) => each.checkVisibility({visibilityProperty: true}) &&
  !each.closest(".visually-hidden, .skip");
const text = (each) => each.cloneNode(false).outerHTML.slice(0, 160);
const channels = (colour) => (colour.match(/[\\d.]+/g) || []).map(Number);
const clear = (colour) => channels(colour)[3] === 0;
const luminance = (colour) => channels(colour).slice(0, 3).map((each) => each / 255)
  .map((each) => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4)
  .reduce((sum, each, at) => sum + each * [0.2126, 0.7152, 0.0722][at], 0);
const contrast = (one, other) => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};
const behind = (each) => {
  for (; each; each = each.parentElement) {
    const colour = getComputedStyle(each).backgroundColor;
    if (!clear(colour)) return colour;
  }
  return getComputedStyle(document.body).backgroundColor;
};
"""

# Text of a table's cell that runs into another cell, and two headings in one place.
OVERLAPS = (
    "() => {"
    + SHARED
    + """
const words = (cell) => {
  const range = document.createRange();
  range.selectNodeContents(cell);
  const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  const boxes = [];
  while (walk.nextNode()) {
    if (!walk.currentNode.data.trim() || !shows(walk.currentNode.parentElement)) continue;
    range.selectNodeContents(walk.currentNode);
    boxes.push(...range.getClientRects());
  }
  return boxes;
};
const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
  && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
const found = [];
for (const row of document.querySelectorAll("main tr")) {
  const cells = [...row.cells].filter((each) => getComputedStyle(each).position === "static");
  cells.slice(1).forEach((cell, at) => {
    const mine = words(cell);
    if (words(cells[at]).some((box) => mine.some((each) => meet(box, each)))) {
      found.push(`${cells[at].innerText} runs into ${cell.innerText}`);
    }
  });
}
return found;
}"""
)

# Whatever the keyboard can reach shows that it did: by a line, since shadows go in high contrast.
RINGLESS = (
    "() => {"
    + SHARED
    + """
const found = [];
for (const each of document.querySelectorAll(
    "a[href], button, input, select, textarea, summary, [tabindex='0']")) {
  each.focus({focusVisible: true, preventScroll: true});
  if (document.activeElement !== each || each.tabIndex < 0) continue;
  const ring = getComputedStyle(each.matches(".option > input") ? each.parentElement : each);
  const seen = ring.outlineStyle !== "none" && parseFloat(ring.outlineWidth) >= 2
    && contrast(ring.outlineColor, behind(each.parentElement)) >= 3;
  if (!seen) found.push(text(each));
}
document.activeElement.blur();
return found;
}"""
)

# What a background alone shows: a table's cell that has a colour, a mark, a bar.
PAINTED = (
    "() => {"
    + SHARED
    + """
for (const each of document.querySelectorAll("main *")) {
  const colour = getComputedStyle(each).backgroundColor;
  const own = !clear(colour) && colour !== behind(each.parentElement);
  if (own && shows(each) && (each.matches("td") || !each.innerText?.trim())
      && !each.matches("input, select, progress")) {
    each.dataset.painted = "";
  }
}
}"""
)
VANISHED = (
    "() => {"
    + SHARED
    + """
const found = [];
const bordered = (style) => ["Top", "Left"].every((side) =>
  style[`border${side}Style`] !== "none" && parseFloat(style[`border${side}Width`]) >= 1);
for (const each of document.querySelectorAll("[data-painted]")) {
  const style = getComputedStyle(each);
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
  const filled = contrast(style.backgroundColor, behind(each.parentElement)) >= 3;
  if (!bordered(style) && !outlined && !filled) found.push(`vanishes: ${text(each)}`);
}
for (const each of document.querySelectorAll("svg.bar .bar__part")) {
  const all = getComputedStyle(each.previousElementSibling).fill;
  if (contrast(getComputedStyle(each).fill, all) < 3) found.push(`empty: ${text(each)}`);
}
for (const each of document.querySelectorAll("select, input:is([type=radio], [type=checkbox])")) {
  // A sign drawn as a picture keeps its colour on whatever is behind it.
  if (getComputedStyle(each).backgroundImage !== "none") found.push(`a picture: ${text(each)}`);
}
for (const each of document.querySelectorAll("nav a:not([aria-current])")) {
  const style = getComputedStyle(each);
  const isALine = parseFloat(style.borderBottomWidth) > 0 && parseFloat(style.borderTopWidth) === 0;
  const isSeen = isALine && contrast(style.borderBottomColor, behind(each)) > 1.5;
  if (isSeen) found.push(`underlined: ${text(each)}`);
}
const looks = (each) => {
  const style = getComputedStyle(each);
  return [style.outlineStyle, style.borderBottomColor, style.borderLeftColor].join();
};
for (const each of document.querySelectorAll("main a[aria-current]")) {
  const others = [...document.querySelectorAll(`main a:not([aria-current])`)].filter((other) =>
    other.parentElement.parentElement === each.parentElement.parentElement);
  const isAlike = others.some((other) => looks(other) === looks(each));
  if (isAlike) found.push(`not told apart: ${text(each)}`);
}
return found;
}"""
)

# From a picture of a bar, since how full it is drawn is no style that can be asked for.
FULL_AND_EMPTY = (
    "async (picture) => {"
    + SHARED
    + """
  const bytes = Uint8Array.from(atob(picture), (each) => each.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], {type: "image/png"}));
  const {width, height} = bitmap;
  const drawn = new OffscreenCanvas(width, height).getContext("2d", {willReadFrequently: true});
  drawn.drawImage(bitmap, 0, 0);
  const at = (x) => `rgb(${drawn.getImageData(x, height / 2, 1, 1).data.slice(0, 3).join(",")})`;
  return contrast(at(4), at(width - 5));
}"""
)


def _bars_without_a_filling(page: Page) -> Iterator[str]:
    for bar in page.locator("progress:visible").all():
        full = float(bar.get_attribute("value") or 0) / float(bar.get_attribute("max") or 1)
        if 0.1 < full < 0.9:
            picture = base64.b64encode(bar.screenshot()).decode()
            if page.evaluate(FULL_AND_EMPTY, picture) < 3:
                yield f"empty: {bar.get_attribute('value')} of {bar.get_attribute('max')}"


def faults(page: Page) -> Iterator[str]:
    """All that is wrong with the page as it stands."""
    page.set_viewport_size(NARROWEST)  # type: ignore[arg-type]
    yield from (f"320 px: {each}" for each in page.evaluate(f"({TOO_WIDE})()"))
    yield from (f"320 px: {each}" for each in page.evaluate(OVERLAPS))
    page.set_viewport_size(WIDE)  # type: ignore[arg-type]
    # A colour on its way to another would be measured half-way.
    page.emulate_media(reduced_motion="reduce")
    yield from (f"no ring at {each}" for each in page.evaluate(RINGLESS))
    page.evaluate(PAINTED)
    page.emulate_media(reduced_motion="reduce", forced_colors="active")
    yield from (f"high contrast: no ring at {each}" for each in page.evaluate(RINGLESS))
    yield from (f"high contrast: {each}" for each in page.evaluate(VANISHED))
    yield from (f"high contrast: {each}" for each in _bars_without_a_filling(page))
    page.emulate_media(reduced_motion="no-preference", forced_colors="none")
