"""Pages on which decks are shown: from the server and from a stick, strict about errors and other hosts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Request, WebError

from tests.browser.presenting import decks
from tests.browser.presenting.decks import SCREENS, SLUGS
from tests.browser.profiles import Profiles
from tests.serving import Server, eventually


@pytest.fixture(scope="module")
def server(kit: Server) -> str:
    """Address of the decks on the server, when all of them are made."""
    for slug in SLUGS:
        eventually(
            lambda slug=slug: kit.visitor().ask(f"/trinh-chieu/{slug}/").status == 200, 120, f"{slug} is made"
        )
    return f"http://127.0.0.1:{kit.port}/trinh-chieu/"


@pytest.fixture(scope="module")
def stick(built: Path) -> str:
    """Address of the decks of the built site, opened as files."""
    return (built / "trinh-chieu").as_uri() + "/"


@pytest.fixture
def open_page(profiles: Profiles) -> Iterator[Callable[..., Page]]:
    """Return a function that opens a page on which an error or a request to another host fails the test."""
    problems: list[str] = []

    with ExitStack() as lent:

        def open_it(
            url: str,
            screen: str = "laptop",
            prepare: Callable[[Page], object] | None = None,
            clock: bool = False,
        ) -> Page:
            context = lent.enter_context(profiles.lent(SCREENS[screen], clock))
            lent.enter_context(problems_noted(context, url, problems))
            page = context.new_page()
            if prepare:
                prepare(page)
            page.goto(url)
            return page

        yield open_it
    assert problems == []


@contextmanager
def problems_noted(context: BrowserContext, url: str, problems: list[str]) -> Iterator[None]:
    """Note errors on a profile's pages, and what they ask of another host than that of the address."""
    own = re.match(r"\w+://[^/]*/", url)[0]

    def look(request: Request) -> None:
        if not request.url.startswith((own, "blob:", "data:")):
            problems.append(f"another host: {request.url}")

    def fail(error: WebError) -> None:
        problems.append(str(error.error))

    context.on("request", look)
    context.on("weberror", fail)
    yield
    context.remove_listener("request", look)
    context.remove_listener("weberror", fail)


@pytest.fixture
def show(open_page: Callable[..., Page], server: str) -> Callable[..., Page]:
    """Return a function that opens a deck of the server at a slide."""

    def show_it(slug: str, slide: str = "", screen: str = "laptop", clock: bool = False) -> Page:
        page = open_page(f"{server}{slug}/{f'#/{slide}' if slide else ''}", screen, clock=clock)
        decks.ready(page)
        return page

    return show_it
