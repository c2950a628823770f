"""What python-docx has no words for: fonts in all four slots, lines, page numbers, table heads that stand again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Length, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

# Office files carry a date; one that does not change makes the same content the same bytes.
DATED = dt.datetime(2023, 1, 1)
FONT = "Times New Roman"
_SLOTS = ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs")
_THEMED = ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme")
_BLACK = RGBColor(0, 0, 0)


def set_up(document: Document, title: str, size: Length) -> None:
    """Give a document its font, language, styles and properties."""
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    _font(defaults)
    defaults.find(qn("w:lang")).set(qn("w:val"), "vi-VN")
    _style(document.styles["Normal"], size, before=0, after=6)
    _style(document.styles["Title"], Pt(16), bold=True, before=18, after=6)
    _style(document.styles["Subtitle"], size, bold=True, before=0, after=12)
    _style(document.styles["Heading 1"], size, bold=True, before=10, after=6)
    _style(document.styles["Heading 2"], size, bold=True, before=6, after=4)
    for name in ("Header", "Footer", "Table Grid"):
        _font(document.styles[name].element.get_or_add_rPr())
    properties = document.core_properties
    properties.title, properties.author, properties.comments, properties.language = title, "", "", "vi-VN"
    properties.created = properties.modified = DATED


def _style(style: ParagraphStyle, size: Length, *, bold: bool = False, before: float, after: float) -> None:
    _font(style.element.get_or_add_rPr())
    font, shape = style.font, style.paragraph_format
    font.size, font.bold, font.italic, font.color.rgb = size, bold, False, _BLACK
    _complex_size(style.element.get_or_add_rPr(), size)
    shape.space_before, shape.space_after, shape.line_spacing = Pt(before), Pt(after), 1.15
    # Word's own title has a line below it, and its subtitle letters that are spaced out.
    for unwanted in style.element.xpath("w:pPr/w:pBdr | w:rPr/w:spacing | w:rPr/w:kern"):
        unwanted.getparent().remove(unwanted)


def _font(properties) -> None:
    fonts = properties.find(qn("w:rFonts"))
    if fonts is None:
        fonts = OxmlElement("w:rFonts")
        properties.insert(0, fonts)
    # A theme's font would go before the one that is named.
    for themed in _THEMED:
        fonts.attrib.pop(qn(themed), None)
    for slot in _SLOTS:
        fonts.set(qn(slot), FONT)


def _complex_size(properties, size: Length) -> None:
    """Give what Word takes for complex script the size of the rest."""
    found = properties.find(qn("w:szCs"))
    if found is None:
        found = OxmlElement("w:szCs")
        properties.find(qn("w:sz")).addnext(found)
    found.set(qn("w:val"), str(round(size.pt * 2)))


def sized(paragraph: Paragraph, size: Length) -> None:
    """Set the size of a paragraph's letters."""
    for run in paragraph.runs:
        run.font.size = size
        _complex_size(run._r.get_or_add_rPr(), size)


def rule_below(paragraph: Paragraph, indent: Length) -> None:
    """Draw a line below a paragraph, shorter by ``indent`` on either side."""
    shape = paragraph.paragraph_format
    shape.left_indent = shape.right_indent = indent
    borders, line = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    # The order of a paragraph's properties is part of the format: these come before tabs, spacing and indents.
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def number_pages(section: Section) -> None:
    """Put the page's number in the middle above, on all pages but the first."""
    section.different_first_page_header_footer = True
    section.header_distance = Mm(10)
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "2"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def repeat_head(table: Table) -> None:
    """Let a table's first row stand again on every page, and no row be torn by a page's end."""
    for index, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if index == 0:
            properties.append(OxmlElement("w:tblHeader"))


def keep_together(cells: Iterable[_Cell]) -> None:
    """Keep all lines of cells on one page, and that of what follows."""
    for cell in cells:
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True
