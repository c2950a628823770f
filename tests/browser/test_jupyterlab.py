"""The notebooks run in JupyterLab with the same widgets: what ``make lab`` gives an author."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.serving import eventually, free_port

ROOT = Path(__file__).parents[2]


@pytest.fixture
def lab(tmp_path: Path) -> Iterator[str]:
    """Address of a JupyterLab whose folder holds a copy of one notebook."""
    shutil.copy(ROOT / "notebooks" / "03-ket-qua.ipynb", tmp_path)
    port, settings = free_port(), tmp_path / "settings"
    command = [
        sys.executable, "-m", "jupyter", "lab", "--no-browser", "--allow-root", "--ip", "127.0.0.1",
        "--port", str(port), "--IdentityProvider.token=", "--notebook-dir", str(tmp_path),
    ]  # fmt: skip
    places = {
        "JUPYTERLAB_SETTINGS_DIR": str(settings),
        "JUPYTERLAB_WORKSPACES_DIR": str(tmp_path / "workspaces"),
    }
    log = tmp_path / "lab.log"
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
    process.terminate()
    process.wait(timeout=30)


def test_the_widgets_work_in_jupyterlab(browser: Browser, lab: str) -> None:
    page = browser.new_page(viewport={"width": 1366, "height": 900})
    page.set_default_timeout(60_000)
    page.goto(f"{lab}/lab/tree/03-ket-qua.ipynb?reset")
    page.get_by_role("heading", name="Buổi 3. Kết quả nổi bật").first.wait_for()
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    chart = page.get_by_role("region", name="Kết quả kỷ luật và xử lý hình sự")
    expect(chart.get_by_role("img")).to_contain_text("hơn 167.700", timeout=60_000)
    chart.get_by_role("radio", name="Thang lôgarit").click()
    expect(chart.get_by_role("radio", name="Thang lôgarit")).to_be_checked()
    quiz = page.get_by_role("region", name="Tự kiểm tra")
    quiz.scroll_into_view_if_needed()
    card = quiz.get_by_role("article").locator("visible=true")
    card.get_by_role("radio").first.check()
    card.get_by_role("button", name="Trả lời").click()
    expect(card.get_by_text("Nguồn: ")).to_be_visible()
    page.close()
