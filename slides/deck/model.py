"""The deck model: what a slide holds, without saying how it looks.

``slides.deck.reading`` makes it from an executed notebook; ``slides.deck.fitting`` sees to it
that every slide has room; the live deck, the PDFs and the PPTX are written from it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from course.errors import ContentError

# A deck speaks of these as what is shown does.
from shown.model import Paragraph as Paragraph
from shown.model import Quote as Quote
from shown.model import Run as Run
from shown.model import Runs as Runs
from shown.question import Question as Question
from slides.deck.kinds import Kind
from slides.deck.minutes import with_minutes


@dataclass(frozen=True)
class Bullets:
    """A list; ``start`` is the number of its first item where it is ordered."""

    items: tuple[Runs, ...]
    ordered: bool = False
    start: int = 1


@dataclass(frozen=True)
class Table:
    """A table; cells are runs.

    Attributes
    ----------
    weights
        Shares of the columns in the width. Taken from the longest texts of all rows, and kept
        when rows are carried on to another slide, so that the columns stay where they are.
    """

    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    weights: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        if not self.weights:
            object.__setattr__(self, "weights", _weights([self.header, *self.rows]))


def _weights(rows: list[tuple[Runs, ...]]) -> tuple[float, ...]:
    """Weigh columns by their longest texts, dampened; none gets less than an eighth of the width."""
    longest = [
        max(sum(len(run.text) for run in cell) for cell in column) for column in zip(*rows, strict=True)
    ]
    weights = [length**0.6 for length in longest]
    least = sum(weights) / 8
    return tuple(round(max(weight, least), 3) for weight in weights)


@dataclass(frozen=True)
class Bar:
    """A value of a chart: ``shown`` is the number as people read it, with its "hơn"."""

    label: str
    value: float
    shown: str


@dataclass(frozen=True)
class Figure:
    """A chart as a drawing, and its values where it has any.

    Attributes
    ----------
    model
        Id of the widget that shows it live.
    svg
        The wide drawing of its first state.
    alt
        The drawing in words.
    bars
        Its values, one a bar; empty where the chart is not made of bars.
    header, rows
        Its table, as shown to readers.
    """

    model: str
    name: str
    title: str
    svg: str
    alt: str
    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    bars: tuple[Bar, ...] = ()


@dataclass(frozen=True)
class Live:
    """A widget that only the live deck can show; paper passes it over."""

    model: str
    title: str


@dataclass(frozen=True)
class Drawing:
    """A picture that explains, in words for those who do not see it."""

    title: str
    svg: str
    alt: str


@dataclass(frozen=True)
class Clock:
    """How long people work on what stands beside it."""

    minutes: float


@dataclass(frozen=True)
class Columns:
    """Two columns beside each other; ``share`` is that of the left one in the width."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]
    share: float = 0.5


Block = Paragraph | Bullets | Quote | Table | Figure | Drawing | Live | Question | Clock | Columns


Level = Literal["title", "section", "sub"]


@dataclass(frozen=True)
class Slide:
    """One slide.

    Attributes
    ----------
    id
        Stable name within its deck; part of its address.
    cell
        Id of the notebook cell it begins with; errors name it.
    level
        ``title`` for the first, ``section`` slides begin a part, ``sub`` belong to the section before.
    notes
        What the speaker says, one entry a paragraph.
    kind
        What it looks like; see :mod:`slides.deck.kinds`.
    told
        What the page shows and the wall does not: the speaker has it beside the notes, one entry a paragraph.
    matter
        Of what is told, what a source says: the handout has it, above its source.
    asides
        Notes on the text and sources: for speaker and handout, not for the wall.
    addresses
        On other hosts, to which its matter leads: the wall says the host alone.
    places
        Names of the places on pages whose matter it shows; questions say which of them they are about.
    minutes
        Time planned for it; ``None`` where it belongs to the slide before.
    part
        Position of the step of the trainer's outline during which it is shown.
    at_home
        Whether it begins a part that is done at home; one step in the room leads past what follows it.
    scale
        Size of its letters beside the usual one; see :mod:`slides.deck.fitting`.
    answer_scale
        The same for the answer to its question, which has a page of its own in print.
    title_height
        Height of its title in points, as measured.
    top
        Where the title begins, in points from the top.
    lead
        Room between title and text beside the usual one, in points.
    number
        Its number in the deck, the same on the wall, in print and in PowerPoint.
    """

    id: str
    cell: str
    title: str
    level: Level
    blocks: tuple[Block, ...]
    notes: tuple[str, ...] = ()
    minutes: float | None = None
    kind: Kind = "points"
    told: tuple[str, ...] = ()
    matter: tuple[Block, ...] = ()
    asides: tuple[Paragraph, ...] = ()
    addresses: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    part: int = 0
    at_home: bool = False
    scale: float = 1.0
    answer_scale: float = 1.0
    title_height: float = 0.0
    top: float = 0.0
    lead: float = 0.0
    number: int = 0

    @property
    def spoken(self) -> tuple[str, ...]:
        """The notes as every face shows them: their end says the minutes, then comes what is told."""
        *before, last = self.notes or ("",)
        said = with_minutes(last, self.minutes)
        return ((*before, said) if said else ()) + self.told

    @property
    def question(self) -> Question | None:
        """The question that it asks."""
        return next((block for block in self.blocks if isinstance(block, Question)), None)

    @property
    def answered(self) -> Slide:
        """The page behind it in print, with the answer to its question."""
        return replace(self, kind="answer", title=f"{self.title} – Đáp án", scale=self.answer_scale)

    @property
    def for_paper(self) -> bool:
        """Whether paper has something to show of it."""
        return not self.blocks or not all(isinstance(it, Live) for it in self.blocks)


@dataclass(frozen=True)
class Part:
    """A step of the trainer's outline; ``how`` says what trainer and group do in it."""

    title: str
    minutes: int
    how: str = ""


@dataclass(frozen=True)
class Meeting:
    """The meeting that a deck is made for, as its cover says it; what is not known is empty.

    Attributes
    ----------
    unit
        Whose meeting it is.
    date
        Its day, as people read it.
    place
        Where it is held.
    speaker
        Who speaks.
    logo
        Sign of the unit; its SVG may hold a picture as a ``data:`` address.
    """

    unit: str = ""
    date: str = ""
    place: str = ""
    speaker: str = ""
    logo: Drawing | None = None


@dataclass(frozen=True)
class Deck:
    """All slides of one session, or of a meeting.

    ``meeting`` is set by :mod:`slides.deck.cover`, ``goals`` and what is told of the outline by
    :mod:`slides.deck.outline`.
    """

    slug: str
    notebook: str
    title: str
    course: str
    parts: tuple[Part, ...]
    slides: tuple[Slide, ...]
    models: dict[str, dict] = field(default_factory=dict, hash=False)
    meeting: Meeting | None = None
    goals: tuple[str, ...] = ()

    @property
    def minutes(self) -> int:
        """Length of the outline in minutes."""
        return sum(part.minutes for part in self.parts)

    @property
    def questions(self) -> tuple[Question, ...]:
        """The quiz questions in their order."""
        blocks = (block for slide in self.slides for block in slide.blocks)
        return tuple(block for block in blocks if isinstance(block, Question))


class SlideError(ContentError):
    """A slide that cannot be made; its file is the notebook, its place the cell's id."""
