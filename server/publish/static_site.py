"""The kit as a folder of files: for any web server, for a stick, for ``file://``.

The pages are the same as the server's; only their links differ: they are
relative and name files, so that the folder works under any address and by
double click.
"""

from __future__ import annotations

import gzip
import io
import shutil
import tempfile
import zipfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from course import Course
from course.files import write, writing
from course.pages import Page, Session
from server.errors import BuildError
from server.publish import deck_making, jobs, offline, printing, reading_time, shelf
from server.publish.assets import Assets
from server.publish.deck_page import deck_page, preflight_page
from server.publish.executed import Executed
from server.publish.session_page import session_page
from server.publish.shelf import Kept
from server.publish.site import Site
from server.publish.static_site_checks import check
from slides.deck.model import Deck

# Zip files carry a date; a fixed one makes the same content the same bytes.
ZIP_DATE = (2023, 1, 1, 0, 0, 0)


class StaticSite(Site):
    """Links of a page that lies ``depth`` folders below the site's root."""

    static = True

    def __init__(self, course: Course, assets: Assets, depth: int) -> None:
        super().__init__(course, base_url="../" * depth, assets=assets)

    def home_url(self) -> str:
        """Return the home page's file."""
        return f"{self.base_url}index.html"

    def session_url(self, session: Page) -> str:
        """Return the session's file."""
        return f"{self.base_url}hoc/{session.slug}/index.html"

    def deck_url(self, session: Session) -> str:
        """Return the deck's file."""
        return f"{super().deck_url(session)}index.html"

    def preflight_url(self) -> str:
        """Return the file of the page that lists the decks."""
        return f"{super().preflight_url()}index.html"

    def phones_url(self, session: Session | None = None) -> str:
        """Return nothing: no server can be asked; the page's own address tells."""
        return ""

    def live_url(self, session: Page) -> str:
        """Return nothing: there is no Python behind the static site."""
        return ""


@dataclass(frozen=True)
class Built:
    """What a build gave: its folder and its files with their sizes in bytes."""

    folder: Path
    files: dict[str, int]


def build(
    target: Path,
    course: Course,
    store: Path,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Built:
    """Write the static site; what stands at ``target`` is replaced as a whole, or not at all.

    Parameters
    ----------
    target
        Folder to write.
    course
        Whose pages it holds.
    store
        Where rendered sessions are kept; those that are missing are rendered.
    progress
        Called with the number of sessions done and to be done.

    Raises
    ------
    BuildError
        When a session cannot be rendered or has no deck, or ``target`` holds something else than a site.
    course.files.CannotWrite
        When the site, or what it is made from, cannot be written.
    server.publish.static_site_checks.SiteError
        When a page breaks a rule: another host, a dead link, text not NFC, too large.
    """
    _check_replaceable(target)
    executed = rendered(course, store, progress)
    with writing(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
        try:
            made = fitted_decks(course, store)
            files = _write(draft, course, executed, made)
            files |= printing.copy_all(draft, course, store)
            check(draft, course.addresses)
            _make_readable(draft)
            _replace(target, draft)
        except BaseException:
            shutil.rmtree(draft, ignore_errors=True)
            raise
    return Built(target, files)


def rendered(course: Course, store: Path, progress: Callable[[int, int], None]) -> dict[str, Executed]:
    """Return every session as its notebook shows it now, rendering what is not kept yet.

    Parameters
    ----------
    course
        Whose sessions they are.
    store
        Folder of what is rendered.
    progress
        Told how many are done, of how many.

    Raises
    ------
    BuildError
        When one has no notebook, cannot be rendered or cannot be read back.
    """
    keys = {}
    for session in course.pages.values():
        notebook = course.notebook(session)
        if not notebook.is_file():
            raise BuildError(
                notebook, "không có sổ này, dù sessions.yml hoặc tools.yml nêu tên; hãy đặt lại tệp"
            )
        keys[session.slug] = shelf.content_key(course, session)
    missing = {slug: key for slug, key in keys.items() if shelf.PAGES.load(store, slug, key) is None}
    if missing:
        _render(missing, course, store, progress)
    executed = {slug: shelf.PAGES.load(store, slug, key) for slug, key in keys.items()}
    return _whole(executed, store, "không đọc lại được các trang này; hãy chạy lại lệnh")


def _whole(kept: dict[str, Kept | None], store: Path, rule: str) -> dict[str, Kept]:
    """Return what is kept, by slug, when none of it is missing."""
    if lost := [slug for slug, one in kept.items() if one is None]:
        raise BuildError(store, rule, ", ".join(lost))
    return {slug: one for slug, one in kept.items() if one is not None}


def _render(
    missing: dict[str, str], course: Course, store: Path, progress: Callable[[int, int], None]
) -> None:
    progress(0, len(missing))
    job = jobs.Job("server.publish.execute")
    with closing(job.results(store=store, course=course.folder, keys=missing)) as results:
        for done, result in enumerate(results, start=1):
            if result.reason:
                raise BuildError(result.name, "không dựng được trang", result.told())
            progress(done, len(missing))


def fitted_decks(course: Course, store: Path) -> dict[str, Deck]:
    """Return the deck of every rendered session by slug, making those that are not kept yet.

    Raises
    ------
    BuildError
        When a session has no deck; the message names notebook, cell, rule and value.
    """
    keys = {slug: shelf.content_key(course, session) for slug, session in course.sessions.items()}
    made = {slug: deck_making.kept(store, slug, key) for slug, key in keys.items()}
    if missing := {slug: keys[slug] for slug, deck in made.items() if deck is None}:
        job = jobs.Job(deck_making.__name__)
        with closing(job.results(store=store, course=course.folder, keys=missing)) as results:
            for result in results:
                if result.reason:
                    raise BuildError(result.name, "không dựng được bản chiếu", result.told())
                made[result.name] = deck_making.kept(store, result.name, keys[result.name])
    return _whole(made, store, "không đọc lại được các bản chiếu này; hãy chạy lại lệnh")


def _write(
    folder: Path, course: Course, executed: dict[str, Executed], made: dict[str, Deck]
) -> dict[str, int]:
    assets = Assets(inline_fonts=True)
    sessions = list(course.sessions.values())
    home = StaticSite(course, assets, depth=0)
    home.reading |= {one.slug: reading_time.minutes(one, executed[one.slug]) for one in sessions}
    pages = {"index.html": home.render("home.html.j2", sessions=sessions)}
    for session in course.pages.values():
        site = StaticSite(course, assets, depth=2)
        pages[f"hoc/{session.slug}/index.html"] = session_page(site, session, executed[session.slug])
    message = StaticSite(course, assets, depth=1).render("message.html.j2", kind="offline")
    pages[f"{offline.MESSAGE}index.html"] = message
    pages |= _deck_pages(course, assets, made)
    files = {name: text.encode("utf-8") for name, text in pages.items()}
    files |= {asset.url: asset.body for asset in assets.all()}
    files[offline.MANIFEST] = offline.manifest(home).encode("utf-8")
    addresses = [name.removesuffix("index.html") or "./" for name in files]
    files[offline.WORKER] = offline.worker(home, shelf.digest_of(files), addresses).encode("utf-8")
    for name, body in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)
        _write_compressed(path, body)
    return {name: len(body) for name, body in files.items()}


def _deck_pages(course: Course, assets: Assets, made: dict[str, Deck]) -> dict[str, str]:
    site = StaticSite(course, assets, depth=2)
    pages = {
        f"trinh-chieu/{slug}/index.html": deck_page(site, course.sessions[slug], deck)
        for slug, deck in made.items()
    }
    listing = preflight_page(StaticSite(course, assets, depth=1), made, {})
    return pages | {"trinh-chieu/index.html": listing}


def _write_compressed(path: Path, body: bytes) -> None:
    """Write a copy under gzip beside the file, for servers that send such copies (nginx: ``gzip_static``)."""
    packed = gzip.compress(body, 9, mtime=0)
    if len(packed) < 0.9 * len(body):
        path.with_name(f"{path.name}.gz").write_bytes(packed)


def _check_replaceable(target: Path) -> None:
    """Refuse a folder with somebody's files: a build replaces all that is in it.

    The manifest is in every site of the kit, and in hardly any other folder.
    """
    if target.exists() and any(target.iterdir()) and not (target / offline.MANIFEST).is_file():
        remedy = "phải là thư mục mới, trống, hoặc là bản đã ghi lần trước; trong đó có tệp khác, hãy chọn thư mục khác"
        raise BuildError(target, remedy)


def _make_readable(folder: Path) -> None:
    """Let a web server's own user read the site, whatever mask this one's shell sets."""
    for path in folder.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)


def _replace(target: Path, draft: Path) -> None:
    """Put the draft in the place of what is there; a reader finds the old or the new."""
    draft.chmod(0o755)
    old = Path(tempfile.mkdtemp(prefix=f".{target.name}.old.", dir=target.parent)) / "site"
    try:
        if target.exists():
            target.rename(old)
        draft.rename(target)
    except BaseException:
        if old.exists():
            old.rename(target)
        old.parent.rmdir()
        raise
    shutil.rmtree(old.parent, ignore_errors=True)


def write_stick(target: Path, site: Path, course: Course) -> Path:
    """Zip a built site with the page to open first; the file appears whole or not at all.

    Raises
    ------
    course.files.CannotWrite
        When it cannot be written.
    """
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        _add(archive, "mo-tep-nay-truoc.html", start_page(course).encode("utf-8"))
        for path in sorted(p for p in site.rglob("*") if p.is_file() and p.suffix != ".gz"):
            _add(archive, f"{course.about.name}/{path.relative_to(site).as_posix()}", path.read_bytes())
    return write(target, body.getvalue())


def _add(archive: zipfile.ZipFile, name: str, body: bytes) -> None:
    entry = zipfile.ZipInfo(name, ZIP_DATE)
    entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
    archive.writestr(entry, body)


def start_page(course: Course) -> str:
    """Return the page that a person opens first on the stick."""
    return Site(course).render("start.html.j2")
