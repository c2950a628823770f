"""Pieces of a lesson that only show text: Markdown for print and slides, HTML for pages.

Each piece is written once, as Markdown; its HTML is made from that by a
renderer that lets no HTML through. Text from ``data/`` is not Markdown: it
goes through :func:`plain`, so that its signs stay the signs they are.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable
from functools import cache

import mistune


class Block:
    """A shown piece of text.

    Parameters
    ----------
    markdown
        The whole content.
    kind
        Style class of the piece, such as ``goals`` or ``key-message``.
    fold
        When given, the piece is folded away under this label.
    mark
        Gets the piece's HTML and returns it with something marked, such as the
        terms of the glossary; paper and slides stay as they are.
    """

    def __init__(
        self, markdown: str, kind: str = "text", fold: str = "", mark: Callable[[str], str] | None = None
    ) -> None:
        self.markdown, self.kind, self.fold, self.mark = markdown.strip(), kind, fold, mark

    def _repr_mimebundle_(self, include=None, exclude=None) -> tuple[dict[str, str], dict[str, str]]:
        # On paper and slides nothing can be unfolded, so the label stands above the piece.
        shown = f"**{plain(self.fold)}**\n\n{self.markdown}" if self.fold else self.markdown
        # Slides give some kinds a form of their own, such as the message of a session.
        return {"text/plain": shown, "text/markdown": shown, "text/html": self.html()}, {"kit": self.kind}

    def html(self) -> str:
        """Return the piece as HTML."""
        body = _renderer()(self.markdown)
        if self.mark:
            body = self.mark(body)
        kind = html.escape(f"kit-block {self.kind}")
        if self.fold:
            summary = f"<summary>{html.escape(self.fold)}</summary>"
            return f'<details class="{kind}">{summary}{body}</details>'
        return f'<div class="{kind}">{body}</div>'


@cache
def _renderer() -> mistune.Markdown:
    return mistune.create_markdown(escape=True, plugins=["table"])


def plain(text: str) -> str:
    """Write text so that Markdown shows it as it is, on one line."""
    text = re.sub(r"([\\`*_\[\]<>#|~])", r"\\\1", " ".join(text.split()))
    return re.sub(r"^(\d*)([-+.)])(?=\s|$)", r"\1\\\2", text)


def paragraphs(text: str) -> str:
    """Write text of several lines; each line is a paragraph, as in a folded YAML text."""
    return "\n\n".join(plain(line) for line in text.splitlines() if line.strip())


def bullets(items: Iterable[str]) -> str:
    """Write a Markdown list."""
    return "\n".join(f"- {item}" for item in items)


def numbered(items: Iterable[str]) -> str:
    """Write a numbered Markdown list."""
    return "\n".join(f"{index}. {item}" for index, item in enumerate(items, start=1))


def table(header: list[str], rows: list[list[str]]) -> str:
    """Write a Markdown table; bars and line breaks inside cells are made harmless."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in line) + " |" for line in lines)


def _cell(text: str) -> str:
    # A bar that already has its backslash keeps it; a second one would let the bar split the row.
    return re.sub(r"(?<!\\)\|", r"\\|", " ".join(text.split()))
