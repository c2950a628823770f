"""The home page's script: what this device keeps, the next step, and clearing; as files, and with parts missing."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from server.publish.assets import Assets
from server.publish.site import Site
from server.publish.static_site import StaticSite
from tests.browser.profiles import ADDRESS, both
from tests.browser.quizzing import press
from tests.courses import shipped

COURSE = shipped()
SESSIONS = list(COURSE.sessions.values())
CARD = {"due": 1, "at": 1, "from": 0, "s": 1, "d": 5, "n": 3, "l": 1, "st": 2, "k": 0, "iv": 1}
# New cards a day, as long as the reader has chosen no other number.
NEW = 10
REFUSED = "Object.defineProperty(window, 'localStorage', { get() { throw Error('no'); } })"


@pytest.fixture(scope="module")
def site() -> Site:
    return Site(COURSE)


@pytest.fixture
def home(page: Page, site: Site) -> Page:
    """The home page, answered by the test itself."""
    html = site.render("home.html.j2", sessions=SESSIONS)
    return serve(page, site, html)


def serve(page: Page, site: Site, html: str) -> Page:
    assets = {f"/{asset.url}": asset for asset in site.assets.all()}

    def answer(route) -> None:
        asset = assets.get(route.request.url.removeprefix(ADDRESS.rstrip("/")))
        if asset is None:
            route.fulfill(body=html, content_type="text/html; charset=utf-8")
        else:
            kind = "text/javascript" if asset.name.endswith(".js") else None
            route.fulfill(body=asset.body, content_type=kind)

    page.route("**/*", answer)
    page.goto(ADDRESS)
    return page


def store(page: Page, **entries: object) -> None:
    """Save entries under ``<session>/<key>`` (written ``session__key``), and come to the page again."""
    for key, value in entries.items():
        name = "hoc-tac-pham/" + key.replace("__", "/").replace("_", "-")
        text = value if isinstance(value, str) else json.dumps(value)
        page.evaluate("([name, text]) => localStorage.setItem(name, text)", [name, text])
    page.reload()


def asked(slug: str) -> int:
    """Return how many questions a session asks."""
    return len(COURSE.questions[slug])


def session(page: Page, slug: str) -> Locator:
    title = COURSE.sessions[slug].title
    return page.get_by_role("listitem").filter(has=page.get_by_role("heading", name=title, exact=True))


def test_at_first_it_leads_to_the_first_session_and_says_nothing(home: Page) -> None:
    link = home.get_by_role("link", name="Bắt đầu buổi đầu tiên")
    assert link.evaluate("(node) => node.href") == f"{ADDRESS}hoc/tac-pham/"
    expect(home.get_by_text(re.compile(r"Đã trả lời \d|Đã đọc \d"))).to_have_count(0)
    expect(home.get_by_text(f"Hôm nay còn {NEW} thẻ: {NEW} thẻ mới.")).to_be_visible()


def test_each_session_tells_what_is_read_and_answered(home: Page) -> None:
    store(
        home,
        nhiem_vu__quiz={"done": 3, "right": 2},
        nhiem_vu__luu_y={"read": ["luu-y-1", "luu-y-2"]},
        ket_qua__quiz={"done": 99, "right": 1},
        bai_hoc__bai_hoc={"read": ["bai-hoc-1"]},
    )
    expect(session(home, "nhiem-vu")).to_contain_text(
        f"Đã đọc 2/10 thẻ · Đã trả lời 3/{asked('nhiem-vu')} câu · đúng 2"
    )
    expect(session(home, "ket-qua")).to_contain_text(
        f"Đã trả lời {asked('ket-qua')}/{asked('ket-qua')} câu · đúng 1"
    )
    expect(session(home, "ket-qua")).to_have_class(re.compile(r"\bfinished\b"))
    expect(session(home, "bai-hoc")).to_contain_text("Đã đọc 1/8 thẻ")
    expect(session(home, "bai-hoc")).not_to_contain_text("Đã trả lời")
    link = home.get_by_role("link", name=f"Học tiếp: {COURSE.sessions['bai-hoc'].title}")
    assert link.evaluate("(node) => node.href") == f"{ADDRESS}hoc/bai-hoc/"


def test_it_leads_to_the_part_at_which_one_left_off(home: Page) -> None:
    read = {
        "version": 1,
        "done": 2,
        "total": 14,
        "read": ["Một", "Hai"],
        "current": {"id": "phan-3", "title": "Ba"},
    }
    store(home, ket_qua__phan_da_doc=read)
    expect(session(home, "ket-qua")).to_contain_text("Đã đọc 2/14 phần")
    link = home.get_by_role("link", name=f"Học tiếp: {COURSE.sessions['ket-qua'].title}")
    assert link.evaluate("(node) => node.href") == f"{ADDRESS}hoc/ket-qua/#phan-3"


def test_after_a_finished_session_the_next_one_comes(home: Page) -> None:
    store(home, tac_pham__quiz={"done": asked("tac-pham"), "right": 11})
    expect(home.get_by_role("link", name=f"Học tiếp: {SESSIONS[1].title}")).to_be_visible()


def test_when_all_is_finished_it_leads_to_the_progress(home: Page) -> None:
    done = {f"{one.slug.replace('-', '_')}__quiz": {"done": asked(one.slug), "right": 12} for one in SESSIONS}
    store(home, **done)
    link = home.get_by_role("link", name="Đã học hết các buổi: xem tiến độ")
    assert link.evaluate("(node) => node.href") == f"{ADDRESS}hoc/tien-do/"


def test_cards_that_are_due_are_said_with_a_link_to_them(home: Page) -> None:
    store(home, the_ghi_nho__the={"cards": {"mot": CARD, "hai": CARD}})
    expect(home.get_by_text(f"Hôm nay còn {NEW + 2} thẻ: 2 thẻ ôn lại, {NEW} thẻ mới.")).to_be_visible()
    due = home.locator("[data-due]")
    assert due.get_by_role("link").evaluate("(node) => node.href") == f"{ADDRESS}hoc/the-ghi-nho/"


def test_damaged_and_foreign_entries_change_nothing(home: Page) -> None:
    before = home.get_by_role("main").inner_text()
    store(
        home,
        tac_pham__quiz="{",
        ket_qua__quiz=[1, 2],
        bai_hoc__bai_hoc={"read": 7},
        buoi_la__quiz={"done": 5},
        the_ghi_nho__the={"cards": [3], "unseen": -1},
    )
    assert home.get_by_role("main").inner_text() == before


@both
def test_clearing_asks_first_and_leaves_the_look_of_the_pages(home: Page) -> None:
    store(
        home,
        tac_pham__quiz={"done": 1, "right": 1},
        the_ghi_nho__the={"cards": {"mot": CARD}},
        giao_dien="dark",
    )
    press(home.get_by_role("button", name="Xóa toàn bộ tiến độ"))
    press(home.get_by_role("button", name="Giữ lại"))
    expect(session(home, "tac-pham")).to_contain_text(f"Đã trả lời 1/{asked('tac-pham')} câu")
    press(home.get_by_role("button", name="Xóa toàn bộ tiến độ"))
    press(home.get_by_role("button", name="Xóa hết"))
    expect(home.get_by_text("Đã xóa toàn bộ tiến độ trên máy này.")).to_be_visible()
    expect(home.get_by_role("button", name="Xóa toàn bộ tiến độ")).to_be_focused()
    expect(home.get_by_text(re.compile("Đã trả lời|thẻ ôn lại"))).to_have_count(0)
    expect(home.get_by_role("link", name="Bắt đầu buổi đầu tiên")).to_be_visible()
    assert home.evaluate("Object.keys(localStorage)") == ["hoc-tac-pham/giao-dien"]


def test_what_another_tab_saves_is_seen_at_once(home: Page, context: BrowserContext) -> None:
    other = context.new_page()
    other.route("**/*", lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"))
    other.goto(ADDRESS)
    store(other, tac_pham__quiz={"done": 2, "right": 1})
    expect(session(home, "tac-pham")).to_contain_text(f"Đã trả lời 2/{asked('tac-pham')} câu · đúng 1")
    other.close()


def test_a_browser_without_storage_says_so(page: Page, site: Site) -> None:
    page.add_init_script(REFUSED)
    serve(page, site, site.render("home.html.j2", sessions=SESSIONS))
    refused = page.get_by_text("Trình duyệt không cho lưu trên máy này")
    # In place of the promise at the top, and where it is told what has been done.
    expect(refused).to_have_count(2)
    expect(page.get_by_text("Máy này nhớ")).to_have_count(0)
    press(page.get_by_role("button", name="Xóa toàn bộ tiến độ"))
    press(page.get_by_role("button", name="Xóa hết"))
    expect(refused.last).to_be_visible()
    expect(page.get_by_text("Đã xóa toàn bộ tiến độ")).to_have_count(0)


@pytest.mark.parametrize(
    "left_out", ["data-progress", "data-continue", "data-due", "data-clear", "data-session"]
)
def test_a_page_without_one_of_its_places_still_shows_the_others(
    page: Page, site: Site, left_out: str
) -> None:
    html = site.render("home.html.j2", sessions=SESSIONS).replace(left_out, "data-la")
    serve(page, site, html)
    store(page, tac_pham__quiz={"done": 1, "right": 1}, the_ghi_nho__the={"cards": {"mot": CARD}})
    shown = {
        "data-progress": page.get_by_text(f"Đã trả lời 1/{asked('tac-pham')} câu"),
        "data-continue": page.get_by_role("link", name="Học tiếp: "),
        "data-due": page.get_by_text("1 thẻ ôn lại"),
    }
    # Without the sessions nothing is known of them.
    lost = {"data-progress", "data-continue"} if left_out == "data-session" else {left_out}
    for name, place in shown.items():
        expect(place).to_have_count(0 if name in lost else 1)


def test_it_works_by_double_click(page: Page, tmp_path: Path) -> None:
    kit = StaticSite(COURSE, Assets(inline_fonts=True), depth=0)
    (tmp_path / "index.html").write_text(kit.render("home.html.j2", sessions=SESSIONS), "utf-8")
    for asset in kit.assets.all():
        path = tmp_path / asset.url
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(asset.body)
    page.goto((tmp_path / "index.html").as_uri())
    store(page, tac_pham__quiz={"done": 2, "right": 1})
    expect(session(page, "tac-pham")).to_contain_text(f"Đã trả lời 2/{asked('tac-pham')} câu · đúng 1")
    link = page.get_by_role("link", name=f"Học tiếp: {SESSIONS[0].title}")
    assert link.evaluate("(node) => node.href").endswith("/hoc/tac-pham/index.html")
