"""The printed files by name: what there is for each session and for the whole course."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from course.files import write
from slides.deck.model import Deck
from slides.paper import pdf
from slides.paper.handout import answers_pdf, handout_pdf, summary_pdf
from slides.pptx import font

COURSE_SLUG = "khoa-hoc"
COURSE_TITLE = "Toàn khóa học"
# What forms are for, as readers are told.
ROOM, MEMBERS, SHEETS = "Để trình chiếu", "Để phát cho người học", "Trang chiếu in trên giấy A4"


@dataclass(frozen=True)
class Form:
    """A printed form: the end of its file names, what readers call it and its like, and what makes it."""

    ending: str
    label: str
    group: str
    make: Callable[[list[Deck], str], bytes]


def _pptx(decks: list[Deck], title: str) -> bytes:
    # Imported here: a server that only names the files need not load it.
    from slides.pptx.write import decks_pptx

    return decks_pptx(decks, title)


FORMS = (
    Form(".pdf", "Bản chiếu (PDF)", ROOM, pdf.deck_pdf),
    Form(".pptx", "PowerPoint (PPTX)", ROOM, _pptx),
    Form("-ghi-chu.pdf", "Bản báo cáo viên (PDF)", ROOM, pdf.notes_pdf),
    Form("-phat-tay.pdf", "Bản phát tay (PDF)", MEMBERS, handout_pdf),
    Form("-tom-tat.pdf", "Tóm tắt một trang (PDF)", MEMBERS, summary_pdf),
    Form("-dap-an.pdf", "Đáp án có lý do (PDF)", MEMBERS, answers_pdf),
    Form("-2-trang.pdf", "2 trang chiếu một tờ, có dòng ghi (PDF)", SHEETS, pdf.pages_pdf(2)),
    Form("-4-trang.pdf", "4 trang chiếu một tờ (PDF)", SHEETS, pdf.pages_pdf(4)),
    Form("-6-trang.pdf", "6 trang chiếu một tờ (PDF)", SHEETS, pdf.pages_pdf(6)),
)


def names(slug: str) -> list[tuple[str, str]]:
    """Return the files of a session or of the course as ``(file name, label)``."""
    return [(f"{slug}{form.ending}", form.label) for form in FORMS]


def grouped(slug: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the files by what they are for, as ``(group, [(file name, label)])``; the font stands beside the PPTX."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for form in FORMS:
        files = groups.setdefault(form.group, [])
        files.append((f"{slug}{form.ending}", form.label))
        if form.ending == ".pptx":
            files.append((font.NAME, font.LABEL))
    return list(groups.items())


def split(name: str) -> tuple[str, Form] | None:
    """Return slug and form of a file name, or None where no form ends like it."""
    for form in sorted(FORMS, key=lambda form: -len(form.ending)):
        if name.endswith(form.ending):
            return name.removesuffix(form.ending), form
    return None


def make(name: str, decks: dict[str, Deck]) -> bytes:
    """Return the contents of a printed file.

    Parameters
    ----------
    name
        Such as ``ket-qua-phat-tay.pdf`` or ``khoa-hoc.pdf``.
    decks
        Fitted decks by slug, in the order of the course.

    Raises
    ------
    LookupError
        When there is no such file.
    """
    found = split(name)
    if found is None or (found[0] != COURSE_SLUG and found[0] not in decks):
        raise LookupError(f"no printed file {name!r}")
    slug, form = found
    if slug == COURSE_SLUG:
        return form.make(list(decks.values()), COURSE_TITLE)
    return form.make([decks[slug]], decks[slug].title)


def all_names(slugs: Iterable[str]) -> Iterator[str]:
    """Yield every file name, sessions in their order, the course last."""
    for slug in [*slugs, COURSE_SLUG]:
        yield from (name for name, _ in names(slug))


def write_all(target: Path, decks: dict[str, Deck], progress: Callable[[int, int], None]) -> list[Path]:
    """Write all printed files and the font of the PPTX into a folder, each whole or not at all.

    Raises
    ------
    course.files.CannotWrite
        When a file cannot be written; those before it are complete.
    """
    wanted = [font.NAME, *all_names(decks)]
    progress(0, len(wanted))
    written = []
    for done, name in enumerate(wanted, start=1):
        body = font.font_zip() if name == font.NAME else make(name, decks)
        written.append(write(target / name, body))
        progress(done, len(wanted))
    return written
