"""What stands on the pages of a PDF, read by PDFium: pypdf needs fifteen times as long for texts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2
from pypdfium2.raw import FPDF_PAGEOBJ_TEXT


class Letters(NamedTuple):
    """A stretch of text on a page: its size, and the height of its line above the page's end, in points."""

    size: float
    height: float
    words: str


def lines(data: bytes) -> Iterator[str]:
    """Yield the text of each page, broken into lines as on paper."""
    for page in pypdfium2.PdfDocument(data):
        yield page.get_textpage().get_text_range().replace("\r\n", "\n")


def texts(data: bytes) -> list[str]:
    """Return the text of each page, on one line."""
    return [" ".join(page.split()) for page in lines(data)]


def letters(data: bytes) -> Iterator[list[Letters]]:
    """Yield the stretches of text of each page."""
    for page in pypdfium2.PdfDocument(data):
        text = page.get_textpage()
        yield [
            Letters(abs(place.d) * one.get_font_size(), place.f, one.extract())
            for one in page.get_objects(filter=[FPDF_PAGEOBJ_TEXT], textpage=text)
            for place in [one.get_matrix()]
        ]
