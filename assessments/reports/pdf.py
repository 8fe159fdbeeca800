"""The report as a PDF. The one module that knows the engine, typst.

Texts reach the template as data, never as source: nothing that people type can be run or read
a file. What the template itself can read is kept to its own folder.
"""

from __future__ import annotations

import functools
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import typst

from assessments.reports.pdf_data import Facts, to_pdf_data
from assessments.reports.report import Report

_TEMPLATE = Path(__file__).parent / "typst"
_UNIVERSAL_ACCESS: list[typst.PDFStandard] = ["ua-1"]

_NO_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


@dataclass(frozen=True, slots=True)
class Pdf:
    """A PDF, always tagged. `universal_access` says whether it keeps PDF/UA-1, which it does
    unless characters have no glyph in the fonts shipped; those are `missing`."""

    content: bytes
    universal_access: bool
    missing: tuple[str, ...]


def render(report: Report, facts: Facts) -> Pdf:
    """The report's PDF. The same report and facts always give the same bytes."""
    data = json.dumps(to_pdf_data(report, facts))
    try:
        return Pdf(_compile(data, facts, _UNIVERSAL_ACCESS), True, ())
    except typst.TypstError as refused:
        missing = _without_a_glyph(refused.diagnostic)
    return Pdf(_compile(data, facts, []), False, missing)


def _compile(data: str, facts: Facts, standards: list[typst.PDFStandard]) -> bytes:
    compiler = typst.Compiler(
        input=_TEMPLATE / "report.typ",
        root=_TEMPLATE,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": data},
    )
    made = compiler.compile(
        format="pdf", pdf_standards=standards, timestamp=int(facts.submitted_at.timestamp())
    )
    return cast(bytes, made)


@functools.cache
def _fonts() -> typst.Fonts:
    """The fonts shipped and no others, so that a report looks the same everywhere."""
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[_TEMPLATE / "fonts"],
    )


def _without_a_glyph(diagnostic: str) -> tuple[str, ...]:
    """The characters that the engine's message names, each once."""
    texts = _NO_GLYPH.findall(diagnostic)
    plain = (_ESCAPED.sub(lambda code: chr(int(code[1], 16)), text) for text in texts)
    return tuple(dict.fromkeys(plain))
