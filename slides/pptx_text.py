"""Paragraphs of a PPTX text frame: bullets, numbers, labels, notes and sources."""

from __future__ import annotations

from lxml import etree
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml.ns import qn
from pptx.text.text import TextFrame
from pptx.util import Pt

from slides.model import Block, Bullets, Paragraph, Quote, Run, Runs
from slides.pdf import SIZES

letters = "ABCDEFGH"
_INDENT = 30


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

    def block(self, block: Block) -> bool:
        """Write a block if it is one of text; tells whether it was."""
        if isinstance(block, Bullets):
            self.bullets(block)
        elif isinstance(block, Quote):
            self.line(block.runs, SIZES["text"], italic=True)
        elif isinstance(block, Paragraph):
            self.paragraph(block)
        else:
            return False
        return True

    def paragraph(self, block: Paragraph) -> None:
        """Write a paragraph in the look of its role."""
        role = block.role
        if role == "label":
            self.line(block.runs, SIZES["text"], colour=MSO_THEME_COLOR.ACCENT_2, bold=True)
        elif role == "message":
            self.line(block.runs, SIZES["message"], colour=MSO_THEME_COLOR.TEXT_2, bold=True)
        elif role in ("note", "source"):
            self.line(block.runs, SIZES[role], colour=MSO_THEME_COLOR.ACCENT_6)
        else:
            self.line(block.runs, SIZES["text"])

    def bullets(self, block: Bullets) -> None:
        """Write a list with real bullets or numbers, which PowerPoint goes on with."""
        for place, item in enumerate(block.items):
            properties = self.line(item, SIZES["text"], hanging=True)
            if block.ordered:
                number = etree.SubElement(properties, qn("a:buAutoNum"), type="arabicPeriod")
                if block.start + place > 1:
                    number.set("startAt", str(block.start + place))
            else:
                etree.SubElement(properties, qn("a:buChar"), char="•")

    def line(
        self,
        runs: Runs | str,
        size: float,
        *,
        colour: MSO_THEME_COLOR | None = None,
        bold: bool = False,
        italic: bool = False,
        hanging: bool = False,
    ) -> etree._Element:
        """Write one paragraph and return its properties, to which a bullet may be added."""
        paragraph = self.frame.add_paragraph() if self.begun else self.frame.paragraphs[0]
        self.begun = True
        paragraph.space_after = Pt(round(SIZES["gap"] * self.scale * 0.55, 1))
        for run in (Run(runs),) if isinstance(runs, str) else runs:
            made = paragraph.add_run()
            made.text = run.text
            made.font.size = Pt(round(size * self.scale, 1))
            made.font.bold = True if bold or run.style == "strong" else None
            made.font.italic = True if italic else None
            if colour is not None:
                made.font.color.theme_color = colour
        properties = paragraph._p.get_or_add_pPr()
        indent = round(_INDENT * self.scale * 12700)
        properties.set("marL", str(indent if hanging else 0))
        properties.set("indent", str(-indent if hanging else 0))
        if not hanging:
            etree.SubElement(properties, qn("a:buNone"))
        return properties
