"""The report as a PDF. The one module that knows the engine, typst.

Texts reach the template as data, never as source: nothing that people type can be run or read
a file. What the template itself can read is kept to its own folder.
"""

from __future__ import annotations

import functools
import hashlib
import json
import threading
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import cast

import typst

from assessments.reports import pdf_fonts
from assessments.reports.document.blocks import Document
from assessments.reports.pdf_data import texts_drawn, to_pdf_data

_TEMPLATE = Path(__file__).parent / "typst"
_UNIVERSAL_ACCESS: list[typst.PDFStandard] = ["ua-1"]

_REMEMBERED_FOR = 11
"""Compilations."""

_drawing = threading.Lock()
"""Drawing takes a processor and much memory: a process draws one PDF at a time."""


class Busy(Exception):
    """Another PDF is being drawn; try again in a few seconds."""


@dataclass(frozen=True, slots=True)
class PdfInput:
    """All that a PDF is drawn from, beside the template and its fonts: the data as JSON, the time
    it is dated by (Unix), and the characters of it that no font has."""

    data: str
    dated: int
    missing: tuple[str, ...]

    @property
    def digest(self) -> str:
        """Changes with anything that the PDF depends on: SHA-256, in hex."""
        whole = f"{_engine_digest()}\n{self.dated}\n{self.data}"
        return hashlib.sha256(whole.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Pdf:
    """A PDF, always tagged. `universal_access` says whether it keeps PDF/UA-1, which it does
    unless characters have no glyph in the fonts; those are `missing`."""

    content: bytes
    universal_access: bool
    missing: tuple[str, ...]


def prepare(document: Document, at: datetime) -> PdfInput:
    """What to draw, dated by a moment. Cheap beside drawing it."""
    data = to_pdf_data(document)
    texts = list(texts_drawn(data))
    data["fonts"] = pdf_fonts.families("".join(texts))
    missing = pdf_fonts.missing_characters(texts)
    return PdfInput(json.dumps(data), int(at.timestamp()), missing)


def draw(given: PdfInput) -> Pdf:
    """The PDF. The same input always gives the same bytes. Raises Busy."""
    if not _drawing.acquire(blocking=False):
        raise Busy
    try:
        drawn = _draw(given)
        _forget()
    finally:
        _drawing.release()
    return drawn


def _draw(given: PdfInput) -> Pdf:
    if not given.missing:
        try:
            return Pdf(_compile(given, _UNIVERSAL_ACCESS), True, ())
        except typst.TypstError:
            pass  # marks that no font can put together: drawn as well as may be
    return Pdf(_compile(given, []), False, given.missing)


def _compile(given: PdfInput, standards: list[typst.PDFStandard]) -> bytes:
    compiler = _compiler("report.typ", given.data)
    made = compiler.compile(format="pdf", pdf_standards=standards, timestamp=given.dated)
    return cast(bytes, made)


def _compiler(template: str, data: str) -> typst.Compiler:
    return typst.Compiler(
        input=_TEMPLATE / template,
        root=_TEMPLATE,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": data},
    )


def _forget() -> None:
    """Free what the engine remembers of the last PDFs, which no other has a use for. It drops what
    so many compilations have not used; the memory of a process grows threefold otherwise."""
    blank = _compiler("blank.typ", "")
    for _ in range(_REMEMBERED_FOR):
        blank.compile(format="svg")


@functools.cache
def _fonts() -> typst.Fonts:
    """The fonts shipped, and the machine's for the scripts that those lack."""
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=pdf_fonts.folders(),
    )


@functools.cache
def _engine_digest() -> str:
    """Changes with the engine, the template and the fonts."""
    files = sorted(path for path in _TEMPLATE.rglob("*") if path.is_file())
    if (east_asian := pdf_fonts.east_asian_font()) is not None:
        files.append(east_asian)
    digest = hashlib.sha256(version("typst").encode())
    for path in files:
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
