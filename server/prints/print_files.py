"""Sends the printed files; the first who asks for one waits until it is made."""

from __future__ import annotations

import asyncio

from server.background.prints import PrintedFiles
from server.files import FileHandler
from server.publish.packed import Packed, kind_of
from slides.paper import forms
from slides.pptx import font


class PrintFile(FileHandler):
    """One printed file, or the font of the PPTX."""

    def initialize(self, files: PrintedFiles) -> None:
        """Take what makes the files."""
        super().initialize()
        self.files = files

    async def find(self, name: str) -> Packed | None:
        """Return the file, or say in plain words why there is none."""
        if name == font.NAME:
            return Packed(await asyncio.to_thread(font.font_zip), kind_of(name))
        found = forms.split(name)
        if found is None or found[0] not in (*self.files.shared.site.course.sessions, forms.COURSE_SLUG):
            self._say(404, "not-found")
            return None
        keys = self.files.keys(found[0])
        if keys is None:
            if self.files.hopeless(found[0]):
                self._say(500, "failed")
            else:
                self._say(503, "preparing")
            return None
        path = await self.files.file(name, keys)
        if path is None:
            self._say(500, "failed")
            return None
        try:
            file = await asyncio.to_thread(Packed.read, path)
        except FileNotFoundError:  # A newer version has just taken its place; who asks again gets that.
            self._say(503, "preparing")
            return None
        self.set_header("Content-Disposition", f'inline; filename="{name}"')
        return file

    def _say(self, status: int, kind: str) -> None:
        self.set_status(status)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        if kind == "preparing":
            self.set_header("Retry-After", "3")
        self.finish(self.files.shared.site.render("message.html.j2", kind=kind))
