"""What of a slide's blocks the wall shows, and what the speaker has instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from shown import model as shown
from shown.model import plain
from slides.deck.blocks import lines
from slides.deck.kinds import Kind
from slides.deck.limits import too_much
from slides.deck.model import (
    Block,
    Bullets,
    Clock,
    Columns,
    Drawing,
    Figure,
    Level,
    Paragraph,
    Question,
    Quote,
    Table,
)

# Where what the kit says of its own begins; see slides.deck.blocks.
OWN = Paragraph(shown.label(shown.COMMENTARY).runs, "label")
_ASIDES = ("note", "source")
_KINDS: dict[type, Kind] = {
    Question: "question", Figure: "figure", Drawing: "diagram", Clock: "activity", Table: "table",
    Columns: "comparison",
}  # fmt: skip


@dataclass(frozen=True)
class Wall:
    """What the wall shows, what the speaker tells, and what stands beside the text: its notes and sources."""

    blocks: tuple[Block, ...]
    told: tuple[str, ...]
    asides: tuple[Paragraph, ...]


def wall(blocks: Iterable[Block]) -> Wall:
    """Share blocks out.

    Notes and sources are for speaker and handout. What the kit thinks of what a slide shows is told; where nothing
    else stands on the slide, it stays. Of a list that is too long for one slide the words around it are told; a list
    that a drawing shows is told beside it.
    """
    every = list(blocks)
    asides = [block for block in every if isinstance(block, Paragraph) and block.role in _ASIDES]
    rest = [block for block in every if block not in asides]
    begin = rest.index(OWN) if OWN in rest else len(rest)
    shows, own = (rest[:begin], rest[begin:]) if begin else (rest, [])
    told = [f"{shown.COMMENTARY}: {' '.join(words(own[1:]))}"] if own else []
    if any(isinstance(block, Drawing) for block in shows):
        told = [*words(block for block in shows if isinstance(block, Bullets)), *told]
        shows = [block for block in shows if not isinstance(block, Bullets)]
    if too_much(tuple(shows)) and any(isinstance(block, Bullets) for block in shows):
        told = [*words(block for block in shows if _is_text(block)), *told]
        shows = [block for block in shows if not _is_text(block)]
    return Wall(tuple(beside(shows)), tuple(told), tuple(dict.fromkeys(asides)))


def beside(blocks: list[Block]) -> list[Block]:
    """Put two lists that each have a label beside each other, where one slide has room for them."""
    if [_sign(block) for block in blocks] == ["label", "list", "label", "list"] and not too_much(
        tuple(blocks)
    ):
        return [Columns(tuple(blocks[:2]), tuple(blocks[2:]))]
    return blocks


def compared(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks with a table of two columns, whose rows have names, as two lists beside each other."""
    return tuple(_compared(block) if isinstance(block, Table) else block for block in blocks)


def _compared(table: Table) -> Block:
    if len(table.header) != 3 or plain(table.header[0]).strip():
        return table
    left, right = (
        (Paragraph(tuple(table.header[at]), "label"), Bullets(tuple(row[at] for row in table.rows)))
        for at in (1, 2)
    )
    return Columns(left, right)


def kind_of(level: Level, blocks: Sequence[Block]) -> Kind:
    """Return what a slide is by what it holds."""
    if level == "title":
        return "cover"
    if not blocks:
        return "section" if level == "section" else "statement"
    for block in blocks:
        if found := _KINDS.get(type(block)):
            return found
        if isinstance(block, Paragraph) and block.role == "message":
            return "closing"
        if isinstance(block, Paragraph) and block.role == "number":
            return "number"
    if any(isinstance(block, Bullets) for block in blocks):
        return "points"
    return "quotation" if any(isinstance(block, Quote) for block in blocks) else "points"


def words(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the texts of blocks, one a line."""
    for block in blocks:
        yield from filter(None, (plain(runs) for runs in lines(block)))


def _is_text(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role == "text"


def _sign(block: Block) -> str:
    if isinstance(block, Paragraph):
        return block.role
    return "list" if isinstance(block, Bullets) else "other"
