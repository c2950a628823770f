"""What the parts of one plan say of each other."""

from __future__ import annotations

from collections.abc import Container, Iterator

from course import formats, plan_time
from course.course import Course
from course.errors import Fault
from course.plans import Event, Plan, Report
from course.recurrence import returns
from course.when import When


def calendars(course: Course) -> Iterator[Fault]:
    """A date on which a report is due is the report's own."""
    for plan in course.plans.values():
        reports = {report.id: report for report in plan.reports}
        for event in plan.calendar:
            place = f"calendar > {event.id}"
            if event.report and event.report not in reports:
                rule = "must be the id of one of the plan's reports"
                yield Fault(_file(plan), f"{place} > report", rule, event.report)
            elif event.report and _date(event.when) != _date(due := reports[event.report].when):
                rule = "must be the date of its report, {due!r}"
                yield Fault(_file(plan), f"{place} > when", rule, event.when.text, {"due": due.text})


def begin_on_a_day(course: Course) -> Iterator[Fault]:
    """A plan's calendar begins with its own day, or with the newest document that it carries out."""
    for plan in course.plans.values():
        known = any(name in course.documents for name in plan.basis)
        if known and not plan_time.begin(course, plan):
            rule = (
                "must name a document that has a date, where the plan has none; the calendar begins with it"
            )
            yield Fault(_file(plan), "basis", rule, plan.basis)


def come_before_their_end(course: Course) -> Iterator[Fault]:
    """What returns until a day comes once before it."""
    for plan in course.plans.values():
        dated: list[tuple[str, Event | Report]] = [
            *(("calendar", event) for event in plan.calendar),
            *(("reports", report) for report in plan.reports),
        ]
        for part, entry in dated:
            start, until = entry.when.start or plan_time.begin(course, plan), entry.when.until
            if not start or not until:
                continue
            recurrence = returns(entry.when)
            first = next(recurrence.spans(start)).last if recurrence else start
            if first > until:
                rule = "must come once or more between {start} and {until}"
                terms = {"start": formats.day(start), "until": formats.day(until)}
                yield Fault(_file(plan), f"{part} > {entry.id} > when", rule, entry.when.text, terms)


def _date(when: When) -> dict:
    return when.model_dump(exclude={"text", "since"})


def organisations(course: Course) -> Iterator[Fault]:
    """Organisations have reports and dates of their plan, and every duty names one of them."""
    for plan in course.plans.values():
        reports, events = ({entry.id for entry in entries} for entries in (plan.reports, plan.calendar))
        for entry in plan.organisations:
            place, named = f"organisations > {entry.id}", [*entry.reports, *entry.receives]
            yield from _within(plan, place, named, "must be the id of one of the plan's reports", reports)
            place, rule = f"{place} > calendar", "must be the id of one of the plan's events"
            yield from _within(plan, place, entry.calendar, rule, events)
        names = {name for entry in plan.organisations for name in entry.names}
        for duty in plan.duties if plan.organisations else []:
            rule = "must be a form that an organisation of the plan has; add it under organisations > names"
            named = [*duty.lead, *duty.partners, *(name for role in duty.others for name in role.who)]
            yield from _within(plan, f"duties > {duty.id}", named, rule, names)


def _within(plan: Plan, place: str, names: list[str], rule: str, known: Container[str]) -> Iterator[Fault]:
    for name in names:
        if name not in known:
            yield Fault(_file(plan), place, rule, name)


def _file(plan: Plan) -> str:
    return f"plans/{plan.id}.yml"


RULES = (calendars, begin_on_a_day, come_before_their_end, organisations)
