"""A Word paper in the form of a Party document: head, kind and summary, headings, dotted lines, tables, signatures.

Places and sizes of letters are those of guidance 36-HD/VPTW of 03/04/2018; margins are custom, and so settings.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from dataclasses import dataclass

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Length, Mm, Pt
from docx.text.paragraph import Paragraph

from course.office_file import steady
from meetings import tables, word
from meetings.tables import CENTRE, JUSTIFIED, LEFT, line
from meetings.wording import GAP, SHORT_GAP, in_full

PAGE = Mm(210), Mm(297)
TEXT, HEAD, RECIPIENTS = Pt(14), Pt(15), Pt(12)
PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM".replace(" ", "\N{NO-BREAK SPACE}")
# As wide as :data:`PARTY` in Times New Roman, bold, of 15 points: so long is the line below it.
_PARTY_WIDTH = Mm(74)
_CELL_MARGINS = Mm(3.8)
# Lines for a hand and a seal.
_HAND_LINES = 4


@dataclass(frozen=True)
class Layout:
    """What a unit may choose: margins in millimetres, and for whom the chair signs."""

    top: float = 20
    bottom: float = 20
    left: float = 30
    right: float = 15
    behalf: str = "T/M CHI BỘ"


class Paper:
    """A document that grows from its head to its signatures.

    Parameters
    ----------
    title
        In the file's properties.
    layout
        Margins.
    """

    def __init__(self, title: str, layout: Layout) -> None:
        self.document = docx.Document()
        self.layout = layout
        section = self.document.sections[0]
        section.page_width, section.page_height = PAGE
        section.top_margin, section.bottom_margin = Mm(layout.top), Mm(layout.bottom)
        section.left_margin, section.right_margin = Mm(layout.left), Mm(layout.right)
        self.width = Mm(210 - layout.left - layout.right)
        word.set_up(self.document, title, TEXT)
        word.number_pages(section)

    def head(self, superior: str, unit: str, number: str, locality: str, day: dt.date | None) -> None:
        """Write the bodies and the number on the left, the Party's name, place and day on the right."""
        left, right = tables.columns(self.document, self.width, 0.46)
        line(left, superior.upper() or GAP)
        line(left, unit.upper() or GAP, bold=True)
        line(left, "*")
        line(left, f"Số {number or GAP}")
        line(right, PARTY, bold=True, size=HEAD)
        indent = Length(max(0, ((right.width or 0) - _CELL_MARGINS - _PARTY_WIDTH) // 2))
        word.rule_below(right.paragraphs[-1], indent)
        line(right, f"{locality or SHORT_GAP * 2}, {in_full(day)}", italic=True)

    def title(self, kind: str, summary: str) -> None:
        """Write which kind of document it is, and what of; ``summary`` may be empty."""
        paragraph = self._added(kind, CENTRE, "Title")
        paragraph.paragraph_format.space_before = Pt(18)
        if summary:
            self._added(summary, CENTRE, "Subtitle")

    def heading(self, text: str) -> None:
        """Write the heading of a part."""
        self._added(text, LEFT, "Heading 1")

    def matter(self, text: str) -> None:
        """Write the heading of a matter within a part."""
        self._added(text, LEFT, "Heading 2")

    def text(self, text: str) -> None:
        """Write sentences; each line of ``text`` becomes a paragraph."""
        for sentence in text.splitlines():
            self._added(sentence, JUSTIFIED)

    def labelled(self, label: str, text: str, blanks: int = 1) -> None:
        """Write what stands behind a label; where there is nothing, dotted lines."""
        if text:
            self.text(f"{label}: {text}")
        else:
            self._dotted(f"{label}: ")
            self.blanks(blanks - 1)

    def listed(self, entries: Sequence[str], blanks: int) -> None:
        """Write entries one below the other; where there are none, dotted lines."""
        for entry in entries:
            self.text(f"- {entry}")
        if not entries:
            self.blanks(blanks)

    def blanks(self, count: int) -> None:
        """Write dotted lines from margin to margin."""
        for _ in range(count):
            self._dotted("")

    def table(
        self,
        heads: Sequence[str],
        rows: Sequence[Sequence[str]],
        shares: Sequence[float],
        size: Length = TEXT,
    ) -> None:
        """Write a table whose head stands again on every page.

        Parameters
        ----------
        heads
            Of its columns.
        rows
            As many cells each as there are heads; empty ones are high enough to write in by hand.
        shares
            Of the width, one a column; they make 1 together.
        size
            Of the letters.
        """
        tables.table(self.document, self.width, heads, rows, shares, size)

    def signatures(self, recipients: Sequence[str], *signing: tuple[Sequence[str], str]) -> None:
        """Write who signs, side by side, each on a place for hand and seal, and below whom the paper goes to.

        Parameters
        ----------
        recipients
            After “Nơi nhận”; dotted lines when empty.
        signing
            For each the lines above the hand, such as the office, and the name below it.
        """
        self._added("", LEFT)
        cells = tables.columns(self.document, self.width, *[1 / len(signing)] * (len(signing) - 1))
        most = max(len(above) for above, _ in signing)
        for cell, (above, name) in zip(cells, signing, strict=True):
            for text in above:
                line(cell, text, bold=True)
            for _ in range(most - len(above) + _HAND_LINES):
                line(cell, "")
            line(cell, name or GAP, bold=True)
        word.keep_together(cells)
        self.recipients(recipients)

    def signed(self, recipients: Sequence[str], above: Sequence[str], name: str) -> None:
        """Write whom the paper goes to, and on its right who signs.

        Parameters
        ----------
        recipients, above, name
            As in :meth:`signatures`.
        """
        self._added("", LEFT)
        left, right = cells = tables.columns(self.document, self.width, 0.5)
        line(left, "Nơi nhận:", align=LEFT)
        for recipient in recipients or (GAP, GAP):
            line(left, f"- {recipient}", size=RECIPIENTS, align=LEFT)
        for text in (*above, *[""] * _HAND_LINES, name or GAP):
            line(right, text, bold=True)
        word.keep_together(cells)

    def addressed(self, to: str) -> None:
        """Write whom the paper is addressed to."""
        self._added(f"Kính gửi: {to or GAP * 2}", CENTRE)

    def recipients(self, recipients: Sequence[str]) -> None:
        """Write whom the paper goes to."""
        self._added("Nơi nhận:", LEFT).paragraph_format.keep_with_next = True
        for recipient in recipients or (GAP, GAP):
            word.sized(self._added(f"- {recipient}", LEFT), RECIPIENTS)

    def to_bytes(self) -> bytes:
        """Return the file; the same paper gives the same bytes."""
        buffer = io.BytesIO()
        self.document.save(buffer)
        return steady(buffer.getvalue(), word.DATED)

    def _added(self, text: str, align: WD_ALIGN_PARAGRAPH, style: str = "Normal") -> Paragraph:
        paragraph = self.document.add_paragraph(text, style)
        paragraph.alignment = align
        return paragraph

    def _dotted(self, label: str) -> None:
        paragraph = self._added(f"{label}\t", LEFT)
        stops = paragraph.paragraph_format.tab_stops
        stops.add_tab_stop(self.width, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
