"""What was mended, read or found at odds in copying the sources, one kind at a time."""

from __future__ import annotations

from course import Course, resolve
from course.citations import cite
from course.models import Correction
from shown.model import Block, bullets, em, label, table, words
from shown.piece import Piece


class Corrections:
    """The cells that show ``corrections.yml``, the same in a session as on a page of their own."""

    course: Course

    def corrections(self) -> Piece:
        """Show where the sources disagree, and what the kit does about it."""
        return self._told("conflict", "corrections")

    def readings(self) -> Piece:
        """Show how the kit reads words of the sources that can be read otherwise."""
        return self._told("reading", "readings")

    def slips(self) -> Piece:
        """Show what the scan misread, one table for each source, folded away."""
        return self._compared("slip", "slips", "Chỗ bản quét nhận dạng sai")

    def spellings(self) -> Piece:
        """Show what is written, or ordered, in one way throughout, one table for each source, folded away."""
        return self._compared("spelling", "spellings", "Cách viết được thống nhất")

    def _of(self, kind: str) -> list[Correction]:
        return [entry for entry in self.course.corrections.values() if entry.kind == kind]

    def _told(self, kind: str, style: str) -> Piece:
        lines = [
            words(f"{resolve(self.course, entry.note)} ", em(f"({cite(self.course, entry)})"))
            for entry in self._of(kind)
        ]
        return Piece(bullets(*lines), kind=style)

    def _compared(self, kind: str, style: str, fold: str) -> Piece:
        rows: dict[str, list[list[str]]] = {}
        for entry in self._of(kind):
            row = ["; ".join(map(_quoted, entry.reads)), self._written(entry), entry.place]
            rows.setdefault(entry.source, []).append(row)
        parts: list[Block] = []
        for name, found in rows.items():
            listed = table(["Nguồn ghi", "Bộ tài liệu viết", "Nơi ghi"], found)
            parts += [label(self.course.sources[name].short), listed]
        return Piece(*parts, kind=style, fold=f"{fold}: {sum(map(len, rows.values()))} chỗ")

    def _written(self, entry: Correction) -> str:
        meant = resolve(self.course, entry.meant)
        return _quoted(meant) if entry.kind == "slip" and len(entry.reads) == 1 else meant


def _quoted(text: str) -> str:
    """Put words between quotation marks, unless they have marks of their own."""
    return text if set(text) & set('“”"') else f"“{text}”"
