"""Charts, pictures and tables of a PPTX: native where PowerPoint has them, each with words for those who do not see."""

from __future__ import annotations

import io

import typst
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.slide import Slide as PptxSlide
from pptx.util import Pt

from slides import pdf
from slides.model import Figure, Table
from slides.text import plain

_LINE = 1.4
_PAGE = """#set page(width: auto, height: auto, margin: 0pt, fill: none)
#image(bytes(sys.inputs.svg), format: "svg")
"""
LEFT, WIDTH = pdf.SIZES["margin"], pdf.SIZES["width"]


def chart(page: PptxSlide, figure: Figure, scale: float, top: float, height: float) -> None:
    """Add a bar chart that can be edited; its labels keep "hơn" and unit."""
    data = CategoryChartData(number_format="#,##0")
    data.categories = [bar.label for bar in figure.bars]
    data.add_series(figure.title, [bar.value for bar in figure.bars])
    frame = page.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, Pt(LEFT), Pt(top), Pt(WIDTH), Pt(height), data)
    _describe(frame, figure)
    made = frame.chart
    made.has_legend = made.has_title = False
    made.font.size = Pt(pdf.SIZES["note"] * min(1, scale))
    made.category_axis.reverse_order = True
    made.category_axis.format.line.fill.background()
    made.value_axis.visible = False
    made.value_axis.has_major_gridlines = False
    # Room at the right for the number behind the longest bar.
    made.value_axis.minimum_scale = 0
    made.value_axis.maximum_scale = max(bar.value for bar in figure.bars) * 1.35
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


def picture(page: PptxSlide, figure: Figure, scale: float, top: float, height: float) -> None:
    """Add a drawing as a picture, as large as the place allows."""
    image = png(figure.svg)
    shape = page.shapes.add_picture(io.BytesIO(image), Pt(LEFT), Pt(top), height=Pt(height))
    if shape.width > Pt(WIDTH):
        shape.height = round(shape.height * Pt(WIDTH) / shape.width)
        shape.width = Pt(WIDTH)
    shape.left = Pt(LEFT) + (Pt(WIDTH) - shape.width) // 2
    _describe(shape, figure)


def png(svg: str) -> bytes:
    """Return a drawing as PNG, twice as fine as a full-HD picture of the slide."""
    compiler = typst.Compiler(
        _PAGE.encode(), font_paths=pdf.fonts(), ignore_system_fonts=True, sys_inputs={"svg": svg}
    )
    return compiler.compile(format="png", ppi=220)


def _describe(shape, figure: Figure) -> None:
    shape.name = figure.title
    shape._element._nvXxPr.cNvPr.set("descr", f"{figure.title}. {figure.alt}")


def table(page: PptxSlide, block: Table, scale: float, top: float) -> float:
    """Add a table and return its height in points, as far as it is known before PowerPoint lays it out."""
    size = pdf.SIZES["table"] * scale
    rows = [block.header, *block.rows]
    widths = _widths(block)
    height = sum(_row_height(row, widths, size) for row in rows)
    shape = page.shapes.add_table(len(rows), len(block.header), Pt(LEFT), Pt(top), Pt(WIDTH), Pt(height))
    shape.name = "Bảng"
    shape._element._nvXxPr.cNvPr.set("descr", "Bảng: " + ", ".join(plain(cell) for cell in block.header))
    made = shape.table
    made.horz_banding = False
    for index, width in enumerate(widths):
        made.columns[index].width = Pt(width)
    for line, row in enumerate(rows):
        made.rows[line].height = Pt(_row_height(row, widths, size))
        for index, runs in enumerate(row):
            _cell(made.cell(line, index), runs, size, head=line == 0)
    return height


def _widths(block: Table) -> list[float]:
    """Share the width by the longest words of each column, none below an eighth."""
    weights = [
        max(len(plain(row[index])) for row in [block.header, *block.rows]) ** 0.6
        for index in range(len(block.header))
    ]
    least = sum(weights) / 8
    weights = [max(weight, least) for weight in weights]
    return [WIDTH * weight / sum(weights) for weight in weights]


def _row_height(row, widths: list[float], size: float) -> float:
    lines = max(
        1 + int(len(plain(runs)) * size * 0.54 / (width - 16))
        for runs, width in zip(row, widths, strict=True)
    )
    return lines * size * _LINE + 10


def _cell(cell, runs, size: float, *, head: bool) -> None:
    cell.margin_left = cell.margin_right = Pt(8)
    cell.margin_top = cell.margin_bottom = Pt(4)
    cell.fill.solid()
    cell.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_2 if head else MSO_THEME_COLOR.BACKGROUND_1
    paragraph = cell.text_frame.paragraphs[0]
    for run in runs:
        made = paragraph.add_run()
        made.text = run.text
        made.font.size = Pt(round(size, 1))
        made.font.bold = head or run.style == "strong"
        made.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
