"""Logos: what is kept of a file is its picture, and nothing else that it can carry."""

import io
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from assessments.logos import BOX, LARGEST_FILE, NotALogo, redraw


def png(size=(200, 100), colour="blue", mode="RGBA", **options):
    written = io.BytesIO()
    Image.new(mode, size, colour).save(written, "PNG", **options)
    return written.getvalue()


def opened(logo):
    return Image.open(io.BytesIO(logo.content))


def test_a_logo_that_fits_keeps_its_size_and_its_colours():
    logo = redraw(png())
    assert (logo.width, logo.height) == (200, 100)
    assert opened(logo).convert("RGBA").getpixel((5, 5)) == (0, 0, 255, 255)


@given(st.integers(16, 1_500), st.integers(16, 1_500))
def test_every_logo_is_drawn_into_the_box_in_its_shape(width, height):
    if max(width, height) > 8 * min(width, height):
        return
    logo = redraw(png((width, height)))
    assert logo.width <= BOX[0]
    assert logo.height <= BOX[1]
    assert opened(logo).size == (logo.width, logo.height)
    if width <= BOX[0] and height <= BOX[1]:
        assert (logo.width, logo.height) == (width, height)


def test_nothing_but_the_picture_is_kept():
    told = PngImagePlugin.PngInfo()
    told.add_text("Author", "Somebody's name")
    logo = redraw(png(pnginfo=told, icc_profile=b"a profile of colours", dpi=(300, 300)))
    assert b"Somebody" not in logo.content
    assert opened(logo).info.keys() <= {"transparency"}


def test_what_stands_behind_the_picture_is_gone():
    assert b"<script>" not in redraw(png() + b"<script>alert(1)</script>").content


def test_of_a_moving_picture_the_first_is_kept():
    frames = [Image.new("RGBA", (40, 40), colour) for colour in ("red", "blue")]
    written = io.BytesIO()
    frames[0].save(written, "PNG", save_all=True, append_images=frames[1:])
    logo = opened(redraw(written.getvalue()))
    assert getattr(logo, "n_frames", 1) == 1
    assert logo.convert("RGB").getpixel((5, 5)) == (255, 0, 0)


def test_the_same_file_gives_the_same_bytes():
    assert redraw(png()).content == redraw(png()).content


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "I;16", "LA"])
def test_pictures_of_every_kind_are_read(mode):
    assert redraw(png(mode=mode, colour=None)).width == 200


def jpeg():
    written = io.BytesIO()
    Image.new("RGB", (40, 40)).save(written, "JPEG")
    return written.getvalue()


def saying(width, height):
    """A PNG that says it is so large, and holds next to nothing."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    data = b"IDAT" + zlib.compress(b"")
    chunks = b"".join(
        struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
        for chunk in (head, data)
    )
    return b"\x89PNG\r\n\x1a\n" + chunks


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no PNG"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "no PNG"),
        (jpeg(), "no PNG"),
        (png()[:60], "no PNG"),
        (saying(100_000, 100_000), "no PNG"),
        (saying(4_001, 1_000), "more than 4,000 pixels"),
        (saying(1_000, 900), "no PNG"),
        (png((15, 15)), "too small or too narrow"),
        (png((200, 20)), "too small or too narrow"),
        (b"\x89PNG" + b"x" * LARGEST_FILE, "larger than 500 kB"),
    ],
    ids=["nothing", "SVG", "JPEG", "cut", "huge", "wide", "hollow", "small", "narrow", "heavy"],
)
def test_what_is_no_logo_is_refused_with_what_to_do(content, said):
    with pytest.raises(NotALogo, match=said):
        redraw(content)
