"""The reader's own progress: as the quiz and the cards keep it, taken to another device, and deleted."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Locator, Page, expect

from course import load
from tests.browser import looks
from tests.browser.cards import card, lessons
from tests.browser.profiles import ADDRESS, both
from tests.browser.quizzing import press, press_button
from tests.courses import SMALL
from widgets.progress.progress import Progress
from widgets.quiz.quiz import Quiz

KIT = load(SMALL)
PAGE = f"{ADDRESS}hoc/tien-do/"
LEFT = "Hôm nay còn 3 thẻ: 2 thẻ ôn lại, 1 thẻ mới."
REFUSED = {
    "no storage at all": "Object.defineProperty(window, 'localStorage', { get() { throw Error('no'); } })",
    "storage is full": "Storage.prototype.setItem = () => { throw new Error('full'); }",
}


def progress(**traits: object) -> Progress:
    """Show the progress over the two sample sessions."""
    shown = Progress(KIT, session="tien-do")
    for name, value in traits.items():
        setattr(shown, name, value)
    return shown


def part(page: Page, name: str) -> Locator:
    return page.get_by_role("region", name=name, exact=True)


def row(page: Page, title: str) -> Locator:
    return part(page, "Đã học").get_by_role("listitem").filter(has_text=title)


def store(page: Page, key: str, text: str) -> None:
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [f"hoc-tac-pham/{key}", text])


def kept(page: Page) -> list[str]:
    return sorted(page.evaluate("Object.keys(localStorage)"))


def answer(page: Page, prompt: str, *choices: str) -> None:
    """Answer a question of the real quiz."""
    asked = page.get_by_role("article").filter(has=page.get_by_role("group", name=prompt)).first
    for choice in choices:
        press(asked.get_by_text(choice, exact=True))
    press_button(asked, "Trả lời")


@pytest.fixture
def study(mount) -> None:
    """Read one point, answer one question right and one wrong, on the pages of the session itself."""
    page = mount(lessons(), Quiz(KIT, KIT.questions["buoi-mot"], session="buoi-mot", mode="list"))
    press(card(page, 1))
    page.get_by_role("checkbox", name="Tôi đã đọc thẻ này").check()
    answer(page, "Câu 1 hỏi gì?", "Ý một")
    answer(page, "Câu 3 hỏi gì?", "Sai")


@pytest.fixture
def shown(study, mount, page) -> Page:
    """The progress of a reader who has studied a little."""
    mount(progress())
    page.goto(PAGE)
    return page


def test_a_reader_who_has_done_nothing_is_led_to_the_first_session(mount, page):
    mount(progress())
    page.goto(PAGE)
    step = part(page, "Việc nên làm tiếp")
    expect(step).to_contain_text("Buổi 1. Buổi thứ nhất")
    link = step.get_by_role("link", name="Vào học")
    assert link.evaluate("(node) => node.href") == f"{ADDRESS}hoc/buoi-mot/"
    expect(part(page, "Hôm nay")).to_contain_text("Hôm nay không có gì phải ôn.")
    expect(part(page, "Nên xem lại")).to_contain_text("Chưa có gì cần xem lại.")
    expect(row(page, "Buổi 1. Buổi thứ nhất")).to_contain_text("Chưa học")
    expect(page.get_by_role("button", name="Tải tiến độ về máy")).to_be_hidden()
    expect(page.get_by_role("button", name="Xóa toàn bộ tiến độ")).to_be_hidden()


@both
def test_what_was_read_and_answered_is_shown(shown):
    expect(row(shown, "Buổi 1. Buổi thứ nhất")).to_contain_text(
        "Đã đọc 1/3 thẻ · Đã trả lời 2/8 câu · đúng 1"
    )
    expect(row(shown, "Buổi 2. Buổi thứ hai")).to_contain_text("Chưa học")
    expect(part(shown, "Hôm nay")).to_contain_text("1 câu hỏi đã trả lời chưa đúng")


def test_the_next_step_goes_on_at_the_first_question_without_answer(shown):
    step = part(shown, "Việc nên làm tiếp")
    expect(step).to_contain_text("Buổi 1. Buổi thứ nhất đang học dở.")
    link = step.get_by_role("link", name="Trả lời tiếp từ câu 2")
    assert link.evaluate("(node) => node.href") == f"{ADDRESS}hoc/buoi-mot/#q-02"


def test_what_is_weak_leads_to_its_place(shown):
    again = part(shown, "Nên xem lại")
    press(again.get_by_text("Buổi 1. Buổi thứ nhất: 1 câu chưa đúng"))
    wrong = again.get_by_role("link", name="Câu 3. Câu 3 hỏi gì?")
    assert wrong.evaluate("(node) => node.href") == f"{ADDRESS}hoc/buoi-mot/#q-03"
    little = again.get_by_role("link", name="Các bài học: đã đọc 1/3 thẻ")
    assert little.evaluate("(node) => node.href") == f"{ADDRESS}hoc/buoi-mot/#hai"


def test_ones_own_notes_are_counted_with_a_link_to_them(shown, mount):
    mount(progress(notes="ghi-chu"))
    shown.goto(PAGE)
    expect(part(shown, "Ghi chú của tôi")).to_have_count(0)
    store(
        shown, "buoi-hai/nhiem-vu", json.dumps({"read": [], "notes": {"mot": "Việc của tôi", "cu": "Lời cũ"}})
    )
    store(shown, "buoi-mot/viet-lien-he", json.dumps({"notes": {"Câu hỏi một?": "Lời của tôi"}}))
    shown.reload()
    link = part(shown, "Ghi chú của tôi").get_by_role("link", name="Đồng chí đã viết 3 ghi chú. Xem tất cả")
    expect(link).to_have_attribute("href", "../../hoc/ghi-chu/")


def test_the_quiz_of_all_questions_has_a_row_of_its_own(study, mount, page):
    mixed = {"slug": "buoi-hai", "key": "tong-hop", "title": "Ôn tổng hợp"}
    questions = [question for slug in KIT.sessions for question in KIT.questions[slug]]
    mount(Quiz(KIT, questions, session="buoi-hai", key="tong-hop", mode="list"))
    answer(page, "Câu 1 hỏi gì?", "Ý hai")
    mount(progress(mixed=mixed))
    page.goto(PAGE)
    expect(row(page, "Ôn tổng hợp")).to_contain_text("Đã trả lời 1/16 câu · đúng 0")
    press(part(page, "Nên xem lại").get_by_text("2 câu chưa đúng"))
    wrong = page.get_by_role("link", name="Câu 1. Câu 1 hỏi gì?")
    assert wrong.evaluate("(node) => node.href") == f"{ADDRESS}hoc/buoi-hai/#q-01"


def test_flashcards_that_are_due_come_first(shown, mount):
    mount(progress(cards={"slug": "the-ghi-nho", "total": 3}))
    # As flashcards_memory.js writes a card: long due, and forgotten once.
    saved = {"due": 1, "at": 1, "from": 0, "s": 1, "d": 5, "n": 3, "l": 1, "st": 2, "k": 0, "iv": 1}
    store(shown, "the-ghi-nho/the", json.dumps({"cards": {"mot": saved, "hai": {**saved, "l": 0}}}))
    shown.goto(PAGE)
    expect(part(shown, "Việc nên làm tiếp")).to_contain_text(LEFT)
    link = part(shown, "Hôm nay").get_by_role("link", name=LEFT)
    assert link.evaluate("(node) => node.href") == f"{ADDRESS}hoc/the-ghi-nho/"
    expect(part(shown, "Nên xem lại").get_by_role("link", name="1 thẻ đã thuộc rồi lại quên")).to_be_visible()


def test_wrong_ones_that_are_left_half_way_stay_on_record(mount, page):
    mount(Quiz(KIT, KIT.questions["buoi-mot"][:1], session="buoi-mot", mode="list"))
    answer(page, "Câu 1 hỏi gì?", "Ý hai")
    press_button(page, "Làm lại các câu sai")
    mount(progress())
    page.goto(PAGE)
    expect(row(page, "Buổi 1. Buổi thứ nhất")).to_contain_text("Đã trả lời 1/8 câu · đúng 0")
    expect(part(page, "Hôm nay")).to_contain_text("1 câu hỏi đã trả lời chưa đúng")


def test_where_there_are_no_pages_there_are_words_instead_of_links(shown):
    shown.goto(f"{ADDRESS}lab/tree/tien-do.ipynb")
    expect(row(shown, "Buổi 1. Buổi thứ nhất")).to_contain_text("Đã trả lời 2/8 câu")
    expect(shown.get_by_role("link")).to_have_count(0)


def test_damaged_and_foreign_entries_change_nothing(shown):
    before = part(shown, "Đã học").inner_text()
    for key, text in {
        "buoi-hai/quiz": "{", "buoi-hai/nhiem-vu": "[1, 2]", "the-ghi-nho/the": '{"cards": {"a": 7}, "target": 3}',
        "hoi-dap/la": '"abc"', "buoi-khac/quiz": '{"done": 5}', "giao-dien": "dark",
    }.items():  # fmt: skip
        store(shown, key, text)
    shown.evaluate("localStorage.setItem('cua-trang-khac/x/y', '{}')")
    shown.reload()
    assert part(shown, "Đã học").inner_text() == before
    expect(part(shown, "Hôm nay").get_by_role("listitem")).to_have_count(1)


def test_what_another_tab_saves_is_seen_at_once(shown, context):
    other = context.new_page()
    other.route("**/*", lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"))
    other.goto(ADDRESS)
    store(other, "buoi-hai/nhiem-vu", '{"read": ["mot"]}')
    expect(row(shown, "Buổi 2. Buổi thứ hai")).to_contain_text("Đã đọc 1/2 thẻ")
    other.close()


@pytest.mark.parametrize("mode", ["Gộp vào máy này", "Thay tiến độ trên máy này"])
def test_progress_goes_to_another_device_as_a_file(shown, tmp_path, mode):
    with shown.expect_download() as download:
        press_button(shown, "Tải tiến độ về máy")
    assert download.value.suggested_filename.startswith("tien-do-hoc-tap-")
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    shown.evaluate("localStorage.clear()")
    store(shown, "buoi-hai/nhiem-vu", '{"read": ["mot"]}')
    shown.reload()
    choose(shown, file)
    question = shown.get_by_role("group", name="Tệp ghi tiến độ ngày")
    expect(question).to_be_focused()
    expect(row(shown, "Buổi 1. Buổi thứ nhất")).to_contain_text("Chưa học")
    press_button(question, mode)
    expect(shown.get_by_role("status").filter(has_text="Đã nhập tiến độ.")).to_be_visible()
    expect(shown.get_by_role("button", name="Nhập tiến độ từ tệp")).to_be_focused()
    expect(row(shown, "Buổi 1. Buổi thứ nhất")).to_contain_text(
        "Đã đọc 1/3 thẻ · Đã trả lời 2/8 câu · đúng 1"
    )
    second = "Đã đọc 1/2 thẻ" if mode.startswith("Gộp") else "Chưa học"
    expect(row(shown, "Buổi 2. Buổi thứ hai")).to_contain_text(second)


@pytest.mark.parametrize("way", ["copied", "refused"])
def test_progress_goes_to_another_device_as_text(shown, way):
    before = shown.evaluate("() => ({ ...localStorage })")
    answers = {
        "copied": "(text) => { window.copied = text; return Promise.resolve(); }",
        "refused": "() => Promise.reject(new Error('refused'))",
    }
    shown.evaluate(
        f"Object.defineProperty(navigator, 'clipboard', {{ value: {{ writeText: {answers[way]} }} }})"
    )
    shown.evaluate("document.execCommand = () => false")
    press_button(shown, "Sao chép nội dung")
    field = shown.get_by_role("textbox", name="Nội dung tiến độ")
    if way == "copied":
        expect(shown.get_by_role("status").filter(has_text="Đã sao chép.")).to_be_visible()
        text = shown.evaluate("window.copied")
    else:
        expect(shown.get_by_role("status").filter(has_text="không cho trang tự sao chép")).to_be_visible()
        expect(field).to_be_focused()
        text = field.input_value()
    shown.evaluate("localStorage.clear()")
    shown.reload()
    press_button(shown, "Dán nội dung đã sao chép")
    expect(field).to_be_focused()
    field.fill(text[:-1])
    press_button(shown, "Nhập nội dung này")
    expect(shown.get_by_role("status").filter(has_text="bị hỏng")).to_be_visible()
    field.fill(text)
    press_button(shown, "Nhập nội dung này")
    press_button(shown, "Thay tiến độ trên máy này")
    expect(shown.get_by_role("status").filter(has_text="Đã nhập tiến độ.")).to_be_visible()
    assert shown.evaluate("() => ({ ...localStorage })") == before


def test_a_browser_that_forgets_says_so_once_there_is_something_to_lose(study, mount, page):
    agent = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) Mobile/15E148 Zalo iOS/552"
    page.add_init_script(f"Object.defineProperty(navigator, 'userAgent', {{ get: () => {agent!r} }})")
    mount(progress())
    page.goto(PAGE)
    told = page.get_by_text("có thể tự xóa tiến độ nếu bảy ngày liền")
    expect(told).to_be_visible()
    expect(page.get_by_text("Trình duyệt bên trong Zalo thường không lưu được tệp")).to_be_visible()
    with page.expect_download() as download:
        press_button(page, "Giữ một tệp tiến độ")
    assert download.value.suggested_filename.startswith("tien-do-hoc-tap-")
    expect(page.get_by_text("Đã tạo tệp")).to_have_count(0)
    page.evaluate("localStorage.clear()")
    page.reload()
    expect(told).to_be_hidden()


def choose(page: Page, file) -> None:
    with page.expect_file_chooser() as chooser:
        press_button(page, "Nhập tiến độ từ tệp")
    chooser.value.set_files(file)


def test_a_file_that_is_not_taken_leaves_everything_as_it_was(shown, tmp_path):
    before = kept(shown)
    wrong = tmp_path / "anh.json"
    wrong.write_text('{"la": 1}', "utf-8")
    choose(shown, wrong)
    said = shown.get_by_role("status").filter(has_text="Đây không phải tệp tiến độ của trang học này.")
    expect(said).to_be_visible()
    with shown.expect_download() as download:
        press_button(shown, "Tải tiến độ về máy")
    good = tmp_path / "tot.json"
    download.value.save_as(good)
    for keep in (lambda: press_button(shown, "Không nhập"), lambda: shown.keyboard.press("Escape")):
        choose(shown, good)
        expect(shown.get_by_role("group", name="Tệp ghi tiến độ ngày")).to_be_focused()
        keep()
        expect(shown.get_by_role("button", name="Nhập tiến độ từ tệp")).to_be_focused()
    assert kept(shown) == before


def test_everything_is_deleted_only_when_confirmed(shown):
    store(shown, "giao-dien", "dark")
    before = kept(shown)
    for keep in (lambda: press_button(shown, "Giữ lại"), lambda: shown.keyboard.press("Escape")):
        press_button(shown, "Xóa toàn bộ tiến độ")
        expect(shown.get_by_role("group", name="Đã xóa thì không lấy lại được.")).to_be_focused()
        keep()
        expect(shown.get_by_role("button", name="Xóa toàn bộ tiến độ")).to_be_focused()
        assert kept(shown) == before
    press_button(shown, "Xóa toàn bộ tiến độ")
    press_button(shown, "Xóa hết")
    expect(
        shown.get_by_role("status").filter(has_text="Đã xóa toàn bộ tiến độ trên máy này.")
    ).to_be_visible()
    expect(shown.get_by_role("button", name="Nhập tiến độ từ tệp")).to_be_focused()
    expect(row(shown, "Buổi 1. Buổi thứ nhất")).to_contain_text("Chưa học")
    assert kept(shown) == ["hoc-tac-pham/giao-dien"]


def test_a_browser_without_storage_says_so_and_shows_what_there_is_to_do(mount, page):
    page.add_init_script(REFUSED["no storage at all"])
    mount(progress())
    expect(
        page.get_by_text("Trình duyệt không cho lưu trên máy này, nên không có tiến độ để xem.")
    ).to_be_visible()
    expect(row(page, "Buổi 1. Buổi thứ nhất")).to_contain_text("Chưa học")
    expect(page.get_by_role("button", name="Tải tiến độ về máy")).to_be_hidden()


def test_a_file_cannot_be_taken_where_storage_is_full(shown, tmp_path):
    with shown.expect_download() as download:
        press_button(shown, "Tải tiến độ về máy")
    file = tmp_path / "tien-do.json"
    download.value.save_as(file)
    shown.evaluate("localStorage.clear()")
    shown.add_init_script(REFUSED["storage is full"])
    shown.reload()
    choose(shown, file)
    press_button(shown, "Gộp vào máy này")
    expect(shown.get_by_role("status").filter(has_text="không đủ chỗ để nhập tệp này")).to_be_visible()
    expect(row(shown, "Buổi 1. Buổi thứ nhất")).to_contain_text("Chưa học")


@both
def test_the_page_has_no_faults(shown):
    assert looks.faults(shown) == []
    press(part(shown, "Nên xem lại").get_by_text("1 câu chưa đúng"))
    press_button(shown, "Xóa toàn bộ tiến độ")
    assert looks.faults(shown) == []
