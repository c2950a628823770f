"""Rendered sessions and their decks on disk: named by content, written whole or not at all, checked when read."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from course import Course
from course.files import write
from course.pages import Page
from server.publish.executed import Executed
from slides.deck import serialize
from slides.deck.model import Deck

KIT = Path(__file__).resolve().parents[2]

# A change in any of these may change what a notebook shows, beside the notebook and the course's data.
CODE = (
    "course",
    "charts",
    "shown",
    "exchange",
    "widgets",
    "server/publish/execute.py",
    "server/publish/executed.py",
    "requirements.lock",
)
KEPT_VERSIONS = 2
# Variable that tells a kernel where its server keeps what it has rendered.
STORE = "KIT_STORE"
# Locks, swap files and copies of LibreOffice, Word, vim (which tries a folder with 4913), Emacs and others.
EDITORS = re.compile(r"\..*|.*~|~\$.*|#.*#|4913|Thumbs\.db|desktop\.ini")


def store_of(course: Path) -> Path:
    """Return where the rendered pages of a course are kept between starts, unless another folder is named."""
    return course / ".cache" / "pages"


def files_of(path: Path) -> list[Path]:
    """List the files of a folder in their order, or the one file that a path names.

    Compiled ones do not count, nor what editors and systems put beside files for themselves.
    """
    files = [path] if path.is_file() else sorted(one for one in path.rglob("*") if one.is_file())
    return [one for one in files if "__pycache__" not in one.parts and not EDITORS.fullmatch(one.name)]


def input_files(course: Course, page: Page, kit: Path = KIT) -> list[Path]:
    """List every file that decides what a page's notebook shows.

    Parameters
    ----------
    course, page
        Whose notebook it is.
    kit
        Folder of the kit's own code.
    """
    folders = course.folder / "data", *(kit / name for name in CODE)
    return [course.notebook(page), *(file for folder in folders for file in files_of(folder))]


def content_files(folder: Path) -> list[Path]:
    """List the files that a course is."""
    notebooks = [path for path in files_of(folder / "notebooks") if path.suffix == ".ipynb"]
    return [*files_of(folder / "data"), *(path for path in notebooks if path.parent.name == "notebooks")]


def content_version(folder: Path) -> str:
    """Return the version of a course's content, whatever the kit's: the same wherever the same files are."""
    files = content_files(folder)
    return digest_of({path.relative_to(folder).as_posix(): path.read_bytes() for path in files})[:7]


def content_key(course: Course, page: Page, kit: Path = KIT) -> str:
    """Return the version of a page: a hash over all its inputs, each with its place.

    Parameters are as in :func:`input_files`.
    """
    roots = course.folder, kit
    return digest_of({_place(path, roots): path.read_bytes() for path in input_files(course, page, kit)})


def _place(path: Path, roots: tuple[Path, ...]) -> str:
    root = next(root for root in roots if path.is_relative_to(root))
    return path.relative_to(root).as_posix()


def digest_of(files: dict[str, bytes]) -> str:
    """Return a hash over named contents."""
    total = hashlib.sha256()
    for name, body in sorted(files.items()):
        total.update(f"{name}\0".encode())
        total.update(hashlib.sha256(body).digest())
    return total.hexdigest()[:20]


Kept = TypeVar("Kept")


@dataclass(frozen=True)
class Shelf(Generic[Kept]):
    """Things of one kind in a folder, one a session and version.

    Attributes
    ----------
    ending
        Last part of their file names.
    pack, unpack
        Turn a thing into bytes and back; ``unpack`` may raise ValueError, TypeError or KeyError
        for what another version of the kit wrote.
    """

    ending: str
    pack: Callable[[Kept], bytes]
    unpack: Callable[[bytes], Kept]

    def save(self, folder: Path, slug: str, key: str, thing: Kept) -> Path:
        """Write a thing; a reader sees all of it or nothing.

        Parameters
        ----------
        folder
            The store.
        slug, key
            The session it belongs to, and the version that it was made from.
        thing
            What is kept.

        Returns
        -------
        Path
            Its file.

        Raises
        ------
        course.files.CannotWrite
            When the folder cannot be written, for instance because the disk is full;
            what was there before is left as it was.
        """
        body = self.pack(thing)
        digest = hashlib.sha256(body).hexdigest().encode()
        target = write(self._path(folder, slug, key), digest + b"\n" + body)
        for path in [path for path in self._versions(folder, slug) if path != target][KEPT_VERSIONS - 1 :]:
            path.unlink(missing_ok=True)
        return target

    def load(self, folder: Path, slug: str, key: str) -> Kept | None:
        """Return what was made from exactly this version.

        Parameters
        ----------
        folder, slug, key
            As in :meth:`save`.

        Returns
        -------
        object or None
            None where it is not kept, damaged, or written by another version of the kit.
        """
        return self._read(self._path(folder, slug, key))

    def last_good(self, folder: Path, slug: str) -> tuple[str, Kept] | None:
        """Return the version and the thing of the newest file that is whole, or None."""
        for path in self._versions(folder, slug):
            if (thing := self._read(path)) is not None:
                return path.name.split(".")[1], thing
        return None

    def slugs(self, folder: Path) -> set[str]:
        """Return of which sessions something is kept, in whatever version."""
        return {path.name.split(".")[0] for path in folder.glob(f"*.*.{self.ending}")}

    def _path(self, folder: Path, slug: str, key: str) -> Path:
        return folder / f"{slug}.{key}.{self.ending}"

    def _versions(self, folder: Path, slug: str) -> list[Path]:
        found = folder.glob(f"{slug}.*.{self.ending}")
        return sorted(found, key=lambda path: path.lstat().st_mtime_ns, reverse=True)

    def _read(self, path: Path) -> Kept | None:
        try:
            digest, _, body = path.read_bytes().partition(b"\n")
        except OSError:
            return None
        # A file that a power cut or a failing disk has damaged does not match its own hash.
        if hashlib.sha256(body).hexdigest().encode() != digest:
            return None
        try:
            return self.unpack(body)
        except (ValueError, TypeError, KeyError):
            return None  # Written by another version of the kit, with other fields.


def _pack(executed: Executed) -> bytes:
    return json.dumps(executed.notebook, ensure_ascii=False).encode("utf-8")


def _unpack(body: bytes) -> Executed:
    notebook = json.loads(body)
    # Another version of the kit kept something else under the same ending.
    if not {"metadata", "cells"} <= set(notebook):
        raise ValueError("not an executed notebook")
    return Executed(notebook)


PAGES: Shelf[Executed] = Shelf("page", _pack, _unpack)
DECKS: Shelf[Deck] = Shelf("deck", serialize.to_json, serialize.from_json)
