"""Diagrams for slides: few words, large letters, and what is drawn in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from charts import frames
from charts.canvas import LEADING, Canvas, Run
from charts.icons import icon
from charts.palette import PALETTE
from charts.style import SLIDE, to_svg
from course import resolve
from course.citations import cite

if TYPE_CHECKING:
    from course import Course
    from course.diagrams import Around, Nested, Route, Stop
    from course.models import Book

_PADDING = 14
_ICON = 56
# An icon with its left upper corner.
Placed = tuple[str, float, float]


@dataclass(frozen=True)
class Drawn:
    """A diagram: its drawing, what is drawn in words, and where its matter stands; no source for the kit's own."""

    title: str
    svg: str
    alt: str
    sources: tuple[str, ...] = ()


def diagram(course: Course, name: str) -> Drawn:
    """Return the diagram called ``name``.

    Raises
    ------
    LookupError
        When there is no such diagram; the message lists those that exist.
    """
    if name not in course.diagrams:
        raise LookupError(f"charts: no diagram {name!r}; there are: {', '.join(course.diagrams)}")
    entry = course.diagrams[name]
    return _DRAWINGS[entry.draws.kind](course, entry.title, entry.draws)


def _around(course: Course, title: str, entry: Around) -> Drawn:
    group = course.groups[entry.group]
    titles = [resolve(course, item.title) for item in group.items]
    canvas = Canvas(SLIDE)
    width, height, below = 330.0, 128.0, 92.0
    rows = (len(titles) + 1) // 2
    bottom = rows * height + (rows - 1) * below
    middle = (canvas.width / 2, bottom / 2)
    placed: list[Placed] = []
    corners = [((at % 2) * (canvas.width - width), (at // 2) * (height + below)) for at in range(len(titles))]
    for x, y in corners:
        canvas.line([middle, (x + width / 2, y + height / 2)], "kit-gold", 4)
    for (x, y), words, name in zip(corners, titles, entry.icons, strict=False):
        canvas.box(x, y, width, height, "kit-surface", "kit-red")
        placed.append((name, x + 20, y + (height - _ICON) / 2))
        _middle(canvas, [Run(words, "number")], x + 40 + _ICON, y, width - 56 - _ICON, height)
    canvas.box(middle[0] - 130, middle[1] - 44, 260, 88, "kit-red")
    _centred(canvas, resolve(course, entry.core), middle, 200)
    canvas.y = bottom
    alt = f"Ở giữa: {resolve(course, entry.core)}. Xung quanh, nối với ô giữa: {', '.join(titles)}."
    return Drawn(title, _svg(canvas, placed), alt, (cite(course, group, group.place),))


def _nested(course: Course, title: str, entry: Nested) -> Drawn:
    frame = frames.facts(course, entry.rows)
    rows = list(frame.itertuples())
    (outer,) = [row for row in rows if any(one.parent == row.id for one in rows) and not row.parent]
    inner = next(row for row in rows if row.parent == outer.id)
    parts = [row for row in rows if row.parent == inner.id]
    others = [row for row in rows if not row.parent and row.id != outer.id]
    canvas = Canvas(SLIDE)
    wide = 600.0 if others else canvas.width
    height = 372.0
    canvas.box(0, 0, wide, height, "kit-raised", "kit-muted")
    canvas.y = 8
    canvas.paragraph(Run(outer.number, "number"), Run(outer.phrase), x=_PADDING, width=wide - 2 * _PADDING)
    top = canvas.y + 8
    canvas.box(_PADDING, top, wide - 2 * _PADDING, height - top - _PADDING, "kit-gold-soft", "kit-gold")
    canvas.y = top + 6
    canvas.paragraph(
        Run(inner.number, "number"), Run(inner.phrase), x=2 * _PADDING, width=wide - 4 * _PADDING
    )
    begin, gap = canvas.y + 6, 12
    size = (wide - 4 * _PADDING - gap * (len(parts) - 1)) / max(1, len(parts))
    for at, row in enumerate(parts):
        x = 2 * _PADDING + at * (size + gap)
        canvas.box(
            x, begin, size, height - begin - 2 * _PADDING, "kit-surface", "kit-red", gid=f"area:{row.id}"
        )
        canvas.y = begin + 4
        canvas.paragraph(Run(row.number, "number"), Run(row.phrase), x=x + 10, width=size - 18)
    canvas.y = 0
    for row in others:
        _apart(canvas, row, resolve(course, entry.apart or ""), wide + 24)
    canvas.y = height
    said = [f"{row.number} {row.phrase}" for row in parts]
    alt = f"Ô lớn: {outer.number} {outer.phrase}. Trong ô ấy: {inner.number} {inner.phrase}."
    alt += f" Trong ô nhỏ hơn: {'; '.join(said)}." if said else ""
    alt += "".join(f" Ô đứng riêng, không nằm trong ô nào: {row.number} {row.phrase}." for row in others)
    return Drawn(title, _svg(canvas, []), alt, tuple(dict.fromkeys(frame["source"])))


def _apart(canvas: Canvas, row: Any, why: str, x: float) -> None:
    top, width = canvas.y, canvas.width - x
    canvas.y += 8
    runs = [Run(row.number, "number"), Run(row.phrase)]
    canvas.paragraph(*runs, x=x + 12, width=width - 20)
    if why:
        canvas.gap(6)
        canvas.paragraph(Run(why, "small"), x=x + 12, width=width - 20)
    bottom = canvas.y + 8
    corners = [(x, top), (x + width, top), (x + width, bottom), (x, bottom), (x, top)]
    canvas.dashes(corners, "kit-red")
    canvas.y = bottom + 12


def _route(course: Course, title: str, entry: Route) -> Drawn:
    stops = [(resolve(course, stop.title), resolve(course, stop.says), stop) for stop in entry.stops]
    canvas = Canvas(SLIDE)
    between = 30.0
    width = (canvas.width - between * (len(stops) - 1)) / len(stops)
    placed: list[Placed] = []
    bottoms = [_stop(canvas, stop, at * (width + between), width, placed) for at, stop in enumerate(stops)]
    height = max(bottoms)
    for at in range(len(stops)):
        x = at * (width + between)
        canvas.line([(x, 0), (x + width, 0), (x + width, height), (x, height), (x, 0)], "kit-red", 1.5)
        if at:
            canvas.chevron(x - between / 2 - 6, height / 2, "kit-red", 26)
    canvas.y = height
    told = "; ".join(f"{name}: {says}" for name, says, _ in stops)
    return Drawn(title, _svg(canvas, placed), f"Các ô nối tiếp nhau từ trái sang phải. {told}")


def _stop(canvas: Canvas, stop: tuple[str, str, Stop], x: float, width: float, placed: list[Placed]) -> float:
    name, says, entry = stop
    placed.append((entry.icon, x + 14, 14))
    canvas.y = 14 + _ICON + 8
    canvas.paragraph(Run(name, "head", "kit-red"), x=x + 14, width=width - 22)
    canvas.gap(6)
    canvas.paragraph(Run(says), x=x + 14, width=width - 22)
    return canvas.y + 10


def cover(course: Course, book: Book) -> Drawn:
    """Draw the cover of a book, with its title on it, and its author beside it; a drawing of our own."""
    canvas = Canvas(SLIDE)
    x, width, height = 30.0, 420.0, 392.0
    canvas.box(x + 10, 10, width, height, "kit-line")
    canvas.box(x, 0, width, height, "kit-red")
    canvas.box(x, 0, 22, height, "kit-red-strong")
    canvas.box(x + 44, 24, width - 66, 4, "kit-gold-soft")
    canvas.box(x + 44, height - 28, width - 66, 4, "kit-gold-soft")
    title = resolve(course, book.title)
    _middle(canvas, [Run(title, "head", "kit-surface")], x + 48, 24, width - 74, height - 48)
    _middle(
        canvas, [Run(resolve(course, book.author))], x + width + 60, 0, canvas.width - x - width - 70, height
    )
    canvas.y = height + 10
    alt = f"Hình vẽ bìa một cuốn sách màu đỏ, trên bìa có tên sách “{title}”. Bên cạnh ghi: {book.author}."
    return Drawn("Bìa sách", _svg(canvas, []), alt, (cite(course, book),))


def _middle(canvas: Canvas, runs: Sequence[Run], x: float, y: float, width: float, height: float) -> None:
    """Write runs into a box, in the middle of its height."""
    lines = canvas.lines(runs, width)
    tall = sum(max(run.size(canvas.layout) for run in line) * LEADING for line in lines)
    canvas.y = y + (height - tall) / 2
    canvas.paragraph(*runs, x=x, width=width)


def _centred(canvas: Canvas, text: str, middle: tuple[float, float], width: float) -> None:
    """Write a text in the middle of a place, on as many lines as it needs."""
    size = canvas.layout.text
    lines = canvas.lines([Run(text, "head", "kit-surface")], width)
    top = middle[1] - len(lines) * size * 1.3 / 2
    for at, (run,) in enumerate(lines):
        canvas.write(middle[0], top + size * (1.02 + 1.3 * at), run, align="center")


def _svg(canvas: Canvas, placed: Sequence[Placed]) -> str:
    """Return the drawing with its icons, which matplotlib does not draw."""
    drawn = to_svg(canvas.finish())
    icons = "".join(
        f'<svg x="{x:g}" y="{y:g}" width="{_ICON}" height="{_ICON}" viewBox="0 0 24 24" fill="none" '
        f'stroke="{PALETTE["kit-red"]}" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">'
        f"{icon(name)}</svg>"
        for name, x, y in placed
    )
    return drawn.removesuffix("</svg>") + icons + "</svg>"


_DRAWINGS: dict[str, Any] = {"around": _around, "nested": _nested, "route": _route}
