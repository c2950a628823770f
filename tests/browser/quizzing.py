"""Answers the sample questions the way a reader does: by tap or click, or by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator, Page

from tests.browser.conftest import widget_page
from tests.quiz_samples import KINDS, course, question
from widgets.quiz.quiz import Quiz

RIGHT, WRONG = True, False

CHOICES = {
    ("single", RIGHT): ["Tác phẩm về phòng, chống tham nhũng, tiêu cực"],
    ("single", WRONG): ["Một tập thơ về quê hương"],
    ("multiple", RIGHT): ["Tổ chức hội nghị học tập", "Viết bài thu hoạch"],
    ("multiple", WRONG): ["Tổ chức hội nghị học tập", "Tổ chức thi đấu thể thao"],
    ("boolean", RIGHT): ["Đúng"],
    ("boolean", WRONG): ["Sai"],
}
NUMBERS = {RIGHT: "hơn 167.700", WRONG: "2740"}
STEPS = ["Xây dựng kế hoạch", "Quán triệt đến từng chi bộ", "Tổ chức học tập", "Báo cáo kết quả"]
SIDES = {pair.left: pair.right for pair in question("matching").pairs}


def quiz(*kinds: str, key: str = "quiz", **options: object) -> Quiz:
    """Make a quiz of the sample questions of some kinds, of all by default."""
    return Quiz(course(), [question(kind) for kind in kinds or KINDS], session="thu", key=key, **options)


def another_tab(page: Page, widget: Quiz, script: str = "") -> Page:
    """Open the same page, after a script, in another tab that shares what the device keeps."""
    other = page.context.new_page()
    other.add_init_script(script)
    html = widget_page(widget)
    other.route("**/*", lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
    other.goto(page.url)
    return other


def press(target: Locator) -> None:
    """Tap on a phone, click on a laptop."""
    if target.page.viewport_size["width"] < 500:
        target.tap()
    else:
        target.click()


def press_button(place: Page | Locator, name: str) -> None:
    """Press the button of that name."""
    press(place.get_by_role("button", name=name, exact=True))


def card(place: Page | Locator, kind: str) -> Locator:
    """Find the card of a sample question where it is shown."""
    page = place if isinstance(place, Page) else place.page
    asked = page.get_by_role("group", name=prompt(kind), exact=True)
    return place.get_by_role("article").filter(has=asked)


def prompt(kind: str) -> str:
    """Return a question as the reader sees it."""
    return question(kind).prompt.replace("{fact:trang}", "600 trang")


def answer(place: Page | Locator, kind: str, right: bool = RIGHT) -> Locator:
    """Answer a question, send the answer, and have the right one shown; returns the question's card."""
    shown = attempt(place, kind, right)
    if not right and kind != "boolean":
        press_button(shown, "Xem đáp án")
    return shown


def attempt(place: Page | Locator, kind: str, right: bool = RIGHT) -> Locator:
    """Answer a question and send the answer; returns its card."""
    shown = card(place, kind)
    fill(shown, kind, right)
    press_button(shown, "Trả lời")
    return shown


def answer_all(place: Page | Locator, wrong: tuple[str, ...] = ()) -> None:
    """Answer all questions one after another and go on to the result."""
    for kind in KINDS:
        answer(place, kind, kind not in wrong)
        press_button(place, "Xem kết quả" if kind == KINDS[-1] else "Câu tiếp theo")


def fill(shown: Locator, kind: str, right: bool) -> None:
    """Give an answer without sending it."""
    if kind == "numeric":
        shown.get_by_label("Nhập con số").fill(NUMBERS[right])
    elif kind == "ordering":
        arrange(shown, right, press)
    elif kind == "matching":
        for left, side in sides(right).items():
            choice = shown.get_by_label(left, exact=True)
            choice.select_option(label=letter(shown, side))
    else:
        role = "checkbox" if kind == "multiple" else "radio"
        for name in CHOICES[kind, right]:
            press(shown.get_by_role(role, name=name, exact=True))


def arrange(shown: Locator, right: bool, push: Callable[[Locator], None]) -> None:
    """Move the steps into the right order, or into one that is neither right nor the first shown."""
    start = order(shown)
    swaps = ([1, 0, 2, 3], [0, 1, 3, 2])
    wanted = STEPS if right else next(w for s in swaps if (w := [STEPS[i] for i in s]) != start)
    for place, text in enumerate(wanted):
        for _ in range(order(shown).index(text) - place):
            push(shown.get_by_role("button", name=f"Chuyển lên: {text}"))


def order(shown: Locator) -> list[str]:
    """Return the steps in the order in which they stand."""
    rows = shown.get_by_role("list").first.get_by_role("listitem").all_inner_texts()
    return [next(step for step in STEPS if step in row) for row in rows]


def sides(right: bool) -> dict[str, str]:
    """Return which right side to choose for each left side."""
    if right:
        return SIDES
    first, second, *others = SIDES.values()
    return dict(zip(SIDES, [second, first, *others], strict=True))


def letter(shown: Locator, side: str) -> str:
    """Return a right side with its letter, as the choices name it."""
    listed = shown.get_by_role("list", name="Các vế ghép").get_by_role("listitem")
    return listed.filter(has_text=side).inner_text()
