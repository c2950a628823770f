"""What the desk asks of other processes: the sessions' decks, and the files of a meeting."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from IPython.display import display

from course import Course
from course.files import write
from server.desk.parts import said, say
from server.publish import jobs, meeting_files, shelf
from slides.deck.model import Deck
from slides.meeting.errors import MeetingError
from slides.meeting.model import Composition
from slides.meeting.saved import to_file

_WAITING = "Lần đầu mở, bàn dựng các trang và bản chiếu của khóa học; thường mất một, hai phút."


@dataclass(frozen=True)
class Kept:
    """The newest whole decks of a course's sessions, and their versions, by slug."""

    store: Path
    versions: Mapping[str, str]
    decks: Mapping[str, Deck]


def kept(course: Course, store: Path, *, make: bool) -> Kept:
    """Return the decks that are kept.

    Parameters
    ----------
    course, store
        Whose they are, and where.
    make
        Whether to make them where one is missing, which takes a minute; a server does that by itself.

    Raises
    ------
    server.errors.BuildError
        When one cannot be made.
    """
    found = {slug: shelf.DECKS.last_good(store, slug) for slug in course.sessions}
    if make and not all(found.values()):
        # Imported here: it brings in all that makes pages, which a server does elsewhere.
        from server.publish import static_site

        waiting = said(_WAITING, "hint")
        display(waiting)
        static_site.rendered(
            course, store, lambda done, total: say(waiting, f"{_WAITING} {done}/{total}", "hint")
        )
        static_site.fitted_decks(course, store)
        waiting.close()
        found = {slug: shelf.DECKS.last_good(store, slug) for slug in course.sessions}
    whole = {slug: pair for slug, pair in found.items() if pair}
    return Kept(
        store,
        {slug: pair[0] for slug, pair in whole.items()},
        {slug: pair[1] for slug, pair in whole.items()},
    )


def files(course: Course, found: Kept, composition: Composition, names: Sequence[str]) -> dict[str, bytes]:
    """Return files of a meeting by name; nothing of them stays on the machine.

    Parameters
    ----------
    course, found
        The course and its decks.
    composition
        The meeting.
    names
        As in :func:`server.publish.meeting_files.work`.

    Raises
    ------
    KitError
        When it cannot be made; says what to mend.
    """
    with tempfile.TemporaryDirectory(prefix="kit-meeting-") as place:
        folder = Path(place)
        meeting = write(folder / "buoi.json", to_file(composition))
        job = jobs.Job(meeting_files.__name__)
        results = job.results(
            store=found.store, course=course.folder, versions=dict(found.versions), meeting=meeting,
            folder=folder / "files", names=list(names),
        )  # fmt: skip
        with closing(results):
            for result in results:
                if result.reason:
                    raise MeetingError(result.told())
        return {path.name: path.read_bytes() for path in sorted((folder / "files").iterdir())}
