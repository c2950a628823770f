"""Provides a Chromium for tests and measurements: an installed one, else apt-get, else Playwright's own download.

Tests take Chromium's headless shell where there is one: the same engine without the windows around it, which took a
third of the processor's time for a page and twelve clicks (12 s and 36 s for twelve of them). Measurements take the
whole browser, as a reader has it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

SHELL = "chromium-headless-shell"
WHOLE = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def installed(*, whole: bool = False) -> str | None:
    """Return the path of a Chromium that can be used, or None.

    Parameters
    ----------
    whole
        Leave the headless shell out.
    """
    named = os.environ.get("KIT_CHROMIUM")
    if named:
        return named if os.access(named, os.X_OK) else None
    names = WHOLE if whole else (SHELL, *WHOLE)
    return next((path for name in names if (path := shutil.which(name))), None) or playwright_browser()


def playwright_browser() -> str | None:
    """Return the path of the Chromium that Playwright downloaded earlier, or None."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if os.path.exists(path) else None


def run(*command: str) -> bool:
    """Run a command and tell whether it succeeded."""
    print("+", *command, flush=True)
    return subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode == 0


def main(*, whole: bool) -> int:
    """Make sure that there is a browser; exit status 1 with a sentence when there cannot be one."""
    if installed(whole=whole):
        return 0
    if os.environ.get("KIT_CHROMIUM"):
        print(f"KIT_CHROMIUM names no program that can be run: {os.environ['KIT_CHROMIUM']}", file=sys.stderr)
        return 1
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        print("Installing Chromium for the browser tests ...", flush=True)
        os.environ["DEBIAN_FRONTEND"] = "noninteractive"
        run("apt-get", "update")
        install = ("apt-get", "-o", "DPkg::Lock::Timeout=300", "install", "-y", "--no-install-recommends")
        # Older systems have no package of the shell alone.
        if whole or not run(*install, SHELL):
            run(*install, "chromium")
    if not installed(whole=whole):
        run(sys.executable, "-m", "playwright", "install", "chromium")
    if installed(whole=whole):
        return 0
    print(
        "No browser for the tests: install Chromium (Debian: apt-get install chromium), "
        "or name one: KIT_CHROMIUM=/path/to/chromium make test",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main(whole="--whole" in sys.argv[1:]))
