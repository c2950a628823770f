"""What the cells of a tool's notebook call: one :class:`Tools` shows one tool page."""

from __future__ import annotations

from widgets.blocks import Block, plain
from widgets.content import Content, load, resolve
from widgets.content.pages import Tool


class Tools:
    """A tool page of the kit, ready to be shown piece by piece.

    Parameters
    ----------
    slug
        The tool's slug in ``data/tools.yml``; reader's progress is kept under it.
    content
        All content; the project's own by default.

    Raises
    ------
    KeyError
        When there is no such tool; the message lists those that exist.
    """

    def __init__(self, slug: str, content: Content | None = None) -> None:
        self.content = content or load()
        if slug not in self.content.tools:
            raise KeyError(f"no tool {slug!r} in tools.yml; there are: {', '.join(self.content.tools)}")
        self.tool: Tool = self.content.tools[slug]

    def summary(self) -> Block:
        """Show what the page is for."""
        return Block(plain(resolve(self.content, self.tool.summary)), "summary")
