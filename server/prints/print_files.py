"""Sends the printed files; the first who asks for one waits until it is made."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path

from tornado.web import RequestHandler

from server.errors import JobFailed
from server.pages.members import SharedPages
from server.publish import jobs, printing
from slides.paper import forms

log = logging.getLogger("kit")

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
        self.maker = jobs.Job(printing.__name__)
        self.turn = asyncio.Lock()

    def close(self) -> None:
        """End what is under way."""
        self.maker.end()

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
        async def take(_: jobs.Result) -> None:
            """Nothing more is to be done for a file that is made."""

        folders = {
            "store": self.shared.folder,
            "course": self.shared.site.course.folder,
            "folder": self.folder,
        }
        try:
            await self.maker.run(take, **folders, names=[name], keys=keys)
        except JobFailed as error:
            log.error("%s could not be made: %s", name, error)
            return False
        return True


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
