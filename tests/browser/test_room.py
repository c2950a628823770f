"""A room in a real browser: the wall in one window, phones in others, and the server between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.serving import Server


@pytest.fixture
def window(browser: Browser, kit: Server) -> Iterator[Callable[..., Page]]:
    """Return a function that opens an address in a window of a device of its own."""
    opened = []

    def open_window(path: str, width: int = 1366, height: int = 768) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height}, base_url=f"http://127.0.0.1:{kit.port}",
            service_workers="block",
        )  # fmt: skip
        opened.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: pytest.fail(f"on the page: {error}"))
        page.goto(path)
        return page

    yield open_window
    for context in opened:
        context.close()


def on_a_question(wall: Page) -> None:
    """Open a room on a deck, and go to its first question with letters."""
    expect(wall.locator(".reveal.ready")).to_be_attached()
    wall.keyboard.press("r")
    panel = wall.get_by_role("dialog", name="Mời cả phòng trả lời bằng điện thoại")
    expect(panel).to_contain_text("0 người đã vào phòng")
    panel.get_by_role("button", name="Đóng bảng").click()
    number = wall.locator("[data-slide][data-hands] [data-number]").first.text_content()
    for digit in number:
        wall.keyboard.press(digit)
    wall.keyboard.press("Enter")


def code_of(wall: Page) -> str:
    return wall.evaluate("JSON.parse(localStorage['hoc-tac-pham/phong']).code")


def choose(phone: Page, letter: str) -> None:
    phone.get_by_role("radio", name=f"{letter}. ").check()
    phone.get_by_role("button", name="Trả lời").click()
    expect(phone.get_by_text("Đã ghi câu trả lời của đồng chí")).to_contain_text(letter)


def test_a_hall_answers_talks_and_answers_again(window: Callable[..., Page], kit: Server) -> None:
    wall = window("/trinh-chieu/ly-luan/")
    on_a_question(wall)
    strip = wall.locator("[data-room-strip]")
    phones = [window(f"/phong/{code_of(wall)}/", 360, 800) for _ in range(2)]
    for phone in phones:
        phone.get_by_role("button", name="Vào phòng").click()
        expect(phone.get_by_text("Đồng chí đã vào phòng")).to_be_visible()
    expect(strip).to_contain_text("2 người")
    wall.keyboard.press("q")
    expect(strip).to_contain_text("đang đọc")
    expect(phones[0].get_by_text("Đồng chí hãy đọc kỹ")).to_be_visible()
    expect(phones[0].get_by_role("radio")).to_have_count(0)
    wall.keyboard.press("q")
    choose(phones[0], "A")
    choose(phones[1], "B")
    expect(strip).to_contain_text("đã nhận 2/2")
    # The wall was closed and opened again: the room is as it was.
    wall.reload()
    expect(strip).to_contain_text("đã nhận 2/2")
    wall.keyboard.press("q")
    expect(phones[1].get_by_text("Đã hết thời gian trả lời")).to_be_visible()
    expect(wall.locator(".hands-legend")).to_have_count(0)
    wall.keyboard.press("u")
    for phone in phones:
        expect(phone.get_by_text("Trả lời lần hai")).to_be_visible()
        choose(phone, "B")
    wall.keyboard.press("q")
    expect(strip).to_contain_text("đã đóng 2/2")
    wall.keyboard.press("q")
    asked = wall.locator("[data-slide].present[data-hands]")
    expect(asked.locator(".hands-numbers").nth(0)).to_have_text("1 → 0")
    expect(asked.locator(".hands-numbers").nth(1)).to_have_text("1 → 2")
    expect(asked.locator(".answer")).to_be_visible()
    expect(phones[0].get_by_text("Đáp án: ")).to_be_visible()
    expect(phones[0].get_by_text("Nguồn: ")).to_be_visible()
    wall.keyboard.press("r")
    wall.get_by_role("button", name="Kết thúc phòng").click()
    expect(strip).to_be_hidden()
    expect(phones[0].get_by_text("đã kết thúc")).to_be_visible()


def test_where_sockets_are_blocked_or_the_network_was_away_the_phone_is_right(
    window: Callable[..., Page], kit: Server
) -> None:
    wall = window("/trinh-chieu/ly-luan/")
    on_a_question(wall)
    code = code_of(wall)
    phone = window("/phong/", 360, 800)
    phone.route_web_socket("**/tin", lambda line: line.close())
    phone.get_by_label("Mã phòng").fill(code)
    phone.get_by_role("button", name="Vào phòng").click()
    phone.get_by_role("button", name="Vào phòng").click()
    expect(phone.get_by_text("Đồng chí đã vào phòng")).to_be_visible()
    wall.keyboard.press("q")
    wall.keyboard.press("q")
    phone.get_by_role("radio", name="A. ").check()
    # Without network the answer waits, and goes when it is back.
    phone.context.set_offline(True)
    phone.get_by_role("button", name="Trả lời").click()
    expect(phone.get_by_text("sẽ được gửi khi có mạng trở lại")).to_be_visible()
    phone.context.set_offline(False)
    expect(phone.get_by_text("Đã ghi câu trả lời của đồng chí")).to_be_visible()
    expect(wall.locator("[data-room-strip]")).to_contain_text("đã nhận 1/1")
    # What comes back too late is not taken, and is not left unsaid.
    wall.keyboard.press("q")
    expect(phone.get_by_text("Đã hết thời gian trả lời")).to_be_visible()
    wall.keyboard.press("u")
    phone.get_by_role("radio", name="B. ").check()
    phone.context.set_offline(True)
    phone.get_by_role("button", name="Trả lời").click()
    expect(phone.get_by_text("sẽ được gửi khi có mạng trở lại")).to_be_visible()
    wall.keyboard.press("q")
    expect(wall.locator("[data-room-strip]")).to_contain_text("đã đóng 0/1")
    phone.context.set_offline(False)
    expect(phone.get_by_text("câu trả lời chưa được ghi")).to_be_visible()
    # The room goes with the trainer to the deck of another session.
    wall.goto("/trinh-chieu/ket-qua/")
    expect(wall.locator("[data-room-strip]")).to_contain_text(f"Phòng {code} · 1 người")
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
