"""A page that is watched: no uncaught error, no failed request, nothing asked of another host."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import BrowserContext, Page


@contextmanager
def watched(context: BrowserContext, *own: str) -> Iterator[Page]:
    """Give a page whose requests all begin with one of ``own``; at the end, nothing may have gone wrong."""
    page, problems = context.new_page(), []

    def look(url: str) -> None:
        if not url.startswith((*own, "blob:", "data:")):
            problems.append(f"another host: {url}")

    def fail(failure: str, url: str) -> None:
        # What a page that is being left asks for, such as the end of its kernel, has nobody to answer to.
        if failure != "net::ERR_ABORTED":
            problems.append(f"{failure}: {url}")

    page.on("request", lambda request: look(request.url))
    page.on("websocket", lambda socket: look(socket.url))
    page.on("pageerror", lambda error: problems.append(f"error: {error}"))
    page.on("requestfailed", lambda request: fail(request.failure, request.url))
    page.on("response", lambda it: it.status >= 400 and problems.append(f"{it.status}: {it.url}"))
    yield page
    assert not problems, f"on the page: {problems}"
