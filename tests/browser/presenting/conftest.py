"""Pages on which decks are shown: from the server and from a stick, strict about errors and other hosts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.presenting import decks
from tests.browser.presenting.decks import SCREENS, SLUGS
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
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Return a function that opens a page on which an error or a request to another host fails the test."""
    contexts, problems = [], []

    def look(url: str, own: str) -> None:
        if not url.startswith((own, "blob:", "data:")):
            problems.append(f"another host: {url}")

    def open_it(url: str, screen: str = "laptop", prepare: Callable[[Page], object] | None = None) -> Page:
        width, height = SCREENS[screen]
        context = browser.new_context(viewport={"width": width, "height": height}, locale="vi-VN")
        context.set_default_timeout(20_000)
        contexts.append(context)
        own = re.match(r"\w+://[^/]*/", url)[0]
        context.on("request", lambda request: look(request.url, own))
        context.on("weberror", lambda error: problems.append(str(error.error)))
        page = context.new_page()
        if prepare:
            prepare(page)
        page.goto(url)
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert problems == []


@pytest.fixture
def show(open_page: Callable[..., Page], server: str) -> Callable[..., Page]:
    """Return a function that opens a deck of the server at a slide."""

    def show_it(slug: str, slide: str = "", screen: str = "laptop") -> Page:
        page = open_page(f"{server}{slug}/{f'#/{slide}' if slide else ''}", screen)
        decks.ready(page)
        return page

    return show_it
