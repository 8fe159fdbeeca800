"""Names as people type them: how they are stored, found, put in order, and compared.

The one place for it, whatever is named. The standard library is enough: a transliteration
package would also turn Chinese or Greek into Latin letters, and would be one more to keep. What
Unicode itself does not take apart, such as Ł or Ø, stands in a short list here.
"""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256

LONGEST_NAME = 100
"""Characters."""

LONGEST_SEARCH_KEY = 300
"""Characters: an index of PostgreSQL takes 2,700 bytes, and some signs stand for 18 letters."""

LONGEST_SORT_KEY = 1_000
"""Bytes."""

LONGEST_COMPOSED = 1_000
"""Characters. Composing takes time that grows with the square of a row of accents. What is longer
stays so long that no name's field takes it."""

LONGEST_IN_FILE_NAME = 60
MOST_BYTES_IN_FILE_NAME = 180
"""File systems take 255 bytes, and the rest of a file's name needs some."""

# What Unicode lists as invisible by default, with the controls and the marks for annotations.
# White space stands apart: it parts words.
_INVISIBLE = (
    r"\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    r"\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0"
    r"\ufff0-\ufffc\ufffe\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_EMOJI = r"\u2190-\u2bff\U0001f000-\U0001faff"
_IDEOGRAPHS = r"\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_MONGOLIAN = r"\u1820-\u18aa"
# Of the scripts in which a joiner or a non-joiner between two letters tells words apart.
_JOINED = (
    r"\u0620-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\ua800-\uabff"
    r"\ufb50-\ufdff\ufe70-\ufefc\U00010a00-\U00011fff\U0001e900-\U0001e95f"
)
_VIRAMAS = (
    r"\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca\u1039\u103a\u17d2"
    r"\ua8c4\ua9c0\uabed\U00011046\U000110b9\U00011133\U000111c0\U0001134d\U000114c2"
)

_STRAY = re.compile(
    # A variant is chosen of the sign before; without such a sign it does nothing.
    rf"(?<=[{_EMOJI}©®‼⁉™〰〽㊗㊙])[\ufe0e\ufe0f]"
    rf"|(?<=[#*0-9])\ufe0f(?=\u20e3)"
    rf"|(?<=[{_IDEOGRAPHS}])[\ufe00-\ufe02\U000e0100-\U000e01ef]"
    rf"|(?<=[{_MONGOLIAN}])[\u180b-\u180f]"
    # The flags of England, Scotland and Wales.
    r"|\U0001f3f4\U000e0067\U000e0062(?:\U000e0065\U000e006e\U000e0067"
    r"|\U000e0073\U000e0063\U000e0074|\U000e0077\U000e006c\U000e0073)\U000e007f"
    r"|[\u200c\u200d]"
    rf"|(?P<stray>[{_INVISIBLE}])"
)
_STRAY_JOINER = re.compile(
    rf"(?<=[{_EMOJI}\ufe0f])\u200d(?=[{_EMOJI}])"
    rf"|(?<=[{_VIRAMAS}])[\u200c\u200d]"
    rf"|(?<=[{_JOINED}])[\u200c\u200d](?=[{_JOINED}])"
    r"|(?P<stray>[\u200c\u200d])"
)
_BLANK = "\u2800"
"""Braille without a dot: a space by another name."""

# Signs before numbers, which count as controls; signs of one's own; and what this Python's
# Unicode does not know yet, such as new emoji.
_SHOWN = re.compile(
    r"[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\ue000-\uf8ff\U000110bd\U000110cd"
    r"\U0001f000-\U0003ffff\U000f0000-\U0010ffff]"
)


def tidy_name(text: str) -> str:
    """The name as it is stored: composed (NFC), on one line, single spaces, nothing that cannot
    be seen; empty where there is no sign to see. Joiners stay where a script or an emoji needs
    them."""
    if not (text.isascii() and text.isprintable()):
        # Until nothing changes: without a stray sign, marks change places around a joiner.
        while (visible := _visible(text)) != text:
            text = visible
    text = " ".join(text.split())
    return text if any(map(_is_seen, text)) else ""


def fold(text: str) -> str:
    """One for all spellings that differ in case, accents, width, white space, or the kind of their
    quotation marks and dashes."""
    text = tidy_name(text)
    if text.isascii():
        return text.lower().replace("`", "'")
    text = unicodedata.normalize("NFKC", text[:LONGEST_COMPOSED].translate(_MARKS)).casefold()
    plain = _NOT_ASCII.sub(_plain, unicodedata.normalize("NFC", text.translate(_MARKS)))
    return " ".join(unicodedata.normalize("NFC", plain).split())


def search_key(name: str) -> str:
    """The key by which a name is found, and told from others: folded."""
    key = fold(name)
    if len(key) <= LONGEST_SEARCH_KEY:
        return key
    rest = sha256(key.encode()).hexdigest()[:32]
    return f"{key[: LONGEST_SEARCH_KEY - len(rest)]}{rest}"


def sort_key(text: str) -> bytes:
    """The key for sorting: bytes, so that every database puts them in the same order. Letters by
    their plain form, numbers by their value; where that is alike, the name as it is written."""
    plain = _NUMBER.sub(_by_value, fold(text))
    return (plain.encode() + b"\0" + tidy_name(text).encode())[:LONGEST_SORT_KEY]


def is_typed(typed: str, name: str) -> bool:
    """Whether a name was typed to confirm something: case, accents and quotation marks aside,
    those around it too."""
    return _unquoted(typed) == _unquoted(name)


def in_file_name(name: str) -> str:
    """What of a file's name is a name: in small letters, with dashes for all that is no letter,
    mark or number."""
    kept = (
        sign if sign in "._" or unicodedata.category(sign)[0] in "LMN" else "-"
        for sign in tidy_name(name).lower()
    )
    whole = re.sub("-+", "-", "".join(kept)).strip("-.")[:LONGEST_IN_FILE_NAME]
    return whole.encode()[:MOST_BYTES_IN_FILE_NAME].decode(errors="ignore").strip("-.")


def _visible(text: str) -> str:
    text = _STRAY_JOINER.sub(_kept, _STRAY.sub(_kept, text)).replace(_BLANK, " ")
    return unicodedata.normalize("NFC", text) if len(text) <= LONGEST_COMPOSED else text


def _kept(found: re.Match[str]) -> str:
    return "" if found["stray"] else found[0]


def _is_seen(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LNPS" or bool(_SHOWN.match(sign))


def _unquoted(text: str) -> str:
    return " ".join(fold(text).translate(_NO_QUOTES).split())


_MARKS = str.maketrans(
    {
        **dict.fromkeys("`´‘’‚‛′‹›ʹʻʼʽˈ＇", "'"),
        **dict.fromkeys("“”„‟″«»〝〞＂", '"'),
        **dict.fromkeys("‐‑‒–—―⁃−﹘﹣－", "-"),
    }
)
_NO_QUOTES = str.maketrans("", "", "'\"")

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_NUMBER = re.compile(r"[0-9]+")

_LETTERS = {
    **dict(zip("łøđðħıŋŧĸƒɓɗɖƙɲɛɔəǝɣʋƴǥƶɨʉɫȼɇƀ", "loddhintkfbddkneoeegvygziulceb", strict=True)),
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
    # Letters of their own, which Unicode takes for others with an accent.
    "й": "й",
    "ї": "ї",
    "ў": "ў",
}
"""Small letters that Unicode does not take apart, as those who lack them write them."""

_ACCENTS = re.compile(
    "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
    "\u180b-\u180f\u200c\u200d\ufe00-\ufe0f\U000e0000-\U000e0fff]"
)
"""Marks over and under letters of any script; other marks are vowels, as in Devanagari, or tell
letters apart, as in Japanese. With them what is kept in names but not seen."""


def _plain(letter: re.Match[str]) -> str:
    if (known := _LETTERS.get(letter[0])) is not None:
        return known
    if (digit := unicodedata.decimal(letter[0], None)) is not None:
        return str(digit)
    bare = _ACCENTS.sub("", unicodedata.normalize("NFD", letter[0]))
    return "".join(_LETTERS.get(each, each) for each in bare)


def _by_value(number: re.Match[str]) -> str:
    """A number behind the count of its digits: 9 comes before 10."""
    digits = number[0].lstrip("0") or "0"
    return f"0{chr(len(digits))}{digits}"
