"""How long a member reads a session, from the words that its page shows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from course import slideshow
from course.checks.notebook import Notebook
from course.pages import Page
from server.publish.executed import VIEW, Executed
from shown.json import MIME, from_json
from shown.markdown import to_markdown
from shown.model import Block, Bullets, Folded

# Syllables in a minute, as Vietnamese writes them apart; for plain prose read on a screen.
PACE = 200
# A quiz is answered and a chart looked at: most of what their reading forms say is folded away on the page.
_NOT_READ = {"quiz", "review", "figure_explorer", "search", "progress", "flashcards"}


def plan_parts(page: Page, executed: Executed) -> dict[str, tuple[int, int]]:
    """Return the cells of each plan where a page tells several, as slices; a reader follows one of them."""
    found = Notebook(page.notebook, page, executed.notebook, "").plan_parts()
    return found if len(found) > 1 else {}


def minutes(page: Page, executed: Executed) -> int:
    """Return the minutes in which the words of a page are read; of several plans the longest counts."""
    counts = [_words(cell, executed) for cell in executed.notebook["cells"]]
    plans = [sum(counts[begin:end]) for begin, end in plan_parts(page, executed).values()]
    return max(1, round((sum(counts) - sum(plans) + max(plans, default=0)) / PACE))


def _words(cell: dict[str, Any], executed: Executed) -> int:
    if slideshow.slide_type(cell) == "notes" or slideshow.to(cell) == slideshow.WALL:
        return 0
    if cell["cell_type"] == "markdown":
        return _count(cell["source"])
    return sum(_of_output(output["data"], executed) for output in cell["outputs"])


def _of_output(data: dict[str, Any], executed: Executed) -> int:
    shown = data.get(MIME)
    if shown is None or shown["fold"] or shown["kind"].startswith("speaker"):
        return 0
    if (view := data.get(VIEW)) and executed.widgets[view["model_id"]]["module"] in _NOT_READ:
        return 0
    return _count(to_markdown(_open(from_json(shown["blocks"]))))


def _open(blocks: Iterable[Block]) -> list[Block]:
    """Leave out what is folded away."""
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Bullets):
            block = replace(
                block, items=tuple(replace(one, below=tuple(_open(one.below))) for one in block.items)
            )
        if not isinstance(block, Folded):
            found.append(block)
    return found


def _count(text: str) -> int:
    return len(re.findall(r"[^\W_]+(?:[./-][^\W_]+)*", re.sub(r"\]\([^)]*\)", "]", text)))
