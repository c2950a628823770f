"""Sends the printed files; the first who asks for one waits until it is made."""

from __future__ import annotations

import asyncio

from tornado.web import RequestHandler

from server.background.prints import PrintedFiles
from slides.paper import forms

TYPES = {
    ".pdf": "application/pdf",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}


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
