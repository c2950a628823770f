"""The strings of Python code."""

from __future__ import annotations

import ast
from collections.abc import Iterator


def shown(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield line and text of every string; one that stands alone as a statement, as a docstring, is shown to nobody."""
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone:
            yield node.lineno, node.value
