"""Where the PDF's pages break."""

import io
from dataclasses import replace

import pypdf

from assessments.reports.document.blocks import Bar, Block, Heading
from assessments.reports.document.phrases import say
from assessments.reports.pdf import draw, prepare
from tests.reports.samples import AT, document, report

TITLED = 60


def test_a_heading_with_a_bar_stays_with_what_follows():
    """At many places on a page, its foot among them."""
    blocks: list[Block] = []
    for each in range(TITLED):
        blocks += [say(f"Line {line}") for line in range(each % 7)]
        blocks += [Heading(2, f"Title {each}."), Bar(50), say(f"Basis {each}.", sticky=True)]
        blocks += [say("What it rests on")]
    given = prepare(replace(document(report()), blocks=tuple(blocks)), AT)
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(draw(given).content)).pages]
    page_of = {
        word: number
        for number, page in enumerate(pages)
        for word in (line.strip() for line in page.splitlines())
    }
    assert len(pages) > 5
    apart = [n for n in range(TITLED) if page_of[f"Title {n}."] != page_of[f"Basis {n}."]]
    assert apart == []
