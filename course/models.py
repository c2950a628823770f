"""What the files in ``data/`` may hold: one model for each kind of entry.

Every statement that comes from a source carries ``source`` (an id in
``sources.yml``) and ``place`` (where in it). Text fields may refer to figures
and documents instead of repeating them; see :mod:`course.references`.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from decimal import Decimal
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from course import number_words
from course.formats import Amount, number
from course.messages import BrokenValue


def _check_text(value: str) -> str:
    if not value.strip():
        raise BrokenValue("text must not be blank")
    return _check_signs(value).strip()


def _check_signs(value: str) -> str:
    if re.search(r"</?[A-Za-z][^>]*>", value):
        raise BrokenValue("text must not contain HTML tags")
    # Words on either side of such a sign would not be found by searching, nor explained as terms.
    if unseen := next((sign for sign in value if _is_unseen(sign)), ""):
        name = unicodedata.name(unseen, f"U+{ord(unseen):04X}")
        rule = "text must not hold signs that nobody sees ({name}); write a plain space, or nothing"
        raise BrokenValue(rule, name=name)
    return value


def _is_unseen(sign: str) -> bool:
    return sign not in " \n" and unicodedata.category(sign) in ("Cc", "Cf", "Zs", "Zl", "Zp")


Text = Annotated[str, AfterValidator(_check_text)]
OptionalText = Annotated[str, AfterValidator(_check_signs)]
Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


def _check_address(value: str) -> str:
    parts = urlsplit(value)
    if (
        parts.scheme != "https"
        or "." not in (parts.hostname or "")
        or re.search(r"[^\x21-\x7e]|[<>\"]", value)
    ):
        raise BrokenValue("must be a whole address that begins with “https:”, without spaces or accents")
    return value


Address = Annotated[str, AfterValidator(_check_address)]


class Entry(BaseModel):
    """Base of all entries: unknown fields are errors, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Cited(Entry):
    """An entry that states where it comes from."""

    source: Id
    place: Text


class Words(Cited):
    """Words of a source, with their place."""

    quote: Text


class Source(Entry):
    """A document that the kit is made from."""

    id: Id
    title: Text
    short: Text = Field(description="Name for captions, such as “Kế hoạch của …”")
    issuer: Text
    called: Text = Field(
        "Nguồn", description="What it is called at the beginning of a sentence, as in “Kế hoạch ghi”"
    )
    note: Text | None = None
    file: str | None = Field(None, description="File name of the source text, for the evidence check")


def _as_written(value: Amount) -> str:
    """Return a regular expression for a figure in the words of a source: in digits, or spelt."""
    if isinstance(value, str):
        return rf"\b{re.escape(value)}\b"
    digits = re.escape(number(value)).replace(r"\.", r"\.?")
    written = rf"(?<![\d.])(?<!\d,)0*{digits}(?![.,]?\d)"
    if isinstance(value, Decimal) or value > number_words.LARGEST:
        return written
    return rf"{written}|\b{number_words.pattern(value)}\b"


class Fact(Cited):
    """One figure. ``qualifier`` 'over' is the source's "hơn" and is never dropped."""

    id: Id
    label: Text = Field(description="What is counted")
    value: int | Decimal | str = Field(
        description="Digits: 167700, or 12,5; where the source gives none, its words, such as hàng nghìn"
    )
    qualifier: Literal["exact", "over"] = Field(description="over: the source says “hơn”")
    unit: OptionalText = Field(description="May be empty, as for a page number")
    period: OptionalText = Field("", description="The time it speaks of, in the source's words")
    evidence: Text
    note: str = Field("", description="Id of an entry in corrections.yml")

    @model_validator(mode="after")
    def _as_in_the_evidence(self) -> Fact:
        found = list(re.finditer(_as_written(self.value), self.evidence, re.IGNORECASE))
        if not found:
            rule = "value {value} must stand in the evidence, which reads {evidence!r}"
            raise BrokenValue(rule, value=number(self.value), evidence=self.evidence)
        over = [self.evidence[: match.start()].lower().endswith("hơn ") for match in found]
        if self.qualifier == "over" and not any(over):
            raise BrokenValue(
                "qualifier 'over' needs “hơn” before {value} in the evidence", value=number(self.value)
            )
        if self.qualifier == "exact" and all(over):
            rule = "the evidence has “hơn” before {value}, so the qualifier must be 'over'"
            raise BrokenValue(rule, value=number(self.value))
        return self


class Document(Cited):
    """A Party document that a plan names."""

    id: Id
    kind: Text = Field(description="Such as Chỉ thị; with number and date it makes the document's name")
    number: str | None = None
    date: dt.date | None = Field(description="null where the plan gives none")
    issuer: Text | None = Field(description="null where the plan names none")
    title: Text
    evidence: Text
    notes: list[Id] = []


class Correction(Cited):
    """What was mended, read or found at odds in copying the sources."""

    id: Id
    kind: Literal["slip", "reading", "spelling", "conflict"] = Field(
        description="slip: misread by the scan; reading: the source's own words, of which we say how we read them; "
        "spelling: one way of writing where the sources have several; conflict: a source at odds with itself"
    )
    reads: list[Text] = Field(
        min_length=1, description="The source's words, as they stand; of a spelling some of them"
    )
    meant: Text = Field(description="What we show")
    note: Text = Field(description="The short note that readers see")

    @model_validator(mode="after")
    def _both_readings(self) -> Correction:
        if self.kind == "conflict" and len(self.reads) < 2:
            raise BrokenValue("a conflict needs both readings in 'reads'")
        return self


class Item(Entry):
    """One point of a list; ``title`` is in the source's words."""

    id: Id
    title: Text
    quote: Text | None = Field(None, description="The source's full wording, where the title is cut")
    matter: Text | None = Field(None, description="What the source says at its place, in our words")
    reads: list[Text] = Field([], description="The source's words that ``matter`` restates, as they stand")
    words: list[Words] = Field([], description="What other sources say on the point, in their words")
    commentary: Text | None = Field(
        None, description="The kit's own explanation; it is shown apart from the source, and marked"
    )
    prompts: list[Text] = []
    place: Text | None = None
    notes: list[Id] = []


class Group(Cited):
    """A list of the material, such as the eight lessons, in its order."""

    id: Id
    title: Text
    intro: Text
    stated_count: Id | None = Field(None, description="Fact with the count that the source states")
    point: Text = Field(
        "Nội dung", description="What a point is called where it stands alone, as in a search result"
    )
    numbered: bool = Field(
        False, description="Whether people name its points by their numbers, as in “Bài học 2”"
    )
    part: Id | None = Field(None, description="Part of the book that it treats")
    notes: list[Id] = []
    items: list[Item] = Field(min_length=2)


class Part(Cited):
    """A part of the book."""

    id: Id
    name: Text = Field(description="What readers call it, such as “Phần thứ nhất”")
    title: Text
    first_page: Id = Field(description="Fact with the page")
    last_page: Id = Field(description="Fact with the page")
    about: Text
    holds: list[Text] = Field(min_length=1, description="What is in it, with its figures")
    evidence: Text
    notes: list[Id] = []


class Meeting(Cited):
    """A national conference whose concluding speech the book holds."""

    year: int = Field(ge=1945, le=2100)


class ReadAt(Cited):
    """Where the book can be read, as a source gives it: the one kind of link that leads out of the kit."""

    address: Address


class Book(Cited):
    """The book and its make-up."""

    title: Text
    author: Text
    about: Text
    read_at: ReadAt | None = Field(None, description="Shown wherever readers are sent to the book")
    parts: list[Part] = Field(min_length=1)
    speeches: list[Meeting]
    sessions_from: int = Field(description="Year of the first meeting whose conclusions it holds")
    sessions_to: int = Field(description="Year of the last")
    notes: list[Id] = []

    @model_validator(mode="after")
    def _span(self) -> Book:
        if self.sessions_from > self.sessions_to:
            raise BrokenValue("sessions_from must not be later than sessions_to")
        return self
