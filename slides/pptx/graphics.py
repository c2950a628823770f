"""Charts, pictures and tables of a PPTX: native where PowerPoint has them, each with words for those who do not see."""

from __future__ import annotations

import io
from typing import Any, cast

import typst
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide as PptxSlide
from pptx.util import Emu, Pt

from shown.model import plain
from slides.deck.blocks import unbroken
from slides.deck.minutes import in_figures
from slides.deck.model import Clock, Drawing, Figure, Runs, Table
from slides.paper import pdf

_LINE = 1.265
_CHART_LETTERS = (18, 22)
_PAGE = """#set page(width: auto, height: auto, margin: 0pt, fill: none)
#image(bytes(sys.inputs.svg), format: "svg")
"""
# Between rows; the table's own style draws white lines on white.
_RULE = """<a:{edge} {names} w="9525"><a:solidFill><a:schemeClr val="accent6">
  <a:lumMod val="40000"/><a:lumOff val="60000"/></a:schemeClr></a:solidFill></a:{edge}>"""
# Above and below the words of a cell; templates/kit.typ has the same height of rows.
_MARGIN = 1.5
LEFT, WIDTH = pdf.SIZES["margin"], pdf.SIZES["width"]


def chart(page: PptxSlide, figure: Figure, top: float, height: float) -> None:
    """Add a bar chart that can be edited; its labels keep their "hơn".

    Parameters
    ----------
    page
        Takes the chart.
    figure
        A figure with bars.
    top, height
        Its place on the slide, in points.
    """
    data = CategoryChartData(number_format="#,##0")
    data.categories = [bar.label for bar in figure.bars]
    data.add_series(figure.title, [bar.value for bar in figure.bars])
    place = Pt(LEFT), Pt(top), Pt(WIDTH), Pt(height)
    # The annotations of add_chart name an older class of data, and the chart that is in the frame.
    frame: GraphicFrame = cast(Any, page.shapes).add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *place, data)
    _describe(frame, figure)
    made = frame.chart
    made.has_legend = made.has_title = False
    made.font.size = Pt(_letters(height, len(figure.bars)))
    made.category_axis.reverse_order = True
    made.category_axis.format.line.fill.background()
    made.value_axis.visible = False
    made.value_axis.has_major_gridlines = False
    # Room at the right for the number behind the longest bar.
    made.value_axis.minimum_scale = 0
    made.value_axis.maximum_scale = max(bar.value for bar in figure.bars) * 1.4
    (plot,) = made.plots
    plot.gap_width = 60
    series = plot.series[0]
    series.format.fill.solid()
    series.format.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_1
    for index, bar in enumerate(figure.bars):
        label = series.points[index].data_label
        label.position = XL_LABEL_POSITION.OUTSIDE_END
        label.has_text_frame = True
        label.text_frame.text = bar.shown
        label.text_frame.word_wrap = False


def _letters(height: float, bars: int) -> int:
    """Return the largest size at which two lines beside each bar have room, within bounds for a room."""
    low, high = _CHART_LETTERS
    return max(low, min(high, int(height / bars / (2.6 * _LINE))))


def picture(page: PptxSlide, figure: Figure | Drawing, top: float, height: float) -> None:
    """Add a drawing as a picture, as large as the place allows.

    Parameters are as in :func:`chart`; the figure need not have bars.
    """
    image = png(figure.svg)
    shape = page.shapes.add_picture(io.BytesIO(image), Pt(LEFT), Pt(top), height=Pt(height))
    if shape.width > Pt(WIDTH):
        shape.height = Emu(round(shape.height * Pt(WIDTH) / shape.width))
        shape.width = Pt(WIDTH)
    shape.left = Emu(Pt(LEFT) + (Pt(WIDTH) - shape.width) // 2)
    _describe(shape, figure)


def logo(page: PptxSlide, sign: Drawing) -> None:
    """Add the sign of a unit in the upper right corner of a cover."""
    height = Pt(pdf.SIZES["logo"])
    shape = page.shapes.add_picture(io.BytesIO(png(sign.svg)), Pt(0), Pt(pdf.SIZES["top"]), height=height)
    shape.left = Emu(Pt(LEFT + WIDTH) - shape.width)
    _describe(shape, sign)


def png(svg: str) -> bytes:
    """Return a drawing as PNG, twice as fine as a full-HD picture of the slide."""
    compiler = typst.Compiler(
        _PAGE.encode(), font_paths=pdf.fonts(), ignore_system_fonts=True, sys_inputs={"svg": svg}
    )
    return cast(bytes, compiler.compile(format="png", ppi=220))


def clock(page: PptxSlide, block: Clock, top: float, width: float) -> None:
    """Add a round sign with the minutes, in the middle of a column of this width at the left edge."""
    size = 136
    place = LEFT + (width - size) / 2, top, size, size
    shape = page.shapes.add_shape(MSO_SHAPE.OVAL, *map(Pt, place))
    shape.name = "Thời gian"
    shape.fill.solid()
    shape.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
    shape.line.color.theme_color = MSO_THEME_COLOR.ACCENT_1
    shape.line.width = Pt(5)
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = 0
    frame.text = in_figures(block.minutes)
    frame.paragraphs[0].alignment = PP_ALIGN.CENTER
    font = frame.paragraphs[0].runs[0].font
    font.size, font.bold, font.color.theme_color = Pt(pdf.SIZES["text"]), True, MSO_THEME_COLOR.ACCENT_1


def bar(page: PptxSlide, left: float, top: float, height: float) -> None:
    """Add the red bar beside the words of a source."""
    shape = page.shapes.add_shape(MSO_SHAPE.RECTANGLE, Pt(left), Pt(top), Pt(6), Pt(height))
    shape.name = "Vạch lời trích"
    shape.fill.solid()
    shape.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_1
    shape.line.fill.background()


def _describe(shape, figure: Figure | Drawing) -> None:
    shape.name = figure.title
    shape._element._nvXxPr.cNvPr.set("descr", f"{figure.title}. {figure.alt}")


def table(page: PptxSlide, block: Table, scale: float, top: float) -> None:
    """Add a table; its rows are one line high at least, or what people need to write in them.

    Parameters
    ----------
    page, top
        As in :func:`chart`.
    block
        The table.
    scale
        Size of its letters beside the usual one.
    """
    size = pdf.SIZES["text"] * scale
    rows = [block.header, *block.rows]
    widths = [WIDTH * weight / sum(block.weights) for weight in block.weights]
    line_height = size * _LINE + 2 * _MARGIN * scale
    heights = [line_height if all(row) else max(line_height, pdf.SIZES["blank"]) for row in rows]
    shape = page.shapes.add_table(
        len(rows), len(block.header), Pt(LEFT), Pt(top), Pt(WIDTH), Pt(sum(heights))
    )
    shape.name = "Bảng"
    shape._element._nvXxPr.cNvPr.set("descr", "Bảng: " + ", ".join(plain(cell) for cell in block.header))
    made = shape.table
    made.horz_banding = False
    for index, width in enumerate(widths):
        made.columns[index].width = Pt(width)
    for line, row in enumerate(rows):
        made.rows[line].height = Pt(heights[line])
        for index, runs in enumerate(row):
            _cell(made.cell(line, index), runs, scale, head=line == 0)


def _cell(cell, runs: Runs, scale: float, *, head: bool) -> None:
    cell.margin_left = cell.margin_right = Pt(8 * scale)
    cell.margin_top = cell.margin_bottom = Pt(_MARGIN * scale)
    for edge in ("lnT", "lnB"):
        cell._tc.get_or_add_tcPr().append(parse_xml(_RULE.format(edge=edge, names=nsdecls("a"))))
    cell.fill.solid()
    cell.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_2 if head else MSO_THEME_COLOR.BACKGROUND_1
    paragraph = cell.text_frame.paragraphs[0]
    for run in runs:
        made = paragraph.add_run()
        made.text = unbroken(run.text)
        made.font.size = Pt(round(pdf.SIZES["text"] * scale, 1))
        made.font.language_id = MSO_LANGUAGE_ID.VIETNAMESE
        made.font.bold = head or run.style == "strong"
        made.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
