"""Private names of Voila and Jupyter that the server leans on: few, each with its reason, and all still there."""

from __future__ import annotations

import ast
import importlib
import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest
from jupyter_client.multikernelmanager import MultiKernelManager
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection
from voila.app import Voila
from voila.notebook_renderer import NotebookRenderer

import server

BORROWED = {
    "_kernels": (MultiKernelManager, "get_kernel raises for a kernel that has just ended"),
    "_pending_kernels": (MultiKernelManager, "a kernel whose start failed would be waited for at the end"),
    "_jinja_kernel_start": (NotebookRenderer, "connects the executor to a kernel that we started"),
    "_on_zmq_reply": (ZMQChannelsWebsocketConnection, "the code that runs is not sent to browsers"),
    "_handle_signal_stop": (Voila, "Ctrl-C and SIGTERM stop in one good order"),
}
FOLDER = Path(server.__file__).parent
MODULES = ["server.app", *(f"server.live.{path.stem}" for path in sorted(FOLDER.glob("live/[a-z]*.py")))]


@pytest.mark.parametrize("name", BORROWED)
def test_a_borrowed_name_is_still_there(name: str) -> None:
    owner, reason = BORROWED[name]
    assert hasattr(owner, name), f"{owner.__name__}.{name} is gone; it was needed: {reason}"


def private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


def used() -> Iterator[str]:
    """Yield every private name that the server uses and does not define."""
    nodes = [node for path in FOLDER.rglob("*.py") for node in ast.walk(ast.parse(path.read_text("utf-8")))]
    own = {
        node.name for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
    }
    own |= {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    for node in nodes:
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            own.add(node.attr)
    for node in nodes:
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "os":
            continue
        names = [node.attr] if isinstance(node, ast.Attribute) else []
        if isinstance(node, ast.ImportFrom):
            names = [*node.module.split("."), *(alias.name for alias in node.names)]
        yield from (name for name in names if private(name) and name not in own)


def overridden() -> Iterator[str]:
    """Yield every private name of a class of ours that a class of others has, too."""
    for module in map(importlib.import_module, MODULES):
        for _, kind in inspect.getmembers(module, inspect.isclass):
            others = [base for base in kind.__mro__[1:] if not base.__module__.startswith("server")]
            if kind.__module__ == module.__name__:
                methods = [name for name, value in vars(kind).items() if inspect.isfunction(value)]
                yield from (
                    name for name in methods if private(name) and any(hasattr(base, name) for base in others)
                )


def test_no_other_name_is_borrowed() -> None:
    assert {*used(), *overridden()} == {*BORROWED}
