"""Makes the deck of a meeting: its cover, what is chosen of each session, and the unit's own slides in their places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from course import Course
from slides.deck.cover import for_meeting
from slides.deck.fitting import fit
from slides.deck.model import Block, Columns, Deck, Figure, Live, Meeting, Part, Slide
from slides.deck.reading import numbered
from slides.meeting import pictures
from slides.meeting.catalogue import chosen_slides
from slides.meeting.errors import MeetingError
from slides.meeting.model import BEGIN, About, Composition
from slides.meeting.own import MARK, own_slides
from slides.meeting.planning import COVER_MINUTES, SESSION_MINUTES

SLUG = "buoi-bao-cao"
TITLE = "Buổi sinh hoạt chuyên đề"
_COVER = "mo-dau"


@dataclass(frozen=True)
class _Section:
    """A step of the meeting: its name in the outline, and its slides."""

    title: str
    slides: Sequence[Slide]


def compose(course: Course, decks: Mapping[str, Deck], composition: Composition) -> Deck:
    """Return the deck of a meeting, with every slide at the scale that fits.

    Parameters
    ----------
    course
        Whose name its slides show, and whose facts stand beside the unit's charts.
    decks
        Fitted decks of the course's sessions, by slug.
    composition
        What is chosen, and what the unit says.

    Raises
    ------
    MeetingError
        When nothing is chosen, or an own slide has no room; says which, and what to do.
    """
    sections = [section for section in _sections(course, decks, composition) if section.slides]
    if sum(len(section.slides) for section in sections) == 1:
        raise MeetingError("Bàn báo cáo viên", "chưa chọn nội dung nào; hãy đánh dấu ít nhất một mục")
    ends = _ends([sum(slide.minutes or 0 for slide in section.slides) for section in sections])
    parts = tuple(
        Part(section.title, end - begin)
        for section, begin, end in zip(sections, [0, *ends], ends, strict=False)
    )
    slides = [replace(slide, part=at) for at, section in enumerate(sections) for slide in section.slides]
    models = {
        _named(slug, name): state
        for slug, deck in decks.items()
        for name, state in deck.models.items()
        if any(_shows(slide.blocks, _named(slug, name)) for slide in slides)
    }
    counted = [replace(slide, number=at) for at, slide in enumerate(numbered(slides), start=1)]
    return Deck(
        SLUG, "", composition.about.title or TITLE, course.about.title, parts, tuple(counted), models,
        _meeting(composition.about),
    )  # fmt: skip


def _ends(minutes: Sequence[float]) -> list[int]:
    """Return the whole minutes at which steps end, so that halves are not lost on the way."""
    ends, total = [], 0.0
    for one in minutes:
        total += one
        ends.append(int(total + 0.5))
    return ends


def _sections(course: Course, decks: Mapping[str, Deck], composition: Composition) -> Iterator[_Section]:
    about = composition.about
    own: dict[str, list[Slide]] = {}
    for at, one in enumerate(composition.own, start=1):
        own.setdefault(one.where, []).extend(own_slides(course, one, f"cua-don-vi-{at}", about.unit))
    chosen = [(one.session, _chosen(decks, one.session, one.items)) for one in composition.chosen]
    chosen = [(slug, slides) for slug, slides in chosen if slides]
    titles = [decks[slug].title for slug, _ in chosen]
    cover, *openings = _made(course, about, titles)
    yield _Section("Mở đầu", [cover, *own.pop(BEGIN, [])])
    for (slug, slides), opening in zip(chosen, openings, strict=True):
        yield _Section(decks[slug].title, [opening, *slides, *own.pop(slug, [])])
    # Those whose session is not chosen any more stand at the end.
    rest = [slide for slides in own.values() for slide in slides]
    yield _Section(f"{MARK}: {about.unit}" if about.unit else MARK, rest)


def _chosen(decks: Mapping[str, Deck], slug: str, names: Sequence[str]) -> list[Slide]:
    if slug not in decks:
        return []
    slides = chosen_slides(decks[slug], names)
    # What announces questions says another number of them than it did.
    changed = [slide for slide in slides if slide not in decks[slug].slides]
    fitted = {slide.id: slide for slide in fit(replace(decks[slug], slides=tuple(changed))).slides}
    return [
        replace(slide, id=_named(slug, slide.id), blocks=tuple(_renamed(slug, slide.blocks)))
        for slide in (fitted.get(slide.id, slide) for slide in slides)
    ]


def _made(course: Course, about: About, titles: Sequence[str]) -> list[Slide]:
    """Return the cover and the slide that begins each session, fitted."""
    listed = "; ".join(titles)
    welcome = "Chào mọi người và giới thiệu buổi sinh hoạt."
    notes = (f"{welcome} Nội dung hôm nay: {listed}." if titles else welcome,)
    cover = Slide(_COVER, _COVER, about.title or TITLE, "title", (), notes, COVER_MINUTES, kind="cover")
    openings = [
        Slide(
            f"noi-dung-{at}", f"noi-dung-{at}", title, "section", (), (f"Chuyển sang nội dung: {title}.",),
            SESSION_MINUTES, kind="section",
        )
        for at, title in enumerate(titles, start=1)
    ]  # fmt: skip
    deck = Deck(SLUG, "", cover.title, course.about.title, (), (cover, *openings))
    return list(fit(for_meeting(deck, _meeting(about))).slides)


def _meeting(about: About) -> Meeting:
    sign = (
        pictures.drawing(about.logo, "Biểu trưng", f"Biểu trưng của {about.unit or 'đơn vị'}")
        if about.logo
        else None
    )
    return Meeting(about.unit, about.date, about.place, about.speaker, sign)


def _named(slug: str, name: str) -> str:
    """Return a name that is one of a kind in the meeting; notebooks may name their cells alike."""
    return f"{slug}--{name}"


def _renamed(slug: str, blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, (Figure, Live)):
            yield replace(block, model=_named(slug, block.model))
        elif isinstance(block, Columns):
            yield replace(
                block, left=tuple(_renamed(slug, block.left)), right=tuple(_renamed(slug, block.right))
            )
        else:
            yield block


def _shows(blocks: Sequence[Block], model: str) -> bool:
    return any(isinstance(block, (Figure, Live)) and block.model == model for block in blocks)
