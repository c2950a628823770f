"""What the kit's widgets become on slides: a chart, one slide a card, one slide a question."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from shown import model as shown
from shown.question import Question
from shown.question_kinds import question
from slides.deck.blocks import note_and_source, slide_blocks
from slides.deck.kinds import Kind
from slides.deck.limits import too_much
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
from slides.deck.wall import words
from widgets.modules import module_of

# In the name of a slide that adds words of another source to a card, between the card's and a number.
OTHER_WORDS = "-loi-"
ASKING, ANSWER = "Để mọi người suy nghĩ, rồi mới nêu đáp án.", "Đáp án:"


@dataclass(frozen=True)
class Expansion:
    """What a cell gives to its slide, and the slides that follow it.

    Attributes
    ----------
    blocks
        For the wall.
    told
        What the page shows and the speaker tells.
    title
        A better title for the slide than its heading: what it is about.
    kind
        What the slide is, where its blocks do not say so.
    addresses
        On other hosts, to which what the cell shows leads.
    places
        Names of the places on pages whose matter it shows.
    """

    blocks: list[Block]
    slides: list[Slide] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    title: str = ""
    kind: Kind | None = None
    addresses: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


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
    if module_of(state) == "notes":
        return _notes(state, reading_form)
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
        return Expansion([table, *below], places=(state["key"],))
    first = state["states"][0]
    figure = Figure(
        model=model, name=state["name"], title=state["title"], svg=state["slides"][first["name"]],
        alt=state["slide_alts"][first["name"]], caption=state["caption"], header=tuple(header),
        rows=tuple(map(tuple, rows)),
        bars=tuple(Bar(bar["label"], float(bar["value"]), bar["shown"]) for bar in state["bars"]),
    )  # fmt: skip
    told = [": ".join(row) for row in rows] if state["kind"] == "timeline" else [state["caption"]]
    return Expansion([figure, *below], told=told, kind=state["kind"], places=(state["key"],))


def _cards(notebook: str, cell: str, model: str, state: dict) -> Expansion:
    items = state["items"]
    titles = Bullets(tuple(_runs(item["title"]) for item in items), ordered=True)
    notes: list[Block] = [Paragraph((Run(f"Ghi chú: {note}"),), "note") for note in state["notes"]]
    slides = [slide for position, item in enumerate(items, start=1) for slide in _card(cell, item, position)]
    places = (state["key"], *(item["id"] for item in items))
    if too_much((titles,)):  # The list would be a page to read, and each of its titles comes as a slide.
        return Expansion(notes, slides, told=list(words([titles])), kind="section", places=places)
    return Expansion([titles, *notes], slides, places=places)


def _card(cell: str, item: dict, position: int) -> Iterator[Slide]:
    """Yield a card's slides: what it says with a question on it, then the words of other sources."""
    name, title = f"{cell}-{position}", f"{position}. {item['title']}"
    quote = (Quote(_runs(f"“{item['quote']}”")),) if item["quote"] else ()
    asked = [Paragraph((Run("Liên hệ thực tiễn", "strong"),), "label"), *map(_asked, item["prompts"])]
    told = [
        item["matter"],
        f"{shown.COMMENTARY}: {item['commentary']}" if item["commentary"] else "",
    ]
    matter = (Paragraph(_runs(item["matter"])),) if item["matter"] else ()
    below = tuple(note_and_source(item["notes"], item["cite"]))
    if quote and not too_much(quote):
        said = [*told, *item["prompts"]]
        yield Slide(
            name, cell, title, "sub", quote, told=_some(said), matter=matter, kind="quotation",
            asides=below,
        )  # fmt: skip
    else:
        said = [*(shown.plain(one.runs) for one in quote), *told]
        blocks = tuple(asked) if item["prompts"] else ()
        yield Slide(
            name, cell, title, "sub", blocks, told=_some(said), matter=(*quote, *matter),
            kind="statement", asides=below,
        )  # fmt: skip
    for number, one in enumerate(item["words"], start=1):
        words_of_source = (Quote(_runs(f"“{one['quote']}”")),)
        source = tuple(note_and_source([], one["cite"]))
        which = f" {number}" if len(item["words"]) > 1 else ""
        yield Slide(
            f"{name}{OTHER_WORDS}{number}", cell, f"{title} – lời của nguồn{which}", "sub", words_of_source,
            kind="quotation", asides=source,
        )  # fmt: skip


def _asked(prompt: str) -> Paragraph:
    return Paragraph(_runs(prompt))


def _some(several: Iterable[str]) -> tuple[str, ...]:
    return tuple(filter(None, several))


def _notes(state: dict, reading_form: list[shown.Block]) -> Expansion:
    if not state["message"]:
        return Expansion(slide_blocks(reading_form))
    message = Paragraph(_runs(state["message"]), "message")
    return Expansion([message], told=[state["asked"], *state["goals"]], kind="statement")


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
            (ASKING, f"{ANSWER} {one.answer}", *_why(one)),
            kind="question",
            asides=tuple(note_and_source(one.notes, one.cite)),
        )
        for one in asked
    ]
    announced = Paragraph(_runs(_announced(len(asked), len(entries))))
    return Expansion([announced], slides, kind="statement")


def _why(one: Question) -> list[str]:
    """Return what the speaker may say of the answer: why it is right, and what is wrong about the others."""
    return [
        f"{shown.COMMENTARY}:",
        *map(shown.plain, one.reasons),
        *([one.commentary] if one.commentary else []),
    ]


def _announced(asked: int, total: int) -> str:
    more = f"Trang học có {total} câu, mỗi phương án đều có lời giải thích."
    return f"{asking(asked)} {more}" if asked else more


def asking(count: int) -> str:
    """Return what a slide says that announces so many questions."""
    many = f"{count} câu hỏi, mỗi câu một trang." if count > 1 else "Một câu hỏi."
    return f"{many} Suy nghĩ, chọn, rồi mới xem đáp án."


def _book_map(notebook: str, cell: str, model: str, state: dict) -> Expansion:
    # On paper the chart of the book's parts, a slide of its own, stands for the map.
    return Expansion([Live(model, state["title"])], kind="map")


def _runs(words: str) -> Runs:
    return (Run(words),)


_MAKERS = {
    "figure_explorer": _figure, "outline_explorer": _cards, "quiz": _quiz, "review": _quiz, "book_map": _book_map,
}  # fmt: skip
