"""Two small decks to choose from, and meetings made of them."""

from __future__ import annotations

import base64
import io
from dataclasses import replace
from functools import cache
from types import SimpleNamespace

from PIL import Image

from slides.deck.fitting import fit
from slides.deck.model import Deck
from slides.deck.reading import read_deck
from slides.meeting.catalogue import items
from slides.meeting.model import About, Chosen, Composition, Picture
from tests.slides import sample

ABOUT = About(unit="Chi bộ Thôn Giữa", date="19/05/2027", place="Nhà văn hóa", speaker="Bà Ánh")

# Ids of the questions that lead back to the chart.
ABOUT_THE_CHART = ("hoi-quiz-1",)


@cache
def decks() -> dict[str, Deck]:
    """Give two sessions with a talk, a chart, an activity and questions, each with its minutes."""
    return {slug: _deck(slug, title) for slug, title in (("mot", "Buổi một"), ("hai", "Buổi hai"))}


def _deck(slug: str, title: str) -> Deck:
    agenda = [SimpleNamespace(title="Cả buổi", minutes=20)]
    session = SimpleNamespace(slug=slug, notebook=f"01-{slug}.ipynb", title=title, agenda=agenda)
    notebook = sample.notebook(
        sample.markdown("mo", "slide", f"# {title}\n\nMột buổi để thử."),
        sample.markdown("mo-loi", "notes", "Chào mọi người.", minutes=1),
        sample.markdown("dich", "slide", "## Mục tiêu\n\n- Hiểu\n- Làm"),
        sample.markdown("dich-loi", "notes", "Nói ngắn.", minutes=1),
        sample.markdown("so", "slide", "## Con số"),
        sample.code("so-hinh", model="w1"),
        sample.markdown("so-loi", "notes", "Nói con số.", minutes=3),
        sample.markdown("bai", "subslide", "### Bài học\n\nMột bài."),
        sample.markdown("bai-loi", "notes", "Nói bài học.", minutes=5),
        sample.markdown("hoi", "slide", "## Câu hỏi"),
        sample.code("hoi-quiz", model="w3"),
        sample.markdown("hoi-loi", "notes", "Để mọi người làm.", minutes=9),
        sample.markdown("het", "slide", "## Thông điệp"),
        sample.code("het-loi", sample.words("Nói đủ, làm đủ.", "message")),
        sample.markdown("het-noi", "notes", "Chào.", minutes=2),
        w1=sample.figure(), w3=_quiz(),
    )  # fmt: skip
    return fit(read_deck(notebook, session, "Khóa học thử"))


def _quiz() -> dict:
    state = sample.quiz()
    state["questions"][0]["see"] = {"anchor": sample.figure()["key"]}
    return state


def whole(*slugs: str, minutes: int = 45, **more: object) -> Composition:
    """Return a meeting with all that sessions have; both, when none is named."""
    chosen = [
        Chosen(session=slug, items=[item.id for item in items(decks()[slug])]) for slug in slugs or decks()
    ]
    return Composition(course="thu", about=ABOUT, minutes=minutes, chosen=chosen, **more)


def at_home(slug: str) -> Deck:
    """Return a session whose questions are done at home."""
    deck = decks()[slug]
    return replace(
        deck,
        slides=tuple(
            replace(one, at_home=one.id == "hoi", minutes=1 if one.id == "hoi" else one.minutes)
            for one in deck.slides
        ),
    )


def shot(kind: str = "JPEG", size: tuple[int, int] = (800, 600), mode: str = "RGB") -> bytes:
    """Return a picture file."""
    body = io.BytesIO()
    Image.effect_mandelbrot(size, (-3, -2.5, 2, 2.5), 20).convert(mode).save(body, kind)
    return body.getvalue()


def picture() -> Picture:
    """Return a small picture as a meeting keeps it."""
    return Picture(mime="image/jpeg", data=base64.b64encode(shot()).decode(), width=800, height=600)
