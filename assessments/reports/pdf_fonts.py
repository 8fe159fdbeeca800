"""Which fonts the PDF is drawn with, and which characters they have.

Most are shipped. Those of Chinese, Japanese and Korean are large, so the machine's own is used
where it has one, Debian's package fonts-noto-cjk.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from pathlib import Path

from fontTools.ttLib import TTFont

SHIPPED = Path(__file__).parent / "typst" / "fonts"

_FAMILIES = {
    "Source Sans 3": "SourceSans3-Regular.ttf",
    "Noto Sans": "NotoSans-Regular.ttf",
    "Noto Sans Math": "NotoSansMath-Regular.ttf",
    "Noto Emoji": "NotoEmoji-Regular.ttf",
    "Noto Sans Arabic": "NotoSansArabic-Regular.ttf",
    "Noto Sans Hebrew": "NotoSansHebrew-Regular.ttf",
    "Noto Sans Thai": "NotoSansThai-Regular.ttf",
}
"""In the order in which a character is looked for."""

_EAST_ASIAN_FILE = "NotoSansCJK-Regular.ttc"
_MACHINE_FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))

_KANA = re.compile("[\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f]")
_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]")

_EAST_ASIAN = re.compile(
    "[\u1100-\u11ff\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef"
    "\U00020000-\U0003ffff]"
)
_NEVER_DRAWN = re.compile("[\\s\u200c\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""White space, joiners and what chooses another form of the character before it."""


def folders() -> list[Path]:
    """Where the fonts are."""
    east_asian = east_asian_font()
    return [SHIPPED] if east_asian is None else [SHIPPED, east_asian.parent]


def families(text: str) -> list[str]:
    """The families for a text, the first that has a character first. Chinese characters have a
    look of their own in Japanese and in Korean."""
    if east_asian_font() is None:
        return list(_FAMILIES)
    language = "JP" if _KANA.search(text) else "KR" if _HANGUL.search(text) else "SC"
    return [*_FAMILIES, f"Noto Sans CJK {language}"]


def missing_characters(texts: Iterable[str]) -> tuple[str, ...]:
    """The characters of the texts that no font has, each once, in order."""
    used = dict.fromkeys("".join(texts))
    unshipped = [sign for sign in used if ord(sign) not in _shipped_characters()]
    missing = [sign for sign in unshipped if not _NEVER_DRAWN.match(sign)]
    east_asian = east_asian_font()
    if missing and east_asian is not None:
        there = _characters(east_asian)
        missing = [sign for sign in missing if ord(sign) not in there]
    return tuple(missing)


def lacks_east_asian_font(missing: Iterable[str]) -> bool:
    """Whether the machine's missing font is why characters are missing."""
    return east_asian_font() is None and any(map(_EAST_ASIAN.match, missing))


@functools.cache
def east_asian_font() -> Path | None:
    """The machine's font for Chinese, Japanese and Korean, None where it has none."""
    found = (path for folder in _MACHINE_FOLDERS for path in folder.rglob(_EAST_ASIAN_FILE))
    return min(found, default=None)


@functools.cache
def _shipped_characters() -> frozenset[int]:
    return frozenset().union(*(_characters(SHIPPED / name) for name in _FAMILIES.values()))


@functools.cache
def _characters(font: Path) -> frozenset[int]:
    """The code points in a font's character map. All faces of a collection have the same."""
    with TTFont(font, fontNumber=0, lazy=True) as opened:
        return frozenset(opened.getBestCmap())
