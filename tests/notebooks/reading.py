"""Reads notebooks the way the tests look at them: cells, slides, and what the code calls."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "notebooks"
# The sessions; the notebooks without a number are tools.
NAMES = sorted(path.name for path in FOLDER.glob("[0-9]*.ipynb"))
TOOLS = sorted({path.name for path in FOLDER.glob("*.ipynb")} - set(NAMES))
SLIDE_TYPES = ("slide", "subslide", "-", "skip", "notes")


def read(name: str) -> dict:
    """Return a notebook as it is written."""
    return json.loads((FOLDER / name).read_text("utf-8"))


def source(cell: dict) -> str:
    """Return a cell's text."""
    return "".join(cell["source"])


def slide_type(cell: dict) -> str | None:
    """Return what a cell is on the slides."""
    return cell["metadata"].get("slideshow", {}).get("slide_type")


def cells(notebook: dict, kind: str) -> list[dict]:
    """Return the cells of one type."""
    return [cell for cell in notebook["cells"] if cell["cell_type"] == kind]


def slides(notebook: dict) -> list[list[dict]]:
    """Return the cells of each slide, its notes included and what is not on slides left out."""
    found: list[list[dict]] = []
    for cell in notebook["cells"]:
        if slide_type(cell) in ("slide", "subslide"):
            found.append([])
        if slide_type(cell) != "skip":
            found[-1].append(cell)
    return found


def runs(notebook: dict) -> list[list[list[dict]]]:
    """Return the slides as a room sees them: of what is about one unit's plan alone, a room sees its own."""
    stacks: list[list[list[dict]]] = []
    for slide in slides(notebook):
        if slide_type(slide[0]) == "slide":
            stacks.append([])
        stacks[-1].append(slide)
    about = [_plans_of(stack) for stack in stacks]
    alone = {next(iter(plans)) for plans in about if len(plans) == 1} or {""}
    return [
        [
            slide
            for stack, plans in zip(stacks, about, strict=True)
            if len(plans) != 1 or plan in plans
            for slide in stack
        ]
        for plan in sorted(alone)
    ]


def _plans_of(stack: list[list[dict]]) -> set[str]:
    return {plan for plan, _ in plan_calls({"cells": [cell for slide in stack for cell in slide]})}


def calls(notebook: dict) -> Iterator[tuple[str, str]]:
    """Yield ``(method, first argument)`` of every call of the lesson, in order; "" without argument."""
    for call in _calls(notebook):
        if isinstance(call.func, ast.Attribute) and _is_name(call.func.value, "lesson"):
            yield call.func.attr, _argument(call)


def plan_calls(notebook: dict) -> Iterator[tuple[str, str]]:
    """Yield ``(plan, method)`` of every part of a plan that is shown."""
    plans: dict[str, str] = {}
    for cell in cells(notebook, "code"):
        for node in ast.parse(source(cell)).body:
            if isinstance(node, ast.Assign) and _is_plan(node.value):
                plans[node.targets[0].id] = _argument(node.value)
    for call in _calls(notebook):
        on = call.func.value if isinstance(call.func, ast.Attribute) else None
        if isinstance(on, ast.Name) and on.id in plans:
            yield plans[on.id], call.func.attr
        elif _is_plan(on):
            yield _argument(on), call.func.attr


def _calls(notebook: dict) -> Iterator[ast.Call]:
    for cell in cells(notebook, "code"):
        yield from (node for node in ast.walk(ast.parse(source(cell))) if isinstance(node, ast.Call))


def _is_plan(node: ast.AST | None) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "plan"


def _is_name(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def _argument(call: ast.Call) -> str:
    return ast.literal_eval(call.args[0]) if call.args else ""
