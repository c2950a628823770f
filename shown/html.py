"""Shown blocks as HTML for the pages; every text is escaped, nothing else becomes HTML."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable

from shown.model import (
    COMMENTARY,
    Answers,
    Block,
    Bullets,
    Code,
    Commentary,
    Definition,
    Definitions,
    Drawing,
    Folded,
    Heading,
    Item,
    Paragraph,
    Quote,
    Run,
    Runs,
    Table,
)

_TAGS = {"strong": "strong", "em": "em", "code": "code"}


class Html:
    """Writes blocks as HTML.

    Parameters
    ----------
    mark
        Gets a run's escaped text and returns it with something marked in it, such as the terms of the glossary.
        Headings, heads of tables, links and code are left alone.
    anchors
        Whether places get their ids; a second form of the same matter on a page must leave them out.
    link
        Gets what a text links to and returns its address.
    """

    def __init__(
        self,
        mark: Callable[[str], str] | None = None,
        anchors: bool = True,
        link: Callable[[str], str] = str,
    ) -> None:
        self._mark, self._anchors, self._link = mark, anchors, link

    def blocks(self, shown: Iterable[Block]) -> str:
        """Return the HTML of blocks."""
        return "".join(map(self._block, shown))

    def fold(self, label: str) -> str:
        """Return the line that unfolds what is folded away under it."""
        return f"<summary>{html.escape(label)}</summary>"

    def _block(self, block: Block) -> str:
        writers: dict[type, Callable[..., str]] = {
            Paragraph: self._paragraph, Heading: self._heading, Bullets: self._list, Quote: self._quote,
            Commentary: self._commentary, Table: self._table, Definitions: self._definitions,
            Answers: self._answers, Code: self._code, Drawing: self._drawing, Folded: self._folded,
        }  # fmt: skip
        return writers[type(block)](block)

    def _paragraph(self, block: Paragraph) -> str:
        role = f' class="is-{block.role}"' if block.role in ("note", "source", "message") else ""
        return f"<p{role}{self._id(block.anchor)}>{self._runs(block.runs)}</p>\n"

    def _heading(self, block: Heading) -> str:
        tag = f"h{block.level}"
        return f"<{tag}{self._id(block.anchor)}>{self._runs(block.runs, alone=True)}</{tag}>\n"

    def _list(self, block: Bullets) -> str:
        tag = "ol" if block.ordered else "ul"
        start = f' start="{block.start}"' if block.ordered and block.start != 1 else ""
        return f"<{tag}{start}>\n{''.join(map(self._item, block.items))}</{tag}>\n"

    def _item(self, item: Item) -> str:
        inner = self._runs(item.runs)
        if item.below:
            inner = f"<p>{inner}</p>\n{self.blocks(item.below)}" if inner else self.blocks(item.below)
        return f"<li{self._id(item.anchor)}>{inner}</li>\n"

    def _quote(self, block: Quote) -> str:
        return f"<blockquote><p>{self._runs(block.runs)}</p>\n</blockquote>\n"

    def _commentary(self, block: Commentary) -> str:
        said = self.blocks(block.blocks)
        return f'<div class="is-commentary"><p class="is-label">{COMMENTARY}</p>\n{said}</div>\n'

    def _table(self, block: Table) -> str:
        head = "".join(f"<th>{self._runs(cell, alone=True)}</th>" for cell in block.header)
        anchors = block.anchors or ("",) * len(block.rows)
        rows = "".join(
            f"<tr{self._id(anchor)}>{''.join(f'<td>{self._runs(cell)}</td>' for cell in row)}</tr>\n"
            for anchor, row in zip(anchors, block.rows, strict=True)
        )
        return f"<table><thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n"

    def _definitions(self, block: Definitions) -> str:
        return f"<dl>{''.join(map(self._definition, block.entries))}</dl>\n"

    def _definition(self, one: Definition) -> str:
        return (
            f"<dt{self._id(one.anchor)}>{html.escape(one.term)}</dt>"
            f'<dd><span class="kit-meaning">{html.escape(one.meaning)}</span> '
            f'<span class="kit-meaning-source">{html.escape(one.found)}</span></dd>'
        )

    def _answers(self, block: Answers) -> str:
        return f'<section class="answers"><h4>Đáp án</h4>\n{self.blocks(block.blocks)}</section>\n'

    def _code(self, block: Code) -> str:
        return f"<pre>{html.escape(block.text)}</pre>\n"

    def _drawing(self, block: Drawing) -> str:
        said = html.escape(f"{block.title}. {block.alt}")
        return f'<div class="is-drawing" role="img" aria-label="{said}">{block.svg}</div>\n'

    def _folded(self, block: Folded) -> str:
        return f"<details>{self.fold(block.label)}{self.blocks(block.blocks)}</details>\n"

    def _runs(self, runs: Runs, alone: bool = False) -> str:
        return "".join(self._run(run, alone) for run in runs)

    def _run(self, run: Run, alone: bool) -> str:
        text = html.escape(run.text, quote=False)
        if self._mark and not alone and not run.href and run.style != "code":
            text = self._mark(text)
        if tag := _TAGS.get(run.style):
            text = f"<{tag}>{text}</{tag}>"
        return (
            f'<a href="{html.escape(self._link(run.href))}"{_outward(run.href)}>{text}</a>'
            if run.href
            else text
        )

    def _id(self, anchor: str) -> str:
        return f' id="{html.escape(anchor)}"' if anchor and self._anchors else ""


def _outward(href: str) -> str:
    """Return what a link to another host needs: a page of its own, which learns nothing of where it came from."""
    return ' target="_blank" rel="noopener noreferrer"' if re.match("https?:", href) else ""
