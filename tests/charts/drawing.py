"""Reads a drawn figure back: where its texts stand, how long its bars are."""

from __future__ import annotations

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox


def texts(figure: Figure) -> list[Text]:
    """Return every text that holds a letter."""
    return [text for text in figure.findobj(Text) if text.get_text().strip() and text.get_visible()]


def words(figure: Figure) -> str:
    """Return all texts as one string, line by line."""
    return " ".join(text.get_text() for text in texts(figure))


def boxes(figure: Figure) -> list[tuple[str, Bbox]]:
    """Return each text with the room it takes, in pixels from the lower left."""
    canvas = FigureCanvasAgg(figure)
    figure.draw_without_rendering()
    return [(text.get_text(), text.get_window_extent(canvas.get_renderer())) for text in texts(figure)]


def widths(figure: Figure, kind: str) -> dict[str, float]:
    """Return the width in pixels of every mark ``kind:id``."""
    marks = {patch.get_gid(): patch for axes in figure.axes for patch in axes.patches if patch.get_gid()}
    return {
        gid.removeprefix(f"{kind}:"): patch.get_path()
        .transformed(patch.get_patch_transform())
        .get_extents()
        .width
        for gid, patch in marks.items()
        if gid.startswith(f"{kind}:")
    }


def overlapping(figure: Figure) -> list[tuple[str, str]]:
    """Return the pairs of texts that cover each other; Agg rounds letters up, which gives a few pixels."""
    placed = boxes(figure)
    return [
        (one, other)
        for index, (one, box) in enumerate(placed)
        for other, second in placed[index + 1 :]
        if (common := Bbox.intersection(box, second)) is not None and common.width > 5 and common.height > 3
    ]


def outside(figure: Figure) -> list[str]:
    """Return the texts that do not stand wholly inside the figure."""
    width, height = figure.get_size_inches() * figure.dpi
    return [
        text
        for text, box in boxes(figure)
        if box.x0 < -1 or box.y0 < -1 or box.x1 > width + 1 or box.y1 > height + 1
    ]


def squares(figure: Figure) -> dict[str, int]:
    """Return how many squares stand for each fact."""
    marks = [patch for axes in figure.axes for patch in axes.patches]
    return {
        gid.removeprefix("cells:"): len(patch.get_path().vertices) // 5
        for patch in marks
        if (gid := patch.get_gid() or "").startswith("cells:")
    }


def places(figure: Figure, kind: str) -> dict[str, float]:
    """Return the left edge in pixels of every mark ``kind:id``."""
    marks = [patch for axes in figure.axes for patch in axes.patches]
    return {
        gid.removeprefix(f"{kind}:"): patch.get_path()
        .transformed(patch.get_patch_transform())
        .get_extents()
        .x0
        for patch in marks
        if (gid := patch.get_gid() or "").startswith(f"{kind}:")
    }
