"""Provides the browser for the tests: an installed Chromium, else apt-get, else Playwright's own download."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def installed() -> str | None:
    """Return the path of a Chromium that can be used, or None."""
    named = os.environ.get("KIT_CHROMIUM")
    if named:
        return named if os.access(named, os.X_OK) else None
    return next((path for name in NAMES if (path := shutil.which(name))), None) or playwright_browser()


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


def main() -> int:
    """Make sure that there is a browser; exit status 1 with a sentence when there cannot be one."""
    if installed():
        return 0
    if os.environ.get("KIT_CHROMIUM"):
        print(f"KIT_CHROMIUM names no program that can be run: {os.environ['KIT_CHROMIUM']}", file=sys.stderr)
        return 1
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        print("Installing Chromium for the browser tests ...", flush=True)
        os.environ["DEBIAN_FRONTEND"] = "noninteractive"
        run("apt-get", "update")
        run(
            "apt-get", "-o", "DPkg::Lock::Timeout=300", "install", "-y", "--no-install-recommends", "chromium"
        )
    if not installed():
        run(sys.executable, "-m", "playwright", "install", "chromium")
    if installed():
        return 0
    print(
        "No browser for the tests: install Chromium (Debian: apt-get install chromium), "
        "or name one: KIT_CHROMIUM=/path/to/chromium make test",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
