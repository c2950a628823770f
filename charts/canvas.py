"""A figure measured in pixels that is filled from top to bottom.

matplotlib's own axes place labels where they find room; a chart that must read
at 330 px and at 720 px places every word itself. The canvas wraps words to the
width, keeps a cursor, and gives the figure its height at the end.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from matplotlib.figure import Figure
from matplotlib.patches import Circle, PathPatch, Polygon, Rectangle
from matplotlib.path import Path

from charts.palette import PALETTE
from charts.style import Layout, font, measure

LEADING = 1.45
# Browsers and print round the widths of letters a little differently.
_FILL = 0.98


@dataclass(frozen=True)
class Run:
    """Words of one style: ``number``, ``head``, ``text`` or ``small``."""

    words: str
    style: str = "text"
    color: str = ""

    def size(self, layout: Layout) -> float:
        """Return the size in pixels."""
        return {"number": layout.number, "small": layout.small}.get(self.style, layout.text)

    @property
    def weight(self) -> int:
        """Return the weight of the font."""
        return 600 if self.style in ("number", "head") else 400

    @property
    def ink(self) -> str:
        """Return the name of the colour."""
        return self.color or ("kit-muted" if self.style == "small" else "kit-ink")

    def tokens(self) -> list[str]:
        """Return the pieces that may stand on different lines; a number stays with its "hơn"."""
        return [self.words] if self.style == "number" else self.words.split()


class Canvas:
    """Draws in pixels from the top left; ``y`` is where the next thing begins."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.width = layout.width
        self.y = 0.0
        self.figure = Figure(figsize=(1, 1), dpi=72)
        self.figure.patch.set_visible(False)
        self._axes = self.figure.add_axes((0, 0, 1, 1))
        self._axes.set_axis_off()

    def finish(self, below: float = 4) -> Figure:
        """Give the figure its size and return it."""
        height = round(self.y + below)
        self.figure.set_size_inches(self.width / 72, height / 72)
        self._axes.set(xlim=(0, self.width), ylim=(height, 0))
        return self.figure

    def gap(self, pixels: float) -> None:
        """Leave room."""
        self.y += pixels

    def write(self, x: float, baseline: float, run: Run, align: str = "left", gid: str | None = None) -> None:
        """Write one line of one style at a place; the cursor stays."""
        self._axes.text(
            x, baseline, run.words, fontproperties=font(run.size(self.layout), run.weight),
            color=PALETTE[run.ink], ha=align, va="baseline", parse_math=False, gid=gid,
        )  # fmt: skip

    def measure(self, run: Run) -> float:
        """Return the width of a run on one line."""
        return measure(run.words, run.size(self.layout), run.weight)

    def paragraph(self, *runs: Run, x: float = 0, width: float | None = None) -> None:
        """Write runs as wrapped lines and move the cursor below them."""
        for line in self.lines(runs, width or self.width - x):
            tall = max(run.size(self.layout) for run in line)
            baseline, left = self.y + tall * 1.12, x
            for run in line:
                self.write(left, baseline, run)
                left += self.measure(run) + self._space(run)
            self.y += tall * LEADING

    def lines(self, runs: Iterable[Run], width: float) -> list[list[Run]]:
        """Break runs into lines no wider than ``width``."""
        lines: list[list[Run]] = [[]]
        used = 0.0
        for run in runs:
            for token in run.tokens():
                piece = Run(token, run.style, run.color)
                size = self.measure(piece)
                if lines[-1] and used + size > width * _FILL:
                    lines.append([])
                    used = 0.0
                _append(lines[-1], piece)
                used += size + self._space(piece)
        return [line for line in lines if line]

    def _space(self, run: Run) -> float:
        # The width between two words; measured by difference, since a lone space has no ink.
        return measure("n n", run.size(self.layout), run.weight) - measure(
            "nn", run.size(self.layout), run.weight
        )

    def rule(self, color: str = "kit-line") -> None:
        """Draw a thin line across and move below it."""
        self.line([(0, self.y + 0.5), (self.width, self.y + 0.5)], color)
        self.y += 1

    def line(self, points: list[tuple[float, float]], color: str, width: float = 1, gid: str | None = None):
        """Draw a line through points."""
        patch = PathPatch(Path(points), fill=False, edgecolor=PALETTE[color], linewidth=width, gid=gid)
        self._add(patch)

    def dashes(self, points: list[tuple[float, float]], color: str) -> None:
        """Draw a dashed line through points."""
        self._add(
            PathPatch(Path(points), fill=False, edgecolor=PALETTE[color], linewidth=1, linestyle=(0, (3, 3)))
        )

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: str,
        edge: str = "",
        gid: str | None = None,
    ) -> None:
        """Draw a rectangle, with an outline inside its bounds when ``edge`` is given."""
        inset = 0.75 if edge else 0
        self._add(
            Rectangle(
                (x + inset, y + inset), width - 2 * inset, height - 2 * inset, facecolor=_paint(fill),
                edgecolor=_paint(edge), linewidth=1.5 if edge else 0, gid=gid,
            )
        )  # fmt: skip

    def boxes(
        self,
        corners: list[tuple[float, float, float, float]],
        fill: str,
        edge: str = "",
        gid: str | None = None,
    ) -> None:
        """Draw many rectangles ``(x, y, width, height)`` as one shape, which keeps the file small."""
        vertices, codes = [], []
        for x, y, width, height in corners:
            vertices += [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)]
            codes += [Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY]
        self._add(
            PathPatch(
                Path(vertices, codes), facecolor=_paint(fill), gid=gid,
                edgecolor=_paint(edge), linewidth=1.5 if edge else 0,
            )
        )  # fmt: skip

    def dot(
        self, x: float, y: float, radius: float, fill: str, edge: str = "", gid: str | None = None
    ) -> None:
        """Draw a circle."""
        self._add(
            Circle(
                (x, y), radius, facecolor=_paint(fill), gid=gid,
                edgecolor=_paint(edge), linewidth=2 if edge else 0,
            )
        )  # fmt: skip

    def polygon(self, points: list[tuple[float, float]], fill: str, gid: str | None = None) -> None:
        """Draw a filled polygon."""
        self._add(Polygon(points, facecolor=_paint(fill), edgecolor="none", linewidth=0, gid=gid))

    def chevron(
        self, x: float, middle: float, color: str, height: float = 14, gid: str | None = None
    ) -> None:
        """Draw the sign of "hơn" (an open arrow head) with its left edge at ``x``."""
        half = height / 2
        self.line([(x, middle - half), (x + half * 0.8, middle), (x, middle + half)], color, 2.5, gid)

    def _add(self, patch) -> None:
        patch.set_clip_on(False)
        self._axes.add_patch(patch)


def _paint(name: str) -> str:
    return PALETTE[name] if name else "none"


def _append(line: list[Run], piece: Run) -> None:
    last = line[-1] if line else None
    if last and (last.style, last.color) == (piece.style, piece.color) and piece.style != "number":
        line[-1] = Run(f"{last.words} {piece.words}", last.style, last.color)
    else:
        line.append(piece)
