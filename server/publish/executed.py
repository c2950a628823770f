"""What a session's notebook shows, once it is executed: the one thing that pages, decks and prints are made from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from shown.json import MIME as SHOWN
from widgets.modules import module_of

STATES = "application/vnd.jupyter.widget-state+json"
VIEW = "application/vnd.jupyter.widget-view+json"
# Slides have drawings of their own, and charts of their own from the values: the page need not carry them.
_NOT_ON_PAGES = {"slides", "bars"}
# The widgets' own state, without what only a kernel's front end needs.
_FOREIGN = {"layout", "tabbable", "tooltip", "_esm", "_css"}
# What other libraries' outputs can show.
_OTHERS = ("text/html", "image/svg+xml", "text/markdown", "text/plain")


@dataclass(frozen=True)
class Executed:
    """An executed notebook.

    Attributes
    ----------
    notebook
        nbformat's JSON: outputs hold shown blocks and the ids of their widgets, the widgets' states stand in the
        notebook's metadata.
    """

    notebook: dict[str, Any]

    @cached_property
    def states(self) -> dict[str, dict[str, Any]]:
        """The full state of every widget of the kit, by model id."""
        models = self.notebook["metadata"].get("widgets", {}).get(STATES, {}).get("state", {})
        return {name: model["state"] for name, model in models.items()}

    @property
    def widgets(self) -> dict[str, dict[str, Any]]:
        """Module and state of every widget, as the pages' host script takes them."""
        return {
            name: {
                "module": module_of(state),
                "state": {
                    key: value for key, value in state.items() if key[0] != "_" and key not in _NOT_ON_PAGES
                },
            }
            for name, state in self.states.items()
        }


def kept(notebook: dict[str, Any], name: str) -> Executed:
    """Return what is kept of a notebook as it left its kernel, under plain names of widgets.

    Parameters
    ----------
    notebook
        nbformat's JSON with outputs and the widgets' states.
    name
        File name of the notebook.
    """
    found = notebook["metadata"].get("widgets", {}).get(STATES, {}).get("state", {})
    own = {key: model for key, model in found.items() if "_esm" in model["state"]}
    # w1, w2, … so that the same notebook gives the same bytes.
    names = {key: f"w{number}" for number, key in enumerate(own, start=1)}
    states = {
        names[key]: {
            **{part: model[part] for part in ("model_name", "model_module")},
            "state": {part: value for part, value in model["state"].items() if part not in _FOREIGN},
        }
        for key, model in own.items()
    }
    cells = [_cell(cell, names) for cell in notebook["cells"]]
    metadata = {"name": name, "widgets": {STATES: {"state": states}}}
    return Executed({"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": cells})


def _cell(cell: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    kept = {name: cell[name] for name in ("id", "cell_type", "metadata", "source")}
    if cell["cell_type"] == "code":
        shown = [one for one in cell["outputs"] if one["output_type"] in ("display_data", "execute_result")]
        kept["outputs"] = [{"data": _data(output["data"], names)} for output in shown]
    return kept


def _data(data: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    if (view := data.get(VIEW)) and view["model_id"] in names:
        return {VIEW: {"model_id": names[view["model_id"]]}, SHOWN: data[SHOWN]}
    if SHOWN in data:
        return {SHOWN: data[SHOWN]}
    return {kind: data[kind] for kind in _OTHERS if kind in data}
