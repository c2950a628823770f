"""One look: colours, type and spacing stand in theme.css, and everything else refers to them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from charts import style
from charts.palette import PALETTE
from server.publish.assets import STATIC as PAGES

WIDGETS = Path(__file__).parents[2] / "widgets"
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
THEME = COMMENT.sub("", (WIDGETS / "shared" / "theme.css").read_text("utf-8"))
SHEETS = [
    path for path in sorted([*WIDGETS.glob("*/*.css"), *PAGES.glob("*.css")]) if path.parent.name != "bundles"
]
# Shadows are the same black or brown veil everywhere.
VEIL = re.compile(r"rgb\(\d+ \d+ \d+ / \d+%\)")
COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?)\(|(?<![\w-])(?:white|black|red|gr[ae]y)(?![\w-])")


def values(block: str) -> dict[str, str]:
    """Return the declarations of a rule's body."""
    return dict(re.findall(r"([\w-]+):\s*([^;]+);", block))


def rule(selector: str) -> dict[str, str]:
    """Return what theme.css declares for a selector."""
    found = re.search(rf"{re.escape(selector)}[^{{}}]*{{([^}}]*)}}", THEME)
    assert found, f"theme.css has no rule for {selector}"
    return values(found[1])


LIGHT = rule(":root")
DARK = rule(':root[data-theme="dark"]')


def test_dark_is_the_same_whoever_chose_it() -> None:
    assert rule(':root:not([data-theme="light"])') == DARK
    assert len(DARK) > 15


def test_dark_changes_colours_that_exist_and_nothing_else() -> None:
    changed = {name for name in DARK if name.startswith("--")}
    assert changed <= set(LIGHT)
    kept = {"--kit-on-bar", "--kit-on-bar-gold"}
    assert {name for name, value in LIGHT.items() if value.startswith("#")} - changed == kept


def test_charts_have_the_colours_of_the_pages() -> None:
    assert {name: LIGHT[f"--{name}"] for name in PALETTE} == PALETTE


def test_charts_have_the_font_of_the_pages() -> None:
    families = LIGHT["--kit-font"].replace('"', "'")
    assert families.startswith(f"'{style.FONT}'")
    assert [name for name in style._FAMILIES.split(", ") if name not in families.split(", ")] == []


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_a_sheet_names_only_what_the_theme_has(path: Path) -> None:
    text = path.read_text("utf-8")
    named = set(re.findall(r"var\((--kit-[\w-]+)", text))
    assert named - set(LIGHT) == set()


@pytest.mark.parametrize(
    "path", [path for path in SHEETS if path.name != "theme.css"], ids=lambda path: path.name
)
def test_a_sheet_writes_no_colour_of_its_own(path: Path) -> None:
    text = COMMENT.sub("", VEIL.sub("", path.read_text("utf-8")))
    assert COLOUR.findall(text) == []
