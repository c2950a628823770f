"""What all widgets share: how they load, and how they read without JavaScript."""

from __future__ import annotations

from functools import partial

import pytest

from shown.json import MIME, from_json
from shown.model import Block, strong, text
from tests.serving import eventually
from widgets import bundled
from widgets.base import KitWidget


@pytest.fixture
def bundles(monkeypatch, tmp_path):
    """A folder with the bundles of one small widget in place of the kit's own."""
    (tmp_path / "tiny.js").write_text("export default { render };\n", "utf-8")
    (tmp_path / "tiny.css").write_text(".tiny {}\n", "utf-8")
    monkeypatch.setattr(bundled, "bundle", partial(bundled.bundle, folder=tmp_path))
    return tmp_path


def tiny() -> type[KitWidget]:
    class Tiny(KitWidget, module="tiny"):
        """A widget with one sentence."""

        def reading_form(self) -> list[Block]:
            return [text("Buổi ", strong(self.session))]

    return Tiny


def test_module_name_loads_script_and_styles(bundles):
    widget = tiny()(session="ket-qua", key="tiny")
    assert (str(widget._esm), str(widget._css)) == ("export default { render };\n", ".tiny {}\n")


@pytest.mark.parametrize("name", ["tiny.js", "tiny.css"])
def test_missing_bundle_raises_when_the_class_is_made(bundles, name):
    (bundles / name).unlink()
    with pytest.raises(FileNotFoundError, match=rf"{name}: there is no such bundle: .* make bundles$"):
        tiny()


@pytest.mark.parametrize(("name", "trait"), [("tiny.js", "_esm"), ("tiny.css", "_css")])
def test_a_bundle_that_is_saved_reaches_an_open_widget(monkeypatch, bundles, name, trait):
    monkeypatch.setenv("ANYWIDGET_HMR", "1")
    kind = tiny()
    widget = kind()

    def arrived() -> bool:
        # Saved anew each time: the first may come before the file is watched.
        (bundles / name).write_text("/* saved */\n", "utf-8")
        return getattr(widget, trait) == "/* saved */\n"

    try:
        eventually(arrived, 20, "the widget has what was saved")
    finally:
        kind._esm.stop_thread()
        kind._css.stop_thread()


def test_session_and_key_are_part_of_the_state(bundles):
    state = tiny()(session="ket-qua", key="bai-hoc").get_state()
    assert (state["session"], state["key"]) == ("ket-qua", "bai-hoc")


def test_plain_readers_get_blocks_and_markdown(bundles):
    widget = tiny()(session="ket-qua")
    data, _ = widget._repr_mimebundle_()
    assert data["text/markdown"] == data["text/plain"] == widget.as_markdown() == "Buổi **ket-qua**"
    assert from_json(data[MIME]["blocks"]) == tuple(widget.reading_form())
    assert "application/vnd.jupyter.widget-view+json" in data


def test_widget_without_a_reading_form_is_refused(bundles):
    class Mute(KitWidget, module="tiny"):
        """A widget that forgot its plain readers."""

    with pytest.raises(NotImplementedError):
        Mute().as_markdown()
