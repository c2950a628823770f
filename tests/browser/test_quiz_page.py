"""How a quiz stands on a page: accessible, within the screen, first as on paper, beside another quiz."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser import looks, quizzing
from tests.browser.profiles import both, phone
from tests.browser.quizzing import answer, answer_all, card, press, press_button, prompt, quiz
from tests.quiz_samples import KINDS, question


def test_the_page_has_no_faults_at_the_start(mount):
    assert looks.faults(mount(quiz())) == []


def test_the_page_has_no_faults_while_something_is_missing(mount):
    page = mount(quiz(mode="list"))
    for kind in KINDS:
        press_button(card(page, kind), "Trả lời")
    assert looks.faults(page) == []


@both
def test_the_page_has_no_faults_after_all_answers(mount):
    page = mount(quiz(mode="list"))
    for kind in KINDS:
        answer(page, kind, right=kind in ("boolean", "matching"))
    expect(page.get_by_role("region", name="Kết quả")).to_be_visible()
    press_button(page, "Xóa tiến độ")
    assert looks.faults(page) == []


@both
def test_the_page_has_no_faults_at_the_result(mount):
    page = mount(quiz())
    answer_all(page, wrong=("single", "matching"))
    expect(page.get_by_role("heading", name="Kết quả")).to_be_visible()
    assert looks.faults(page) == []


@phone
def test_the_next_question_comes_to_the_top(mount):
    # What stands below gives the page room to scroll.
    page = mount(quiz(), quiz(key="hai", title="Quiz hai", mode="list"))
    first = page.get_by_role("region", name="Tự kiểm tra")
    press_button(first, "Câu tiếp theo")
    heading = first.get_by_role("heading", name="Câu 2/6")
    expect(heading).to_be_focused()
    assert heading.bounding_box()["y"] < 30


@phone
def test_too_early_an_answer_moves_nothing_and_an_answer_shows_its_reason(mount):
    page = mount(quiz(mode="list"))
    for kind in KINDS:
        send = card(page, kind).get_by_role("button", name="Trả lời")
        send.evaluate("(button) => button.scrollIntoView({ block: 'center' })")
        before = page.evaluate("scrollY")
        press(send)
        expect(card(page, kind).locator(".quiz-message")).to_be_in_viewport(ratio=1)
        assert page.evaluate("scrollY") == before, kind
    shown = answer(page, "single", right=False)
    reason = shown.get_by_text("Giải thích cho câu single.")
    expect(reason).to_be_in_viewport(ratio=1)


def test_a_result_says_a_word_and_what_comes_next(mount):
    page = mount(quiz("single", "boolean"))
    answer(page, "single", right=False)
    press_button(page, "Câu tiếp theo")
    answer(page, "boolean")
    press_button(page, "Xem kết quả")
    result = page.get_by_role("region", name="Kết quả")
    expect(result).to_contain_text("Khá: đồng chí nên đọc lại phần chưa chắc.")
    expect(result.get_by_role("link")).to_have_count(0)
    page.evaluate("""() => document.querySelector("main").insertAdjacentHTML("beforeend",
      '<nav class="around"><a class="button primary" href="../sau/">Buổi sau: Hai</a></nav>')""")
    press_button(result, "Làm lại các câu sai")
    answer(page, "single")
    press_button(page, "Xem kết quả")
    expect(result.get_by_role("link", name="Buổi sau: Hai")).to_have_attribute("href", "../sau/")


def test_two_quizzes_on_a_page_do_not_clash(mount):
    page = mount(quiz(key="mot", title="Quiz một"), quiz(key="hai", title="Quiz hai"))
    first, second = (page.get_by_role("region", name=title, exact=True) for title in ("Quiz một", "Quiz hai"))
    quizzing.fill(card(second, "single"), "single", right=False)
    answer(first, "single")
    expect(second.get_by_role("radio", name="Một tập thơ về quê hương")).to_be_checked()
    expect(second.get_by_role("button", name="Trả lời")).to_be_visible()
    expect(first.get_by_text("Đúng 1/6", exact=True)).to_be_visible()
    expect(second.get_by_text("6 câu hỏi", exact=True)).to_be_visible()
    page.reload()
    expect(first.get_by_text("Đúng 1/6", exact=True)).to_be_visible()
    expect(second.get_by_text("6 câu hỏi", exact=True)).to_be_visible()
    assert looks.violations(page) == []
    assert looks.repeated_ids(page) == []


def test_two_results_on_a_page_have_names_of_their_own(mount):
    page = mount(quiz("single", key="mot", title="Quiz một"), quiz("single", key="hai", title="Quiz hai"))
    for title in ("Quiz một", "Quiz hai"):
        whole = page.get_by_role("region", name=title, exact=True)
        answer(whole, "single")
        press_button(whole, "Xem kết quả")
        expect(page.get_by_role("region", name=f"Kết quả: {title}")).to_be_visible()
    assert looks.violations(page) == []


def shown_order(page) -> list[str]:
    """All parts of all questions in the order in which they are shown."""
    return [card(page, kind).get_by_role("group", name=prompt(kind)).inner_text() for kind in KINDS]


def parts(kind: str) -> list[str]:
    """The texts of a question that a reader chooses from or arranges."""
    sample = question(kind)
    return [one.text for one in getattr(sample, "options", None) or sample.items]


def test_the_first_round_stands_as_on_paper_and_the_next_does_not(mount):
    widget = quiz(mode="list")
    page = mount(widget)
    paper, _ = widget.as_markdown().split("#### Đáp án")
    for kind in ("single", "multiple", "ordering"):
        screen = card(page, kind).inner_text()
        assert sorted(parts(kind), key=screen.index) == sorted(parts(kind), key=paper.index)
    first = shown_order(page)
    for kind in KINDS:
        answer(page, kind)
    press_button(page, "Làm lại từ đầu")
    expect(page.get_by_role("region", name="Kết quả")).to_be_hidden()
    assert shown_order(page) != first


def test_a_list_shows_all_questions_and_the_result_at_the_end(mount):
    page = mount(quiz(mode="list"))
    expect(page.get_by_role("article")).to_have_count(6)
    for kind in reversed(KINDS):
        expect(page.get_by_role("region", name="Kết quả")).to_have_count(0)
        answer(page, kind, kind != "boolean")
    result = page.get_by_role("region", name="Kết quả")
    expect(result).to_contain_text("Đúng 5/6")
    press_button(result, "Làm lại các câu sai")
    expect(page.get_by_role("article")).to_have_count(1)
    expect(page.get_by_role("group", name=prompt("boolean"))).to_be_visible()


def test_the_reader_changes_between_one_by_one_and_list(mount):
    page = mount(quiz())
    expect(page.get_by_role("article")).to_have_count(1)
    one, several = (page.get_by_role("button", name=name) for name in ("Từng câu", "Danh sách"))
    expect(one).to_have_attribute("aria-pressed", "true")
    quizzing.press(several)
    expect(page.get_by_role("article")).to_have_count(6)
    expect(several).to_have_attribute("aria-pressed", "true")
    expect(one).to_have_attribute("aria-pressed", "false")
    page.reload()
    expect(page.get_by_role("article")).to_have_count(6)
    quizzing.press(one)
    expect(page.get_by_role("article")).to_have_count(1)


def test_paper_shows_all_questions_and_nothing_to_press(mount):
    page = mount(quiz())
    expect(page.get_by_role("article")).to_have_count(1)
    page.emulate_media(media="print")
    expect(page.get_by_role("article")).to_have_count(6)
    for kind in KINDS:
        expect(page.get_by_text(prompt(kind), exact=True)).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)


def test_signs_of_html_are_shown_as_text(mount):
    shown = quiz("boolean")
    (asked,) = shown.questions
    marked = "<b>1</b> & <img src=x onerror=document.title='bad'>"
    shown.questions = [{**asked, "prompt": marked, "explanation": marked, "cite": marked, "notes": [marked]}]
    shown.title = marked
    page = mount(shown)
    press_button(page.get_by_role("article"), "Trả lời")
    quizzing.press(page.get_by_role("radio", name="Đúng", exact=True))
    press_button(page, "Trả lời")
    expect(page.get_by_role("region", name=marked)).to_be_visible()
    expect(page.get_by_role("group", name=marked)).to_be_visible()
    for text in (marked, f"Ghi chú: {marked}", f"Nguồn: {marked}"):
        expect(page.get_by_role("paragraph").filter(has_text=text).first).to_have_text(text)
    expect(page).to_have_title("Thử")


FIXED = ("id", "kind", "difficulty")


@both
def test_long_words_stay_within_the_screen(mount):
    long = "phòngchống" * 20
    shown = quiz("single", "ordering", "matching", mode="list")
    shown.questions = [_stretched(asked, long) for asked in shown.questions]
    page = mount(shown)
    expect(page.get_by_text(long).first).to_be_visible()
    assert looks.sideways(page) == 0


def _stretched(value: object, word: str) -> object:
    """A question with one long word wherever it says something."""
    if isinstance(value, list):
        return [_stretched(part, f"{word}{place}") for place, part in enumerate(value)]
    if isinstance(value, dict):
        return {name: part if name in FIXED else _stretched(part, word) for name, part in value.items()}
    return word if isinstance(value, str) else value
