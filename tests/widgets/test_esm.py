"""Joining a widget's modules into the one text that the browser loads."""

from __future__ import annotations

from pathlib import Path

import pytest

from widgets import esm

ENTRIES = [
    f"{path.stem}/{path.name}"
    for path in sorted(esm.WIDGETS.glob("*/*.js"))
    if "export default" in path.read_text("utf-8")
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "lib").mkdir()
    (tmp_path / "base.js").write_text(
        "export const unit = 1;\nexport class Box {}\nlet hidden = 2;\n", "utf-8"
    )
    (tmp_path / "sum.js").write_text(
        'import { unit } from "./base.js";\n\nexport function sum() { return unit; }\n', "utf-8"
    )
    (tmp_path / "widget.js").write_text(
        'import {\n  unit,\n} from "./base.js";\nimport { sum } from "./sum.js";\n'
        "export async function wait() { return sum() + unit; }\nexport default { render: wait };\n",
        "utf-8",
    )
    return tmp_path


def test_imported_modules_stand_first_and_once(folder):
    text = esm.bundle("widget.js", folder)
    assert text.count("const unit") == 1
    assert text.index("const unit") < text.index("function sum") < text.index("async function wait")


def test_only_the_default_export_is_left(folder):
    text = esm.bundle("widget.js", folder)
    assert "import" not in text
    assert [line for line in text.splitlines() if line.startswith("export")] == [
        "export default { render: wait };"
    ]


def test_names_that_clash_are_refused(folder):
    with (folder / "widget.js").open("a", encoding="utf-8") as file:
        file.write("const hidden = 3;\n")
    with pytest.raises(
        ValueError, match=r"widget\.js: the name 'hidden' is also defined in base\.js; rename one"
    ):
        esm.bundle("widget.js", folder)


@pytest.mark.parametrize("name", ["base.js", "widget.js"])
def test_missing_module_is_named(folder, name):
    (folder / name).unlink()
    with pytest.raises(FileNotFoundError, match=name):
        esm.bundle("widget.js", folder)


def test_styles_are_joined_in_order(folder):
    (folder / "a.css").write_text(".a {}", "utf-8")
    (folder / "b.css").write_text(".b {}", "utf-8")
    assert esm.styles("b.css", "a.css", folder=folder) == ".b {}\n.a {}"


@pytest.mark.parametrize("name", ENTRIES)
def test_every_widget_is_joined_completely(name):
    text = esm.bundle(name)
    # An import that the joiner did not understand would only fail in the browser.
    assert not [line for line in text.splitlines() if line.startswith("import")]
    exports = [line for line in text.splitlines() if line.startswith("export")]
    assert len(exports) == 1
    assert exports[0].startswith("export default {")
