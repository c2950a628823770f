"""A small deck that needs no server and no kernel: its page and assets are answered by the test itself."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from types import SimpleNamespace

from playwright.sync_api import BrowserContext, Page, Route, expect

from course import load
from server.publish.assets import Assets, widget_asset
from server.publish.packed import kind_of
from slides.deck.fitting import fit
from slides.deck.reading import read_deck
from slides.live import render
from tests.browser.presenting import decks
from tests.courses import SMALL
from tests.slides import sample
from widgets.lesson import Lesson

ADDRESS = "http://127.0.0.1/"
# Its slides, in their order.
COVER, CHART, MAP, QUIZ, HOME, LAST = "mo", "hinh", "sach", "hoi", "nha", "het"
FIRST_QUESTION, SECOND_QUESTION = "hoi-quiz-1", "hoi-quiz-2"


@cache
def page() -> str:
    """Return the page of a deck of three parts: a chart, questions, and questions that are left for home."""
    agenda = [("Mở đầu", 2), ("Nội dung", 10), ("Kết thúc", 8)]
    session = SimpleNamespace(
        slug="thu", notebook="01-thu.ipynb", title="Buổi thử",
        agenda=[SimpleNamespace(title=title, minutes=minutes) for title, minutes in agenda],
    )  # fmt: skip
    deck = fit(read_deck(sample.notebook(*_cells(), **_states()), session, "Khóa học thử"))
    links = render.Links(
        "assets/{}".format, lambda module: f"assets/{widget_asset(module)}", "/hoc/thu/", "/trinh-chieu/"
    )
    return render.deck_page(deck, links)


def _cells() -> Iterable[dict]:
    yield sample.markdown(COVER, "slide", "# Buổi 1. Buổi thử")
    yield sample.markdown("mo-loi", "notes", "Chào mọi người.", minutes=2)
    yield sample.markdown(CHART, "slide", "## Con số")
    yield sample.code("hinh-1", model="w1")
    yield sample.markdown("hinh-loi", "notes", "Hỏi: con số nào lớn hơn?", minutes=6)
    yield sample.markdown(MAP, "slide", "## Cuốn sách")
    yield sample.code("sach-1", model="w4")
    yield sample.markdown("sach-loi", "notes", "Chỉ từng phần.", minutes=4)
    yield sample.markdown(QUIZ, "slide", "## Câu hỏi")
    yield sample.code("hoi-quiz", model="w2")
    yield sample.markdown("hoi-loi", "notes", "Hỏi cả phòng.", minutes=6)
    yield sample.markdown(HOME, "slide", "## Câu hỏi để ở nhà")
    yield sample.code("nha-quiz", model="w3")
    yield sample.markdown("nha-loi", "notes", "Nhắc làm ở nhà.", minutes=1, at_home=True)
    yield sample.markdown(LAST, "slide", "## Thông điệp\n\nNói đi đôi với làm.")
    yield sample.markdown("het-loi", "notes", "Đọc thông điệp.", minutes=1)


def _states() -> dict[str, dict]:
    course = load(SMALL)
    lesson = Lesson("buoi-mot", course)
    other = sample.DRAWING.replace("hơn 1.200 người", "40 người")
    ways = [("mot", "Thanh", sample.DRAWING), ("hai", "Tỷ lệ", other)]
    chart = sample.figure(
        session="buoi-mot", key="hinh-thu", palette={}, terms=[], state="mot",
        slides={name: drawing for name, _, drawing in ways}, slide_alts={name: label for name, label, _ in ways},
        states=[
            {"name": name, "label": label, "alt": label, "wide": drawing, "narrow": drawing, "slim": drawing}
            for name, label, drawing in ways
        ],
    )  # fmt: skip
    quizzes = (lesson.quiz(), Lesson("buoi-hai", course).quiz(), lesson.book_map())
    held = dict(zip(("w2", "w3", "w4"), map(_state, quizzes), strict=True))
    return {"w1": chart} | held


def _state(widget: object) -> dict:
    state = {name: value for name, value in widget.get_state().items() if name not in ("_esm", "_css")}
    return state | {"_anywidget_id": f"{type(widget).__module__}.{type(widget).__name__}"}


def answer(context: BrowserContext) -> None:
    """Let a profile find the deck at :data:`ADDRESS`, in windows that it opens as well."""
    assets = Assets()

    def look(route: Route) -> None:
        name = route.request.url.split("?")[0].rsplit("/", 1)[1]
        known = assets.get(name)
        if known:
            route.fulfill(body=known.body, content_type=kind_of(name))
        else:
            route.fulfill(body=page(), content_type="text/html; charset=utf-8")

    context.route(f"{ADDRESS}**", look)


def show(shown: Page, slide: str = "") -> Page:
    """Open the deck on a page, at a slide."""
    shown.goto(f"{ADDRESS}{f'#/{slide}' if slide else ''}")
    decks.ready(shown)
    return shown


def speaker_of(shown: Page) -> Page:
    """Press S on the deck; return the speaker's window when it shows what the deck does."""
    with shown.expect_popup() as opened:
        shown.keyboard.press("s")
    speaker = opened.value
    expect(speaker.locator("[data-current] .deck-slide")).to_be_visible()
    expect(speaker.get_by_text("Chưa nối với bản trình chiếu.")).to_be_hidden()
    return speaker
