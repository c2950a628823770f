"""Flashcards as a person uses them: turning, answering, undoing, choosing, a target day, and another device."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from tests.browser import looks
from tests.browser.conftest import widget_page
from tests.browser.flashcards import (
    CARDS,
    EVENING,
    KEY,
    KIT,
    answer,
    choose,
    download,
    fold,
    front,
    left,
    saved,
    set_target,
    turn,
)
from tests.browser.profiles import both
from tests.browser.quizzing import press, press_button
from tests.serving import Server
from widgets.flashcards.flashcards import Flashcards
from widgets.tools import Tools

REFUSED = {
    "no storage at all": "Object.defineProperty(window, 'localStorage', { get() { throw Error('no'); } })",
    "storage is full": "Storage.prototype.setItem = () => { throw new Error('full'); }",
}
NOT_KEPT = "Trình duyệt không cho lưu, nên tiến độ sẽ mất khi đóng hoặc tải lại trang."


@pytest.fixture
def cards(mount, clock):
    """The sample cards on an evening in Việt Nam."""
    clock.set_fixed_time(EVENING)
    return mount(Flashcards(KIT, session="the-ghi-nho"))


@both
def test_a_card_is_turned_and_answered(cards):
    expect(front(cards)).to_be_visible()
    left(cards, "Hôm nay còn 10 thẻ: 10 thẻ mới.")
    expect(cards.get_by_role("group", name="Đáp án")).to_be_hidden()
    turn(cards)
    back = cards.get_by_role("group", name="Đáp án")
    expect(back).to_be_focused()
    expect(back).to_contain_text(CARDS[0]["back"][0])
    expect(back).to_contain_text(f"Nguồn: {CARDS[0]['cite']}")
    rates = cards.get_by_role("group", name="Đồng chí nhớ thẻ này thế nào?").get_by_role("button")
    expect(rates).to_have_text(
        [
            "Chưa nhớgặp lạihôm nay",
            "Khógặp lạihôm nay",
            "Nhớgặp lạihôm nay",
            "Rất dễgặp lại8 ngày nữa",
        ]
    )
    press(rates.nth(3))
    expect(front(cards, 1)).to_be_focused()
    expect(cards.get_by_role("status").filter(has_text="Đã ghi: Rất dễ. Hôm nay còn 9 thẻ")).to_have_count(1)
    assert (saved(cards)["done"], saved(cards)["total"], saved(cards)["version"]) == (1, len(CARDS), 1)


def test_who_finds_a_card_hard_comes_to_the_end_of_the_day(mount, page, clock):
    clock.set_fixed_time(EVENING)
    few = Flashcards(KIT, session="the-ghi-nho")
    few.cards = few.cards[:2]
    mount(few)
    for count in range(1, 6):
        answer(page, "Khó")
        left(page, f"Đã trả lời {count} lượt.")
        if count > 1:
            press_button(page, "Ôn luôn")
    turn(page)
    last = page.get_by_role("button", name="Khó gặp lại ngày mai")
    expect(last).to_contain_text("ngày mai")
    press(last)
    expect(page.get_by_role("heading", name="Hôm nay đã xong")).to_be_focused()
    left(page, "Ngày mai có 2 thẻ.")


def test_when_nothing_else_is_left_the_next_card_comes_at_its_time(mount, page, clock):
    clock.install(time=EVENING)
    few = Flashcards(KIT, session="the-ghi-nho")
    few.cards = few.cards[:1]
    mount(few)
    answer(page, "Khó")
    expect(page.get_by_role("heading", name="Thẻ tiếp theo gặp lại lúc 20:06")).to_be_focused()
    left(page, "Hôm nay còn 1 thẻ: 1 thẻ ôn lại.")
    clock.fast_forward("05:00")
    expect(page.get_by_role("button", name="Ôn luôn")).to_be_visible()
    clock.fast_forward("01:30")
    expect(front(page)).to_be_visible()


def test_who_does_not_wait_meets_all_cards_that_are_left(mount, page, clock):
    clock.install(time=EVENING)
    few = Flashcards(KIT, session="the-ghi-nho")
    few.cards = few.cards[:2]
    mount(few)
    for _ in range(2):
        answer(page, "Khó")
    press_button(page, "Ôn luôn")
    expect(front(page)).to_be_focused()
    answer(page, "Khó")
    expect(front(page, 1)).to_be_focused()
    answer(page, "Khó")
    expect(page.get_by_role("button", name="Ôn luôn")).to_be_visible()


def test_everything_by_keyboard(cards):
    front(cards).focus()
    cards.keyboard.press("3")
    expect(front(cards)).to_be_focused()
    cards.keyboard.press("Space")
    expect(cards.get_by_role("group", name="Đáp án")).to_be_focused()
    cards.keyboard.press("Space")
    expect(front(cards)).to_be_focused()
    for number, key in enumerate("1234", start=1):
        cards.keyboard.press("Space")
        cards.keyboard.press(key)
        expect(front(cards, number)).to_be_focused()
    assert saved(cards)["tally"]["counts"] == [1, 1, 1, 1]
    assert cards.evaluate("scrollY") == 0


@both
@pytest.mark.parametrize("size", ["vua", "rat-lon"])
def test_a_turned_card_shows_its_answer_and_the_buttons_below_it(page, kit: Server, size):
    page.add_init_script(f"localStorage.setItem('hoc-tac-pham/co-chu', '{size}')")
    page.goto(f"http://127.0.0.1:{kit.port}/hoc/the-ghi-nho/")
    for _ in range(3):
        turn(page)
        back = page.get_by_role("group", name="Đáp án")
        expect(back).to_be_focused()
        begin = back.locator("p, li").first
        expect(begin).to_be_in_viewport(ratio=1)
        last = page.get_by_role("button", name="Rất dễ gặp lại")
        high = last.bounding_box()["y"] + last.bounding_box()["height"] - begin.bounding_box()["y"]
        # A long answer in large letters leaves no room for them; then one begins to read at its begin.
        if high < page.viewport_size["height"] - 110:
            expect(last).to_be_in_viewport(ratio=1)
        else:
            assert size == "rat-lon"
        press(last)


def test_keys_of_other_fields_are_not_taken(cards):
    turn(cards)
    fold(cards, "Nhịp học và ngày cần thuộc")
    cards.get_by_label("Số thẻ mới mỗi ngày").focus()
    cards.keyboard.press("1")
    expect(front(cards)).to_be_visible()
    assert (saved(cards) or {}).get("tally") is None


def test_an_answer_can_be_taken_back(cards):
    expect(cards.get_by_role("button", name="Hoàn tác lần trả lời vừa rồi")).to_be_hidden()
    answer(cards, "Chưa nhớ")
    expect(front(cards, 1)).to_be_visible()
    press_button(cards, "Hoàn tác lần trả lời vừa rồi")
    expect(front(cards)).to_be_focused()
    left(cards, "Hôm nay còn 10 thẻ: 10 thẻ mới.")
    assert (saved(cards)["done"], saved(cards)["cards"]) == (0, {})
    expect(cards.get_by_role("button", name="Hoàn tác lần trả lời vừa rồi")).to_be_hidden()


def test_what_was_not_known_comes_again_before_the_day_is_done(cards):
    answer(cards, "Chưa nhớ")
    for _ in range(9):
        answer(cards)
    left(cards, "Hôm nay còn 1 thẻ: 1 thẻ ôn lại.")
    press_button(cards, "Ôn luôn")
    expect(front(cards)).to_be_focused()
    answer(cards, "Rất dễ")
    end = cards.get_by_role("heading", name="Hôm nay đã xong")
    expect(end).to_be_focused()
    left(cards, "Hôm nay đồng chí đã trả lời 11 lượt: 1 chưa nhớ, 10 rất dễ.")
    # The two that are new, and the one that was not known at first.
    left(cards, f"Ngày mai có {len(CARDS) - 10 + 1} thẻ.")
    left(cards, "Hôm nay không còn thẻ nào.")


def test_leaving_in_the_middle_loses_nothing(cards):
    answer(cards)
    answer(cards, "Khó")
    before = saved(cards)
    cards.reload()
    expect(front(cards, 2)).to_be_visible()
    left(cards, "Hôm nay còn 9 thẻ: 1 thẻ ôn lại, 8 thẻ mới.")
    assert saved(cards) == before


def test_tomorrow_brings_new_cards_and_those_that_are_due(cards, clock):
    for _ in range(10):
        answer(cards)
    clock.set_fixed_time("2026-12-03T00:01:00+07:00")
    cards.reload()
    left(cards, f"Hôm nay còn {len(CARDS)} thẻ: 10 thẻ ôn lại, {len(CARDS) - 10} thẻ mới.")


def test_midnight_in_viet_nam_is_noticed_while_the_page_is_open(mount, page, clock):
    clock.install(time="2026-11-25T23:58:00+07:00")
    mount(Flashcards(KIT, session="the-ghi-nho"))
    for _ in range(10):
        answer(page)
    expect(page.get_by_role("heading", name="Hôm nay đã xong")).to_be_visible()
    clock.fast_forward("05:00")
    left(page, f"Hôm nay còn {len(CARDS) - 10} thẻ: {len(CARDS) - 10} thẻ mới.")
    expect(front(page, 10)).to_be_visible()


def test_decks_are_chosen_one_by_one_or_by_session(cards):
    fold(cards, "Chọn bộ thẻ")
    (deck,) = [
        deck for deck in Flashcards(KIT, session="the-ghi-nho").decks if deck["id"] == CARDS[0]["deck"]
    ]
    box = cards.get_by_role("checkbox", name=deck["title"])
    expect(box).to_be_checked()
    press(box)
    expect(box).not_to_be_checked()
    other = next(n for n, card in enumerate(CARDS) if card["deck"] != deck["id"])
    expect(front(cards, other)).to_be_visible()
    cards.reload()
    expect(front(cards, other)).to_be_visible()
    fold(cards, "Chọn bộ thẻ")
    # One press may leave out a deck and the choice of its session, so what is chosen is looked up anew.
    chosen = cards.get_by_role("checkbox", checked=True)
    for _ in cards.get_by_role("checkbox").all():
        if chosen.count():
            press(chosen.last)
    expect(cards.get_by_role("heading", name="Chưa chọn bộ thẻ nào")).to_be_visible()
    press(box)
    expect(front(cards)).to_be_visible()


def test_the_number_of_new_cards_is_chosen_and_kept(cards):
    fold(cards, "Nhịp học và ngày cần thuộc")
    cards.get_by_label("Số thẻ mới mỗi ngày").select_option("5 thẻ")
    left(cards, "Hôm nay còn 5 thẻ: 5 thẻ mới.")
    cards.reload()
    left(cards, "Hôm nay còn 5 thẻ: 5 thẻ mới.")


def test_a_target_day_sets_the_pace_and_passes(mount, page, clock):
    clock.set_fixed_time(EVENING)
    shown = Tools("the-ghi-nho").flashcards()
    mount(shown)
    fold(page, "Nhịp học và ngày cần thuộc")
    set_target(page, "2026-12-05")
    pace = -(-len(shown.cards) // 9)
    left(page, f"Ôn cho ngày 05/12/2026, còn 10 ngày. Mỗi ngày {pace} thẻ mới để kịp gặp hết thẻ.")
    left(page, f"Hôm nay còn {pace} thẻ: {pace} thẻ mới.")
    expect(page.get_by_label("Số thẻ mới mỗi ngày")).to_be_disabled()
    turn(page)
    days = int(page.get_by_role("button", name="Rất dễ gặp lại").inner_text().split()[-3])
    assert 1 <= days <= 9
    clock.set_fixed_time("2026-12-05T07:00:00+07:00")
    page.reload()
    left(page, "Hôm nay 05/12/2026 là ngày đồng chí đã đặt. Từ nay thẻ được ôn như bình thường.")
    clock.set_fixed_time("2026-12-06T07:00:00+07:00")
    page.reload()
    left(page, "Ngày 05/12/2026 đã qua. Từ nay thẻ được ôn như bình thường.")
    left(page, "Hôm nay còn 10 thẻ: 10 thẻ mới.")
    fold(page, "Nhịp học và ngày cần thuộc")
    press_button(page, "Bỏ ngày")
    expect(page.get_by_text("đã qua")).to_be_hidden()


@pytest.mark.parametrize("day", ["2026-11-25", "2026-01-01", ""])
def test_a_target_day_that_does_not_lie_ahead_is_refused(cards, day):
    fold(cards, "Nhịp học và ngày cần thuộc")
    set_target(cards, day)
    expect(cards.get_by_role("alert").filter(has_text="từ ngày mai trở đi")).to_be_visible()
    expect(cards.get_by_label("Ôn cho ngày (buổi họp hoặc hội thi)")).to_be_focused()
    assert (saved(cards) or {}).get("target") is None


def test_two_windows_do_not_answer_the_same_card_twice(cards, context):
    other = context.new_page()
    html = widget_page(Flashcards(KIT, session="the-ghi-nho"))
    other.route("**/*", lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
    other.goto(cards.url)
    expect(front(other)).to_be_visible()
    answer(other)
    # The first window follows by itself.
    expect(front(cards, 1)).to_be_visible()
    left(cards, "Hôm nay còn 9 thẻ: 9 thẻ mới.")
    turn(cards)
    # A window that did not hear of it must not count an answer twice either.
    cards.evaluate(
        """([key, id]) => {
          const value = JSON.parse(localStorage.getItem(key));
          value.cards[id] = { ...Object.values(value.cards)[0], at: Date.now() + 1 };
          localStorage.setItem(key, JSON.stringify(value));
        }""",
        [KEY, CARDS[1]["id"]],
    )
    press(cards.get_by_role("button", name="Chưa nhớ gặp lại"))
    expect(cards.get_by_role("status").filter(has_text="vừa được ôn ở một cửa sổ khác")).to_have_count(1)
    expect(front(cards, 2)).to_be_focused()
    assert saved(cards)["cards"][CARDS[1]["id"]]["l"] == 0


@pytest.mark.parametrize("name", REFUSED)
def test_without_storage_one_can_study_and_is_told(mount, page, clock, name):
    page.add_init_script(REFUSED[name])
    clock.set_fixed_time(EVENING)
    mount(Flashcards(KIT, session="the-ghi-nho"))
    left(page, NOT_KEPT)
    answer(page)
    expect(front(page, 1)).to_be_focused()
    left(page, "Hôm nay còn 9 thẻ: 9 thẻ mới.")
    press_button(page, "Hoàn tác lần trả lời vừa rồi")
    left(page, "Hôm nay còn 10 thẻ: 10 thẻ mới.")


@pytest.mark.parametrize("broken", ["{", "7", '{"cards": {"sach-ten": {"due": "mai"}}, "target": 3}', "null"])
def test_damaged_storage_is_a_fresh_start(mount, page, clock, broken):
    clock.set_fixed_time(EVENING)
    page.add_init_script(f"localStorage.setItem({json.dumps(KEY)}, {json.dumps(broken)})")
    mount(Flashcards(KIT, session="the-ghi-nho"))
    left(page, "Hôm nay còn 10 thẻ: 10 thẻ mới.")
    answer(page)
    assert saved(page)["done"] == 1


@both
def test_the_page_has_no_faults(mount, page, clock):
    clock.set_fixed_time(EVENING)
    mount(Tools("the-ghi-nho").flashcards())
    assert looks.faults(page) == []
    turn(page)
    assert looks.faults(page) == []
    page.keyboard.press("3")
    for title in ("Chọn bộ thẻ", "Nhịp học và ngày cần thuộc", "Mang tiến độ sang máy khác"):
        fold(page, title)
    set_target(page, "2026-12-12")
    text = download(page)
    choose(page, text)
    expect(page.get_by_role("group", name="Tệp ghi tiến độ ngày 25/11/2026")).to_be_visible()
    assert looks.faults(page) == []
