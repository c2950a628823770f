"""Makes printed files from rendered sessions and keeps them by content version.

A job (:mod:`server.publish.jobs`), for Typst's sake as :mod:`server.publish.deck_making`. It reports one result a
file.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from course import Course, load
from course.files import write
from server.publish import deck_making, jobs, shelf
from server.publish.jobs import Report, Result
from slides.deck.model import Deck
from slides.paper import forms
from slides.pptx import font

KEPT_VERSIONS = 2
# What stands within the last bytes of a whole file: a PDF's last line, the end of a zip file's directory.
ENDS, TAIL = {".pdf": b"%%EOF", ".pptx": b"PK\5\6"}, 1024


def keep(folder: Path, names: list[str], store: Path, course: Course, keys: dict[str, str]) -> Iterator[Path]:
    """Yield the files of this version by name, making those that are not kept yet.

    Raises
    ------
    SlideError, CannotWrite, LookupError
        See :func:`server.publish.deck_making.deck` and :mod:`slides.paper.forms`.
    """
    place = place_of(folder, keys)
    decks: dict[str, Deck] = {}
    for name in names:
        target = place / name
        if not is_whole(target):
            decks = decks or deck_making.decks(store, course, keys)
            write(target, forms.make(name, decks))
        yield target
    forget_old(place)


def place_of(folder: Path, keys: dict[str, str], kit: Path = shelf.KIT) -> Path:
    """Return where the files made from these versions are kept; each session, and the course, has its own folder.

    Parameters
    ----------
    folder
        Where all printed files are.
    keys
        Versions of the sessions that are in the file, by slug: one, or all of the course.
    kit
        Folder of the kit's own code.
    """
    slug = next(iter(keys)) if len(keys) == 1 else forms.COURSE_SLUG
    return folder / slug / deck_making.version(keys, kit)


def copy_all(folder: Path, course: Course, store: Path) -> dict[str, int]:
    """Put all printed files and the font of the PPTX into a site's folder; returns their sizes by name.

    Those that are not kept are made.

    Raises
    ------
    JobFailed
        When one cannot be made; the message says why.
    """
    keys = {slug: shelf.content_key(course, page) for slug, page in course.sessions.items()}
    names = list(forms.all_names(course.sessions))
    place = place_of(store / "prints", keys)
    if missing := [name for name in names if not is_whole(place / name)]:
        job = jobs.Job(__name__)
        list(
            job.results(store=store, course=course.folder, folder=store / "prints", names=missing, keys=keys)
        )
    (folder / "in").mkdir()
    for name in names:
        shutil.copyfile(place / name, folder / "in" / name)
    write(folder / "in" / font.NAME, font.font_zip())
    return {f"in/{name}": (folder / "in" / name).stat().st_size for name in (*names, font.NAME)}


def is_whole(path: Path) -> bool:
    """Tell whether a printed file is there with its end: a failing disk may have emptied or cut it."""
    try:
        with path.open("rb") as file:
            file.seek(-min(TAIL, path.stat().st_size), os.SEEK_END)
            return ENDS[path.suffix] in file.read()
    except OSError:
        return False


def forget_old(newest: Path) -> None:
    """Remove versions beside this one that nobody asks for any more."""
    old = [path for path in newest.parent.iterdir() if path.is_dir() and path != newest]
    for path in sorted(old, key=lambda path: path.stat().st_mtime_ns)[: -(KEPT_VERSIONS - 1) or None]:
        shutil.rmtree(path, ignore_errors=True)


def work(
    report: Report, store: str, course: str, folder: str, names: list[str], keys: dict[str, str]
) -> None:
    """Make the files of these names in a folder, from sessions that are rendered in a store, by slug and version."""
    for path in keep(Path(folder), names, Path(store), load(Path(course)), keys):
        report(Result(path.name))


if __name__ == "__main__":
    jobs.perform(work)
