"""What is kept of a notebook once it is executed: what is shown, under names that do not change."""

from __future__ import annotations

import copy
import json

from server.publish.executed import STATES, VIEW, Executed, kept
from shown.json import MIME
from shown.model import text
from shown.piece import bundle

FIRST, SECOND, LAYOUT = "9f", "0a", "77"
SHOWN = bundle((text("Lời"),), "goals")


def raw() -> dict:
    """Return a notebook with two widgets as it leaves its kernel."""
    model = {"model_name": "AnyModel", "model_module": "anywidget", "model_module_version": "0.9"}
    quiz = {
        "_anywidget_id": "widgets.quiz.quiz.Quiz", "_esm": "export default {}", "_css": "", "layout": "IPY_MODEL_77",
        "tabbable": None, "tooltip": None, "title": "Tự kiểm tra", "slides": "<svg/>",
    }  # fmt: skip
    state = {
        FIRST: model | {"state": quiz},
        LAYOUT: {"model_name": "LayoutModel", "model_module": "base", "state": {"width": None}},
        SECOND: model | {"state": quiz | {"title": "Ôn"}},
    }
    outputs = [
        {"output_type": "execute_result", "data": {"text/plain": "Lời", MIME: SHOWN}, "execution_count": 1},
        {"output_type": "display_data", "data": {VIEW: {"model_id": SECOND}, "text/plain": "x", MIME: SHOWN}},
        {"output_type": "stream", "name": "stdout", "text": "in ra"},
        {
            "output_type": "execute_result",
            "data": {"text/html": "<b>x</b>", "text/plain": "x", "image/png": "y"},
        },
        {"output_type": "display_data", "data": {VIEW: {"model_id": "another's"}, "text/plain": "x"}},
    ]
    cells = [
        {"id": "a", "cell_type": "markdown", "metadata": {"slideshow": {}}, "source": "## A"},
        {
            "id": "b",
            "cell_type": "code",
            "metadata": {},
            "source": "x",
            "outputs": outputs,
            "execution_count": 1,
        },
    ]
    return {"metadata": {"widgets": {STATES: {"state": state}}, "kernelspec": {}}, "cells": cells}


def test_widgets_get_plain_names_in_their_order_and_lose_what_a_kernel_needs() -> None:
    executed = kept(raw(), "01-thu.ipynb")
    assert {name: state["title"] for name, state in executed.states.items()} == {
        "w1": "Tự kiểm tra",
        "w2": "Ôn",
    }
    assert set(executed.states["w1"]) == {"_anywidget_id", "title", "slides"}


def test_pages_get_the_widgets_without_what_is_for_slides() -> None:
    assert kept(raw(), "01-thu.ipynb").widgets["w2"] == {"module": "quiz", "state": {"title": "Ôn"}}


def test_outputs_are_what_is_shown() -> None:
    outputs = [output["data"] for output in kept(raw(), "01-thu.ipynb").notebook["cells"][1]["outputs"]]
    assert outputs == [
        {MIME: SHOWN},
        {VIEW: {"model_id": "w2"}, MIME: SHOWN},
        {"text/html": "<b>x</b>", "text/plain": "x"},
        {"text/plain": "x"},
    ]


def test_the_same_notebook_gives_the_same_bytes() -> None:
    renamed = json.loads(json.dumps(raw()).replace(FIRST, "11").replace(SECOND, "22"))
    assert kept(renamed, "01-thu.ipynb") == kept(raw(), "01-thu.ipynb")


def test_what_is_kept_does_not_change_its_notebook() -> None:
    notebook = raw()
    before = copy.deepcopy(notebook)
    kept(notebook, "01-thu.ipynb")
    assert notebook == before


def test_a_notebook_without_widgets_has_none() -> None:
    executed = Executed({"metadata": {}, "cells": []})
    assert (executed.states, executed.widgets) == ({}, {})
