"""The tools do the same work live, on the member pages, and on the site opened by double click."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from server import site as sites
from server.app import NOTEBOOKS
from tests.browser import acts, looks
from tests.browser.watching import watched
from tests.serving import Server

Go = Callable[[str], Page]


@pytest.fixture(scope="module")
def built(kit: Server, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The static site, from the pages that the server has rendered."""
    return sites.build(tmp_path_factory.mktemp("web") / "site", NOTEBOOKS, kit.log.parent / "cache").folder


def opener(page: Page, address: Callable[[str], str]) -> Go:
    """Return a function that opens the page of that slug and waits until its widgets stand."""

    def go(slug: str) -> Page:
        page.goto(address(slug))
        expect(page.locator(".kit").first).to_be_visible(timeout=30_000)
        expect(page.get_by_text("Đang tải phần tương tác…").locator("visible=true")).to_have_count(0)
        return page

    return go


@pytest.fixture
def live(context: BrowserContext, kit: Server) -> Iterator[Go]:
    host = f"127.0.0.1:{kit.port}"
    with watched(context, f"http://{host}/", f"ws://{host}/") as page:
        yield opener(page, lambda slug: f"http://{host}/voila/render/{acts.CONTENT.pages[slug].notebook}")


@pytest.fixture
def member(context: BrowserContext, kit: Server) -> Iterator[Go]:
    root = f"http://127.0.0.1:{kit.port}/"
    with watched(context, root) as page:
        yield opener(page, lambda slug: f"{root}hoc/{slug}/")


@pytest.fixture
def file(context: BrowserContext, built: Path) -> Iterator[Go]:
    with watched(context, f"{built.as_uri()}/") as page:
        yield opener(page, lambda slug: (built / "hoc" / slug / "index.html").as_uri())


@pytest.fixture(params=["live", "member", "file"])
def go(request: pytest.FixtureRequest) -> Go:
    """A function that opens a page of the kit, in each of the three hosts."""
    return request.getfixturevalue(request.param)


@pytest.mark.parametrize("slug", acts.ACTS)
def test_a_tool_does_its_work(go: Go, slug: str) -> None:
    acts.ACTS[slug](go(slug))


def test_a_hit_leads_to_its_card(go: Go) -> None:
    acts.follow(acts.search(go("tra-cuu")))


def test_what_is_answered_shows_in_the_progress(go: Go) -> None:
    acts.see_progress(go("tien-do"), 0)
    acts.answer_question(go(acts.SESSION.slug))
    acts.see_progress(go("tien-do"), 1)


@pytest.mark.parametrize("slug", acts.ACTS)
def test_a_tool_in_use_has_no_faults(member: Go, slug: str) -> None:
    page = member(slug)
    acts.ACTS[slug](page)
    assert looks.faults(page) == []


def test_a_progress_that_is_begun_has_no_faults(member: Go) -> None:
    acts.answer_question(member(acts.SESSION.slug))
    page = member("tien-do")
    acts.see_progress(page, 1)
    assert looks.faults(page) == []
