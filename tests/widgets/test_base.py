"""What all widgets share: how they load, and how they read without JavaScript."""

from __future__ import annotations

import pytest

from shown.json import MIME, from_json
from shown.model import Block, strong, text
from widgets import esm
from widgets.base import KitWidget


@pytest.fixture
def module(monkeypatch, tmp_path):
    """A folder with the files of one small widget in place of the kit's own."""
    files = {
        "shared/theme.css": ":root {}",
        "shared/common.css": ".kit {}",
        "glossary/glossary.css": ".kit-term {}",
        "tiny/tiny.css": ".tiny {}",
        "tiny/tiny.js": "export default { render };\n",
    }
    for name, written in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(written, "utf-8")
    for join in (esm.bundle, esm.styles):
        monkeypatch.setattr(esm, join.__name__, lambda *names, join=join: join(*names, folder=tmp_path))
    return tmp_path


def tiny() -> type[KitWidget]:
    class Tiny(KitWidget, module="tiny"):
        """A widget with one sentence."""

        def reading_form(self) -> list[Block]:
            return [text("Buổi ", strong(self.session))]

    return Tiny


def test_module_name_loads_script_and_styles(module):
    widget = tiny()(session="ket-qua", key="tiny")
    assert str(widget._esm) == "export default { render };\n"
    assert str(widget._css) == ":root {}\n.kit {}\n.kit-term {}\n.tiny {}"


def test_missing_file_raises_when_the_class_is_made(module):
    (module / "tiny" / "tiny.css").unlink()
    with pytest.raises(FileNotFoundError, match=r"tiny\.css"):
        tiny()


def test_session_and_key_are_part_of_the_state(module):
    state = tiny()(session="ket-qua", key="bai-hoc").get_state()
    assert (state["session"], state["key"]) == ("ket-qua", "bai-hoc")


def test_plain_readers_get_blocks_and_markdown(module):
    widget = tiny()(session="ket-qua")
    data, _ = widget._repr_mimebundle_()
    assert data["text/markdown"] == data["text/plain"] == widget.as_markdown() == "Buổi **ket-qua**"
    assert from_json(data[MIME]["blocks"]) == tuple(widget.reading_form())
    assert "application/vnd.jupyter.widget-view+json" in data


def test_widget_without_a_reading_form_is_refused(module):
    class Mute(KitWidget, module="tiny"):
        """A widget that forgot its plain readers."""

    with pytest.raises(NotImplementedError):
        Mute().as_markdown()
