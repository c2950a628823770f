"""What all charts share: colours, type, the layouts, and how a figure becomes SVG."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal
from xml.etree import ElementTree

from matplotlib import font_manager, rc_context
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

from charts import paths

FONT = "Be Vietnam Pro"
FONTS = Path(__file__).parent / "fonts"
_FONT_FILES = {400: FONTS / "be-vietnam-pro-400.ttf", 600: FONTS / "be-vietnam-pro-600.ttf"}

for _file in _FONT_FILES.values():
    font_manager.fontManager.addfont(_file)

LayoutName = Literal["wide", "narrow", "slim", "slide"]


@dataclass(frozen=True)
class Layout:
    """Sizes of a chart, in CSS pixels at its natural width.

    On a page the widest drawing is shown whose letters are not made smaller there (``figure_explorer.js``): the narrow
    one on a phone of 320 px, which leaves a drawing 262, the slim one there with the largest text, half as large again.
    """

    name: LayoutName
    width: int
    number: float
    text: float
    small: float
    bar: int
    columns: int


WIDE = Layout("wide", width=720, number=20, text=16, small=14.5, bar=20, columns=36)
NARROW = Layout("narrow", width=260, number=17, text=15, small=14, bar=17, columns=15)
SLIM = Layout("slim", width=174, number=17, text=15, small=14, bar=16, columns=10)
# A slide is read from the back of a room: fewer words, and no letters below 26 points on its 864 (slides/paper/pdf.py).
SLIDE = Layout("slide", width=880, number=30, text=26.5, small=26.5, bar=28, columns=40)
PAGE = {layout.name: layout for layout in (WIDE, NARROW, SLIM)}
LAYOUTS = {**PAGE, "slide": SLIDE}


def layout_named(name: LayoutName) -> Layout:
    """Return the layout called ``name``.

    Raises
    ------
    ValueError
        When there is no such layout.
    """
    if name not in LAYOUTS:
        raise ValueError(f"layout must be one of {sorted(LAYOUTS)}, got {name!r}")
    return LAYOUTS[name]


@lru_cache
def font(size: float, weight: int) -> FontProperties:
    """Return the kit's font; ``size`` in pixels, ``weight`` 400 or 600."""
    return FontProperties(family=FONT, size=size, weight=weight)


@lru_cache(maxsize=4096)
def measure(text: str, size: float, weight: int) -> float:
    """Return the width of ``text`` in pixels."""
    return text_to_path.get_text_width_height_descent(text, font(size, weight), False)[0]


_SVG = "{http://www.w3.org/2000/svg}"
# Shown in this order where the page has not loaded the kit's font.
_FAMILIES = "'Be Vietnam Pro', 'Segoe UI', Roboto, 'Noto Sans', sans-serif"
_ROOT_STYLE = (
    f"font-family: {_FAMILIES}; font-weight: 400; text-rendering: geometricPrecision;"
    " stroke-linejoin: miter; stroke-linecap: butt"
)


def to_svg(figure: Figure) -> str:
    """Write a figure as SVG: the same bytes each time, text as text, no ids.

    What matplotlib writes around the shapes is left out: its style sheet would
    reach the whole page, and its ids would meet those of the next chart.

    Raises
    ------
    ValueError
        When the figure holds anything but paths and texts (images, clipping, hatching).
    """
    buffer = io.StringIO()
    no_metadata = dict.fromkeys(("Date", "Creator", "Format", "Type"))
    with rc_context({"svg.fonttype": "none", "svg.hashsalt": "hoc-tac-pham"}):
        figure.savefig(buffer, format="svg", dpi=72, transparent=True, metadata=no_metadata)
    drawn = ElementTree.fromstring(buffer.getvalue())
    _, _, width, height = drawn.attrib["viewBox"].split()
    root = ElementTree.Element(
        "svg", {"xmlns": _SVG[1:-1], "viewBox": f"0 0 {width} {height}", "width": width, "height": height}
    )
    root.set("style", _ROOT_STYLE)
    root.extend(_shape(node) for node in drawn.iter() if _is_shape(node))
    return ElementTree.tostring(root, encoding="unicode")


_LEFT_OUT = {f"{_SVG}{name}" for name in ("svg", "g", "defs", "style")}


def _is_shape(node: ElementTree.Element) -> bool:
    if node.tag in _LEFT_OUT:
        return False
    if node.tag in (f"{_SVG}path", f"{_SVG}text") and not node.get("clip-path"):
        return True
    raise ValueError(f"to_svg: a chart may hold only unclipped paths and texts, got {node.tag} {node.attrib}")


_UNROTATED = re.compile(r"^rotate\(-?0 ")
# What holds without being said, here or at the root.
_UNSAID = re.compile(
    r" ?(?:font-family: [^;]*|text-anchor: start|stroke-linejoin: miter|stroke-dashoffset: 0)(?:;|$)"
)


def _shape(node: ElementTree.Element) -> ElementTree.Element:
    shape = ElementTree.Element(node.tag.removeprefix(_SVG), node.attrib)
    shape.text = node.text
    if _UNROTATED.match(shape.get("transform", "")):
        del shape.attrib["transform"]
    if "d" in shape.attrib:
        shape.set("d", paths.short(shape.attrib["d"]))
    for place in {"x", "y"} & shape.attrib.keys():
        shape.set(place, paths.number(shape.attrib[place]))
    shape.set("style", _UNSAID.sub("", shape.get("style", "")).strip(" ;"))
    return shape
