"""The master and the layouts of the PPTX: size, colours, font and places of the parts.

python-pptx's own template is the start; what it does not need is taken out, the rest
is put where the PDF has it.
"""

from __future__ import annotations

from lxml import etree
from pptx import Presentation
from pptx.enum.text import PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as PresentationType
from pptx.slide import SlideLayout
from pptx.util import Pt

from charts.palette import PALETTE
from slides.deck.kinds import LOOKS, Kind
from slides.paper.pdf import HEIGHT, SIZES
from slides.pptx.cover import style, style_cover

FONT, FALLBACK = "Be Vietnam Pro", "Segoe UI"
FOOTER, SLIDE_NUMBER = 11, 12
# Lines of a title are 1.09 em apart in the PDF; the font's own distance is 1.265 em.
_TITLE_SPACING = 86_000
WIDTH = 960
# Layouts of the template that are kept, by the name they get here.
_KEPT = {
    "Title Slide": "Mở đầu",
    "Title and Content": "Tiêu đề và nội dung",
    "Section Header": "Mở một phần",
    "Two Content": "Hai cột",
    "Comparison": "Một câu lớn",
    "Title Only": "Chỉ tiêu đề",
    "Content with Caption": "Lời trích",
    "Title and Vertical Text": "Điều mang theo",
}
# The layout of each kind of slide that has one of its own, by its name in the template.
_OF_KINDS: dict[Kind, str] = {
    "cover": "Title Slide", "section": "Section Header", "statement": "Comparison", "quotation": "Content with Caption",
    "closing": "Title and Vertical Text",
}  # fmt: skip

_COLOURS = {
    "dk1": "ink", "lt1": "surface", "dk2": "red", "lt2": "ground", "accent1": "red", "accent2": "gold",
    "accent3": "blue", "accent4": "right", "accent5": "wrong", "accent6": "muted",
}  # fmt: skip
# A place by its left edge, its top, its width and its height, in points.
Box = tuple[float, float, float, float]
_TOP = SIZES["top"] + 52
# Titles stand on the lower edge of a place that begins here and ends so far below where the PDF's end: where the
# font is missing and another needs one more line, it grows upwards and not over the body.
TITLE_TOP, TITLE_SLACK = 12, 8


def presentation() -> PresentationType:
    """Return an empty presentation with the kit's master and layouts."""
    made = Presentation()
    made.slide_width, made.slide_height = Pt(WIDTH), Pt(HEIGHT)
    for layout in list(made.slide_layouts):
        if layout.name not in _KEPT:
            made.slide_layouts.remove(layout)
    _theme(made)
    _place_all(made)
    for layout in made.slide_layouts:
        layout.name = _KEPT[layout.name]
    of_kinds = layouts(made)
    for kind in _OF_KINDS:
        style(of_kinds[kind], LOOKS[kind])
    style_cover(made.slide_layouts[0])
    return made


def layouts(made: PresentationType) -> dict[str, SlideLayout]:
    """Return the layouts: those of kinds by the kinds' names, and ``content``, ``columns`` and ``plain``."""
    others = {"Title and Content": "content", "Two Content": "columns", "Title Only": "plain"}
    names: dict[str, str] = {_KEPT[template]: kind for kind, template in _OF_KINDS.items()}
    names |= {_KEPT[template]: name for template, name in others.items()}
    return {names[layout.name]: layout for layout in made.slide_layouts}


def _theme(made: PresentationType) -> None:
    """Name the font with its fallback, and the colours, in the master's theme."""
    part = made.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = etree.fromstring(part.blob)
    for kind in ("majorFont", "minorFont"):
        fonts = next(theme.iter(qn(f"a:{kind}")))
        for tag, face in (("latin", FONT), ("ea", FALLBACK), ("cs", FALLBACK)):
            node = fonts.find(qn(f"a:{tag}"))
            node.attrib.clear()
            node.set("typeface", face)
            if tag == "latin":
                # Sans serif with variable width: what is taken where the font is missing is like it.
                node.set("pitchFamily", "34")
                node.set("charset", "0")
    scheme = next(theme.iter(qn("a:clrScheme")))
    for slot, name in _COLOURS.items():
        node = scheme.find(qn(f"a:{slot}"))
        for child in list(node):
            node.remove(child)
        etree.SubElement(node, qn("a:srgbClr"), val=PALETTE[f"kit-{name}"].lstrip("#").upper())
    part._blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)


def _place_all(made: PresentationType) -> None:
    margin, width = SIZES["margin"], SIZES["width"]
    body = HEIGHT - _TOP - SIZES["foot"]
    title = (margin, TITLE_TOP, width, _TOP - TITLE_TOP)
    half = (width - 32) / 2
    places: dict[str, dict[int, Box]] = {
        "Title Slide": {0: (96, 120, 768, 150), 1: (96, 288, 768, 140)},
        "Title and Content": {0: title, 1: (margin, _TOP, width, body)},
        "Two Content": {0: title, 1: (margin, _TOP, half, body), 2: (margin + half + 32, _TOP, half, body)},
        "Title Only": {0: title},
    }
    for name in _OF_KINDS.values():
        places.setdefault(name, places["Title and Content"])
    for layout in made.slide_layouts:
        _place(layout.placeholders, places[layout.name])
        _lie_down(layout)
    _place(made.slide_master.placeholders, places["Title and Content"])
    _style_master(made)


def _place(placeholders, places: dict[int, Box]) -> None:
    foot: dict[int, Box] = {
        FOOTER: (SIZES["margin"], HEIGHT - 34, 640, 22),
        SLIDE_NUMBER: (WIDTH - SIZES["margin"] - 100, HEIGHT - 44, 100, 36),
    }
    for shape in list(placeholders):
        index = shape.placeholder_format.idx
        kind = str(shape.placeholder_format.type)
        # The master numbers its places in another way than the layouts.
        box = _foot_by_kind(kind, foot) or places.get(index)
        if box is None:
            shape._element.getparent().remove(shape._element)
            continue
        shape.left, shape.top, shape.width, shape.height = (Pt(value) for value in box)
        if "FOOTER" in kind:
            shape.text_frame.paragraphs[0].alignment = PP_ALIGN.LEFT


def _lie_down(layout) -> None:
    """Let upright text of the template run as all other does."""
    for shape in layout.placeholders:
        shape._element.nvSpPr.nvPr.find(qn("p:ph")).attrib.pop("orient", None)
        shape.text_frame._txBody.bodyPr.attrib.pop("vert", None)
    layout._element.attrib.pop("type", None)


def _foot_by_kind(kind: str, foot: dict[int, Box]) -> Box | None:
    names = {"FOOTER": FOOTER, "SLIDE_NUMBER": SLIDE_NUMBER}
    return next((foot[index] for name, index in names.items() if name in kind), None)


def _style_master(made: PresentationType) -> None:
    """Give the master's text styles the kit's sizes and colours; layouts and slides inherit them."""
    styles = made.slide_master._element.find(qn("p:txStyles"))
    title, body = styles[0], styles[1]
    level = title.find(qn("a:lvl1pPr"))
    level.set("algn", "l")
    level.insert(0, level.makeelement(qn("a:lnSpc")))
    etree.SubElement(level[0], qn("a:spcPct"), val=str(_TITLE_SPACING))
    _run_style(level, SIZES["title"], "tx2", bold=True)
    for depth, level in enumerate(level for level in body if "}lvl" in level.tag):
        _run_style(level, max(SIZES["text"] - 3 * depth, 16), "tx1", bold=False)
        for share in level.iterfind(f"{qn('a:spcBef')}/{qn('a:spcPct')}"):
            share.set("val", "0")
    for layout in [made.slide_master, *made.slide_layouts]:
        for shape in layout.placeholders:
            _frame(shape, layout is made.slide_master)


def _frame(shape, of_master: bool) -> None:
    """Let a placeholder's text begin at its edge, and shrink where an editor adds more than has room."""
    properties = shape.text_frame._txBody.bodyPr
    for name in ("lIns", "rIns", "tIns", "bIns"):
        properties.set(name, "0")
    properties.set("anchor", "b" if shape.placeholder_format.idx == 0 else "t")
    for child in list(properties):
        properties.remove(child)
    if shape.placeholder_format.idx in (0, 1, 2):
        etree.SubElement(properties, qn("a:normAutofit"))
        if not of_master:
            _forget_sizes(shape)


def _run_style(level: etree._Element, size: float, colour: str, *, bold: bool) -> None:
    run = level.find(qn("a:defRPr"))
    run.set("sz", str(round(size * 100)))
    run.set("b", "1" if bold else "0")
    run.set("lang", "vi-VN")
    fill = run.find(qn("a:solidFill"))
    if fill is None:
        fill = run.makeelement(qn("a:solidFill"))
        run.insert(0, fill)
    for child in list(fill):
        fill.remove(child)
    etree.SubElement(fill, qn("a:schemeClr"), val=colour)


def _forget_sizes(shape) -> None:
    """Let a layout's placeholder inherit sizes and alignment from the master."""
    listed = shape.text_frame._txBody.find(qn("a:lstStyle"))
    for child in list(listed):
        listed.remove(child)
