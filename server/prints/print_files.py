"""Sends the printed files; the first who asks for one waits until it is made."""

from __future__ import annotations

import asyncio
import logging
import sys
from pathlib import Path

from tornado.web import RequestHandler

from server.pages.members import SharedPages
from server.publish import printing, workers
from slides.paper import forms

log = logging.getLogger("kit")

LIMIT_SECONDS = 120
TYPES = {
    ".pdf": "application/pdf",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}


class PrintedFiles:
    """Makes each file once a version, one at a time.

    Parameters
    ----------
    shared
        The sessions' pages, for their versions and where they are kept.
    folder
        Where printed files are kept.
    """

    def __init__(self, shared: SharedPages, folder: Path) -> None:
        self.shared, self.folder = shared, folder
        self.turn = asyncio.Lock()

    def keys(self, slug: str) -> dict[str, str] | None:
        """Return the versions of the sessions that a file is made from; None while one is missing."""
        slugs = list(self.shared.site.course.sessions) if slug == forms.COURSE_SLUG else [slug]
        found = {name: self.shared.keys[name] for name in slugs if name in self.shared.keys}
        return found if len(found) == len(slugs) else None

    async def file(self, name: str, keys: dict[str, str]) -> Path | None:
        """Return where the file is, making it first when it is not kept; None when it cannot be made."""
        path = await asyncio.to_thread(printing.place_of, self.folder, keys) / name
        if path.is_file():
            return path
        async with self.turn:
            if not path.is_file() and not await self._make(name, keys):
                return None
        return path

    async def _make(self, name: str, keys: dict[str, str]) -> bool:
        course = self.shared.site.course.folder
        folders = str(self.shared.folder), str(course), str(self.folder)
        command = [sys.executable, "-m", "server.publish.printing", *folders, name, *workers.pairs(keys)]
        process = await asyncio.create_subprocess_exec(
            *command, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE
        )
        try:
            _, said = await asyncio.wait_for(process.communicate(), LIMIT_SECONDS)
        except TimeoutError:
            process.kill()
            await process.wait()
            log.error("%s was not made within %s s", name, LIMIT_SECONDS)
            return False
        if process.returncode:
            log.error("%s could not be made: %s", name, said.decode("utf-8", "replace").strip())
        return process.returncode == 0


class PrintFile(RequestHandler):
    """One printed file."""

    def initialize(self, files: PrintedFiles) -> None:
        """Take what makes the files."""
        self.files = files

    async def get(self, name: str) -> None:
        """Send the file, or say in plain words why not."""
        site = self.files.shared.site
        found = forms.split(name)
        if found is None or found[0] not in (*site.course.sessions, forms.COURSE_SLUG):
            return self._say(404, "not-found")
        keys = self.files.keys(found[0])
        if keys is None:
            return self._say(503, "preparing")
        path = await self.files.file(name, keys)
        if path is None:
            return self._say(500, "failed")
        try:
            body = await asyncio.to_thread(path.read_bytes)
        except FileNotFoundError:  # A newer version has just taken its place; who asks again gets that.
            return self._say(503, "preparing")
        self.set_header("Content-Type", TYPES[path.suffix])
        self.set_header("Content-Disposition", f'inline; filename="{name}"')
        self.set_header("Cache-Control", "no-cache")
        self.set_header("Etag", f'"{path.parent.name}"')
        if self.check_etag_header():
            return self.set_status(304)
        self.finish(body)

    head = get

    def compute_etag(self) -> str | None:
        """Return the tag that was set: the version of the files."""
        return self._headers.get("Etag")

    def _say(self, status: int, kind: str) -> None:
        self.set_status(status)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        if kind == "preparing":
            self.set_header("Retry-After", "3")
        self.finish(self.files.shared.site.render("message.html.j2", kind=kind))
