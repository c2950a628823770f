"""A unit's own slides: a fourth voice beside those of the course, and marked as such on every one of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from course import Course, formats
from course.citations import cite
from shown import model as shown
from slides.deck.fitting import fit
from slides.deck.limits import ROWS, SYLLABLES, syllables
from slides.deck.model import Block, Bullets, Deck, Drawing, Paragraph, Slide, SlideError, Table
from slides.meeting import pictures
from slides.meeting.errors import MeetingError
from slides.meeting.model import OwnChart, OwnPicture, OwnSlide, OwnTable, OwnText

if TYPE_CHECKING:
    import pandas as pd

MARK = "Của đơn vị"
CONTINUED = " (tiếp)"
# Where a photograph stands below the mark and above its caption, in points.
_BOX = 864, 300


def mark(unit: str) -> Paragraph:
    """Return the line that begins every own slide."""
    return shown.label(f"{MARK}: {unit}" if unit else MARK)


def own_slides(course: Course, own: OwnSlide, name: str, unit: str) -> list[Slide]:
    """Return an own slide as one slide or more, each with the mark, and each with room for what it holds.

    Parameters
    ----------
    course
        Whose facts stand beside a chart.
    own
        What the unit wrote.
    name
        Id of the first slide.
    unit
        Whose it is.

    Raises
    ------
    MeetingError
        When it holds more than a slide can show; says which, and what to do.
    """
    kind, pages = _pages(course, own, unit)
    for size in range(ROWS, 0, -1):
        slides = [
            Slide(
                f"{name}-{at}" if at else name, name, own.title + (CONTINUED if at else ""), "sub" if at else "section",
                (mark(unit), *blocks), () if at else tuple(filter(None, own.notes.splitlines())),
                None if at else own.minutes, kind=kind,
            )
            for at, blocks in enumerate(pages(size))
        ]  # fmt: skip
        fitted = _fitted(own, slides)
        # What the deck divides further would go on without the mark.
        if fitted is not None and len(fitted) == len(slides):
            return fitted
    raise MeetingError(
        f"trang “{own.title}”", "quá dài cho một trang; hãy rút ngắn chữ hoặc chia thành hai trang"
    )


def _fitted(own: OwnSlide, slides: list[Slide]) -> list[Slide] | None:
    try:
        return list(fit(Deck("", own.title, own.title, "", (), tuple(slides))).slides)
    except SlideError:
        return None


def _pages(course: Course, own: OwnSlide, unit: str):
    """Return the kind of an own slide, and what gives its pages for so many rows on each."""
    if isinstance(own, OwnText):
        lines = [" ".join(line.split()) for line in own.lines if line.strip()]
        if not lines:
            raise MeetingError(f"trang “{own.title}”", "chưa có chữ nào; hãy viết ít nhất một dòng")
        for line in lines:
            if (count := syllables(line)) > SYLLABLES:
                why = f"một dòng dài {count} tiếng, nhiều nhất {SYLLABLES} tiếng để phòng họp đọc kịp; hãy tách dòng"
                raise MeetingError(f"trang “{own.title}”", why, value=line)
        return "points", lambda size: [(_lines(part),) for part in _shared(lines, size)]
    if isinstance(own, OwnTable):
        return "table", lambda size: [(_table(own, part),) for part in _chunks(own.rows, size)]
    if isinstance(own, OwnPicture):
        caption = [shown.text(own.caption)] if own.caption.strip() else []
        shot = pictures.drawing(own.picture, own.title, own.caption or own.title, _BOX)
        return "figure", lambda size: [(shot, *caption)]
    drawn = _chart(course, own, unit)
    return "figure", lambda size: [(drawn,)]


def _lines(lines: Sequence[str]) -> Block:
    if len(lines) == 1:
        return shown.text(lines[0])
    return Bullets(tuple(shown.words(line) for line in lines))


def _shared(lines: Sequence[str], most: int) -> Iterator[list[str]]:
    """Yield lines for one slide after the other, each with no more than a room takes in."""
    page: list[str] = []
    for line in lines:
        if page and (len(page) == most or sum(map(syllables, page)) + syllables(line) > SYLLABLES):
            yield page
            page = []
        page.append(line)
    yield page


def _chunks(rows: Sequence[list[str]], size: int) -> list[Sequence[list[str]]]:
    return [rows[at : at + size] for at in range(0, len(rows), size)]


def _table(own: OwnTable, rows: Sequence[list[str]]) -> Table:
    header = tuple(shown.words(head) for head in own.header)
    every = [tuple(shown.words(cell) for cell in row) for row in own.rows]
    # All pages have the columns of the whole table.
    weights = Table(header, tuple(every)).weights
    return Table(header, tuple(tuple(shown.words(cell) for cell in row) for row in rows), weights)


def _chart(course: Course, own: OwnChart, unit: str) -> Drawing:
    # Imported here: matplotlib and pandas take a second, and most meetings have no chart of their own.
    from charts.beside import Voice, beside, words
    from charts.style import to_svg

    who = f"{MARK}: {unit}" if unit else MARK
    # The slide says whose it is; beside others the rows say it as well.
    voices = [Voice(who if own.facts else "", _own_frame(own))]
    if own.facts:
        missing = [name for name in own.facts if not _drawable(course, name)]
        if missing:
            why = "số liệu để so sánh không còn trong tài liệu; hãy chọn số khác"
            raise MeetingError(f"trang “{own.title}”", why, value=missing[0])
        facts = [course.facts[name] for name in own.facts]
        sources = dict.fromkeys(cite(course, fact) for fact in facts)
        voices.append(Voice("Trong tài liệu", _fact_frame(course, own.facts), f"Nguồn: {'; '.join(sources)}"))
    return Drawing(own.title, to_svg(beside(voices)), words(voices))


def _drawable(course: Course, name: str) -> bool:
    return name in course.facts and not isinstance(course.facts[name].value, str)


def _own_frame(own: OwnChart) -> pd.DataFrame:
    import pandas as pd

    rows = [
        {
            "id": f"own-{at}", "label": bar.label, "value": float(bar.value), "qualifier": "exact",
            "number": formats.quantity(bar.value, "exact", own.unit),
        }
        for at, bar in enumerate(own.bars)
    ]  # fmt: skip
    return pd.DataFrame(rows)


def _fact_frame(course: Course, names: Sequence[str]) -> pd.DataFrame:
    import pandas as pd

    facts = [course.facts[name] for name in names]
    rows = [
        {
            "id": fact.id, "label": fact.label, "value": float(fact.value), "qualifier": fact.qualifier,
            "number": formats.quantity(fact.value, fact.qualifier, fact.unit),
        }
        for fact in facts
    ]  # fmt: skip
    return pd.DataFrame(rows)
