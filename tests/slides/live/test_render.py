"""The live deck's page: every word of the deck, escaped; drawings with their words; widgets with their states."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest

from charts.palette import PALETTE
from shown.model import strong, words
from shown.question import Blank, Option, Side
from slides.deck.model import (
    Bullets,
    Columns,
    Deck,
    Figure,
    Live,
    Paragraph,
    Part,
    Question,
    Quote,
    Run,
    Slide,
    Table,
)
from slides.live import render, samples
from slides.paper import pdf

TRICKY = "<script>alert('x')</script> & “hơn” 167.700"


def runs(words: str) -> tuple[Run, ...]:
    return (Run(words, "strong"), Run(f" {words}"))


def question(kind: str, **more: Any) -> Question:
    right = Option("Một <b>", "A", True, "Vì & thế", "X")
    options = (right, Option("Hai", "B", False, "Không phải"))
    lines = (words(strong(right.text), f": {right.reason}"),)
    values = {"options": options, "answer": "A", "in_full": lines, "chosen": True} | more
    return Question(
        id=f"q-{kind}", number=1, total=4, kind=kind, difficulty="Dễ", prompt=f"Hỏi {kind} <i>?",
        hint="Chọn <một>.", on_paper="", explanation="Giải thích <u>", cite="Nguồn & nơi", notes=("Lưu ý <em>",),
        **values,
    )  # fmt: skip


ORDERED = {
    "options": (Option("Sau", "A", True, "", "2"), Option("Trước", "B", True, "", "1")),
    "in_full": (words("Trước"), words("Sau")), "chosen": False, "numbered": True, "answer": "B – A",
}  # fmt: skip
PAIRS = {
    "options": (Option("Trái", "1", True, "", "B"), Option("Trái nữa", "2", True, "", "A")),
    "in_full": (words("Trái – Hai"), words("Trái nữa – Một")), "chosen": False,
}  # fmt: skip
FIGURE = Figure(
    model="w1", name="hinh", title="Hình <một>", svg=f'<svg><path fill="{PALETTE["kit-red"]}"/></svg>',
    alt="Nói bằng lời & rõ", caption="", header=(), rows=(),
)  # fmt: skip
BLOCKS = (
    Paragraph(runs(TRICKY)),
    Paragraph(runs("Nhãn"), "label"),
    Paragraph(runs("Ghi chú"), "note"),
    Paragraph(runs("Nguồn của trang"), "source"),
    Paragraph(runs("Thông điệp"), "message"),
    Bullets((runs("Mục một"), runs("Mục hai")), ordered=True, start=3),
    Quote(runs("Trích nguyên văn")),
    Table((runs("Cột"), runs("Cột hai")), ((runs("Ô <td>"), runs("Ô hai")),)),
    Columns((Paragraph(runs("Bên trái")),), (Bullets((runs("Bên phải"),)),)),
)


@pytest.fixture
def deck() -> Deck:
    """A deck with every kind of block and question."""
    asked = [
        question("single"), question("multiple"),
        question("numeric", options=(), in_full=(), blank=Blank("trang <i>"), answer="hơn 37"),
        question("ordering", **ORDERED),
        question("matching", **PAIRS, sides=(Side("Phải", "A"), Side("Phải nữa", "B")), answer="1–B, 2–A"),
    ]  # fmt: skip
    slides = [
        Slide("a-dau", "a-dau", "Bìa", "title", (Paragraph(runs("Dưới bìa")),), ("Chào <mọi người>.",), 2.0),
        Slide("a-hai", "a-hai", f"Trang {TRICKY}", "section", BLOCKS, part=1, scale=0.9, minutes=3.0),
        Slide("a-ba", "a-ba", "Hình", "sub", (FIGURE,), part=1),
        Slide("a-bon", "a-bon", "Làm bài", "section", (Live("w2", "Bản đồ"),)),
        *(Slide(f"a-{one.kind}", "a-bon", "Câu 1/4", "sub", (one,), scale=1.12) for one in asked),
    ]
    states = [
        {"name": "mot", "label": "Một", "wide": "<svg/>"},
        {"name": "hai", "label": "Hai", "wide": "<svg/>"},
    ]
    models = {
        "w1": {"_anywidget_id": "widgets.figure_explorer.figure_explorer.FigureExplorer",
            "states": states, "slides": {"mot": FIGURE.svg, "hai": "<svg>2</svg>"}, "bars": [],
            "slide_alts": {"mot": "Một", "hai": "Hai"}},
        "w2": {
            "_anywidget_id": "widgets.book_map.book_map.BookMap", "title": "</script>", "key": "sach", "session": "a",
        },
    }  # fmt: skip
    return Deck("a", "a.ipynb", "Buổi <thử>", "Khóa", (Part("Mở", 2), Part("Giữa", 3)), tuple(slides), models)


@pytest.fixture
def page(deck: Deck) -> str:
    return render.deck_page(
        deck, render.Links("asset/{}".format, "widget/{}".format, "/hoc/a/", "/trinh-chieu/", "/dia-chi/a")
    )


class Reader(HTMLParser):
    """Reads a page as a browser does: words, attributes, scripts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.words, self.attributes, self.tags, self.script, self._in = "", [], [], {}, None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]
        self._in = dict(attrs).get("id", "") if tag == "script" else None

    def handle_data(self, data: str) -> None:
        if self._in is None:
            self.words += data
        else:
            self.script[self._in] = data
            self._in = None


# Of a question: what paper says besides.
PAPER_ONLY = ("cite", "notes", "hint", "on_paper", "difficulty", "key")


def texts(value: Any) -> Iterator[str]:
    """Yield every text that a reader sees of a deck's blocks; of an option, its reason stands in the answer."""
    if isinstance(value, Option):
        yield from (value.text, value.sign)
        return
    for name, inner in vars(value).items():
        if name in ("svg", "alt", "model", "id", "name", "kind", "role", "style", *PAPER_ONLY):
            continue
        for item in inner if isinstance(inner, tuple) else (inner,):
            for part in item if isinstance(item, tuple) else (item,):
                for cell in part if isinstance(part, tuple) else (part,):
                    if isinstance(cell, str):
                        yield cell
                    elif hasattr(cell, "__dataclass_fields__"):
                        yield from texts(cell)


def squeezed(words: str) -> str:
    return re.sub(r"\s+", " ", words)


def test_every_text_of_the_deck_is_there_and_none_is_markup(deck: Deck, page: str) -> None:
    reader = Reader(page)
    words = squeezed(reader.words)
    for slide in deck.slides:
        for text in (slide.title, *slide.spoken):
            assert squeezed(text) in words
        for block in slide.blocks:
            if isinstance(block, Figure):
                continue
            for text in texts(block):
                assert squeezed(text).strip() in words, text
    assert "alert" not in "".join(reader.script.values())
    assert not {"u", "em", "một", "mọi"} & set(reader.tags)


def test_reasons_stand_with_the_right_options_only(page: str) -> None:
    words = squeezed(Reader(page).words)
    assert "Một <b>: Vì & thế" in words and "Hai: Không phải" not in words


def test_drawings_have_their_words_and_the_theme_as_colours(page: str) -> None:
    reader = Reader(page)
    assert ("div", "aria-label", "Hình <một>. Nói bằng lời & rõ") in reader.attributes
    assert ("path", "fill", "var(--kit-red)") in reader.attributes


def test_widgets_stand_with_their_states_and_the_slides_own_drawing(page: str) -> None:
    reader = Reader(page)
    models = json.loads(reader.script["kit-widgets"])["models"]
    assert {name: model["module"] for name, model in models.items()} == {
        "w1": "figure_explorer",
        "w2": "book_map",
    }
    first, second = models["w1"]["state"]["states"]
    assert (first["wide"], second["wide"]) == (FIGURE.svg, "<svg>2</svg>")
    assert not {"slides", "bars"} & set(models["w1"]["state"]) and not [
        name for name in models["w2"]["state"] if name[0] == "_"
    ]
    assert {value for _, name, value in reader.attributes if name == "data-model"} == {"w1", "w2"}


def test_outline_and_times_are_there_for_the_speaker(deck: Deck, page: str) -> None:
    reader = Reader(page)
    data = json.loads(reader.script["deck-data"])
    assert (data["slug"], data["minutes"]) == ("a", 5)
    assert data["parts"] == [{"title": "Mở", "minutes": 2}, {"title": "Giữa", "minutes": 3}]
    minutes = [value for tag, name, value in reader.attributes if (tag, name) == ("section", "data-minutes")]
    assert minutes[:4] == ["2.0", "", "3.0", ""]


def test_sizes_are_those_of_the_printed_slides(deck: Deck, page: str) -> None:
    style = next(value for tag, name, value in Reader(page).attributes if (tag, name) == ("body", "style"))
    for name, size in pdf.SIZES.items():
        assert f"--deck-{name}: {size}px" in style
    assert re.search(r'id="a-hai"[^>]*style="--scale: 0.9;', page)


def test_parts_stand_beside_each_other_and_their_slides_below(page: str) -> None:
    order = re.findall(r'<section>|<section id="([\w-]+)"|</section>', page)
    assert [name for name in order if name] == [
        "a-dau", "dien-thoai", "a-hai", "a-ba", "a-bon",
        "a-single", "a-multiple", "a-numeric", "a-ordering", "a-matching",
    ]  # fmt: skip
    assert page.count("<section>") == 4


def test_a_deck_neither_reads_nor_keeps_what_its_trainer_has_done(page: str) -> None:
    models = json.loads(Reader(page).script["kit-widgets"])["models"].values()
    assert {model["state"]["session"] for model in models} == {""}


def test_a_sample_chart_can_be_switched(deck: Deck) -> None:
    found = samples.samples([deck])
    assert [*found] == ["figure"] and len(found["figure"]["state"]["states"]) == 2
    bare = replace(deck, slides=deck.slides[:2])
    assert samples.samples([bare]) == {}
