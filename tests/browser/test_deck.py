"""A trainer shows decks: every slide on every screen, questions, the speaker's window, the check."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import decks, looks
from tests.serving import Server, eventually
from widgets.content import load

SLUGS = list(load().sessions)
SCREENS = {"projector": (1024, 768), "laptop": (1366, 768), "full-hd": (1920, 1080)}
CHART = "ket-qua-phat-hien-xu-ly"
QUESTIONS = ".asking[data-slide]"


@pytest.fixture(scope="module")
def server(kit: Server) -> str:
    """Address of the decks on the server, when all of them are made."""
    for slug in SLUGS:
        eventually(
            lambda slug=slug: kit.visitor().ask(f"/trinh-chieu/{slug}/").status == 200, 120, f"{slug} is made"
        )
    return f"http://127.0.0.1:{kit.port}/trinh-chieu/"


@pytest.fixture(scope="module")
def stick(built: Path) -> str:
    """Address of the decks of the built site, opened as files."""
    return (built / "trinh-chieu").as_uri() + "/"


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Return a function that opens a page on which an error or a request to another host fails the test."""
    contexts, problems = [], []

    def look(url: str, own: str) -> None:
        if not url.startswith((own, "blob:", "data:")):
            problems.append(f"another host: {url}")

    def open_it(url: str, screen: str = "laptop", prepare: Callable[[Page], object] | None = None) -> Page:
        width, height = SCREENS[screen]
        context = browser.new_context(viewport={"width": width, "height": height}, locale="vi-VN")
        context.set_default_timeout(20_000)
        contexts.append(context)
        own = re.match(r"\w+://[^/]*/", url)[0]
        context.on("request", lambda request: look(request.url, own))
        context.on("weberror", lambda error: problems.append(str(error.error)))
        page = context.new_page()
        if prepare:
            prepare(page)
        page.goto(url)
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert problems == []


@pytest.fixture
def show(open_page: Callable[..., Page], server: str) -> Callable[..., Page]:
    """Return a function that opens a deck of the server at a slide."""

    def show_it(slug: str, slide: str = "", screen: str = "laptop") -> Page:
        page = open_page(f"{server}{slug}/{f'#/{slide}' if slide else ''}", screen)
        decks.ready(page)
        return page

    return show_it


def freeze(page: Page) -> None:
    """Stop the page's clock; only ``run_for`` moves it from now on."""
    page.clock.pause_at("2026-01-05T09:00:00")


def on(page: Page, slide: str) -> None:
    """Wait until a slide is shown."""
    page.wait_for_function(
        "(id) => document.querySelector('.deck-slide.present:not(.stack)').id === id", arg=slide
    )


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("slug", SLUGS)
def test_every_slide_is_whole_and_can_be_read_from_the_last_row(
    show: Callable[..., Page], slug: str, screen: str
) -> None:
    page = show(slug, screen=screen)
    seen, faults = decks.go_through(page)
    assert seen == page.locator("[data-slide]").evaluate_all("(slides) => slides.map(({ id }) => id)")
    assert faults == []


def test_it_looks_right_to_axe(show: Callable[..., Page]) -> None:
    page = show("ket-qua")
    for slide in ("ket-qua-tieu-de", "ket-qua-muc-tieu", CHART, "ket-qua-cau-hoi-2-1"):
        page.evaluate("(id) => (location.hash = `#/${id}`)", slide)
        on(page, slide)
        assert looks.violations(page) == []
    page.keyboard.press("PageDown")
    assert looks.violations(page) == [] and looks.repeated_ids(page) == []


def question(page: Page, number: int = 1):
    """Go to a question's slide."""
    slide = page.locator(QUESTIONS).nth(number - 1).get_attribute("id")
    page.evaluate("(id) => (location.hash = `#/${id}`)", slide)
    on(page, slide)
    return page.locator(f"#{slide}")


def test_time_to_think_and_the_answer_by_the_next_key(show: Callable[..., Page]) -> None:
    page = show("ket-qua")
    page.clock.install(time="2026-01-05T08:00:00")
    slide = question(page, 3)
    freeze(page)
    answer = slide.get_by_text("Đáp án:")
    expect(answer).to_be_hidden()
    slide.get_by_role("button", name="15 giây", exact=True).click()
    slide.get_by_role("button", name="Suy nghĩ 15 giây").click()
    expect(slide.get_by_role("timer")).to_have_text("15")
    page.clock.run_for(5_000)
    expect(slide.get_by_role("timer")).to_have_text("10")
    page.clock.run_for(10_500)
    expect(slide.get_by_role("timer")).to_have_text("Hết giờ")
    page.keyboard.press("PageDown")
    expect(answer).to_be_visible()
    expect(slide.get_by_text("Nguồn: ")).to_be_visible()
    right = slide.locator("[data-right]")
    expect(right.locator(".mark")).to_contain_text("✓")
    expect(right).to_contain_text("Đúng")
    expect(slide.get_by_role("timer")).to_be_hidden()
    page.keyboard.press("PageUp")
    expect(answer).to_be_hidden()


def test_the_answer_by_button_and_the_clicker_goes_on(show: Callable[..., Page]) -> None:
    page = show("ket-qua")
    slide = question(page, 1)
    slide.get_by_role("button", name="Hiện đáp án").click()
    expect(slide.get_by_text("Đáp án:")).to_be_visible()
    page.keyboard.press("Space")
    on(page, page.locator(QUESTIONS).nth(1).get_attribute("id"))


def test_a_question_that_one_jumps_back_to_is_still_asked(show: Callable[..., Page]) -> None:
    page = show("ket-qua")
    question(page, 6)
    slide = question(page, 2)
    expect(slide.get_by_text("Đáp án:")).to_be_hidden()


def test_a_chart_is_switched_on_the_slide_and_the_clicker_goes_on(show: Callable[..., Page]) -> None:
    page = show("ket-qua", CHART)
    drawing = page.locator(f"#{CHART} .figure-drawing")
    before = drawing.get_attribute("aria-label")
    expect(drawing.locator("svg")).to_have_attribute("viewBox", re.compile("^0 0 880 "))
    page.locator(f"#{CHART}").get_by_role("radio", name="Thang lôgarit").click()
    expect(drawing).not_to_have_attribute("aria-label", before)
    page.keyboard.press("PageDown")
    page.wait_for_function(
        "(id) => document.querySelector('.deck-slide.present:not(.stack)').id !== id", arg=CHART
    )


@pytest.mark.parametrize(
    ("slug", "slide"), [("ket-qua", CHART), ("ket-qua", "ket-qua-the-che"), ("tac-pham", "tac-pham-cac-phan")]
)
def test_every_way_of_showing_a_chart_can_be_read_from_the_last_row(
    show: Callable[..., Page], slug: str, slide: str
) -> None:
    page = show(slug, slide)
    ways = page.locator(f"#{slide} .figure-states label")
    drawing = page.locator(f"#{slide} .figure-drawing")
    words = drawing.get_attribute("aria-label")
    for way in ways.all()[1:]:
        way.click()
        expect(drawing).not_to_have_attribute("aria-label", words)
        words = drawing.get_attribute("aria-label")
        assert decks.faults(page) == []


@pytest.mark.parametrize("screen", ["projector", "laptop"])
@pytest.mark.parametrize("slug", ["tac-pham", "ket-qua", "on-tap"])
def test_a_live_question_is_seen_whole_and_stays_beside_its_answer(
    show: Callable[..., Page], slug: str, screen: str
) -> None:
    slide = "on-tap-tong-hop" if slug == "on-tap" else f"{slug}-cau-hoi"
    page = show(slug, slide, screen)
    card = page.locator(f"#{slide} .quiz-card:visible")
    seen = [card.locator("legend"), *card.locator("label").all(), card.get_by_role("button", name="Trả lời")]
    assert len(seen) == 6
    for part in seen:
        expect(part).to_be_in_viewport(ratio=1)
    assert decks.faults(page) == []
    card.get_by_role("radio").first.check()
    seen.pop().click()
    for part in [*seen, card.get_by_role("heading", name=re.compile("đúng", re.IGNORECASE))]:
        expect(part).to_be_in_viewport(ratio=1)
    assert decks.faults(page) == []
    page.locator(f"#{slide}").get_by_role("button", name="Câu tiếp theo").click()
    expect(card.get_by_role("heading", name="Câu 2")).to_be_in_viewport(ratio=1)


def sign(page: Page, slide: str) -> bool:
    """Tell whether a slide's widget shows that it goes on below."""
    shown = "(place) => getComputedStyle(place, '::after').content.includes('Cuộn')"
    return page.locator(f"#{slide} .widget-live").evaluate(shown)


def test_a_long_live_question_says_that_it_goes_on_and_keeps_its_button_in_sight(
    show: Callable[..., Page],
) -> None:
    page = show("on-tap", "on-tap-cau-hoi")
    card = page.locator("#on-tap-cau-hoi .quiz-card:visible")
    assert sign(page, "on-tap-cau-hoi")
    expect(card.get_by_role("button", name="Trả lời")).to_be_in_viewport(ratio=1)
    card.locator("select").last.scroll_into_view_if_needed()
    page.locator("#on-tap-cau-hoi .widget-live").hover()
    page.mouse.wheel(0, 2000)
    page.wait_for_function("!document.querySelector('#on-tap-cau-hoi .widget-live').matches('[data-more]')")
    assert not sign(page, "on-tap-cau-hoi")


def test_the_map_stays_in_sight_beside_a_part_of_the_book(show: Callable[..., Page]) -> None:
    page = show("tac-pham", "tac-pham-ban-do", "projector")
    slide = page.locator("#tac-pham-ban-do")
    blocks = slide.locator(".book-map-block").all()
    expect(slide.get_by_text("Nguồn về kết cấu của sách")).to_be_in_viewport(ratio=1)
    blocks[1].click()
    expect(slide.get_by_role("heading", name=re.compile("^Phần thứ hai"))).to_be_in_viewport(ratio=1)
    for block in blocks:
        expect(block).to_be_in_viewport(ratio=1)


def test_keys_belong_to_the_widget_until_escape(show: Callable[..., Page]) -> None:
    page = show("ket-qua", "ket-qua-cau-hoi")
    options = page.locator("#ket-qua-cau-hoi").get_by_role("radio")
    options.first.check()
    page.keyboard.press("ArrowDown")
    expect(options.nth(1)).to_be_checked()
    assert decks.current(page) == "ket-qua-cau-hoi"
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowDown")
    on(page, "ket-qua-cau-hoi-2-1")


def test_a_deep_link_survives_reload_and_follows_the_slides(show: Callable[..., Page]) -> None:
    page = show("bai-hoc", "bai-hoc-cac-bai-hoc-2-4")
    assert decks.current(page) == "bai-hoc-cac-bai-hoc-2-4"
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**#/bai-hoc-cac-bai-hoc-2-5")
    page.reload()
    decks.ready(page)
    assert decks.current(page) == "bai-hoc-cac-bai-hoc-2-5"


def test_black_until_the_next_key(show: Callable[..., Page]) -> None:
    page = show("ket-qua")
    for key in ("b", "."):
        page.keyboard.press(key)
        expect(page.locator(".pause-overlay")).to_be_visible()
        page.keyboard.press("PageDown")
        expect(page.locator(".pause-overlay")).to_be_hidden()
    assert decks.current(page) == "ket-qua-tieu-de"


def test_the_overview_leads_to_any_slide(show: Callable[..., Page]) -> None:
    page = show("ket-qua")
    page.keyboard.press("o")
    goal = page.locator("#ket-qua-muc-tieu")
    expect(goal.get_by_text("Mục tiêu của buổi học")).to_be_visible()
    goal.click()
    on(page, "ket-qua-muc-tieu")
    expect(page.locator(".reveal.overview")).to_have_count(0)


def test_the_bar_help_and_the_ground(show: Callable[..., Page]) -> None:
    page = show("ket-qua")
    bar = page.get_by_role("navigation", name="Điều khiển trình chiếu")
    expect(bar).to_be_hidden()
    page.mouse.move(300, 300)
    bar.get_by_role("button", name="Nền").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert page.evaluate("localStorage.getItem('hoc-tac-pham/giao-dien')") == "dark"
    page.keyboard.press("?")
    help_panel = page.get_by_role("dialog", name="Phím dùng khi trình chiếu")
    expect(help_panel).to_be_visible()
    assert looks.violations(page) == []
    page.keyboard.press("Escape")
    expect(help_panel).to_be_hidden()
    page.keyboard.press("f")
    page.wait_for_function("document.fullscreenElement !== null")


@pytest.mark.parametrize("place", ["server", "stick"])
def test_the_speakers_window_and_the_deck_follow_each_other(
    open_page: Callable[..., Page], request: pytest.FixtureRequest, place: str
) -> None:
    root = request.getfixturevalue(place)
    page = open_page(f"{root}ket-qua/{'index.html' if place == 'stick' else ''}#/ket-qua-muc-tieu")
    decks.ready(page)
    with page.expect_popup() as opened:
        page.keyboard.press("s")
    speaker = opened.value
    shown, following = speaker.locator("[data-current]"), speaker.locator("[data-next]")
    expect(shown).to_contain_text("Mục tiêu của buổi học")
    expect(speaker.get_by_role("region", name="Lời dẫn")).to_contain_text("Khoảng")
    first = following.locator(".title").text_content()
    speaker.get_by_role("button", name="Sau", exact=True).click()
    page.wait_for_url("**#/ket-qua-cac-ket-qua")
    expect(shown.locator(".title")).to_have_text(first)
    page.keyboard.press("PageDown")
    expect(shown.locator(".title")).to_have_text(re.compile("^1. "))
    speaker.keyboard.press("b")
    expect(page.locator(".pause-overlay")).to_be_visible()
    expect(speaker.get_by_role("button", name="Màn đen")).to_have_attribute("aria-pressed", "true")
    speaker.keyboard.press("b")
    expect(page.locator(".pause-overlay")).to_be_hidden()
    speaker.keyboard.press("PageUp")
    on(page, "ket-qua-cac-ket-qua")
    page.reload()
    decks.ready(page)
    speaker.keyboard.press("PageUp")
    on(page, "ket-qua-muc-tieu")
    assert looks.violations(speaker) == []


@pytest.fixture
def speaking(open_page: Callable[..., Page], server: str, stick: str) -> Callable[..., tuple[Page, Page]]:
    """Return a function that opens a deck at a slide, and its speaker's window."""

    def open_both(slide: str, place: str = "server") -> tuple[Page, Page]:
        root, name = (server, "") if place == "server" else (stick, "index.html")
        page = open_page(f"{root}ket-qua/{name}#/{slide}")
        decks.ready(page)
        return page, speaker_of(page)

    return open_both


def speaker_of(page: Page) -> Page:
    """Press S on the deck; return the speaker's window when it shows what the deck does."""
    with page.expect_popup() as opened:
        page.keyboard.press("s")
    speaker = opened.value
    expect(speaker.locator("[data-current] .deck-slide")).to_be_visible()
    expect(speaker.get_by_text("Chưa nối với bản trình chiếu.")).to_be_hidden()
    return speaker


def test_the_speaker_sees_whether_the_room_sees_the_answer(
    speaking: Callable[..., tuple[Page, Page]],
) -> None:
    page, speaker = speaking("ket-qua-cau-hoi-2-1")
    expect(speaker.get_by_text("Phòng chưa thấy đáp án")).to_be_visible()
    speaker.get_by_role("button", name="Hiện đáp án").click()
    expect(page.locator("#ket-qua-cau-hoi-2-1 .answer")).to_be_visible()
    expect(speaker.get_by_text("Đã hiện đáp án")).to_be_visible()
    speaker.get_by_role("button", name="Sau", exact=True).click()
    on(page, "ket-qua-cau-hoi-2-2")
    expect(speaker.get_by_text("Phòng chưa thấy đáp án")).to_be_visible()


def test_the_speakers_keys_reach_the_deck(speaking: Callable[..., tuple[Page, Page]]) -> None:
    page, speaker = speaking("ket-qua-cau-hoi-2-1")
    speaker.keyboard.press("t")
    expect(page.locator(".present").get_by_role("timer")).to_be_visible()
    speaker.keyboard.press("End")
    last = page.locator("[data-slide]").last.get_attribute("id")
    on(page, last)
    speaker.keyboard.press("Home")
    on(page, "ket-qua-tieu-de")
    speaker.keyboard.press("f")
    expect(speaker.get_by_text("Toàn màn hình chỉ mở được từ cửa sổ trình chiếu")).to_be_visible()


@pytest.mark.parametrize("place", ["server", "stick"])
def test_the_clock_goes_on_when_the_speakers_window_comes_back(
    speaking: Callable[..., tuple[Page, Page]], place: str
) -> None:
    page, speaker = speaking("ket-qua-muc-tieu", place)
    used = speaker.get_by_role("row", name="Mở đầu")
    speaker.get_by_role("button", name="Bấm giờ").click()
    expect(used).to_contain_text("0:01")
    speaker.reload()
    expect(speaker.get_by_role("button", name="Tạm dừng")).to_be_visible()
    speaker.get_by_role("button", name="Tạm dừng").click()
    spoken = speaker.locator("[data-elapsed]").text_content()
    assert spoken != "0:00"
    with speaker.expect_event("close"):
        speaker.evaluate("setTimeout(close)")
    again = speaker_of(page)
    expect(again.locator("[data-elapsed]")).to_have_text(spoken)
    expect(again.get_by_role("row", name="Mở đầu")).to_contain_text(spoken)
    page.reload()
    decks.ready(page)
    again.get_by_role("button", name="Chạy tiếp").click()
    expect(again.get_by_role("button", name="Tạm dừng")).to_be_visible()


@pytest.mark.parametrize("size", [(1366, 650), (1280, 600)])
def test_the_notes_stand_in_the_speakers_window_without_scrolling(
    speaking: Callable[..., tuple[Page, Page]], size: tuple[int, int]
) -> None:
    _, speaker = speaking("ket-qua-muc-tieu")
    speaker.set_viewport_size({"width": size[0], "height": size[1]})
    notes = speaker.get_by_role("region", name="Lời dẫn")
    expect(notes).to_be_in_viewport(ratio=1)
    assert notes.bounding_box()["height"] > 150
    assert speaker.evaluate("document.documentElement.scrollHeight <= innerHeight")
    assert looks.violations(speaker) == []


def test_the_speakers_clock(open_page: Callable[..., Page], server: str) -> None:
    address = f"{server}ket-qua/?nguoi-noi#/ket-qua-phat-hien-xu-ly"
    speaker = open_page(address, prepare=lambda page: page.clock.install(time="2026-01-05T08:00:00"))
    freeze(speaker)
    pace, left = speaker.locator("[data-pace]"), speaker.locator("[data-left]")
    expect(pace).to_have_text("Chưa bấm giờ")
    expect(left).to_have_text("45:00")
    speaker.get_by_role("button", name="Bấm giờ").click()
    speaker.clock.run_for(60_000)
    expect(left).to_have_text("44:00")
    expect(pace).to_have_text(re.compile(r"^Nhanh hơn dự kiến \d+ phút$"))
    row = speaker.get_by_role("row", name="Phát hiện, xử lý")
    expect(row).to_contain_text("1:00")
    speaker.get_by_role("button", name="Tạm dừng").click()
    speaker.clock.run_for(60_000)
    expect(left).to_have_text("44:00")
    speaker.get_by_role("button", name="Chạy tiếp").click()
    speaker.clock.run_for(45 * 60_000)
    expect(left).to_have_text("−1:00")
    expect(pace).to_have_text(re.compile(r"^Chậm hơn dự kiến \d+ phút$"))
    speaker.get_by_role("button", name="Đặt lại").click()
    expect(left).to_have_text("45:00")
    expect(speaker.get_by_text("Chưa nối với bản trình chiếu.")).to_be_visible()


def pages_of(page: Page, root: str, name: str = "") -> str:
    """Return how many pages the list of decks gives the deck on results."""
    page.goto(f"{root}{name}")
    row = page.get_by_role("listitem").filter(has_text="Kết quả nổi bật")
    return re.search(r"(\d+) trang", row.text_content())[1]


ADDRESS = "http://192.168.1.5:8866/hoc/ket-qua/"


def test_phones_are_told_how_they_reach_the_session(open_page: Callable[..., Page], server: str) -> None:
    answer = f'{{"addresses": [{{"url": "{ADDRESS}", "qr": "data:image/svg+xml,%3Csvg/%3E"}}]}}'

    def reachable(page: Page) -> None:
        page.route(
            "**/dia-chi/ket-qua", lambda route: route.fulfill(body=answer, content_type="application/json")
        )

    page = open_page(f"{server}ket-qua/#/dien-thoai", prepare=reachable)
    decks.ready(page)
    slide = page.locator("#dien-thoai")
    expect(slide.get_by_text(ADDRESS)).to_be_visible()
    expect(slide.get_by_role("img", name=f"Mã QR của địa chỉ {ADDRESS}")).to_be_visible()
    assert decks.faults(page) == []
    page.keyboard.press("PageDown")
    number = page.locator(".present [data-number]").text_content()
    assert number == f"2/{pages_of(page, server)}"


@pytest.mark.parametrize("place", ["server", "stick"])
def test_where_no_phone_reaches_the_session_no_slide_speaks_of_phones(
    open_page: Callable[..., Page], request: pytest.FixtureRequest, place: str
) -> None:
    root, name = request.getfixturevalue(place), "index.html" if place == "stick" else ""
    page = open_page(f"{root}ket-qua/{name}")
    decks.ready(page)
    expect(page.locator("#dien-thoai")).to_have_count(0)
    page.keyboard.press("PageDown")
    on(page, "ket-qua-muc-tieu")
    number = page.locator(".present [data-number]").text_content()
    assert number == f"2/{pages_of(page, root, name)}"
    advice = page.get_by_text("make serve HOST=0.0.0.0")
    expect(page.get_by_text("nên điện thoại chưa vào được.")).to_be_visible()
    expect(advice).to_have_count(1 if place == "server" else 0)


@pytest.mark.parametrize("place", ["server", "stick"])
def test_the_machine_is_checked(
    open_page: Callable[..., Page], request: pytest.FixtureRequest, place: str
) -> None:
    root = request.getfixturevalue(place)
    page = open_page(f"{root}{'index.html' if place == 'stick' else ''}")
    expect(page.get_by_text("Máy này sẵn sàng cho buổi trình bày.")).to_be_visible()
    expect(page.get_by_text("Đạt", exact=True)).to_have_count(6)
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.includes('kiem-tra'))") == []
    links = page.get_by_role("link", name=re.compile("^Trình chiếu "))
    expect(links).to_have_count(len(SLUGS))
    expect(page.get_by_role("listitem").filter(has_text="Kết quả nổi bật")).to_contain_text("11 câu hỏi")
    assert looks.faults(page) == []
    links.nth(2).click()
    decks.ready(page)
    assert decks.current(page) == "ket-qua-tieu-de"


def test_a_check_that_fails_names_the_remedy(open_page: Callable[..., Page], server: str) -> None:
    refuse = "Object.defineProperty(Document.prototype, 'fullscreenEnabled', { get: () => false })"
    page = open_page(server, prepare=lambda page: page.add_init_script(refuse))
    expect(page.get_by_text("1 mục chưa đạt. Cách xử lý nằm cạnh từng mục.")).to_be_visible()
    expect(page.get_by_text("Hãy thử phím F11 hoặc trình duyệt khác.")).to_be_visible()


def test_home_and_session_lead_to_the_deck(open_page: Callable[..., Page], server: str) -> None:
    page = open_page(server.replace("trinh-chieu/", ""))
    page.get_by_role("link", name="Trình bày buổi 3: Kết quả nổi bật").click()
    page.wait_for_url("**/trinh-chieu/ket-qua/**")
    page.goto(server.replace("trinh-chieu/", "hoc/ket-qua/"))
    page.get_by_role("link", name="Trình bày", exact=True).click()
    page.wait_for_url("**/trinh-chieu/ket-qua/**")
