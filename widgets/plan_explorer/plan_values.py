"""One unit's plan as plain values, for what shows it in the browser and what writes it into a calendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence

from charts.kinds import KINDS
from course import Course, anchors, formats, plan_time, resolve, resolve_all
from course.citations import cite
from course.plans import Duty, Event, Organisation, Plan, Report, Role


def plain_plan(course: Course, plan: Plan) -> dict:
    """Turn a plan into plain values, references resolved.

    Returns
    -------
    dict
        ``id``, ``unit``, ``short``, ``source``, ``begin`` (ISO date of what the plan carries out), ``end`` (of its
        last day, or empty), ``timing`` (both as a sentence) and lists: ``events``, ``duties``, ``reports``,
        ``organisations``, ``conflicts``, ``notices``. Entries carry ``cite``, the first three ``anchor``, the name of
        their place; the ``when`` of what returns has ``until``, the ISO date after which it comes no more, or "".
    """
    return {
        "id": plan.id,
        "unit": plan.unit,
        "short": plan.short,
        "source": course.sources[plan.source].short,
        "begin": _begin(course, plan),
        "end": _iso(plan_time.end(plan)),
        "timing": plan_time.timing(plan),
        "events": [_event(course, plan, event) for event in plan.calendar],
        "duties": [_duty(course, plan, duty) for duty in plan.duties],
        "reports": [_report(course, plan, report) for report in plan.reports],
        "organisations": [_organisation(course, plan, entry) for entry in plan.organisations],
        "conflicts": _conflicts(course, plan),
        "notices": _notices(course, plan.id),
    }


def owners(plan: Plan, event: Event) -> list[str]:
    """Return the ids of those to whom the plan gives an event, by name or through the report that is due."""
    return [
        entry.id
        for entry in plan.organisations
        if event.id in entry.calendar or (event.report and event.report in entry.reports)
    ]


def _begin(course: Course, plan: Plan) -> str:
    # The plans bear no date of their own; none can be older than what it carries out.
    dates = [course.documents[name].date for name in plan.basis]
    return max(date for date in dates if date).isoformat()


def _event(course: Course, plan: Plan, event: Event) -> dict:
    report = next((entry for entry in plan.reports if entry.id == event.report), None)
    return {
        "id": event.id,
        "anchor": anchors.event(plan.id, event.id),
        "kind": event.kind,
        "kindName": KINDS[event.kind][0],
        "title": resolve(course, event.title),
        "when": _when(course, plan, event),
        "by": resolve(course, report.by) if report else "",
        "to": resolve(course, report.to) if report else "",
        "remarks": resolve_all(course, plan_time.remarks(plan, event)),
        "owners": owners(plan, event),
        **_cited(course, event),
    }


def _when(course: Course, plan: Plan, entry: Event | Report) -> dict:
    when = entry.when
    return {
        **when.model_dump(),
        "text": resolve(course, when.text),
        "until": _iso(plan_time.last_day(plan, entry)),
    }


def _iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def _notices(course: Course, *names: str) -> list[dict]:
    return [
        {"date": formats.day(entry.date), "says": resolve(course, entry.says), "source": entry.source}
        for entry in course.notices_on(*names)
    ]


def _duty(course: Course, plan: Plan, duty: Duty) -> dict:
    return {
        "id": duty.id,
        "anchor": anchors.duty(plan.id, duty.id),
        "title": resolve(course, duty.title),
        "roles": [_role(plan, role) for role in _roles(duty)],
        "tasks": resolve_all(course, duty.tasks),
        "when": resolve(course, duty.when.text) if duty.when else "",
        **_cited(course, duty),
    }


def _roles(duty: Duty) -> list[Role]:
    """Return what a plan's organisations do in a duty, those who are named first ahead."""
    roles = [Role(role=duty.lead_as, who=duty.lead)]
    if duty.partners:
        roles.append(Role(role=duty.partners_as, seen=duty.partners_seen, who=duty.partners))
    return [*roles, *duty.others]


def _role(plan: Plan, role: Role) -> dict:
    return {
        "role": role.role,
        "seen": role.seen or role.role,
        "who": _organisations_named(plan, role.who),
        "words": _together(plan, role.who),
    }


def _organisations_named(plan: Plan, names: Iterable[str]) -> list[str]:
    """Return the ids of the organisations that the forms name, in the order of the forms."""
    found = [entry.id for name in names for entry in plan.organisations if name in entry.names]
    return list(dict.fromkeys(found))


def _together(plan: Plan, names: Iterable[str]) -> str:
    if not plan.organisations:
        return formats.together(list(names))
    known = {entry.id: entry.name for entry in plan.organisations}
    return formats.together([known[name] for name in _organisations_named(plan, names)])


def _report(course: Course, plan: Plan, report: Report) -> dict:
    return {
        "id": report.id,
        "anchor": anchors.report(plan.id, report.id),
        "title": resolve(course, report.title),
        "by": resolve(course, report.by),
        "to": resolve(course, report.to),
        "when": _when(course, plan, report),
        **_cited(course, report),
    }


def _organisation(course: Course, plan: Plan, entry: Organisation) -> dict:
    # What a report's event tells is told by the report.
    told = {event.id for event in plan.calendar if event.report in entry.reports}
    return {
        "id": entry.id,
        "name": entry.name,
        "forms": [name for name in entry.names if name != entry.name],
        "reports": entry.reports,
        "receives": entry.receives,
        "events": [name for name in entry.calendar if name not in told],
        "cite": cite(course, entry),
        "notices": _notices(course, f"{plan.id}/{entry.id}"),
    }


def _conflicts(course: Course, plan: Plan) -> list[dict]:
    """Return where the plan disagrees with itself: the note, both readings, what it concerns."""
    found = [
        entry
        for entry in course.corrections.values()
        if entry.kind == "conflict" and entry.source == plan.source
    ]
    entries: list[tuple[Callable[..., str], Sequence[Event | Duty | Report]]] = [
        (anchors.event, plan.calendar),
        (anchors.duty, plan.duties),
        (anchors.report, plan.reports),
    ]
    return [
        {
            "id": entry.id,
            "note": resolve(course, entry.note),
            "reads": entry.reads,
            "cite": cite(course, entry),
            "at": [
                {"anchor": anchor(plan.id, one.id), "title": resolve(course, one.title)}
                for anchor, ones in entries
                for one in ones
                if entry.id in one.notes
            ],
        }
        for entry in found
    ]


def _cited(course: Course, entry: Event | Duty | Report) -> dict:
    notes = [resolve(course, course.corrections[name].note) for name in entry.notes]
    return {"cite": cite(course, entry), "notes": notes}
