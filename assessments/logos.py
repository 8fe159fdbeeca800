"""An organisation's logo: a PNG that was given is checked, and drawn anew, so that nothing that a
file can carry beside its picture is kept."""

from __future__ import annotations

import io
from dataclasses import dataclass

from django.utils.translation import gettext as _
from PIL import Image, UnidentifiedImageError

LARGEST_FILE = 500_000
"""Bytes."""

MOST_PIXELS = 4_000
"""To a side. Looked at before anything is unpacked."""

FEWEST_PIXELS = 16
LONGEST_SHAPE = 8
"""How many times as long as it is high, or the other way round: more cannot be read."""

BOX = (480, 192)
"""What it is drawn into, in pixels: enough for 12 mm of paper."""

UNREADABLE = (
    UnidentifiedImageError,
    Image.DecompressionBombError,
    OSError,
    ValueError,
    SyntaxError,
)
"""What is raised where a file is no PNG, or its parts are not as they should be."""


class NotALogo(ValueError):
    """The text says why it is none, and what to do."""


@dataclass(frozen=True)
class Logo:
    """A PNG of our own drawing, and its size in pixels."""

    content: bytes
    width: int
    height: int


def redraw(given: bytes) -> Logo:
    """The same picture within the box. The same file always gives the same bytes. Raises
    NotALogo."""
    if len(given) > LARGEST_FILE:
        raise NotALogo(_("The file is larger than 500 kB. Save the logo smaller."))
    try:
        with Image.open(io.BytesIO(given), formats=["PNG"]) as picture:
            _check(picture.size)
            drawn = picture.convert("RGBA")
    except NotALogo:
        raise
    except UNREADABLE as error:
        raise NotALogo(_("This is no PNG that can be read. Save the logo as PNG anew.")) from error
    drawn.thumbnail(BOX, Image.Resampling.LANCZOS)
    bare = Image.new("RGBA", drawn.size)
    bare.paste(drawn)  # the picture alone: what it came with would be saved too
    written = io.BytesIO()
    bare.save(written, "PNG", optimize=True)
    return Logo(written.getvalue(), *bare.size)


def _check(size: tuple[int, int]) -> None:
    short, long = sorted(size)
    if long > MOST_PIXELS:
        raise NotALogo(
            _("The logo is more than %s pixels to a side. Save it smaller.") % f"{MOST_PIXELS:,}"
        )
    if short < FEWEST_PIXELS or long > LONGEST_SHAPE * short:
        raise NotALogo(
            _(
                "The logo is too small or too narrow to be read: at least %(fewest)s pixels to a "
                "side, and at most %(times)s times as long as high."
            )
            % {"fewest": FEWEST_PIXELS, "times": LONGEST_SHAPE}
        )
