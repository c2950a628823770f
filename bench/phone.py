"""How long a phone waits until a quiz answers a tap."""

from __future__ import annotations

import statistics
import time
from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser.watching import wait_until

# Lines as browsers' tools describe them: ms, and bytes a second each way.
GOOD = {"offline": False, "latency": 40, "downloadThroughput": 1_250_000, "uploadThroughput": 1_250_000}
# "Slow 3G" as those tools name it.
SLOW_3G = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
# A closed network answers nobody: no other host is found. To catch requests instead would slow each of them down.
CLOSED = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
READY = """() => {
  const quiz = [...document.querySelectorAll('.kit')].find((node) => /Tự kiểm tra/.test(node.textContent));
  const radio = quiz?.querySelector('input[type=radio], input[type=checkbox], input:not([type]), select');
  return Boolean(radio) && [...quiz.querySelectorAll('button')].some((node) => node.textContent === 'Trả lời');
}"""


def seconds_to_answer(
    browser: Browser, url: str, line: Mapping[str, Any] | None, runs: int = 3
) -> tuple[float, int, int]:
    """Return median seconds from asking for the page to feedback after a tap, bytes received, and requests.

    Parameters
    ----------
    browser
        Opens the page with nothing kept from before; started with :data:`CLOSED`.
    url
        A page with a quiz.
    line
        By which a phone with a quarter of this processor's pace gets it; None for a laptop beside the server.
    runs
        Of how many the median is taken.
    """
    results = [_once(browser, url, line) for _ in range(runs)]
    return (
        statistics.median(seconds for seconds, _, _ in results),
        int(statistics.median(received for _, received, _ in results)),
        int(statistics.median(requests for _, _, requests in results)),
    )


def _once(browser: Browser, url: str, line: Mapping[str, Any] | None) -> tuple[float, int, int]:
    phone = line is not None
    size: ViewportSize = {"width": 360, "height": 800} if phone else {"width": 1366, "height": 768}
    # What is kept on the device comes after the page, and is no part of it.
    context = browser.new_context(viewport=size, is_mobile=phone, has_touch=phone, service_workers="block")
    context.set_default_timeout(180_000)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    received, requests = [], []
    session.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    session.on("Network.requestWillBeSent", lambda event: requests.append(1))
    if line is not None:
        session.send("Network.emulateNetworkConditions", dict(line))
        session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    begin = time.perf_counter()
    page.goto(url, wait_until="commit")
    wait_until(page, READY)
    _answer(page)
    seconds = time.perf_counter() - begin
    context.close()
    return seconds, int(sum(received)), len(requests)


def _answer(page: Page) -> None:
    """Tap the first choice and 'Trả lời', and wait for the feedback."""
    page.evaluate(
        """() => {
          const quiz = [...document.querySelectorAll('.kit')].find((node) => /Tự kiểm tra/.test(node.textContent));
          const choice = quiz.querySelector('input[type=radio], input[type=checkbox]');
          if (choice) choice.click();
          [...quiz.querySelectorAll('button')].find((node) => node.textContent === 'Trả lời').click();
        }"""
    )
    wait_until(
        page,
        "() => document.querySelector('.quiz-feedback:not([hidden]), .quiz-again:not([hidden])') !== null",
    )
