"""A meeting as it was held: the one record that minutes, a branch's file and reports are made from."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field, model_validator

from course.messages import BrokenValue
from course.models import Entry, Id
from course.when import Time
from meetings.texts import Line, Said

KIND: Literal["hoc-tac-pham: buoi sinh hoat"] = "hoc-tac-pham: buoi sinh hoat"
VERSION: Literal[1] = 1

Count = Annotated[int, Field(ge=0, le=1_000_000)]
Form = Literal["branch", "topical", "seminar", "discussion"]
FORMS: dict[Form, str] = {
    "branch": "Sinh hoạt chi bộ",
    "topical": "Sinh hoạt chuyên đề",
    "seminar": "Hội thảo",
    "discussion": "Tọa đàm",
}


class Person(Entry):
    """Somebody with a part in the meeting, and the office that the paper names."""

    name: Line = ""
    office: Line = ""


class Attendance(Entry):
    """Members by number; guests are not among them. What is not known yet is left out."""

    all: Count | None = None
    present: Count | None = None
    away_with_reason: Count | None = None
    away_without_reason: Count | None = None

    @property
    def away(self) -> int | None:
        """All who were away; None where what is known does not tell."""
        if self.away_with_reason is not None and self.away_without_reason is not None:
            return self.away_with_reason + self.away_without_reason
        return None if self.all is None or self.present is None else self.all - self.present

    @model_validator(mode="after")
    def _adds_up(self) -> Attendance:
        parts = (self.present, self.away_with_reason, self.away_without_reason)
        present, *away = (part or 0 for part in parts)
        total = present + sum(away)
        if self.all is not None and (total > self.all or (total < self.all and None not in parts)):
            rule = "present and away must add up to all, {present} + {away} = {total}, all is {all}"
            raise BrokenValue(rule, present=present, away=sum(away), total=total, all=self.all)
        return self


class Absence(Entry):
    """Who was away, and why, as the minutes name it."""

    name: Line
    reason: Line = ""


class Held(Entry):
    """A session of the course, or what else was studied.

    Attributes
    ----------
    session
        Its slug in the course; none for what is no session of it.
    parts
        Which parts of it, where not all of it.
    """

    session: Id | None = None
    title: Line
    parts: list[Line] = Field([], max_length=60)


class Activity(Entry):
    """What groups did, and what came of it."""

    title: Line
    result: Said = ""


class Choice(Entry):
    """How many chose an answer."""

    text: Line
    count: Count


class Asked(Entry):
    """A question to the room, and what came of it in totals; nobody's own answer.

    Attributes
    ----------
    answered
        How many answered.
    right
        How many of them were right; left out for what has no right answer.
    """

    text: Line
    answered: Count | None = None
    right: Count | None = None
    choices: list[Choice] = Field([], max_length=20)

    @model_validator(mode="after")
    def _within(self) -> Asked:
        most = max([self.right or 0, *(one.count for one in self.choices)])
        if self.answered is not None and most > self.answered:
            rule = "no count may be more than the {answered} that answered, got {most}"
            raise BrokenValue(rule, answered=self.answered, most=most)
        return self


class Opinion(Entry):
    """What was said; ``name`` is empty unless the chair gave one."""

    name: Line = ""
    text: Said


class Task(Entry):
    """What is to be done, by whom, and until when."""

    what: Said
    who: Line = ""
    due: dt.date | None = None


class Record(Entry):
    """A meeting. Everything may be left out while it is written, and is a dotted line on paper then.

    Attributes
    ----------
    revision
        Rises with every change after the record was sent; of two the later one counts.
    state
        ``planned`` until the meeting was held; only then may its day lie ahead.
    number
        Number and sign of the minutes.
    locality
        What stands before the day at the head of the paper.
    approved
        How many of the members present agreed to the minutes.
    """

    kind: Literal["hoc-tac-pham: buoi sinh hoat"] = KIND
    version: Literal[1] = VERSION
    revision: int = Field(1, ge=1)
    state: Literal["planned", "held"] = "held"
    course: Line = ""
    superior: Line = ""
    unit: Line = ""
    number: Line = ""
    locality: Line = ""
    form: Form | None = None
    topic: Line = ""
    date: dt.date | None = None
    begin: Time | None = None
    end: Time | None = None
    place: Line = ""
    chair: Person = Person()
    presenters: list[Person] = Field([], max_length=20)
    secretary: Person = Person()
    members: Attendance = Attendance()
    away: list[Absence] = Field([], max_length=500)
    guests: list[Line] = Field([], max_length=200)
    sessions: list[Held] = Field([], max_length=60)
    activities: list[Activity] = Field([], max_length=60)
    questions: list[Asked] = Field([], max_length=200)
    opinions: list[Opinion] = Field([], max_length=300)
    conclusions: list[Said] = Field([], max_length=60)
    tasks: list[Task] = Field([], max_length=60)
    approved: Count | None = None

    @model_validator(mode="after")
    def _has_its_times(self) -> Record:
        if self.begin and self.end and self.end <= self.begin:
            rule = "end must be later than begin, got {begin} and {end}"
            raise BrokenValue(rule, begin=self.begin, end=self.end)
        due = min((task.due for task in self.tasks if task.due), default=None)
        if self.date and due and due < self.date:
            rule = "no task may be due before the day of the meeting, {date}, got {due}"
            raise BrokenValue(rule, date=self.date.isoformat(), due=due.isoformat())
        return self

    @model_validator(mode="after")
    def _has_its_members(self) -> Record:
        away = self.members.away
        if away is not None and len(self.away) > away:
            rule = "away names {named} members, by members only {away} were away"
            raise BrokenValue(rule, named=len(self.away), away=away)
        present = self.members.present
        if present is not None and (self.approved or 0) > present:
            rule = "approved must not be more than the {present} members present, got {approved}"
            raise BrokenValue(rule, present=present, approved=self.approved)
        return self
