"""The title layout of the PPTX: a quiet ground, a red bar at the left edge, the course's name above."""

from __future__ import annotations

from typing import cast

from lxml import etree
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.shapes.placeholder import LayoutPlaceholder
from pptx.slide import SlideLayout

from slides.paper.pdf import HEIGHT, SIZES

# Number of the place that holds the course's name.
COURSE_PLACE = 13
_POINT = 12700
_NAMES = nsdecls("p", "a")
_GROUND = f"""<p:bg {_NAMES}>
  <p:bgPr><a:solidFill><a:schemeClr val="bg2"/></a:solidFill><a:effectLst/></p:bgPr>
</p:bg>"""
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
      <a:defRPr sz="2100" b="1"><a:solidFill><a:schemeClr val="accent2"/></a:solidFill></a:defRPr>
    </a:lvl1pPr></a:lstStyle>
    <a:p><a:r><a:rPr lang="vi-VN"/><a:t>Khóa học</a:t></a:r></a:p>
  </p:txBody>
</p:sp>"""


def style_cover(layout: SlideLayout) -> None:
    """Give the title layout its look; title and text grow from the middle up and down."""
    layout._element.cSld.insert(0, parse_xml(_GROUND))
    tree = layout.shapes._spTree
    # First, so that it lies behind everything else; two children of the tree are not shapes.
    tree.insert(2, parse_xml(_BAR))
    tree.append(parse_xml(_COURSE))
    title = cast(LayoutPlaceholder, layout.placeholders[0])
    title.text_frame._txBody.bodyPr.set("anchor", "b")
    level = etree.SubElement(title.text_frame._txBody.find(qn("a:lstStyle")), qn("a:lvl1pPr"))
    etree.SubElement(level, qn("a:defRPr"), sz=str(SIZES["cover"] * 100))
