"""What a cell of a notebook returns: shown blocks with the style of their frame."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from shown.json import MIME, as_json
from shown.markdown import to_markdown
from shown.model import Block, label


class Piece:
    """Shown blocks that belong together.

    Parameters
    ----------
    blocks
        The whole content.
    kind
        Style class of the piece, such as ``goals`` or ``key-message``.
    fold
        When given, pages fold the piece away under this label.
    """

    def __init__(self, *blocks: Block, kind: str = "text", fold: str = "") -> None:
        self.blocks, self.kind, self.fold = blocks, kind, fold

    @property
    def markdown(self) -> str:
        """The content as Markdown, without the label it is folded under."""
        return to_markdown(self.blocks)

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:
        # Where nothing can be unfolded the label stands above the piece.
        words = to_markdown([label(self.fold), *self.blocks] if self.fold else self.blocks)
        return {"text/plain": words, "text/markdown": words, MIME: bundle(self.blocks, self.kind, self.fold)}


def bundle(blocks: Iterable[Block], kind: str = "", fold: str = "") -> dict[str, Any]:
    """Return what an output carries of a piece: ``kind``, ``fold`` and ``blocks``, as JSON values."""
    return {"kind": kind, "fold": fold, "blocks": as_json(tuple(blocks))}
