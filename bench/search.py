"""How large the search index is, and how long a slow phone waits for its first result after a key."""

from __future__ import annotations

import gzip
import statistics
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench.report import Report
from tests.browser.conftest import FLAGS
from tools.browser import installed

SLOWER = 4
QUERIES = (
    "t", "th", "tham nhũng", "bai hoc", "167700", "37 qd tw",
    "tham nhug", "thamnhung", "giac noi sam", "bài học thứ năm",
)  # fmt: skip
# From the key until the first results are laid out; read in the page, so that the line to it costs nothing.
TYPE = """(query) => {
  const field = document.querySelector("dialog input");
  field.value = query;
  const begin = performance.now();
  field.dispatchEvent(new Event("input"));
  document.querySelector("dialog .search-hit").getBoundingClientRect();
  return performance.now() - begin;
}"""


def measure(report: Report, site: Path) -> None:
    """Open the search of the static site on a slowed processor and type."""
    (index,) = site.glob("assets/*/search-index.js")
    report.budget("Search index, compressed", len(gzip.compress(index.read_bytes(), 9)) / 1000, "KB", 40)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed(whole=True), args=FLAGS)
        first, times = _typed(browser, (site / "index.html").as_uri())
        browser.close()
    report.fact(f"Search on a phone ({SLOWER}× slower CPU): ready after “/”", first, "s")
    report.budget(
        f"Search on a phone ({SLOWER}× slower CPU): first result after a key, slowest of {len(QUERIES)} queries",
        max(times) / 1000,
        "s",
        0.05,
    )


def _typed(browser: Browser, address: str) -> tuple[float, list[float]]:
    """Return seconds until the index stands, and for each query the median milliseconds to its first result."""
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.set_default_timeout(60_000)
    page.goto(address)
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    begin = page.evaluate("performance.now()")
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill("đảng")
    page.wait_for_selector("dialog mark")
    ready = (page.evaluate("performance.now()") - begin) / 1000
    times = [statistics.median(page.evaluate(TYPE, query) for _ in range(7)) for query in QUERIES]
    page.close()
    return ready, times
