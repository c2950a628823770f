"""A member on a phone goes through all sessions; a live session and the pages around them, on both sizes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser import acts, looks
from tests.browser.profiles import LAPTOP, PHONE, both, phone
from tests.browser.watching import ready, watched
from tests.courses import shipped
from tests.serving import Server

COURSE = shipped()
SESSIONS = list(COURSE.sessions.values())


def live(slug: str) -> str:
    """Where a session has a Python kernel of its own."""
    return f"/voila/render/{COURSE.sessions[slug].notebook}"


@pytest.fixture
def reader(context: BrowserContext, kit: Server) -> Iterator[Page]:
    """A page that fails on uncaught errors, failed requests, and requests to any other host."""
    own = f"127.0.0.1:{kit.port}/"
    with watched(context, f"http://{own}", f"ws://{own}") as page:
        yield page


@pytest.fixture
def go(reader: Page, kit: Server) -> Callable[[str], Page]:
    """Return a function that opens an address of the kit and waits until its widgets stand."""

    def go_to(path: str) -> Page:
        reader.goto(f"http://127.0.0.1:{kit.port}{path}")
        ready(reader)
        return reader

    return go_to


def answer_something(card: Locator) -> None:
    """Give any complete answer to the question that is shown."""
    radios, boxes = card.get_by_role("radio"), card.get_by_role("checkbox")
    selects, number = card.get_by_role("combobox"), card.get_by_role("textbox")
    if radios.count():
        radios.first.check()
    elif boxes.count():
        boxes.first.check()
    elif selects.count():
        for index in range(selects.count()):
            selects.nth(index).select_option(index=index + 1)
    elif number.count():
        number.fill("12")
    else:
        card.get_by_role("button", name="Chuyển xuống").first.click()
    card.get_by_role("button", name="Trả lời").click()
    expect(
        card.get_by_role("heading", name="Trả lời đúng").or_(
            card.get_by_role("heading", name="Trả lời chưa đúng")
        )
    ).to_be_visible()
    if (key := card.get_by_role("button", name="Xem đáp án")).is_visible():
        key.click()
    expect(card.get_by_text("Nguồn: ")).to_be_visible()
    expect(card.get_by_text("Đọc lại: ").get_by_role("link")).to_have_attribute(
        "href", re.compile(r"/hoc/[a-z-]+/#.")
    )


def quiz(page: Page) -> Locator:
    return page.get_by_role("region", name="Tự kiểm tra", exact=True)


@phone
@pytest.mark.parametrize("session", SESSIONS, ids=lambda session: session.slug)
def test_a_member_goes_through_a_session(go: Callable[[str], Page], session) -> None:
    go_through(go(f"/hoc/{session.slug}/"), session)


def test_a_reader_goes_through_a_live_session(go: Callable[[str], Page]) -> None:
    page = go(live("ke-hoach"))
    assert looks.repeated_ids(page) == []
    acts.explain_term(page)
    go_through(page, COURSE.sessions["ke-hoach"])


def go_through(page: Page, session) -> None:
    """Read the head, answer two questions, come back to the third, and find at home what is done."""
    number = SESSIONS.index(session) + 1
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Buổi {number}. {session.title}")
    for goal in session.goals:
        assert "{" not in goal
        # As a reader sees it: what a term means stands in the page, hidden.
        expect(page.locator(".goals")).to_contain_text(goal, use_inner_text=True)
    for card in range(2):
        answer_something(quiz(page).get_by_role("article").locator("visible=true"))
        expect(quiz(page)).to_contain_text(f"{card + 1}/")
        quiz(page).get_by_role("button", name="Câu tiếp theo").click()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "the page scrolls sideways"
    page.reload()
    ready(page)
    expect(quiz(page)).to_contain_text("Câu 3/")
    page.goto(page.url.split("/voila")[0].split("/hoc")[0] + "/")
    home = page.get_by_role("listitem").filter(has=page.get_by_role("heading", name=session.title))
    expect(home).to_contain_text(f"Đã trả lời 2/{len(COURSE.questions[session.slug])} câu")


def test_figures_switch_and_lessons_open(go: Callable[[str], Page]) -> None:
    page = go("/hoc/ket-qua/")
    chart = page.get_by_role("region", name="Kết quả kỷ luật và xử lý hình sự")
    chart.get_by_role("radio", name="Thang lôgarit").click()
    expect(chart.get_by_role("img")).to_contain_text("hơn 167.700")
    page = go("/hoc/bai-hoc/")
    lessons = page.get_by_role("region", name="Bài học kinh nghiệm")
    items = COURSE.groups["bai-hoc"].items
    lessons.get_by_role("button", name=items[0].title).click()
    for item in items[1:]:
        lessons.get_by_role("button", name="Tiếp", exact=False).first.click()
        expect(lessons.get_by_role("heading", name=item.title)).to_be_visible()


def test_a_live_page_whose_line_is_silent_begins_anew_once_and_then_says_so(
    reader: Page, clock, kit: Server
) -> None:
    clock.install()
    reader.route_web_socket("**/channels*", lambda _: None)
    reader.goto(f"http://127.0.0.1:{kit.port}{live('bai-hoc')}")
    text = reader.get_by_text(COURSE.groups["bai-hoc"].items[1].title).first
    expect(reader.get_by_text("Loading widget").first).to_be_attached()
    expect(reader.get_by_text("Loading widget").locator("visible=true")).to_have_count(0)
    expect(text).to_be_hidden()
    with reader.expect_navigation():
        clock.fast_forward("00:31")
    expect(text).to_be_hidden()
    clock.fast_forward("00:46")
    expect(reader.get_by_role("alert")).to_contain_text("Phần tương tác chưa kết nối được.")
    expect(text).to_be_visible()
    expect(reader.get_by_text("Loading widget").locator("visible=true")).to_have_count(0)


def test_the_trainer_sees_outline_and_notes_a_member_does_not(go: Callable[[str], Page]) -> None:
    page = go("/hoc/bai-hoc/")
    outline = page.get_by_text("Dàn ý 45 phút cho báo cáo viên")
    expect(outline).to_be_hidden()
    page.get_by_role("button", name="Hiện lời dẫn cho báo cáo viên").click()
    expect(outline).to_be_visible()
    page = go("/hoc/bai-hoc/?trinh-bay")
    expect(outline).to_be_visible()
    outline.click()
    expect(
        page.get_by_role("table").filter(has_text="Thời lượng").or_(page.locator(".agenda table"))
    ).to_be_visible()


@both
def test_the_list_of_contents_leads_to_its_part(go: Callable[[str], Page]) -> None:
    page = go("/hoc/ke-hoach/")
    contents = page.get_by_role("navigation", name="Nội dung buổi học")
    if contents.is_hidden():
        page.get_by_role("navigation", name="Phần đang đọc").get_by_role("button").click()
    contents.get_by_role("link", name="Kế hoạch của Huyện ủy Văn Bàn").click()
    expect(page.get_by_role("heading", name="Kế hoạch của Huyện ủy Văn Bàn", level=2)).to_be_in_viewport()


def test_home_continues_where_one_stopped_and_forgets_on_demand(go: Callable[[str], Page]) -> None:
    page = go("/hoc/tac-pham/")
    answer_something(quiz(page).get_by_role("article").locator("visible=true"))
    page = go("/")
    expect(page.get_by_role("link", name="Học tiếp: Cuốn sách và cách học")).to_be_visible()
    page.get_by_role("button", name="Xóa toàn bộ tiến độ").click()
    page.get_by_role("button", name="Giữ lại").click()
    expect(page.get_by_text(f"Đã trả lời 1/{len(COURSE.questions['tac-pham'])} câu")).to_be_visible()
    page.get_by_role("button", name="Xóa toàn bộ tiến độ").click()
    page.get_by_role("button", name="Xóa hết").click()
    expect(page.get_by_text("Đã xóa toàn bộ tiến độ trên máy này.")).to_be_visible()
    expect(page.get_by_text(re.compile(r"Đã trả lời \d"))).to_have_count(0)
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.split('/').length === 3).length") == 0


PATHS = ["/", "/khong-co/", "/hoc/ke-hoach/?trinh-bay", *(f"/hoc/{slug}/" for slug in COURSE.pages)]
# One page of each kind.
KINDS = ["/", "/hoc/ke-hoach/?trinh-bay", "/hoc/ket-qua/", "/hoc/hoi-dap/"]
SCREENS = [*((PHONE, path) for path in PATHS), *((LAPTOP, path) for path in KINDS)]


@pytest.mark.parametrize(
    ("context", "path"),
    SCREENS,
    ids=[f"{size['width']} {path}" for size, path in SCREENS],
    indirect=["context"],
)
def test_pages_are_accessible_in_both_themes(page: Page, kit: Server, path: str) -> None:
    page.goto(f"http://127.0.0.1:{kit.port}{path}")
    ready(page)
    assert looks.faults(page) == []
