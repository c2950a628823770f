"""Paragraphs of a PPTX text frame: bullets, numbers, labels, notes and sources.

Lines stand as far apart as in the PDF, from whose measures the slide's scale was chosen.
"""

from __future__ import annotations

from lxml import etree
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.oxml.ns import qn
from pptx.text.text import TextFrame
from pptx.util import Pt

from slides.deck.blocks import unbroken
from slides.deck.model import Block, Bullets, Paragraph, Quote, Run, Runs
from slides.paper.pdf import SIZES

_INDENT = 30
# Distance of lines as a share of the font's own, which is 1.265 em: 1.23 em, and 1.29 em in the fallback font.
LINE_SPACING = 0.97
# What is between two lines beyond the letters; a gap of the PDF is measured from letter to letter.
_BETWEEN = 0.49
# A font that has the box, on Windows; elsewhere the system finds one.
_BOX_FONT = "Segoe UI Symbol"


class Frame:
    """Fills a text frame from the top; sizes are times the slide's scale.

    Parameters
    ----------
    frame
        An empty text frame.
    scale
        The slide's scale.
    """

    def __init__(self, frame: TextFrame, scale: float) -> None:
        self.frame, self.scale = frame, scale
        self.frame.word_wrap = True
        self.begun = False

    def block(self, block: Block) -> None:
        """Write a block of text; graphics are not text and are passed over."""
        if isinstance(block, Bullets):
            self.bullets(block)
        elif isinstance(block, Quote):
            self.line(block.runs, SIZES["text"])
        elif isinstance(block, Paragraph):
            self.paragraph(block)

    def paragraph(self, block: Paragraph) -> None:
        """Write a paragraph in the look of its role."""
        role = block.role
        if role == "label":
            self.line(block.runs, SIZES["text"], colour=MSO_THEME_COLOR.ACCENT_2, bold=True)
        elif role == "message":
            self.line(block.runs, SIZES["text"], bold=True)
        elif role == "number":
            large = tuple(run for run in block.runs if run.style == "strong")
            self.line(large, SIZES["number"] / self.scale, colour=MSO_THEME_COLOR.ACCENT_1)
            self.line(tuple(run for run in block.runs if run.style != "strong"), SIZES["text"])
        else:
            self.line(block.runs, SIZES["text"])

    def bullets(self, block: Bullets) -> None:
        """Write a list with real bullets or numbers, which PowerPoint goes on with."""
        for place, item in enumerate(block.items):
            if block.ordered:
                self.line(item, SIZES["text"], number=block.start + place)
            else:
                self.line(item, SIZES["text"], bullet="•")

    def line(
        self,
        runs: Runs | str,
        size: float,
        *,
        colour: MSO_THEME_COLOR | None = None,
        bold: bool = False,
        bullet: str = "",
        number: int = 0,
        gap: float | None = None,
    ) -> None:
        """Write one paragraph, behind a bullet or a number where one is given; ``gap`` is below it."""
        paragraph = self.frame.add_paragraph() if self.begun else self.frame.paragraphs[0]
        self.begun = True
        below = max(0.0, SIZES["gap"] - _BETWEEN * size) if gap is None else gap
        paragraph.line_spacing = LINE_SPACING
        paragraph.space_after = Pt(round(below * self.scale, 1))
        for run in (Run(runs),) if isinstance(runs, str) else runs:
            made = paragraph.add_run()
            made.text = unbroken(run.text)
            made.font.language_id = MSO_LANGUAGE_ID.VIETNAMESE
            made.font.size = Pt(round(size * self.scale, 1))
            made.font.bold = True if bold or run.style == "strong" else None
            if colour is not None:
                made.font.color.theme_color = colour
        _sign(paragraph._p.get_or_add_pPr(), bullet, number, round(_INDENT * self.scale * 12700))


def _sign(properties: etree._Element, bullet: str, number: int, indent: int) -> None:
    """Give a paragraph its bullet or number, or none, whatever its placeholder would give it."""
    hanging = bool(bullet or number)
    properties.set("marL", str(indent if hanging else 0))
    properties.set("indent", str(-indent if hanging else 0))
    if number:
        sign = etree.SubElement(properties, qn("a:buAutoNum"), type="arabicPeriod")
        if number > 1:
            sign.set("startAt", str(number))
    elif bullet:
        if bullet != "•":
            etree.SubElement(properties, qn("a:buFont"), typeface=_BOX_FONT)
        etree.SubElement(properties, qn("a:buChar"), char=bullet)
    else:
        etree.SubElement(properties, qn("a:buNone"))
