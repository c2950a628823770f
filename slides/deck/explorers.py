"""What the kit's widgets become on slides: a chart, one slide a card, one slide a question."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from shown import model as shown
from shown.question import Question
from shown.question_kinds import question
from slides.deck.blocks import note_and_source, slide_blocks
from slides.deck.model import (
    Bar,
    Block,
    Bullets,
    Figure,
    Live,
    Paragraph,
    Quote,
    Run,
    Runs,
    Slide,
    SlideError,
    Table,
)
from widgets.modules import module_of

# By whether the slide has a quotation, and what the source says in other words.
_READING = {
    (True, True): "Đọc lời trích và phần nói rõ",
    (True, False): "Đọc lời trích",
    (False, True): "Đọc phần nói rõ",
    (False, False): "Đọc tên của điểm này",
}
ASKING = "Để mọi người suy nghĩ, rồi mới nêu đáp án."


@dataclass(frozen=True)
class Expansion:
    """Blocks for the slide itself, and slides that follow it."""

    blocks: list[Block]
    slides: list[Slide] = field(default_factory=list)


def expand(notebook: str, cell: str, model: str, state: dict, reading_form: list[shown.Block]) -> Expansion:
    """Return what a widget becomes.

    Parameters
    ----------
    notebook, cell
        Where it stands, for errors.
    model
        Its model's id.
    state
        Its traits, ``_anywidget_id`` included.
    reading_form
        What it shows to plain readers, for widgets that have no slides of their own.

    Raises
    ------
    SlideError
        When a chart has no drawing.
    """
    make: Callable | None = _MAKERS.get(module_of(state))
    if make is None:
        return Expansion(slide_blocks(reading_form))
    return make(notebook, cell, model, state)


def _figure(notebook: str, cell: str, model: str, state: dict) -> Expansion:
    if not state.get("states"):
        raise SlideError(
            notebook, cell, "the figure has no drawing: execute the notebook anew", state.get("name")
        )
    # The last column is the source; it stands below the slide, once.
    header, rows = state["columns"][:-1], [row[:-1] for row in state["rows"]]
    below = note_and_source(state["notes"], "; ".join(state["sources"]))
    if not state["slides"]:
        table = Table(tuple(map(_runs, header)), tuple(tuple(map(_runs, row)) for row in rows))
        return Expansion([table, *below])
    first = state["states"][0]
    figure = Figure(
        model=model, name=state["name"], title=state["title"], svg=state["slides"][first["name"]],
        alt=first["alt"], caption=state["caption"], header=tuple(header),
        rows=tuple(map(tuple, rows)),
        bars=tuple(Bar(bar["label"], float(bar["value"]), bar["shown"]) for bar in state["bars"]),
    )  # fmt: skip
    return Expansion([figure, *below])


def _cards(notebook: str, cell: str, model: str, state: dict) -> Expansion:
    items = state["items"]
    titles = Bullets(tuple(_runs(item["title"]) for item in items), ordered=True)
    notes = [Paragraph((Run(f"Ghi chú: {note}"),), "note") for note in state["notes"]]
    slides = [
        _card(cell, state["key"], position, len(items), item) for position, item in enumerate(items, start=1)
    ]
    return Expansion([titles, *notes], slides)


def _card(cell: str, key: str, position: int, total: int, item: dict) -> Slide:
    blocks: list[Block] = []
    if item["quote"]:
        blocks.append(Quote((Run(f"“{item['quote']}”"),)))
    if item["matter"]:
        blocks.append(Paragraph(_runs(item["matter"])))
    for one in item["words"]:
        blocks += [Quote((Run(f"“{one['quote']}”"),)), *note_and_source([], one["cite"])]
    if item["prompts"]:
        blocks.append(Paragraph((Run("Liên hệ thực tiễn", "strong"),), "label"))
        blocks.append(Bullets(tuple(map(_runs, item["prompts"]))))
    blocks += note_and_source(item["notes"], item["cite"])
    title = f"{position}. {item['title']}"
    # The wall has the source's words and the questions; what the kit thinks of them the speaker may tell.
    own = _own(item["commentary"])
    return Slide(f"{cell}-{position}", cell, title, "sub", tuple(blocks), (*own, _card_note(item)))


def _own(commentary: str) -> list[str]:
    return [f"{shown.COMMENTARY}: {commentary}"] if commentary else []


def _card_note(item: dict) -> str:
    then = "hỏi gợi ý liên hệ" if item["prompts"] else "mời mọi người nêu ý kiến"
    return f"{_READING[bool(item['quote']), bool(item['matter'])]}, rồi {then}."


def _quiz(notebook: str, cell: str, model: str, state: dict) -> Expansion:
    entries = {entry["id"]: entry for entry in state["questions"]}
    chosen = [entries[name] for name in state["asked"]]
    asked = [question(entry, number, len(chosen)) for number, entry in enumerate(chosen, start=1)]
    slides = [
        Slide(
            f"{cell}-{one.number}",
            cell,
            f"Câu {one.number}/{one.total}",
            "sub",
            (one,),
            (ASKING, *_why(one)),
        )
        for one in asked
    ]
    return Expansion([Paragraph(_runs(_announced(len(asked), len(entries))))], slides)


def _why(one: Question) -> list[str]:
    """Return what the speaker may say of the answer: why it is right, and what is wrong about the others."""
    return [
        f"{shown.COMMENTARY}:",
        *map(shown.plain, one.reasons),
        *([one.commentary] if one.commentary else []),
    ]


def _announced(asked: int, total: int) -> str:
    more = f"Trang học có {total} câu, mỗi phương án đều có lời giải thích."
    if not asked:
        return more
    return f"{asked} câu hỏi, mỗi câu một trang. Suy nghĩ, chọn, rồi mới xem đáp án. {more}"


def _book_map(notebook: str, cell: str, model: str, state: dict) -> Expansion:
    # On paper the chart of the book's parts, a slide of its own, stands for the map.
    return Expansion([Live(model, state["title"])])


def _runs(words: str) -> Runs:
    return (Run(words),)


_MAKERS = {
    "figure_explorer": _figure, "outline_explorer": _cards, "quiz": _quiz, "review": _quiz, "book_map": _book_map,
}  # fmt: skip
