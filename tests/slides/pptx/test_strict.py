"""Files as strict readers want them: the presentation's own part, in the order of its schema."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree
from pptx import Presentation

from slides.pptx.strict import complete

# CT_Presentation, ECMA-376 part 1, 19.2.1.26.
ORDER = [
    "sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst", "sldIdLst", "sldSz", "notesSz", "smartTags",
    "embeddedFontLst", "custShowLst", "photoAlbum", "custDataLst", "kinsoku", "defaultTextStyle", "modifyVerifier",
    "extLst",
]  # fmt: skip


def saved(made) -> tuple[etree._Element, dict[str, str]]:
    """Return the presentation's own part, and where its relations lead."""
    complete(made)
    buffer = io.BytesIO()
    made.save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        relations = etree.fromstring(archive.read("ppt/_rels/presentation.xml.rels"))
        return etree.fromstring(archive.read("ppt/presentation.xml")), {
            one.get("Id"): one.get("Target") for one in relations
        }


@pytest.mark.parametrize("notes", [True, False])
def test_the_master_of_the_notes_is_listed_where_there_is_one(notes: bool) -> None:
    made = Presentation()
    page = made.slides.add_slide(made.slide_layouts[0])
    if notes:
        page.notes_slide.notes_text_frame.text = "Lời dẫn"
    root, relations = saved(made)
    listed = [one.get(one.keys()[0]) for one in root.iter("{*}notesMasterId")]
    assert [relations[one] for one in listed] == (["notesMasters/notesMaster1.xml"] if notes else [])
    found = [etree.QName(node).localname for node in root]
    assert found == [name for name in ORDER if name in found]


def test_a_wide_slide_is_not_said_to_be_of_four_by_three() -> None:
    made = Presentation()
    made.slide_width, made.slide_height = 12_192_000, 6_858_000
    root, _ = saved(made)
    assert dict(root.find("{*}sldSz").attrib) == {"cx": "12192000", "cy": "6858000"}
