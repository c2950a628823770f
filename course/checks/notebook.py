"""A notebook as rules look at it: cells, slides, and what its code calls."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeGuard, cast

import nbformat

from course import slideshow, texts
from course.errors import ContentError
from course.pages import Page, Session
from course.slideshow import BEGINNINGS


@dataclass(frozen=True)
class Cell:
    """A cell; ``number`` counts from 1."""

    number: int
    written: dict[str, Any]

    @property
    def id(self) -> str:
        """Its id, "" without one."""
        return self.written.get("id") or ""

    @property
    def place(self) -> str:
        """What messages call it."""
        return f"cell {self.number} ({self.id or 'without id'})"

    @property
    def source(self) -> str:
        """Its text."""
        source = self.written["source"]
        return source if isinstance(source, str) else "".join(source)

    @property
    def words(self) -> str:
        """Its text as people read it: of a link to a notebook the words alone."""
        return re.sub(r"\]\([^)\s]*\.ipynb[^)\s]*\)", "]", self.source)

    @property
    def is_code(self) -> bool:
        """Whether it is Python."""
        return self.written["cell_type"] == "code"

    @property
    def is_markdown(self) -> bool:
        """Whether it is text."""
        return self.written["cell_type"] == "markdown"

    @property
    def slide_type(self) -> str | None:
        """What it says that it is on the slides."""
        return slideshow.slide_type(self.written)

    @property
    def title(self) -> str:
        """What it says that its slide's title is, where that is not its heading."""
        return slideshow.title(self.written)

    @property
    def minutes(self) -> Any:
        """How long it says that its slide takes, as written."""
        return slideshow.minutes(self.written)

    @cached_property
    def tree(self) -> ast.Module:
        """Its code; empty where it is no code, or no valid one."""
        try:
            return ast.parse(self.source if self.is_code else "")
        except SyntaxError:
            return ast.Module([], [])


Slide = list[Cell]


@dataclass(frozen=True)
class Notebook:
    """The notebook of a session or tool.

    Attributes
    ----------
    name
        Path in the course's folder, as messages name it.
    page
        The session or tool.
    written
        nbformat's JSON.
    text
        The file as it is.
    """

    name: str
    page: Page
    written: dict[str, Any]
    text: str

    @cached_property
    def cells(self) -> list[Cell]:
        """All cells in their order."""
        return [Cell(number, cell) for number, cell in enumerate(self.written["cells"], start=1)]

    @property
    def code(self) -> list[Cell]:
        """The cells of Python."""
        return [cell for cell in self.cells if cell.is_code]

    @property
    def is_session(self) -> bool:
        """Whether it is a session's: only those have slides."""
        return isinstance(self.page, Session)

    @property
    def session(self) -> Session:
        """The page of a notebook that :attr:`is_session`."""
        return cast(Session, self.page)

    @cached_property
    def slides(self) -> list[Slide]:
        """The cells of each slide, its notes included; what is skipped or precedes all slides is left out."""
        found: list[Slide] = []
        for cell in self.cells:
            if cell.slide_type in BEGINNINGS:
                found.append([])
            if found and cell.slide_type != "skip":
                found[-1].append(cell)
        return found

    def runs(self) -> list[list[Slide]]:
        """Return the slides as rooms see them: of what is about one unit's plan alone, a room sees its own."""
        stacks: list[list[Slide]] = []
        for slide in self.slides:
            if slide[0].slide_type == "slide" or not stacks:
                stacks.append([])
            stacks[-1].append(slide)
        about = [self._plans_of(stack) for stack in stacks]
        alone = {next(iter(plans)) for plans in about if len(plans) == 1} or {""}
        both = list(zip(stacks, about, strict=True))
        return [
            [slide for stack, plans in both if len(plans) != 1 or plan in plans for slide in stack]
            for plan in sorted(alone)
        ]

    def plan_parts(self) -> dict[str, tuple[int, int]]:
        """Return what is about one unit's plan alone, by the plan: the cells after its heading, as a slice."""
        begins = [place for place, cell in enumerate(self.cells) if cell.slide_type == "slide"]
        called = [(cell.number - 1, plan) for cell, plan, _ in self.plan_calls()]
        found = {}
        for begin, end in pairwise([*begins, len(self.cells)]):
            plans = {plan for place, plan in called if begin <= place < end}
            if len(plans) == 1:
                found[plans.pop()] = (begin + 1, end)
        return found

    def _plans_of(self, stack: list[Slide]) -> set[str]:
        shown = {id(cell) for slide in stack for cell in slide}
        return {plan for cell, plan, _ in self.plan_calls() if id(cell) in shown}

    def calls(self, on: str = "lesson") -> Iterator[tuple[Cell, str, str]]:
        """Yield ``(cell, method, first argument)`` of every call of the lesson; "" without a plain argument."""
        for cell, call in self._calls():
            if isinstance(call.func, ast.Attribute) and _is_name(call.func.value, on):
                yield cell, call.func.attr, _argument(call)

    def shown(self) -> set[tuple[str, str]]:
        """Return ``(method, first argument)`` of what the lesson shows."""
        return {(method, argument) for _, method, argument in self.calls()}

    def plan_calls(self) -> Iterator[tuple[Cell, str, str]]:
        """Yield ``(cell, plan, method)`` of every part of a plan that is shown."""
        plans: dict[str, str] = {}
        for cell in self.code:
            for node in cell.tree.body:
                if isinstance(node, ast.Assign) and _is_plan(node.value):
                    plans |= {ast.unparse(target): _argument(node.value) for target in node.targets}
        for cell, call in self._calls():
            if not isinstance(call.func, ast.Attribute):
                continue
            on = call.func.value
            if isinstance(on, ast.Name) and on.id in plans:
                yield cell, plans[on.id], call.func.attr
            elif _is_plan(on):
                yield cell, _argument(on), call.func.attr

    def _calls(self) -> Iterator[tuple[Cell, ast.Call]]:
        for cell in self.code:
            yield from ((cell, node) for node in ast.walk(cell.tree) if isinstance(node, ast.Call))


def _is_plan(node: ast.AST) -> TypeGuard[ast.Call]:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "plan"


def _is_name(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def _argument(call: ast.Call) -> str:
    first = call.args[0] if call.args else None
    return first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else ""


def read(path: Path, page: Page) -> Notebook:
    """Read the notebook of a page.

    Raises
    ------
    ContentError
        When there is none, or it is no valid notebook.
    """
    name = f"notebooks/{page.notebook}"
    text = texts.read_composed(path, name, "is missing, though sessions.yml or tools.yml names it")
    try:
        written = json.loads(text)
        _check_ids(name, [cell.get("id") for cell in written["cells"]])
        nbformat.validate(written)
    except json.JSONDecodeError as error:
        rule = "is not valid JSON ({problem}); take back the last change and edit it in JupyterLab"
        raise ContentError(name, f"line {error.lineno}", rule, terms={"problem": error.msg}) from None
    except (nbformat.ValidationError, KeyError, AttributeError, TypeError) as error:
        problem = getattr(error, "message", error)
        rule = "is no valid notebook: {problem}"
        raise ContentError(name, "file", rule, terms={"problem": problem}) from None
    return Notebook(name, page, written, text)


def _check_ids(name: str, ids: list[str | None]) -> None:
    for position, one in enumerate(ids, start=1):
        if not one or one in ids[: position - 1]:
            raise ContentError(name, f"cell {position}", "must have an id of its own in the notebook", one)
