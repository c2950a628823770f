"""What strict readers of PPTX want, and python-pptx leaves out or keeps from its template."""

from __future__ import annotations

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation


def complete(made: Presentation) -> None:
    """Say the slides' size alone, and list the master of the notes.

    The template's ``type`` of size is that of 4:3, whatever the size is; and a master of notes that the
    presentation has but does not list makes Keynote refuse the file (ECMA-376 part 1, 19.2.1.22, 19.2.1.39).
    """
    root = made.part._element
    if "type" in (size := root.find(qn("p:sldSz"))).attrib:
        del size.attrib["type"]
    notes = [
        relation.rId
        for relation in made.part.rels.values()
        if relation.reltype == RELATIONSHIP_TYPE.NOTES_MASTER
    ]
    for found in notes:
        listed = parse_xml(
            f'<p:notesMasterIdLst {nsdecls("p", "r")}><p:notesMasterId r:id="{found}"/></p:notesMasterIdLst>'
        )
        root.find(qn("p:sldMasterIdLst")).addnext(listed)
