"""Markdown as shown blocks, and shown blocks as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, cast

import mistune

from shown.model import (
    COMMENTARY,
    Answers,
    Block,
    Bullets,
    Code,
    Commentary,
    Definitions,
    Drawing,
    Folded,
    Heading,
    Item,
    Paragraph,
    Quote,
    Run,
    Runs,
    Style,
    Table,
    label,
)

_parse = mistune.create_markdown(renderer=None, plugins=["table"])
_STYLES: dict[str, Style] = {"strong": "strong", "emphasis": "em", "codespan": "code"}
_MARKS = {"": "", "strong": "**", "em": "*"}
# An address that a browser could run is no address to lead to.
_SAFE = re.compile(r"^(https?:|mailto:|#|\.{0,2}/|[\w-]+(/|\.html|\.ipynb|#|$))", re.IGNORECASE)
# At the beginning of a line, where it would make an item of a list or a rule.
_BEGINNING = re.compile(r"^(\d*)([-+.)])(?=\s|$|[-\s]+$)")


def blocks(markdown: str) -> list[Block]:
    """Return the blocks of a Markdown text; HTML in it is text. A paragraph of bold words alone is a label."""
    # Without a renderer mistune gives tokens, not a text.
    tokens = cast("list[dict[str, Any]]", _parse(markdown))
    return [block for token in tokens for block in _block(token)]


def _block(token: dict) -> Iterator[Block]:
    kind = token["type"]
    if kind == "heading":
        yield Heading(_runs(token), token["attrs"]["level"])
    elif kind in ("paragraph", "block_text"):
        runs = _runs(token)
        only_strong = len(runs) == 1 and runs[0].style == "strong"
        yield Paragraph(runs, "label" if only_strong else "text")
    elif kind == "list":
        attrs = token["attrs"]
        items = tuple(_item(child) for child in token["children"])
        yield Bullets(items, attrs["ordered"], attrs.get("start", 1))
    elif kind == "block_quote":
        yield Quote(_joined(token["children"]))
    elif kind == "table":
        head, body = token["children"][0], token["children"][1:]
        rows = [row for part in body for row in part["children"]]
        yield Table(_cells(head), tuple(map(_cells, rows)))
    elif kind == "block_code":
        yield Code(token["raw"].rstrip("\n"))
    elif text := token.get("raw", "").strip():
        # HTML has no meaning here, but its words are not lost.
        yield Paragraph((Run(text),))


def _item(token: dict) -> Item:
    first, *more = [child for child in token["children"] if child["type"] != "blank_line"] or [{}]
    if first.get("type") not in ("paragraph", "block_text"):
        return Item((), tuple(block for child in token["children"] for block in _block(child)))
    return Item(_runs(first), tuple(block for child in more for block in _block(child)))


def _joined(tokens: list[dict]) -> Runs:
    found: list[Run] = []
    for token in tokens:
        if "children" in token:
            found += [Run(" ")] if found else []
            found += _joined(token["children"]) if token["type"] == "list" else _runs(token)
    return tuple(found)


def _cells(token: dict) -> tuple[Runs, ...]:
    return tuple(_runs(cell) for cell in token["children"])


def _runs(token: dict, style: Style = "", href: str = "") -> Runs:
    """Return the runs of a token; neighbours of the same style are joined."""
    found: list[Run] = []
    for child in token.get("children", []):
        inner = _STYLES.get(child["type"], style)
        to = child["attrs"]["url"] if child["type"] == "link" else href
        to = to if _SAFE.match(to) else ""
        text = " " if child["type"] in ("softbreak", "linebreak") else child.get("raw", "")
        for run in (Run(text, inner, to),) if text else _runs(child, inner, to):
            if found and (found[-1].style, found[-1].href) == (run.style, run.href):
                found[-1] = Run(found[-1].text + run.text, run.style, run.href)
            else:
                found.append(run)
    return tuple(found)


def to_markdown(shown: Iterable[Block]) -> str:
    """Write blocks as Markdown, for JupyterLab and for readers of plain text."""
    return "\n\n".join(map(_written, shown))


def _written(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * block.level} {_line(block.runs)}"
    if isinstance(block, Bullets):
        numbers = range(block.start, block.start + len(block.items))
        marks = [f"{number}." if block.ordered else "-" for number in numbers]
        items = [_listed(mark, item) for mark, item in zip(marks, block.items, strict=True)]
        return ("\n\n" if any(item.below for item in block.items) else "\n").join(items)
    if isinstance(block, Quote):
        return f"> {_line(block.runs)}"
    if isinstance(block, Table):
        rows = [block.header, *block.rows]
        head, *body = ["| " + " | ".join(map(_line, row)) + " |" for row in rows]
        return "\n".join([head, "| " + " | ".join(["---"] * len(block.header)) + " |", *body])
    if isinstance(block, Definitions):
        lines = [
            f"- **{_escape(one.term)}**: {_escape(one.meaning)} *({_escape(one.found)})*"
            for one in block.entries
        ]
        return "\n".join(lines)
    if isinstance(block, Commentary):
        return to_markdown((label(COMMENTARY), *block.blocks))
    if isinstance(block, Answers):
        return to_markdown((Heading((Run("Đáp án"),), 4), *block.blocks))
    if isinstance(block, Drawing):
        return _escape(f"{block.title}: {block.alt}")
    if isinstance(block, Folded):
        return to_markdown((Paragraph((Run(f"{block.label}:", "strong"),)), *block.blocks))
    if isinstance(block, Code):
        fence = _fence(block.text, 3)
        return f"{fence}\n{block.text}\n{fence}"
    return _line(block.runs)


def _listed(mark: str, item: Item) -> str:
    indent = " " * (len(mark) + 1)
    text = "\n\n".join(filter(None, [_line(item.runs), *map(_written, item.below)]))
    return f"{mark} " + re.sub(r"\n(?!\n)", f"\n{indent}", text)


def _line(runs: Runs) -> str:
    return _BEGINNING.sub(r"\1\\\2", "".join(map(_inline, runs)))


def _inline(run: Run) -> str:
    if run.style == "code":
        fence, room = _fence(run.text, 1), " " if "`" in run.text else ""
        return f"{fence}{room}{run.text}{room}{fence}"
    # A mark must touch its words, so the spaces around them stay outside.
    bare = run.text.strip()
    if not bare:
        return run.text
    before, after = run.text.split(bare, 1)
    marked = f"{_MARKS[run.style]}{_escape(bare)}{_MARKS[run.style]}"
    return f"{before}{f'[{marked}]({run.href})' if run.href else marked}{after}"


def _escape(text: str) -> str:
    """Write text so that Markdown shows it as it is within a line."""
    return re.sub(r"([\\`*_\[\]<>#|~])", r"\\\1", re.sub(r"\s+", " ", text))


def _fence(code: str, least: int) -> str:
    """Return a fence that is longer than those within."""
    return "`" * max([least, *(len(found) + 1 for found in re.findall("`+", code))])
