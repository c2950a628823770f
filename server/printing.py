"""Makes printed files from rendered sessions and keeps them by content version.

Runs as a process of its own (``python -m server.printing STORE FOLDER NAME SLUG=KEY…``)
when the server needs a file: the server goes on answering meanwhile.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from server import cache
from slides import course, prints
from slides.files import CannotWrite, write
from slides.model import Deck, SlideError
from widgets.content import Content, ContentError, load

SLIDES = Path(prints.__file__).parent
KEPT_VERSIONS = 2


def version(keys: dict[str, str]) -> str:
    """Return the version of the printed files: a hash over the sessions' versions and the code of the slides."""
    code = sorted(path for path in SLIDES.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    parts = {f"slides/{path.relative_to(SLIDES)}": path.read_bytes() for path in code}
    return cache.digest_of(parts | {slug: key.encode() for slug, key in keys.items()})


def load_decks(store: Path, keys: dict[str, str]) -> dict[str, Deck]:
    """Return the fitted decks of the sessions named by their versions.

    Raises
    ------
    LookupError
        When a session is not in the store.
    """
    fragments = {slug: cache.load(store, slug, key) for slug, key in keys.items()}
    if lost := [slug for slug, fragment in fragments.items() if fragment is None]:
        raise LookupError(f"not rendered yet: {', '.join(lost)}")
    return course.decks(load(), {slug: fragment.notebook for slug, fragment in fragments.items()})


def keep(folder: Path, names: list[str], store: Path, keys: dict[str, str]) -> Iterator[Path]:
    """Yield the files of this version by name, making those that are not kept yet.

    Raises
    ------
    SlideError, CannotWrite, LookupError
        See :mod:`slides.prints`.
    """
    place = folder / version(keys)
    decks: dict[str, Deck] = {}
    for name in names:
        target = place / name
        if not target.is_file():
            decks = decks or load_decks(store, keys)
            write(target, prints.make(name, decks))
        yield target
    forget_old(folder, place)


def copy_all(folder: Path, content: Content, notebooks: Path, store: Path) -> dict[str, int]:
    """Put all printed files into a site's folder; returns their sizes by name.

    Raises
    ------
    SlideError, CannotWrite
        See :mod:`slides.prints`.
    """
    keys = {slug: cache.content_key(notebooks / page.notebook) for slug, page in content.sessions.items()}
    names = list(prints.all_names(content.sessions))
    (folder / "in").mkdir()
    sizes = {}
    for path in keep(store / "prints", names, store, keys):
        shutil.copyfile(path, folder / "in" / path.name)
        sizes[f"in/{path.name}"] = path.stat().st_size
    return sizes


def forget_old(folder: Path, newest: Path) -> None:
    """Remove versions that nobody asks for any more."""
    old = [path for path in folder.iterdir() if path.is_dir() and path != newest]
    for path in sorted(old, key=lambda path: path.stat().st_mtime_ns)[: -(KEPT_VERSIONS - 1) or None]:
        shutil.rmtree(path, ignore_errors=True)


def main() -> int:
    """Make one file; its path stands on standard output, the reason of a failure on standard error."""
    store, folder, name, *pairs = sys.argv[1:]
    keys = dict(pair.split("=", 1) for pair in pairs)
    try:
        for path in keep(Path(folder), [name], Path(store), keys):
            print(path)
    except (SlideError, CannotWrite, ContentError, LookupError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
