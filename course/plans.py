"""What a unit's plan may hold: dates, duties, reports, who has them; and what has changed since.

The files are ``data/plans/<unit>.yml`` and ``data/notices.yml``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Literal

from pydantic import Field, model_validator

from course import formats
from course.messages import BrokenValue
from course.models import Cited, Entry, Id, Text
from course.when import When


class Point(Cited):
    """A statement of a plan in our words, or a short quotation."""

    id: Id
    text: Text
    brief: Text | None = Field(None, description="The text in fewer of its words, as slides show it")
    full: Text | None = Field(None, description="The source's words, where `text` is shorter; folded away")
    read_at: bool = Field(False, description="Whether the address of the book stands with it")
    notes: list[Id] = []


class Event(Cited):
    """An entry of a plan's calendar."""

    id: Id
    kind: Literal["peak", "deadline", "review", "period"]
    title: Text
    when: When
    location: Text | None = Field(
        None, description="Where it takes place, as “Hội trường Ủy ban nhân dân xã”"
    )
    report: Id | None = Field(None, description="The report of the same plan that is due then")
    remark: Text | None = Field(None, description="What the plan says elsewhere about this date")
    continues: bool = Field(False, description="The unit keeps a yearly date up after the plan's end")
    notes: list[Id] = []


class Role(Entry):
    """What further organisations do in a duty."""

    role: Text
    seen: Text | None = Field(
        None,
        description="The role as a heading over one of them, where `role` is not what they do themselves",
    )
    who: list[Text] = Field(min_length=1)


class Duty(Cited):
    """Who does a task of the plan, with whom, and when."""

    id: Id
    title: Text
    lead: list[Text] = Field(min_length=1)
    lead_as: Text = Field(
        "Thực hiện", description="What they do in it, in the plan's own verbs, as “Chủ trì”"
    )
    partners: list[Text] = []
    partners_as: Text = Field(
        "Phối hợp", description="What the partners do, where it is not to work with them"
    )
    partners_seen: Text | None = Field(
        None, description="The same as a heading over one partner, as “Nơi khác phối hợp với đơn vị này”"
    )
    others: list[Role] = Field([], description="Further organisations that the plan names in it")
    tasks: list[Text] = Field(min_length=1)
    when: When | None = None
    notes: list[Id] = []


class Report(Cited):
    """What is reported, by whom, to whom, and by when."""

    id: Id
    title: Text
    by: Text
    to: Text
    when: When
    notes: list[Id] = []


class Organisation(Cited):
    """Who has a task, a report or a date of the plan."""

    id: Id
    name: Text = Field(description="The one name that readers see")
    names: list[Text] = Field([], description="Forms in which the plan's duties name it")
    reports: list[Id] = Field([], description="Reports that it makes")
    receives: list[Id] = Field([], description="Reports that go to it")
    calendar: list[Id] = Field([], description="Events that the plan gives to it by name")


class Until(Cited):
    """The last date with a year that a plan gives."""

    when: When

    @model_validator(mode="after")
    def _is_one_date(self) -> Until:
        if self.when.every != "once":
            raise BrokenValue("must be a date that comes once, with its year")
        return self


class Notice(Entry):
    """What has changed since the plans were made, as the organiser says it."""

    id: Id
    date: dt.date = Field(description="Since when it holds")
    source: Text = Field(description="Where it stands: kind, number, day and issuer of the document")
    says: Text = Field(description="What has changed, in a sentence or two")
    concerns: list[str] = Field(
        min_length=1, description="Ids of plans and documents, or plan/organisation, with which it is shown"
    )


class Plan(Cited):
    """One unit's plan for the study campaign."""

    id: Id
    unit: Text = Field(description="The unit's full name")
    short: Text = Field(description="The name for headings and menus")
    number: Text | None = Field(None, description="Its own number and sign, such as 25-KH/ĐU")
    date: dt.date | None = Field(None, description="The day of the plan itself; its calendar begins then")
    basis: list[Id] = Field(min_length=1, description="Documents that the plan carries out")
    made: int | None = Field(None, ge=1945, le=2100, description="Year in which it was made")
    made_note: Text | None = Field(None, description="Where the plan does not give the year: how it is known")
    until: Until | None = Field(None, description="Until when it runs; its peaks end then")
    numbered_duties: int | None = Field(
        None, ge=1, description="How many parts the plan itself numbers where it gives out the work"
    )
    aims: list[Point] = Field(min_length=1)
    requirements: list[Point] = Field(min_length=1)
    contents: list[Point] = Field([], description="What is to be studied, where the plan lists it")
    audience: list[Point] = Field(min_length=1)
    materials: list[Point] = Field(min_length=1)
    forms: list[Point] = Field(min_length=1)
    calendar: list[Event] = Field(min_length=1)
    duties: list[Duty] = Field(min_length=1)
    reports: list[Report] = Field(min_length=1)
    organisations: list[Organisation] = []
    recipients: list[Text] = Field(min_length=1, description="Who receives the plan itself")
    notes: list[Id] = []

    @model_validator(mode="after")
    def _made_on_its_day(self) -> Plan:
        if self.date and self.made not in (None, self.date.year):
            rule = "made must be the year of date, {date}, got {made}"
            raise BrokenValue(rule, date=self.date.isoformat(), made=self.made)
        return self

    @property
    def units(self) -> list[Organisation]:
        """The organisations; where the plan lists none, one for each name that its duties give."""
        return self.organisations or list(self._named())

    def _named(self) -> Iterator[Organisation]:
        forms: dict[str, list[str]] = {}
        for duty in self.duties:
            for name in (*duty.lead, *duty.partners, *(one for role in duty.others for one in role.who)):
                forms.setdefault(formats.slug(name), []).append(name)
        for slug, names in forms.items():
            yield Organisation(
                id=slug,
                name=names[0],
                names=list(dict.fromkeys(names)),
                reports=[one.id for one in self.reports if formats.slug(one.by) == slug],
                receives=[one.id for one in self.reports if formats.slug(one.to) == slug],
                source=self.source,
                place=self.place,
            )
