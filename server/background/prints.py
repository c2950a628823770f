"""Printed files: each made when it is first asked for, once a version."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path

from server.background.pages import SharedPages
from server.errors import JobFailed
from server.publish import jobs, printing
from slides.paper import forms

log = logging.getLogger("kit")


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

    def hopeless(self, slug: str) -> bool:
        """Tell whether a session that a file is made from could not be rendered."""
        slugs = self.shared.site.course.sessions if slug == forms.COURSE_SLUG else [slug]
        return any(name in self.shared.failed for name in slugs if name not in self.shared.keys)

    async def file(self, name: str, keys: dict[str, str]) -> Path | None:
        """Return where the file is, making it first when it is not kept; None when it cannot be made."""
        path = await asyncio.to_thread(printing.place_of, self.folder, keys) / name
        if await asyncio.to_thread(printing.is_whole, path):
            return path
        async with self.turn:
            if not printing.is_whole(path) and not await self._make(name, keys):
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
            log.error("%s: không ghi được bản in: %s", name, error)
            return False
        return True
