"""The notebooks run in JupyterLab with the same widgets: what ``make lab`` gives an author."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from course.slideshow import minutes, slide_type
from server.live.renderer import DESK_FOLDER
from server.publish import shelf
from server.publish.site import DESK
from tests.browser import acts
from tests.browser.watching import watched
from tests.serving import eventually, free_port

# A session with a figure, and tools of each kind: what widgets do, each does everywhere.
SESSION = acts.COURSE.sessions["ket-qua"]
SLUGS = [SESSION.slug, "tien-do", "ghi-chu", "the-ghi-nho", "tra-cuu"]
PAGES = acts.COURSE.pages | {DESK.slug: DESK}
# A kernel whose notebook is closed is of no use to anybody, and would keep its memory.
CULL = ["--MappingKernelManager.cull_idle_timeout=30", "--MappingKernelManager.cull_interval=5"]
EXTENSIONS = Path(__file__).parents[2] / "tools" / "lab"

Run = Callable[[str], Page]


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory, store: Path) -> Iterator[str]:
    """Address of a JupyterLab whose folder holds copies of the notebooks, the course's data, and its decks."""
    folder, port = tmp_path_factory.mktemp("lab"), free_port()
    (folder / "data").symlink_to(acts.COURSE.folder / "data")
    for slug in SLUGS:
        shutil.copy(acts.COURSE.notebook(acts.COURSE.pages[slug]), folder)
    shutil.copy(DESK_FOLDER / DESK.notebook, folder)
    kept = shelf.store_of(folder)
    kept.parent.mkdir()
    kept.symlink_to(store)
    command = [
        sys.executable, "-m", "jupyter", "lab", "--no-browser", "--allow-root", "--ip", "127.0.0.1",
        "--port", str(port), "--IdentityProvider.token=", "--notebook-dir", str(folder), *CULL,
        f"--LabApp.extra_labextensions_path={EXTENSIONS}",
    ]  # fmt: skip
    places = {
        "JUPYTERLAB_SETTINGS_DIR": str(folder / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(folder / "workspaces"),
    }
    log = folder / "lab.log"
    with log.open("wb") as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, env=os.environ | places)
    address = f"http://127.0.0.1:{port}"

    def answers() -> bool:
        assert process.poll() is None, log.read_text("utf-8")
        try:
            with urllib.request.urlopen(f"{address}/api/status", timeout=5) as answer:
                return "started" in json.load(answer)
        except OSError:
            return False

    eventually(answers, 60, "JupyterLab answers")
    yield address
    # Now and then JupyterLab's own shutdown waits for ever for a kernel that has ended already.
    family = [psutil.Process(process.pid), *psutil.Process(process.pid).children(recursive=True)]
    process.terminate()
    for survivor in psutil.wait_procs(family, timeout=30)[1]:
        survivor.kill()
    process.wait(timeout=30)


@pytest.fixture(scope="module")
def profile(browser: Browser) -> Iterator[BrowserContext]:
    """A browser profile that keeps JupyterLab's scripts from one test to the next."""
    context = browser.new_context(viewport={"width": 1366, "height": 900}, locale="vi-VN")
    context.set_default_timeout(60_000)
    yield context
    context.close()


@pytest.fixture
def run(profile: BrowserContext, lab: str) -> Iterator[Run]:
    """Return a function that opens the notebook of that slug and runs all its cells; nothing was studied before."""

    def run_all(page: Page, slug: str) -> Page:
        shown = PAGES[slug]
        page.goto(f"{lab}/lab/tree/{shown.notebook}?reset")
        page.get_by_role("heading", name=shown.title).first.wait_for()
        # What is run before the kernel is there is lost.
        page.get_by_role("button", name="Python 3 (ipykernel) | Idle").wait_for()
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
        expect(page.locator(".kit, .kit-desk").first).to_be_attached(timeout=60_000)
        return page

    with watched(profile, f"{lab}/", lab.replace("http", "ws")) as page:
        yield lambda slug: run_all(page, slug)
        page.evaluate("localStorage.clear()")
        page.close()


def test_an_author_runs_a_session_and_says_how_long_a_slide_takes(run: Run) -> None:
    page = run(SESSION.slug)
    chart = page.get_by_role("region", name="Kết quả kỷ luật và xử lý hình sự")
    expect(chart.get_by_role("img")).to_contain_text("hơn 167.700", timeout=60_000)
    chart.get_by_role("radio", name="Thang lôgarit").click()
    expect(chart.get_by_role("radio", name="Thang lôgarit")).to_be_checked()
    page.get_by_role("region", name="Tự kiểm tra").scroll_into_view_if_needed()
    acts.answer_question(page)
    acts.write_note(page)
    say_how_long_a_slide_takes(page)
    acts.see_progress(run("tien-do"), 1, SESSION)
    acts.see_note(run("ghi-chu"), SESSION)


def say_how_long_a_slide_takes(page: Page) -> None:
    """Change the minutes of the first slide with notes in the form beside the notebook, and save."""
    notes = first_notes(json.loads(acts.COURSE.notebook(SESSION).read_text("utf-8")))
    page.get_by_role("paragraph").filter(has_text=notes["source"][0].split(".")[0]).click()
    page.get_by_role("tab", name="Property Inspector").click()
    page.get_by_text("Trang trình chiếu").click()
    field = page.get_by_role("spinbutton")
    changed = page.locator(".lm-TabBar-tab.lm-mod-current.jp-mod-dirty")
    expect(field).to_have_value(str(minutes(notes)))
    page.keyboard.press("Control+s")
    expect(changed).to_have_count(0)
    field.fill(str(minutes(notes) + 1.5))
    field.press("Tab")
    # The form hands its value on a moment later.
    expect(changed).to_be_visible()
    with page.expect_response(
        lambda answer: answer.request.method == "PUT" and "contents" in answer.url
    ) as saved:
        page.keyboard.press("Control+s")
    kept = page.request.get(saved.value.url).json()["content"]
    assert minutes(first_notes(kept)) == minutes(notes) + 1.5


def first_notes(notebook: dict) -> dict:
    """Return the first cell with the speaker's notes."""
    return next(cell for cell in notebook["cells"] if slide_type(cell) == "notes")


def test_a_card_is_rated_in_jupyterlab(run: Run) -> None:
    acts.rate_card(run("the-ghi-nho"))


def test_a_hit_unfolds_in_jupyterlab(run: Run) -> None:
    acts.unfold(acts.search(run("tra-cuu")))


def test_the_desk_keeps_its_minutes_in_sight_in_jupyterlab(run: Run) -> None:
    page = run(DESK.slug)
    for number in (1, 3):
        page.get_by_role("checkbox", name=f"Buổi {number}.").check()
    expect(page.get_by_text("phút: thừa")).to_be_in_viewport()
    page.get_by_role("button", name="Bỏ theo gợi ý").click()
    expect(page.get_by_role("button", name="Lấy lại")).to_be_in_viewport()
    page.get_by_role("button", name="Lấy lại").click()
    expect(page.get_by_text("phút: thừa")).to_be_in_viewport()
