"""What ``kit check`` asks of the notebooks, so that an author hears of a slip before a page fails."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from pathlib import Path

import nbformat

from course.course import Course
from course.errors import ContentError
from course.pages import Page, Session

SLIDE_TYPES = ("slide", "subslide", "-", "skip", "notes")
# What a page says that it shows → the method that its notebook calls for it.
METHODS = {
    "book": "book", "plans-in-full": "plan", "documents": "documents", "mixed-quiz": "mixed_quiz",
    "search": "search", "glossary": "glossary", "qa": "qa", "flashcards": "flashcards", "plans": "campaign",
    "progress": "progress",
}  # fmt: skip


def check(course: Course) -> None:
    """Check that every session and tool has a notebook that can become its page.

    Parameters
    ----------
    course
        The course; its sessions and tools name the notebooks.

    Raises
    ------
    ContentError
        At the first notebook that breaks a rule; names file, cell, rule, value.
    """
    for page in course.pages.values():
        name = f"notebooks/{page.notebook}"
        notebook = _read(course.notebook(page), name)
        is_session = page.slug in course.sessions
        for position, cell in enumerate(notebook.cells, start=1):
            _check_cell(name, position, cell, on_slides=is_session)
        _check_opening(name, notebook, f"{'Lesson' if is_session else 'Tools'}({page.slug!r})")
        _check_shown(name, notebook, page)


def _read(path: Path, name: str) -> nbformat.NotebookNode:
    try:
        text = path.read_text("utf-8")
        written = json.loads(text)
        _check_ids(name, [cell.get("id") for cell in written["cells"]])
        nbformat.validate(written)
        return nbformat.reads(text, as_version=4)
    except FileNotFoundError:
        raise ContentError(name, "file", "is missing, though sessions.yml or tools.yml names it") from None
    except json.JSONDecodeError as error:
        rule = f"is not valid JSON ({error.msg}); take back the last change and edit it in JupyterLab"
        raise ContentError(name, f"line {error.lineno}", rule) from None
    except (nbformat.ValidationError, KeyError, AttributeError, TypeError) as error:
        problem = getattr(error, "message", error)
        raise ContentError(name, "file", f"is no valid notebook: {problem}") from None


def _check_ids(name: str, ids: list[str | None]) -> None:
    for position, one in enumerate(ids, start=1):
        if not one or one in ids[: position - 1]:
            raise ContentError(name, f"cell {position}", "must have an id of its own in the notebook", one)


def _check_cell(name: str, position: int, cell: nbformat.NotebookNode, on_slides: bool) -> None:
    place = f"cell {position} ({cell.get('id', 'without id')})"
    kind = cell.metadata.get("slideshow", {}).get("slide_type")
    if on_slides and kind not in SLIDE_TYPES:
        rule = f"metadata.slideshow.slide_type must be one of {', '.join(SLIDE_TYPES)}"
        raise ContentError(name, place, rule, kind)
    if cell.cell_type != "code":
        return
    if cell.outputs or cell.execution_count is not None:
        raise ContentError(name, place, "must be saved without outputs: clear them, or run nbstripout")
    try:
        ast.parse(cell.source)
    except SyntaxError as error:
        raise ContentError(
            name, f"{place}, line {error.lineno}", f"is no valid Python: {error.msg}"
        ) from None


def _check_opening(name: str, notebook: nbformat.NotebookNode, call: str) -> None:
    """Hold the first code cell to opening the page's own content; a copied notebook names another's."""
    found = [ast.unparse(node) for node in _calls(notebook) if ast.unparse(node.func) in ("Lesson", "Tools")]
    if found != [call]:
        raise ContentError(name, "first code cell", f"must call {call} once", found)


def _check_shown(name: str, notebook: nbformat.NotebookNode, page: Page) -> None:
    """Hold a page to what it says that it shows: links and search results lead there."""
    methods = [node for node in _calls(notebook) if isinstance(node.func, ast.Attribute)]
    called = {node.func.attr for node in methods}
    for what in page.shows:
        if METHODS[what] not in called:
            rule = f"one must call .{METHODS[what]}(), because the page's entry says `shows: {what}`"
            raise ContentError(name, "code cells", rule)
    if not isinstance(page, Session):
        return
    said = {(node.func.attr, ast.unparse(one)) for node in methods for one in node.args}
    for field, method in (("lists", "cards"), ("figures", "figure"), ("reviews", "recap")):
        for wanted in getattr(page, field):
            if (method, repr(wanted)) not in said:
                rule = f"one must call .{method}({wanted!r}), because `{field}` in sessions.yml names it"
                raise ContentError(name, "code cells", rule)


def _calls(notebook: nbformat.NotebookNode) -> Iterator[ast.Call]:
    for cell in notebook.cells:
        if cell.cell_type == "code":
            yield from (node for node in ast.walk(ast.parse(cell.source)) if isinstance(node, ast.Call))
