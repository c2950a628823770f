"""The scripts and styles of Voila and of the widgets' packages."""

from __future__ import annotations

import sys
from functools import lru_cache
from pathlib import Path

from tornado.web import HTTPError

from server.files import FileHandler
from server.publish.packed import Packed

SHARED = Path(sys.prefix) / "share" / "jupyter"
# Where Voila, ipywidgets and anywidget keep their front-end parts.
EXTENSIONS = [str(SHARED / "labextensions"), str(SHARED / "voila" / "labextensions")]
# A live page loads some eighty.
KEPT_FILES = 256


class FrontEnd(FileHandler):
    """Files of folders of which the first that has one gives it; kept by browsers."""

    def initialize(self, folders: list[str]) -> None:
        """Take the folders."""
        super().initialize()
        self.folders = folders

    async def find(self, path: str) -> Packed:
        """Return the file at a path below one of the folders."""
        found = next((file for folder in self.folders if (file := _below(Path(folder), path))), None)
        if found is None:
            raise HTTPError(404)
        # Files whose name holds their hash stay for ever.
        hashed = any(len(part) >= 16 and part.isalnum() for part in path.split("."))
        self.cache_control = "public, max-age=31536000" if hashed else "public, no-cache"
        return _read(found, found.stat().st_mtime_ns)


def _below(folder: Path, path: str) -> Path | None:
    found = (folder / path).resolve()
    return found if found.is_relative_to(folder.resolve()) and found.is_file() else None


@lru_cache(maxsize=KEPT_FILES)
def _read(path: Path, modified_ns: int) -> Packed:
    return Packed.read(path)
