"""What a person does with each tool: the same acts in every host that shows its notebook."""

from __future__ import annotations

import unicodedata

from playwright.sync_api import Locator, Page, expect

from course import resolve
from course.pages import Session
from tests.browser.quizzing import press, press_button
from tests.courses import shipped

COURSE = shipped()
LESSON = COURSE.groups["bai-hoc"].items[1]
TITLE = resolve(COURSE, LESSON.title)
QUESTION = next(iter(COURSE.qa.values()))
SESSION = next(iter(COURSE.sessions.values()))
PLAN = list(COURSE.plans.values())[1]
PART = COURSE.book.parts[0]


def bare(text: str) -> str:
    """Return a text as one types it without accents."""
    letters = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(sign for sign in letters if not unicodedata.combining(sign))


def search(page: Page) -> Locator:
    """Search without accents; returns the first hit."""
    place = page.get_by_role("region", name="Tìm trong toàn bộ tài liệu")
    place.get_by_role("searchbox").fill(bare(TITLE))
    hit = place.get_by_role("listitem").filter(has=page.locator("mark")).first
    expect(hit).to_contain_text(TITLE)
    return hit


def unfold(hit: Locator) -> None:
    """Unfold a hit where there is no page to go to."""
    source = hit.get_by_text("Nguồn: ")
    expect(source).to_be_hidden()
    press(hit.locator("summary"))
    expect(source).to_be_visible()


def follow(hit: Locator) -> None:
    """Go to the page that a hit names: the card stands open there."""
    page = hit.page
    press(hit.get_by_role("link"))
    expect(page.get_by_role("heading", level=1)).to_contain_text(COURSE.sessions["bai-hoc"].title)
    expect(page.get_by_role("heading", name=f"2. {TITLE}")).to_be_visible()


def open_answer(page: Page) -> None:
    """Open the answer to the first core question, and mark it as read."""
    place = page.get_by_role("region", name="Câu hỏi cốt lõi")
    asked = page.get_by_role("button", name=resolve(COURSE, QUESTION.question))
    item = place.get_by_role("listitem").filter(has=asked)
    expect(item).to_be_visible()
    expect(item.get_by_text("Nguồn: ")).to_be_hidden()
    press(asked)
    expect(item.get_by_text("Nguồn: ")).to_be_visible()
    press(item.get_by_label("Tôi đã đọc câu này"))
    expect(place.get_by_text(f"Đã đọc 1/{len(COURSE.qa)} câu")).to_be_visible()


def rate_card(page: Page) -> None:
    """Turn a card, say how well one knew it, and meet the next one."""
    place = page.get_by_role("region", name="Ôn hôm nay")
    first = place.get_by_role("article").inner_text()
    expect(place.get_by_role("group", name="Đáp án")).to_be_hidden()
    press_button(place, "Xem đáp án")
    expect(place.get_by_role("group", name="Đáp án")).to_contain_text("Nguồn: ")
    press(place.get_by_role("button", name="Rất dễ gặp lại"))
    expect(place.get_by_role("group", name="Đáp án")).to_be_hidden()
    expect(place.get_by_role("article")).not_to_have_text(first, use_inner_text=True)
    press_button(place, "Hoàn tác lần trả lời vừa rồi")
    expect(place.get_by_role("article")).to_have_text(first, use_inner_text=True)


def switch_plan(page: Page) -> None:
    """Choose the other unit's plan, and look at what it says for the whole year."""
    place = page.get_by_role("region", name="Lịch và phân công của đợt sinh hoạt")
    source = place.get_by_text(f"Nguồn: {COURSE.sources[PLAN.source].short}", exact=False)
    press(place.get_by_role("tab", name="Cả năm"))
    expect(source.locator("visible=true")).to_have_count(0)
    place.get_by_label("Kế hoạch của").select_option(label=PLAN.unit)
    expect(source.locator("visible=true").first).to_be_visible()


def open_part(page: Page) -> None:
    """Open a part of the book on its map."""
    place = page.get_by_role("region", name="Bản đồ cuốn sách")
    about = place.get_by_text(resolve(COURSE, PART.about), exact=True)
    expect(about).to_be_hidden()
    press(place.get_by_role("button", name="Phần thứ nhất"))
    expect(place.get_by_role("heading", name=resolve(COURSE, PART.title))).to_be_focused()
    expect(about).to_be_visible()


def answer_question(page: Page) -> None:
    """Answer the first question of a session's quiz, whatever is right."""
    quiz = page.get_by_role("region", name="Tự kiểm tra")
    card = quiz.get_by_role("article").locator("visible=true")
    press(card.get_by_role("radio").first)
    press_button(card, "Trả lời")
    if (key := card.get_by_role("button", name="Xem đáp án")).is_visible():
        press(key)
    expect(card.get_by_text("Nguồn: ")).to_be_visible()


def explain_term(page: Page) -> None:
    """Open the meaning of a term in the notebook's own text, and close it."""
    term = page.locator("#cells .cell.text").get_by_role("button", name="cấp ủy", exact=True).first
    press(term)
    expect(page.get_by_role("note")).to_contain_text("cấp ủy")
    page.keyboard.press("Escape")
    expect(page.get_by_role("note")).to_have_count(0)


def write_note(page: Page) -> None:
    """Write down what one thinks of the first question on one's own work."""
    place = page.get_by_role("region", name="Liên hệ thực tiễn")
    place.get_by_role("textbox").first.fill("Việc của tôi, bắt đầu từ thứ Hai.")


def see_note(page: Page, session: Session = SESSION) -> None:
    """See what was written under its session."""
    number = list(COURSE.sessions).index(session.slug) + 1
    place = page.get_by_role("region", name=f"Buổi {number}. {session.title}", exact=True)
    expect(place.get_by_role("definition")).to_contain_text("Việc của tôi, bắt đầu từ thứ Hai.")


def see_progress(page: Page, answered: int, session: Session = SESSION) -> None:
    """See how much of a session is done."""
    place = page.get_by_role("region", name="Đã học", exact=True)
    row = place.get_by_role("listitem").filter(has_text=session.title)
    total = len(COURSE.questions[session.slug])
    expect(row).to_contain_text(f"{answered}/{total} câu" if answered else "Chưa học")


# A page, and what is done on it.
ACTS = {
    "tra-cuu": search,
    "hoi-dap": open_answer,
    "the-ghi-nho": rate_card,
    "lich-cong-tac": switch_plan,
    SESSION.slug: open_part,
}
