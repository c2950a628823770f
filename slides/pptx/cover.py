"""The layouts of kinds of slides in a PPTX: their ground, and their title's size and colour; the cover's bar."""

from __future__ import annotations

from typing import cast

from lxml import etree
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.shapes.placeholder import LayoutPlaceholder
from pptx.slide import SlideLayout

from charts.palette import PALETTE
from slides.deck.kinds import Look
from slides.paper.pdf import HEIGHT

# Number of the place that holds the course's name.
COURSE_PLACE = 13
_POINT = 12700
_NAMES = nsdecls("p", "a")
_GROUND = """<p:bg {names}>
  <p:bgPr><a:solidFill>{colour}</a:solidFill><a:effectLst/></p:bgPr>
</p:bg>"""
# Colours of the theme; the palette has others.
_THEME = {"ground": "bg2", "red": "accent1", "surface": "bg1"}
_BAR = f"""<p:sp {_NAMES}>
  <p:nvSpPr><p:cNvPr id="101" name="Vạch đỏ"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>
  <p:spPr>
    <a:xfrm><a:off x="0" y="0"/><a:ext cx="{16 * _POINT}" cy="{HEIGHT * _POINT}"/></a:xfrm>
    <a:prstGeom prst="rect"><a:avLst/></a:prstGeom>
    <a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/></a:ln>
  </p:spPr>
</p:sp>"""
_COURSE = f"""<p:sp {_NAMES}>
  <p:nvSpPr>
    <p:cNvPr id="102" name="Khóa học"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>
    <p:nvPr><p:ph type="body" sz="quarter" idx="{COURSE_PLACE}"/></p:nvPr>
  </p:nvSpPr>
  <p:spPr><a:xfrm><a:off x="{96 * _POINT}" y="{72 * _POINT}"/>
    <a:ext cx="{768 * _POINT}" cy="{32 * _POINT}"/></a:xfrm></p:spPr>
  <p:txBody>
    <a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"/>
    <a:lstStyle><a:lvl1pPr marL="0" indent="0"><a:buNone/>
      <a:defRPr sz="2600" b="1"><a:solidFill><a:schemeClr val="accent2"/></a:solidFill></a:defRPr>
    </a:lvl1pPr></a:lstStyle>
    <a:p><a:r><a:rPr lang="vi-VN"/><a:t>Khóa học</a:t></a:r></a:p>
  </p:txBody>
</p:sp>"""


def style(layout: SlideLayout, look: Look) -> None:
    """Give a layout its ground, and its title the size and the colour of its kind."""
    layout._element.cSld.insert(0, parse_xml(_GROUND.format(names=_NAMES, colour=_colour(look.ground))))
    title = cast(LayoutPlaceholder, layout.placeholders[0])
    level = etree.SubElement(title.text_frame._txBody.find(qn("a:lstStyle")), qn("a:lvl1pPr"))
    run = etree.SubElement(level, qn("a:defRPr"), sz=str(look.title * 100))
    slot = "bg1" if look.ground == "red" else "accent2" if look.quiet else "tx2"
    etree.SubElement(etree.SubElement(run, qn("a:solidFill")), qn("a:schemeClr"), val=slot)


def _colour(name: str) -> str:
    if name in _THEME:
        return f'<a:schemeClr val="{_THEME[name]}"/>'
    return f'<a:srgbClr val="{PALETTE[f"kit-{name}"].lstrip("#").upper()}"/>'


def style_cover(layout: SlideLayout) -> None:
    """Give the title layout its bar and the place of the course's name; the title stands below that."""
    tree = layout.shapes._spTree
    # First, so that it lies behind everything else; two children of the tree are not shapes.
    tree.insert(2, parse_xml(_BAR))
    tree.append(parse_xml(_COURSE))
