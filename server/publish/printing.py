"""Makes printed files from rendered sessions and keeps them by content version.

Runs as a process of its own (``python -m server.publish.printing STORE COURSE FOLDER NAME SLUG=KEY…``)
when the server needs a file: the server goes on answering meanwhile.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from course import ContentError, Course, load
from server.publish import deck_making, shelf, workers
from slides.deck.model import Deck, SlideError
from slides.files import CannotWrite, write
from slides.paper import forms

KEPT_VERSIONS = 2


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
        if not target.is_file():
            decks = decks or deck_making.decks(store, course, keys)
            write(target, forms.make(name, decks))
        yield target
    forget_old(place)


def place_of(folder: Path, keys: dict[str, str]) -> Path:
    """Return where the files made from these versions are kept; each session, and the course, has its own folder."""
    slug = next(iter(keys)) if len(keys) == 1 else forms.COURSE_SLUG
    return folder / slug / deck_making.version(keys)


def copy_all(folder: Path, course: Course, store: Path) -> dict[str, int]:
    """Put all printed files into a site's folder; returns their sizes by name.

    Raises
    ------
    SlideError, CannotWrite
        See :mod:`slides.paper.forms`.
    """
    keys = {slug: shelf.content_key(course, page) for slug, page in course.sessions.items()}
    names = list(forms.all_names(course.sessions))
    (folder / "in").mkdir()
    sizes = {}
    for path in keep(store / "prints", names, store, course, keys):
        shutil.copyfile(path, folder / "in" / path.name)
        sizes[f"in/{path.name}"] = path.stat().st_size
    return sizes


def forget_old(newest: Path) -> None:
    """Remove versions beside this one that nobody asks for any more."""
    old = [path for path in newest.parent.iterdir() if path.is_dir() and path != newest]
    for path in sorted(old, key=lambda path: path.stat().st_mtime_ns)[: -(KEPT_VERSIONS - 1) or None]:
        shutil.rmtree(path, ignore_errors=True)


def main() -> int:
    """Make one file; its path stands on standard output, the reason of a failure on standard error."""
    store, course, folder, name, *made_from = sys.argv[1:]
    workers.stand_back()
    try:
        for path in keep(Path(folder), [name], Path(store), load(Path(course)), workers.keys(made_from)):
            print(path)
    except (SlideError, CannotWrite, ContentError, LookupError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
