"""Pages that are watched: no uncaught error, no failed request, nothing asked of another host."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import BrowserContext, Page, expect

# anywidget says so of every model that took more than two seconds, whose widget comes all the same; what waits for
# messages from Python would be lost, and no widget of the kit does. That the widgets stand, each test sees itself.
SLOW = "[anywidget] Failed to initialize model."


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
    page.on("pageerror", lambda error: SLOW in str(error) or problems.append(f"error: {error}"))
    page.on("requestfailed", lambda request: fail(request.failure, request.url))
    page.on("response", lambda it: it.status >= 400 and problems.append(f"{it.status}: {it.url}"))
    yield page
    assert not problems, f"on the page: {problems}"


HOLDS = """([arg, limit]) => new Promise((resolve, reject) => {
  const holds = %s;
  const end = performance.now() + limit;
  const look = () => {
    if (holds(arg)) resolve();
    else if (performance.now() > end) reject(new Error(`not within ${limit} ms: ${holds}`));
    else setTimeout(look, 50);
  };
  look();
})"""


def wait_until(page: Page, condition: str, arg: object = None, seconds: float = 30) -> None:
    """Wait until ``condition``, a function of ``arg`` in JavaScript, is true on a page.

    Playwright's own ``wait_for_function`` evaluates a text within the page, which the kit's pages do not allow.
    """
    page.evaluate(HOLDS % condition, [arg, seconds * 1000])


def ready(page: Page) -> None:
    """Wait until the widgets of a session or a tool stand.

    A live page whose kernel stays silent begins anew by itself once, as it does before a reader.
    """
    if "/voila/render/" in page.url:
        expect(page.locator("body")).to_have_attribute("data-ready", "true", timeout=90_000)
    else:
        waiting = page.get_by_text("Đang tải phần tương tác…").locator("visible=true")
        expect(waiting).to_have_count(0, timeout=30_000)
