"""The last content that was in order, kept beside the pages: a server that starts on broken content shows it."""

from __future__ import annotations

import io
import tempfile
import zipfile
from dataclasses import replace
from pathlib import Path

from course import ContentError, Course, load
from course.files import write
from server.publish import shelf

NAME = "content.zip"


def keep(store: Path, course: Course, version: str) -> None:
    """Keep the files of a course that is in order, unless they are those that are kept.

    Parameters
    ----------
    store
        Folder of what is rendered.
    course
        The course.
    version
        Its :func:`shelf.content_version`.

    Raises
    ------
    course.files.CannotWrite
        When the folder cannot be written.
    """
    if _version(store / NAME) == version:
        return
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.comment = version.encode()
        for path in shelf.content_files(course.folder):
            packed.write(path, path.relative_to(course.folder))
    write(store / NAME, body.getvalue())


def last_good(store: Path, folder: Path) -> tuple[Course, str] | None:
    """Return the course that was in order last, as one that lies in its folder, and its version.

    Parameters
    ----------
    store
        Folder of what is rendered.
    folder
        The course's folder, where its files are mended.

    Returns
    -------
    tuple or None
        None where none is kept, or this version of the kit finds a fault in it.
    """
    path = store / NAME
    try:
        with tempfile.TemporaryDirectory() as unpacked, zipfile.ZipFile(path) as packed:
            packed.extractall(unpacked)
            return replace(load(Path(unpacked)), folder=folder.resolve()), packed.comment.decode()
    except (OSError, zipfile.BadZipFile, ContentError):
        return None


def _version(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as packed:
            return packed.comment.decode()
    except (OSError, zipfile.BadZipFile):
        return ""
