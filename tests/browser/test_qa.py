"""The core questions: looking one up, being led on, being asked, and marks that stay on the device."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import looks
from tests.browser.conftest import widget_page
from tests.browser.modules import functions
from tests.browser.profiles import ADDRESS, both
from tests.browser.quizzing import press, press_button
from tests.courses import shipped
from widgets.qa.qa import Qa

COURSE = shipped()
WIDGET = Qa(COURSE, session="hoi-dap")
HTML = widget_page(WIDGET)
TOTAL = len(WIDGET.entries)
KEY = "hoc-tac-pham/hoi-dap/qa"
PAGE = f"{ADDRESS}hoc/hoi-dap/"
PAGES = next(entry for entry in WIDGET.entries if entry["question"].startswith("Hai con số"))
ENEMY = next(entry for entry in WIDGET.entries if "giặc nội xâm" in entry["question"])
FIRST, SECOND = WIDGET.sessions[:2]
REFUSED = {
    "no storage at all": "Object.defineProperty(window, 'localStorage', { get() { throw Error('no'); } })",
    "storage is full": "Storage.prototype.setItem = () => { throw new Error('full'); }",
}


@pytest.fixture
def shown(page: Page) -> Page:
    """The core questions on their page of the kit; unlike `mount`, at the address of that page."""
    page.route("**/*", lambda route: route.fulfill(body=HTML, content_type="text/html; charset=utf-8"))
    visit(page, PAGE)
    return page


def visit(page: Page, address: str) -> None:
    """Open an address that differs in more than its fragment, and wait for the widget."""
    page.goto("about:blank")
    page.goto(address)
    expect(page.locator("[data-mounted=true]")).to_have_count(1)


def question(page: Page, entry: dict) -> Locator:
    """The button that opens the answer of a question."""
    return page.get_by_role("heading", name=entry["question"]).get_by_role("button")


def answer(page: Page, entry: dict) -> Locator:
    """The beginning of an answer; a term in it may be a button of its own."""
    return page.get_by_role("listitem").filter(has=question(page, entry)).locator(".qa-answer > p").first


def session(page: Page, chosen: dict) -> Locator:
    """The button that opens and folds the questions of a session."""
    return page.get_by_role("heading", name=chosen["title"]).get_by_role("button")


def saved(page: Page) -> dict | None:
    return page.evaluate("(key) => JSON.parse(localStorage.getItem(key))", KEY)


def test_the_index_names_every_session_with_its_count(shown):
    expect(shown.get_by_text(f"{TOTAL} câu hỏi", exact=True)).to_be_visible()
    for chosen in WIDGET.sessions:
        own = sum(entry["topic"] == chosen["slug"] for entry in WIDGET.entries)
        expect(session(shown, chosen)).to_contain_text(f"{own} câu")
    expect(session(shown, FIRST)).to_have_attribute("aria-expanded", "true")
    expect(session(shown, SECOND)).to_have_attribute("aria-expanded", "false")
    expect(question(shown, ENEMY)).to_be_hidden()
    press(session(shown, SECOND))
    expect(question(shown, ENEMY)).to_be_visible()
    press(session(shown, SECOND))
    expect(question(shown, ENEMY)).to_be_hidden()


@both
def test_a_question_leads_to_answer_source_session_and_quiz(shown):
    expect(answer(shown, PAGES)).to_be_hidden()
    press(question(shown, PAGES))
    expect(answer(shown, PAGES)).to_have_text(PAGES["answer"], use_inner_text=True)
    item = shown.get_by_role("listitem").filter(has=question(shown, PAGES))
    for note in PAGES["notes"]:
        expect(item.get_by_text(f"Ghi chú: {note}")).to_be_visible()
    expect(item.get_by_text(f"Nguồn: {PAGES['cite']}")).to_be_visible()
    page = item.get_by_role("link", name=FIRST["title"])
    assert page.evaluate("(link) => link.href") == f"{ADDRESS}hoc/tac-pham/"
    place = PAGES["quiz"][0]
    quiz = item.get_by_role("link", name=place["label"], exact=True)
    assert quiz.evaluate("(link) => link.href") == f"{ADDRESS}hoc/{place['session']}/#{place['id']}"
    press(question(shown, PAGES))
    expect(answer(shown, PAGES)).to_be_hidden()


def test_on_pages_that_are_files_the_links_name_files(shown):
    visit(shown, f"{PAGE}index.html")
    press(question(shown, PAGES))
    links = shown.get_by_role("listitem").filter(has=question(shown, PAGES)).get_by_role("link")
    assert links.first.evaluate("(link) => link.href") == f"{ADDRESS}hoc/tac-pham/index.html"


def test_where_there_are_no_such_pages_the_words_stand_without_links(mount):
    page = mount(WIDGET)
    press(question(page, PAGES))
    item = page.get_by_role("listitem").filter(has=question(page, PAGES))
    expect(item.get_by_text(FIRST["title"])).to_be_visible()
    expect(page.get_by_role("link")).to_have_count(0)
    expect(page.get_by_role("button", name="Chép đường dẫn")).to_have_count(0)


@pytest.mark.parametrize("typed", ["giac noi xam", "GIẶC NỘI XÂM", "giặc  nội xâ"])
def test_the_filter_needs_no_accents_and_opens_the_sessions_that_match(shown, typed):
    shown.get_by_label("Lọc câu hỏi").fill(typed)
    expect(question(shown, ENEMY)).to_be_visible()
    expect(session(shown, FIRST)).to_be_hidden()
    expect(question(shown, PAGES)).to_be_hidden()
    expect(shown.get_by_role("status").filter(has_text=f"/{TOTAL} câu hỏi khớp")).to_have_count(1)
    shown.get_by_label("Lọc câu hỏi").fill("")
    expect(question(shown, PAGES)).to_be_visible()
    expect(question(shown, ENEMY)).to_be_hidden()


def test_a_filter_that_finds_nothing_says_so(shown):
    shown.get_by_label("Lọc câu hỏi").fill("bóng đá quốc tế vũ trụ")
    expect(shown.get_by_text("Không có câu hỏi nào khớp. Hãy thử ít chữ hơn.")).to_be_visible()
    expect(shown.get_by_role("button", name="Mở tất cả")).to_be_disabled()


def test_many_answers_stand_open_or_only_one(shown):
    first, second = WIDGET.entries[:2]
    press(question(shown, first))
    press(question(shown, second))
    expect(answer(shown, first)).to_be_visible()
    expect(answer(shown, second)).to_be_visible()
    shown.get_by_role("checkbox", name="Mỗi lần chỉ mở một câu").check()
    expect(answer(shown, first)).to_be_visible()
    expect(answer(shown, second)).to_be_hidden()
    press(question(shown, second))
    expect(answer(shown, first)).to_be_hidden()
    expect(answer(shown, second)).to_be_visible()
    expect(shown.get_by_role("button", name="Mở tất cả")).to_be_disabled()


def test_all_answers_open_and_close_at_once(shown):
    press_button(shown, "Mở tất cả")
    for entry in (WIDGET.entries[0], ENEMY, WIDGET.entries[-1]):
        expect(answer(shown, entry)).to_be_visible()
    assert looks.sideways(shown) == 0
    press_button(shown, "Đóng tất cả")
    expect(answer(shown, ENEMY)).to_be_hidden()
    expect(shown.get_by_role("button", name="Đóng tất cả")).to_be_disabled()


def test_a_link_to_a_question_opens_it(shown):
    visit(shown, f"{PAGE}#{ENEMY['id']}")
    expect(answer(shown, ENEMY)).to_be_in_viewport()
    expect(question(shown, ENEMY)).to_be_focused()
    shown.get_by_label("Lọc câu hỏi").fill("báo cáo")
    expect(question(shown, ENEMY)).to_be_hidden()
    press_button(shown, "Tự hỏi tôi")
    shown.evaluate("(id) => { location.hash = id; }", PAGES["id"])
    expect(question(shown, PAGES)).to_be_focused()
    expect(answer(shown, PAGES)).to_be_in_viewport()
    expect(shown.get_by_label("Lọc câu hỏi")).to_have_value("")


def test_a_link_to_something_else_changes_nothing(shown):
    visit(shown, f"{PAGE}#khong-co")
    expect(session(shown, SECOND)).to_have_attribute("aria-expanded", "false")
    expect(shown.get_by_role("button", name="Đóng tất cả")).to_be_disabled()


COPIED = """Object.defineProperty(navigator, "clipboard", {
  value: { writeText: async (text) => { document.body.dataset.copied = text; } } })"""


def test_the_link_to_a_question_is_copied(shown):
    shown.add_init_script(COPIED)
    visit(shown, f"{PAGE}#{PAGES['id']}")
    press_button(shown, f"Chép đường dẫn đến câu: {PAGES['question']}")
    expect(shown.get_by_text("Đã chép.")).to_be_visible()
    expect(shown.locator("body")).to_have_attribute("data-copied", f"{PAGE}#{PAGES['id']}")


def test_where_copying_is_refused_the_link_stands_in_a_field(shown):
    visit(shown, f"{PAGE}#{PAGES['id']}")
    press_button(shown, f"Chép đường dẫn đến câu: {PAGES['question']}")
    field = shown.get_by_role("textbox", name="Đường dẫn đến câu này")
    expect(field).to_have_value(f"{PAGE}#{PAGES['id']}")
    expect(field).to_be_focused()
    assert shown.evaluate("String(getSelection())") == f"{PAGE}#{PAGES['id']}"
    assert looks.faults(shown) == []


def test_what_is_read_is_marked_counted_and_kept(shown):
    expect(shown.get_by_text(f"Đã đọc 0/{TOTAL} câu")).to_be_visible()
    press(question(shown, PAGES))
    shown.get_by_role("checkbox", name="Tôi đã đọc câu này").check()
    expect(shown.get_by_text(f"Đã đọc 1/{TOTAL} câu")).to_be_visible()
    assert {name: saved(shown)[name] for name in ("done", "total")} == {"done": 1, "total": TOTAL}
    shown.reload()
    expect(shown.get_by_text(f"Đã đọc 1/{TOTAL} câu")).to_be_visible()
    expect(session(shown, FIRST)).to_contain_text("đã đọc 1")
    expect(question(shown, PAGES)).to_contain_text("✓ Đã đọc")
    press(question(shown, PAGES))
    shown.get_by_role("checkbox", name="Tôi đã đọc câu này").uncheck()
    expect(question(shown, PAGES)).not_to_contain_text("Đã đọc")
    assert saved(shown)["done"] == 0


@pytest.mark.parametrize("script", REFUSED.values(), ids=REFUSED)
def test_a_browser_that_keeps_nothing_still_answers_and_says_so(shown, script):
    shown.add_init_script(script)
    shown.reload()
    press(question(shown, PAGES))
    shown.get_by_role("checkbox", name="Tôi đã đọc câu này").check()
    expect(question(shown, PAGES)).to_contain_text("✓ Đã đọc")
    expect(
        shown.get_by_text("Trình duyệt không cho lưu trên máy này: dấu đã đọc sẽ mất khi đóng trang.")
    ).to_be_visible()


def asked(page: Page) -> dict:
    """Return the question that stands to be answered."""
    text = page.locator(".qa-ask").get_by_role("heading").inner_text()
    return next(entry for entry in WIDGET.entries if entry["question"] == text)


def test_being_asked_every_question_of_a_session_once(shown):
    press_button(shown, "Tự hỏi tôi")
    expect(shown.get_by_text(f"Câu 1/{TOTAL}", exact=True)).to_be_visible()
    own = [entry for entry in WIDGET.entries if entry["topic"] == SECOND["slug"]]
    shown.get_by_label("Hỏi tôi về").select_option(label=f"{SECOND['title']} ({len(own)} câu)")
    met = []
    for number in range(1, len(own) + 1):
        expect(shown.get_by_text(f"Câu {number}/{len(own)}", exact=True)).to_be_visible()
        entry = asked(shown)
        met.append(entry["id"])
        given = shown.locator(".qa-ask .qa-answer")
        expect(given).to_be_hidden()
        press_button(shown, "Xem câu trả lời")
        expect(given).to_be_focused()
        expect(given.locator("> p").first).to_have_text(entry["answer"], use_inner_text=True)
        press_button(shown, "Câu tiếp theo" if number < len(own) else "Kết thúc")
    assert sorted(met) == [entry["id"] for entry in own]
    expect(shown.get_by_role("heading", name=f"Đã hỏi hết {len(own)} câu.")).to_be_focused()
    press_button(shown, "Hỏi lại từ đầu")
    expect(shown.get_by_text(f"Câu 1/{len(own)}", exact=True)).to_be_visible()


def test_a_question_that_is_asked_can_be_left_out_and_marked(shown):
    press_button(shown, "Tự hỏi tôi")
    first = asked(shown)
    press_button(shown, "Bỏ qua câu này")
    expect(shown.get_by_text(f"Câu 2/{TOTAL}", exact=True)).to_be_visible()
    assert asked(shown) != first
    press_button(shown, "Xem câu trả lời")
    shown.locator(".qa-ask").get_by_role("checkbox", name="Tôi đã đọc câu này").check()
    marked = asked(shown)
    press_button(shown, "Danh mục")
    shown.get_by_label("Lọc câu hỏi").fill(marked["question"])
    expect(question(shown, marked)).to_contain_text("✓ Đã đọc")


def test_everything_by_keyboard(shown):
    shown.get_by_label("Lọc câu hỏi").focus()
    shown.keyboard.type("giac noi xam chi bo hieu")
    expect(shown.get_by_text("Không có câu hỏi nào khớp.")).to_be_visible()
    shown.get_by_label("Lọc câu hỏi").fill("giac noi xam")
    question(shown, ENEMY).focus()
    shown.keyboard.press("Enter")
    expect(answer(shown, ENEMY)).to_be_visible()
    expect(question(shown, ENEMY)).to_have_attribute("aria-expanded", "true")
    mark = shown.get_by_role("checkbox", name="Tôi đã đọc câu này")
    while not mark.evaluate("(box) => box === document.activeElement"):
        shown.keyboard.press("Tab")
        expect(shown.locator(".qa :focus")).to_have_count(1)
    shown.keyboard.press("Space")
    expect(question(shown, ENEMY)).to_contain_text("✓ Đã đọc")
    shown.get_by_role("button", name="Tự hỏi tôi").focus()
    shown.keyboard.press("Enter")
    shown.get_by_role("button", name="Xem câu trả lời").focus()
    shown.keyboard.press("Enter")
    expect(shown.locator(".qa-ask .qa-answer")).to_be_focused()


def test_signs_alone_match_no_question(shown):
    shown.get_by_label("Lọc câu hỏi").fill("😀 !!!")
    expect(shown.get_by_text("Không có câu hỏi nào khớp.")).to_be_visible()
    expect(question(shown, PAGES)).to_be_hidden()


@both
def test_with_the_largest_text_names_stay_whole(shown):
    modes = shown.get_by_role("group", name="Cách dùng").get_by_role("button")
    one_line = modes.first.bounding_box()
    assert modes.last.bounding_box()["y"] == one_line["y"]
    shown.add_style_tag(content=":root { font-size: 150%; }")
    first, last = (mode.bounding_box() for mode in modes.all())
    assert first["height"] == last["height"] < 1.5 * one_line["height"]
    assert looks.sideways(shown) == 0
    press_button(shown, "Tự hỏi tôi")
    expect(shown.get_by_label("Hỏi tôi về")).to_have_css("text-overflow", "ellipsis")


@both
def test_looks_hold_in_every_state(shown):
    assert looks.faults(shown) == []
    press(question(shown, PAGES))
    shown.get_by_role("checkbox", name="Tôi đã đọc câu này").check()
    assert looks.faults(shown) == []
    press_button(shown, "Tự hỏi tôi")
    press_button(shown, "Xem câu trả lời")
    assert looks.faults(shown) == []


def test_print_shows_every_question_and_answer(shown):
    shown.emulate_media(media="print")
    for entry in (WIDGET.entries[0], ENEMY, WIDGET.entries[-1]):
        expect(answer(shown, entry)).to_be_visible()
    expect(shown.get_by_label("Lọc câu hỏi")).to_be_hidden()


def test_the_filter_takes_the_beginnings_of_words_and_all_of_them(browser):
    entries = [
        {"id": "mot", "question": "Phòng là gì?", "answer": "Là việc cơ bản, lâu dài."},
        {"id": "hai", "question": "Chống là gì?", "answer": "Là việc cấp bách."},
    ]
    with functions(browser, "qa/filter.js") as call:
        texts = call("filterable", entries)
        for typed, found in {
            "": ["mot", "hai"],
            "co ban": ["mot"],
            "bản, CƠ": ["mot"],
            "cấp b": ["hai"],
            "phong cap": [],
            "hong": [],
            "  ": ["mot", "hai"],
            "!!!": [],
            "😀": [],
        }.items():
            assert call("matching", texts, typed) == found, typed
