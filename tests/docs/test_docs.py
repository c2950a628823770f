"""What the documents say of commands, addresses, anchors and stored progress is what the code has."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from pathlib import Path

import pytest
import typer

from server.cli import app
from tests.courses import shipped
from tests.test_repository import tracked
from widgets.search.index import entries

ROOT = Path(__file__).parents[2]
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
COMMANDS = (ROOT / "docs" / "commands.md").read_text("utf-8")
CHANGES = (ROOT / "CHANGELOG.md").read_text("utf-8")
# Commands by their names, those of a group with its name before them.
KIT = {
    f"{name} {own}".strip(): one
    for name, command in typer.main.get_command(app).commands.items()
    for own, one in getattr(command, "commands", {"": command}).items()
}
# What makes a course, and what works on none.
WITHOUT_COURSE = {"new", "meeting blank", "meeting minutes", "meeting send"}
TARGETS = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)[1].split()
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))


def row(text: str, first: str) -> str:
    """Return the row of a table whose first cell is this code."""
    found = [line for line in text.splitlines() if line.startswith(f"| `{first}` |")]
    assert len(found) == 1, f"{first} has {len(found)} rows"
    return found[0]


def section(text: str, title: str) -> str:
    """Return what stands between a heading and the next of its level."""
    return re.search(rf"^## {re.escape(title)}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)[1]


@pytest.mark.parametrize("name", KIT)
def test_every_command_is_told_with_its_options(name: str) -> None:
    options = {option for one in KIT[name].params for option in one.opts if option.startswith("--")}
    told = set(re.findall(r"`(--[a-z-]+)`", row(COMMANDS, f"kit {name}")))
    assert told == options - {"--course"}
    assert ("--course" in options) == (name not in WITHOUT_COURSE)


@pytest.mark.parametrize("name", TARGETS)
def test_every_target_of_make_is_told(name: str) -> None:
    assert row(COMMANDS, f"make {name}")


def broken_links(path: Path) -> list[str]:
    """Return the links of a document that lead to no file, or to no heading."""
    found = []
    for target in re.findall(r"\]\(([^)\s]+)\)", path.read_text("utf-8")):
        name, _, anchor = target.partition("#")
        led = path.parent / name if name else path
        if not led.exists() or (anchor and anchor not in headings(led.read_text("utf-8"))):
            found.append(target)
    return found


def headings(text: str) -> set[str]:
    """Return the anchors of a document's headings, as code hosts make them."""
    titles = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("path", tracked("*.md"), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(path: Path) -> None:
    assert broken_links(path) == []


def test_a_link_that_leads_nowhere_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "# A title: here\n[a](#a-title-here) [b](#b) [c](page.md#a-title-here) [d](no.md)\n", "utf-8"
    )
    assert broken_links(page) == ["#b", "no.md"]


# What stands in the addresses of the table, and a sample of it.
SAMPLES = {
    "<slug>": "bai-hoc", "<name>": "bai-hoc.pdf", "<hash>": "0123456789ab", "<notebook>": "01-tac-pham",
    "<file>": "voila.js", "<path>": "anywidget/a.js", "<kernel>": "01234567-89ab-4cde-8f01-23456789abcd",
    "<code>": "123456",
}  # fmt: skip


def addresses() -> list[str]:
    """Return every address of the table as a browser would ask for it."""
    told = re.findall(r"`(/[^`]*)`", "\n".join(re.findall(r"^\| ([^|]*) \|", told_addresses(), re.MULTILINE)))
    return [re.sub(r"<[a-z]+>", lambda match: SAMPLES[match[0]], address) for address in told]


def told_addresses() -> str:
    return section(ARCHITECTURE, "Addresses")


def routes() -> list[str]:
    """Return the patterns of all addresses that the server answers."""
    source = (ROOT / "server" / "app.py").read_text("utf-8")
    found = re.findall(r'\(rf"\{base\}([^"]*)"', source)
    return [one.replace("{{", "{").replace("}}", "}").replace("{kernel}", r"([\w-]{36})") for one in found]


def test_every_address_of_the_server_is_told() -> None:
    assert len(routes()) > 10
    assert [one for one in routes() if not any(re.fullmatch(one, told) for told in addresses())] == [
        # Both are told with the address that they lead to.
        "/hoc/([a-z0-9-]+)", "/trinh-chieu(?:/([a-z0-9-]+))?",
    ]  # fmt: skip


def test_every_address_that_is_told_is_answered() -> None:
    assert [told for told in addresses() if not any(re.fullmatch(one, told) for one in routes())] == []


def test_every_kind_of_anchor_is_told() -> None:
    told = re.findall(r"`([a-z-]+?)-<[a-z]+>", section(ARCHITECTURE, "Anchors"))
    course = shipped()
    alone = {
        *course.groups,
        *(item.id for group in course.groups.values() for item in group.items),
        *course.qa,
    }
    alone |= {question.id for questions in course.questions.values() for question in questions}
    places = {entry["anchor"] for entry in entries(course)} - {"", "sach"} - alone
    assert places
    assert {name for name in places if not any(name.startswith(f"{kind}-") for kind in told)} == set()
    # Where readers write, for links from their own notes alone.
    told = [kind for kind in told if not kind.startswith("viet")]
    assert [kind for kind in told if not any(name.startswith(f"{kind}-") for name in places)] == []


STORED = section(ARCHITECTURE, "What lies on readers' devices")
SCRIPTS = [path for path in tracked("*.js") if not {"bundles", "vendor"} & {*path.parts}]


def test_every_name_on_readers_devices_is_told() -> None:
    found = {
        match[1]
        for path in SCRIPTS
        for match in re.finditer(r"[\"'`](hoc-tac-pham/[^\"'`$]+)", path.read_text("utf-8"))
    }
    assert "hoc-tac-pham/giao-dien" in found
    # A message between two windows, which is not stored.
    assert {name for name in found - {"hoc-tac-pham/trinh-chieu"} if f"`{name}" not in STORED} == set()


def test_every_widget_that_stores_is_told() -> None:
    storing = {path.parent.name for path in SCRIPTS if "createStore(" in path.read_text("utf-8")} - {"shared"}
    assert "quiz" in storing
    assert {name for name in storing if not re.search(rf"\b{name}(?:/|\.js|`)", STORED)} == set()


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_is_short_and_listed(path: Path) -> None:
    text = path.read_text("utf-8")
    number = int(path.stem[:4])
    assert [line for line in text.splitlines() if line.startswith("#")][1:] == [
        "## Context", "## Decision", "## Consequences",
    ]  # fmt: skip
    title = re.match(rf"# {number}\. (.+)\n", text)[1]
    assert len(text.splitlines()) <= 32
    assert f"| {number:04} | [{title}]({path.name}) |" in path.with_name("README.md").read_text("utf-8")


def test_decisions_are_numbered_one_after_another() -> None:
    assert [int(path.stem[:4]) for path in DECISIONS] == list(range(1, len(DECISIONS) + 1))


def test_the_changelog_has_versions_and_dates() -> None:
    titles = re.findall(r"^## (.+)$", CHANGES, re.MULTILINE)
    assert titles[0] == "Unreleased"
    released = [
        re.fullmatch(r"(\d+)\.(\d+)\.(\d+) – (\d{4}-\d\d-\d\d)", title).groups() for title in titles[1:]
    ]
    versions = [tuple(map(int, one[:3])) for one in released]
    days = [dt.date.fromisoformat(one[3]) for one in released]
    assert versions == sorted(versions, reverse=True)
    assert days == sorted(days, reverse=True)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert ".".join(map(str, versions[0])) == project["version"]
