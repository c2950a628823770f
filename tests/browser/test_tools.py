"""The tools do the same work live, on the member pages, and on the site opened by double click.

A live page starts a kernel and loads all of Voila: what widgets do without Python is tried where it costs less.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser import acts, looks
from tests.browser.profiles import both
from tests.browser.watching import ready, watched
from tests.serving import Server

Go = Callable[[str], Page]


@pytest.fixture(params=["live", "file"])
def host(request: pytest.FixtureRequest) -> str:
    return request.param


def path(host: str, slug: str) -> str:
    """Where a host has the page of a slug."""
    if host == "live":
        return f"voila/render/{acts.COURSE.pages[slug].notebook}"
    return f"hoc/{slug}/index.html" if host == "file" else f"hoc/{slug}/"


@pytest.fixture
def go(host: str, context: BrowserContext, kit: Server, request: pytest.FixtureRequest) -> Iterator[Go]:
    """A function that opens the page of a slug on the host, and waits until its widgets stand."""
    if host == "file":
        own = [f"{request.getfixturevalue('built').as_uri()}/"]
    else:
        own = [f"http://127.0.0.1:{kit.port}/", f"ws://127.0.0.1:{kit.port}/"]
    with watched(context, *own) as page:

        def open_page(slug: str) -> Page:
            page.goto(own[0] + path(host, slug))
            ready(page)
            return page

        yield open_page


@pytest.mark.parametrize("host", ["file"], indirect=True)
@pytest.mark.parametrize("slug", acts.ACTS)
def test_a_tool_does_its_work(go: Go, slug: str) -> None:
    acts.ACTS[slug](go(slug))


def test_a_session_and_the_tools_know_of_each_other(go: Go) -> None:
    session = go(acts.SESSION.slug)
    acts.open_part(session)
    acts.answer_question(session)
    acts.write_note(session)
    acts.see_progress(go("tien-do"), 1)
    acts.see_note(go("ghi-chu"))
    acts.follow(acts.search(go("tra-cuu")))


@both
@pytest.mark.parametrize("host", ["member"], indirect=True)
@pytest.mark.parametrize("slug", acts.ACTS)
def test_a_tool_in_use_has_no_faults(go: Go, slug: str) -> None:
    page = go(slug)
    acts.ACTS[slug](page)
    assert looks.faults(page) == []


@both
@pytest.mark.parametrize("host", ["member"], indirect=True)
def test_a_progress_that_is_begun_has_no_faults(go: Go) -> None:
    acts.answer_question(go(acts.SESSION.slug))
    page = go("tien-do")
    acts.see_progress(page, 1)
    assert looks.faults(page) == []
