"""Runs all measurements and writes docs/benchmarks.md; a budget that is missed stands there as missed."""

from __future__ import annotations

import asyncio
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from importlib.metadata import version
from pathlib import Path
from typing import cast

from playwright.sync_api import sync_playwright

from bench import hall, lighthouse, phone, search, servers, slides, visitors
from bench.report import Report
from server.publish import static_site as sites
from server.publish.static_site_checks import visit_sizes
from tests.browser.conftest import FLAGS
from tests.browser.watching import wait_until
from tests.courses import shipped
from tests.serving import Server
from tools.browser import installed

ROOT = Path(__file__).resolve().parents[1]
PAGE = "/hoc/ket-qua/"


def main() -> int:
    """Measure everything once; exit status 1 when a tool is missing."""
    missing = [
        name for name in ("wrk", "nginx") if not (shutil.which(name) or Path(f"/usr/sbin/{name}").exists())
    ]
    if missing:
        print(
            f"Missing for the measurements: {', '.join(missing)} (Debian: apt-get install wrk nginx-light)",
            file=sys.stderr,
        )
        return 1
    report = Report(machine())
    with tempfile.TemporaryDirectory(prefix="kit_bench_") as name:
        folder = Path(name)
        start_times(report, folder)
        site = sites.build(folder / "site", shipped(), folder / "cold" / "cache").folder
        sizes(report, site)
        search.measure(report, site)
        slides.measure(report, folder / "cold" / "cache")
        options = ("--cache", str(folder / "cold" / "cache"), "--kernels", "24")
        with servers.kit(folder / "kit", *options) as kit, servers.nginx(site, folder / "nginx") as nginx:
            kit.wait_for_pages()
            time.sleep(5)
            lighthouse.pages(report, kit, folder)
            arrivals(report, kit, nginx)
            throughput(report, kit, nginx)
            hall.measure(report, kit)
            live_beside_members(report, kit)
            live_through_nginx(report, kit, site, folder)
            soak(report, kit)
            with servers.plain_voila() as voila:
                plain_voila(report, voila)
                quiz_times(report, kit, nginx, voila)
        beside_rendering(report, folder)
        with servers.kit(folder / "warm", *options, "--warm", "2") as kit:
            warm_live(report, kit)
    report.machine["Pace at the end"] = pace()
    report.write(ROOT / "docs" / "benchmarks.md")
    return 0


def machine() -> dict[str, str]:
    """Describe the machine and what was measured on it."""
    chromium = subprocess.run(
        [cast(str, installed(whole=True)), "--version"], capture_output=True, text=True
    ).stdout.strip()
    nginx = subprocess.run(["/usr/sbin/nginx", "-v"], capture_output=True, text=True).stderr.strip()
    names = ("voila", "jupyter_server", "ipykernel", "tornado", "anywidget", "matplotlib")
    return {
        "Machine": f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}",
        "Pace at the beginning": pace(),
        "Browser": chromium,
        "Python": platform.python_version(),
        "Servers": f"{nginx.removeprefix('nginx version: ')}; "
        + ", ".join(f"{n} {version(n)}" for n in names),
    }


def pace() -> str:
    """Say how fast the machine is now; shared machines differ threefold from hour to hour."""
    begin, total = time.perf_counter(), 0
    for number in range(5_000_000):
        total += number * number
    return f"{time.perf_counter() - begin:.2f} s for five million multiplications in plain Python"


def start_times(report: Report, folder: Path) -> None:
    """Cold: until all pages are rendered. Warm: until the first page comes from the cache."""
    begin = time.perf_counter()
    with servers.kit(folder / "cold") as kit:
        kit.wait_for_pages()
        report.budget("All pages rendered from nothing", time.perf_counter() - begin, "s", 40)
    begin = time.perf_counter()
    with servers.kit(folder / "warmstart", "--cache", str(folder / "cold" / "cache")) as kit:
        while kit.visitor().ask(PAGE).status != 200:
            time.sleep(0.02)
        report.budget(
            "Start with a warm cache, to the first member page", time.perf_counter() - begin, "s", 4
        )


def sizes(report: Report, site: Path) -> None:
    """Bytes over the wire of each session."""
    measured = visit_sizes(site)
    firsts = [first for first, _ in measured.values()]
    report.budget("First visit, largest session", max(firsts) / 1000, "KB", 150)
    report.budget("First visit, median session", statistics.median(firsts) / 1000, "KB", 120)
    report.budget("Second session, largest", max(second for _, second in measured.values()) / 1000, "KB", 60)
    rows = [
        [slug, f"{first / 1000:.0f}", f"{second / 1000:.0f}"] for slug, (first, second) in measured.items()
    ]
    report.table("Bytes over the wire (gzip; KB)", ["session", "first visit", "after another session"], rows)


def needs(port: int, page: str) -> list[str]:
    """List what a page needs, fonts included."""
    body = read(port, page)
    found = visitors.assets_of(body)
    style = next((path for path in found if path.endswith("style.css")), "")
    if not style:
        return found
    return visitors.assets_of(body, read(port, style), style.rsplit("/", 2)[0])


def read(port: int, path: str) -> bytes:
    """Read one address, uncompressed."""
    return urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=30).read()


def arrivals(report: Report, kit: Server, nginx: servers.Running) -> None:
    """A thousand visitors within ten seconds."""
    running = servers.Running("kit", kit.port, kit.process)
    outcome = asyncio.run(visitors.crowd(kit.port, PAGE, needs(kit.port, PAGE), 1000, 10))
    report.budget("1,000 visitors within 10 s: errors", len(outcome.errors), "", 0)
    report.budget(
        "1,000 visitors within 10 s: 95th percentile of a whole visit", outcome.percentile(0.95), "s", 1
    )
    report.budget("1,000 visitors within 10 s: server memory afterwards", running.megabytes(), "MB", 300)
    path = f"{PAGE}index.html"
    beside = asyncio.run(visitors.crowd(nginx.port, path, needs(nginx.port, path), 1000, 10))
    report.fact("the same at nginx: 95th percentile", beside.percentile(0.95), "s")
    report.fact("the same at nginx: errors", len(beside.errors), "")


def wrk(port: int, path: str, connections: int, seconds: int = 10) -> float:
    """Return requests a second by wrk, or 0 when nothing was answered."""
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "30s",
               "-H", "Accept-Encoding: gzip, br", f"http://127.0.0.1:{port}{path}"]  # fmt: skip
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return float(next(line.split()[1] for line in text.splitlines() if line.startswith("Requests/sec")))


def throughput(report: Report, kit: Server, nginx: servers.Running) -> None:
    """Member pages a second at 1,000 connections."""
    report.budget(
        "Member pages a second, embedded server, 1,000 connections",
        wrk(kit.port, PAGE, 1000),
        "/s",
        4000,
        least=True,
    )
    report.fact("the same page, nginx", wrk(nginx.port, f"{PAGE}index.html", 1000), "/s")


def live_beside_members(report: Report, kit: Server) -> None:
    """Member pages while ten live apps start."""

    async def run() -> tuple[list[float], int]:
        seconds: list[float] = []
        starting = [
            asyncio.create_task(asyncio.to_thread(kit.visitor().open_session, "03-ket-qua.ipynb"))
            for _ in range(10)
        ]
        while not all(task.done() for task in starting):
            begin = time.perf_counter()
            await visitors.fetch_all(kit.port, [PAGE])
            seconds.append(time.perf_counter() - begin)
            await asyncio.sleep(0.01)
        pages = [(await task)[0].text for task in starting]
        return sorted(seconds), sum("<!-- page complete -->" in page for page in pages)

    seconds, complete = asyncio.run(run())
    report.budget(
        "Member page while ten live apps start, 95th percentile", seconds[int(0.95 * len(seconds))], "s", 0.3
    )
    report.fact("of the ten live apps, complete pages", complete, "")


def beside_rendering(report: Report, folder: Path) -> None:
    """Member pages while all of them are rendered anew, as after an author's change."""
    course = folder / "course"
    for name in ("data", "notebooks"):
        shutil.copytree(ROOT / name, course / name)
    with servers.kit(folder / "changed", "--course", str(course)) as kit:
        kit.wait_for_pages(300)
        last = f"/hoc/{list(kit.course.pages)[-1]}/"
        before = read(kit.port, last)
        about = course / "data" / "course.yml"
        about.write_text(about.read_text("utf-8").replace("footer: ", "footer: Mới. ", 1), "utf-8")
        seconds: list[float] = []

        async def run() -> None:
            while await asyncio.to_thread(read, kit.port, last) == before:
                outcome = await visitors.crowd(kit.port, PAGE, [], 20, 1)
                if outcome.errors:
                    raise RuntimeError(f"beside rendering: {outcome.errors[0]}")
                seconds.extend(outcome.seconds)

        asyncio.run(run())
    seconds.sort()
    report.budget(
        "Member page while all pages are rendered anew, 95th percentile",
        seconds[int(0.95 * len(seconds))],
        "s",
        1,
    )


def live_through_nginx(report: Report, kit: Server, site: Path, folder: Path) -> None:
    """A live app behind the shipped nginx configuration, its line to the kernel included."""
    with servers.nginx(site, folder / "proxy", kit.port) as nginx, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed(whole=True), args=FLAGS)
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{nginx.port}/voila/render/04-bai-hoc.ipynb")
        wait_until(page, "() => document.body.dataset.ready !== undefined", seconds=60)
        report.fact(
            "live apps ready through nginx, of 1",
            int(page.evaluate("document.body.dataset.ready === 'true'")),
            "",
        )
        browser.close()


def soak(report: Report, kit: Server) -> None:
    """Fifty thousand page views in a row."""
    running = servers.Running("kit", kit.port, kit.process)
    asyncio.run(visitors.crowd(kit.port, PAGE, [PAGE] * 9, 500, 5))
    before = running.megabytes()
    for _ in range(10):
        outcome = asyncio.run(visitors.crowd(kit.port, PAGE, [PAGE] * 49, 100, 0))
        if outcome.errors:
            raise RuntimeError(f"soak: {outcome.errors[0]}")
    report.budget("Memory grown by 50,000 page views", max(0.0, running.megabytes() - before), "MB", 10)


def plain_voila(report: Report, voila: servers.Running) -> None:
    """What plain Voila does with the same notebook."""
    path, begin, count = "/voila/render/03-ket-qua.ipynb", time.perf_counter(), 10
    outcome = asyncio.run(visitors.crowd(voila.port, path, [], count, 0))
    report.fact(
        f"plain Voila, {count} visitors at once: pages a second",
        len(outcome.seconds) / (time.perf_counter() - begin),
        "/s",
    )
    report.fact(f"plain Voila, {count} visitors at once: slowest page", outcome.percentile(1), "s")
    report.fact(f"plain Voila, memory with {count} visitors", voila.megabytes(), "MB")


def quiz_times(report: Report, kit: Server, nginx: servers.Running, voila: servers.Running) -> None:
    """Until a quiz answers a tap, on a laptop and on a slow phone."""
    faces = {
        "kit, member page": f"http://127.0.0.1:{kit.port}{PAGE}",
        "nginx, the same page": f"http://127.0.0.1:{nginx.port}{PAGE}index.html",
        "plain Voila": f"http://127.0.0.1:{voila.port}/voila/render/03-ket-qua.ipynb",
    }
    rows, loopback = [], {}
    with sync_playwright() as playwright:
        args = [*FLAGS, phone.CLOSED]
        browser = playwright.chromium.launch(executable_path=installed(whole=True), args=args)
        for name, url in faces.items():
            plain = name == "plain Voila"
            laptop, received, requests = phone.seconds_to_answer(browser, url, None, 3 if plain else 7)
            good, slow = (
                phone.seconds_to_answer(browser, url, line, 1 if plain else 3)[0]
                for line in (phone.GOOD, phone.SLOW_3G)
            )
            loopback[name] = laptop
            size = f"{received / 1000:,.0f}"
            rows.append([name, f"{laptop:.2f}", f"{good:.2f}", f"{slow:.1f}", size, str(requests)])
            if name.startswith("kit"):
                report.budget("Quiz answers a tap, loopback", laptop, "s", 0.5)
                report.budget(
                    "Quiz answers a tap, phone (4× slower CPU), 10 Mbit/s and 40 ms", good, "s", 1.2
                )
                report.budget("Quiz answers a tap, phone (4× slower CPU), Slow 3G", slow, "s", 3)
        browser.close()
    ratio = loopback["kit, member page"] / loopback["nginx, the same page"]
    report.budget("Loopback time beside nginx", ratio, "×", 1.5)
    report.table(
        "Until a quiz answers a tap",
        ["face", "loopback (s)", "phone, 10 Mbit/s (s)", "phone, Slow 3G (s)", "received (KB)", "requests"],
        rows,
    )


def warm_live(report: Report, kit: Server) -> None:
    """First page of a live app while the pool lasts."""
    time.sleep(20)
    seconds = []
    for session in list(shipped().sessions.values())[:4]:
        begin = time.perf_counter()
        answer, _ = kit.visitor().open_session(session.notebook)
        seconds.append(time.perf_counter() - begin)
        if "<!-- page complete -->" not in answer.text:
            raise RuntimeError(f"{session.notebook}: no complete live page")
        time.sleep(6)
    report.budget("Whole page of a live app from a warm kernel, slowest of four", max(seconds), "s", 1)


if __name__ == "__main__":
    sys.exit(main())
