"""What is kept of an executed notebook: one state for the page, one for the slides."""

from __future__ import annotations

from types import SimpleNamespace

from server.publish import execute

STATE = {
    "_esm": "export default {}", "_anywidget_id": "widgets.figure_explorer.figure_explorer.FigureExplorer",
    "layout": "l1", "title": "Số người", "slides": {"mot": "<svg/>"},
    "bars": [{"label": "Đã học", "value": 12, "shown": "12"}],
}  # fmt: skip


def test_what_only_slides_need_is_no_burden_on_the_page() -> None:
    renderer = SimpleNamespace(
        executor=SimpleNamespace(widget_state={"m1": STATE}), executed=[], notebook_path="01-thu.ipynb"
    )
    page = execute.widget_states(renderer)
    assert page == {"m1": {"module": "figure_explorer", "state": {"title": "Số người"}}}
    states = execute.executed_notebook(renderer)["metadata"]["widgets"][execute.WIDGET_STATE]["state"]
    assert states["m1"]["state"] == {
        name: STATE[name] for name in ("_anywidget_id", "title", "slides", "bars")
    }
