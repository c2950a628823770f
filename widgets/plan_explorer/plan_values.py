"""One unit's plan as plain values, for what shows it in the browser and what writes it into a calendar."""

from __future__ import annotations

from collections.abc import Iterable

from charts.kinds import KINDS
from course import Content, ContentError, resolve, resolve_all
from course.citations import cite
from course.models import Duty, Event, Organisation, Plan, Report, When


def plain_plan(content: Content, plan: Plan) -> dict:
    """Turn a plan into plain values, references resolved.

    Returns
    -------
    dict
        ``id``, ``unit``, ``short``, ``source``, ``begin`` (ISO date of what the plan carries out) and lists:
        ``events``, ``duties``, ``reports``, ``organisations``, ``conflicts``. Entries carry ``cite``.

    Raises
    ------
    ContentError
        When the plan carries out nothing that has a date.
    """
    return {
        "id": plan.id,
        "unit": plan.unit,
        "short": plan.short,
        "source": content.sources[plan.source].short,
        "begin": _begin(content, plan),
        "events": [_event(content, plan, event) for event in plan.calendar],
        "duties": [_duty(content, plan, duty) for duty in plan.duties],
        "reports": [_report(content, report) for report in plan.reports],
        "organisations": [_organisation(content, plan, entry) for entry in plan.organisations],
        "conflicts": _conflicts(content, plan),
    }


def owners(plan: Plan, event: Event) -> list[str]:
    """Return the ids of those to whom the plan gives an event, by name or through the report that is due."""
    return [
        entry.id
        for entry in plan.organisations
        if event.id in entry.calendar or (event.report and event.report in entry.reports)
    ]


def _begin(content: Content, plan: Plan) -> str:
    # The plans bear no date of their own; none can be older than what it carries out.
    dates = [content.documents[name].date for name in plan.basis]
    known = [date for date in dates if date]
    if not known:
        raise ContentError(
            f"plans/{plan.id}.yml", "basis", "must name a document that has a date", plan.basis
        )
    return max(known).isoformat()


def _event(content: Content, plan: Plan, event: Event) -> dict:
    report = next((entry for entry in plan.reports if entry.id == event.report), None)
    return {
        "id": event.id,
        "kind": event.kind,
        "kindName": KINDS[event.kind][0],
        "title": resolve(content, event.title),
        "when": _when(content, event.when),
        "by": resolve(content, report.by) if report else "",
        "to": resolve(content, report.to) if report else "",
        "remarks": _remarks(content, event),
        "owners": owners(plan, event),
        **_cited(content, event),
    }


def _remarks(content: Content, event: Event) -> list[str]:
    said = [resolve(content, event.remark)] if event.remark else []
    if event.when.every == "once" and event.when.since:
        said.append(f"Kế hoạch chỉ nêu dịp này cho năm {event.when.year}.")
    return said


def _when(content: Content, when: When) -> dict:
    return {**when.model_dump(), "text": resolve(content, when.text)}


def _duty(content: Content, plan: Plan, duty: Duty) -> dict:
    return {
        "id": duty.id,
        "title": resolve(content, duty.title),
        "lead": _organisations_named(plan, duty.lead),
        "lead_as": duty.lead_as,
        "partners": _organisations_named(plan, duty.partners),
        "partners_as": duty.partners_as,
        "tasks": resolve_all(content, duty.tasks),
        "when": resolve(content, duty.when.text) if duty.when else "",
        **_cited(content, duty),
    }


def _organisations_named(plan: Plan, names: Iterable[str]) -> list[str]:
    """Return the ids of the organisations that the forms name, in the order of the forms."""
    found = [entry.id for name in names for entry in plan.organisations if name in entry.names]
    return list(dict.fromkeys(found))


def _report(content: Content, report: Report) -> dict:
    return {
        "id": report.id,
        "title": resolve(content, report.title),
        "by": resolve(content, report.by),
        "to": resolve(content, report.to),
        "when": _when(content, report.when),
        **_cited(content, report),
    }


def _organisation(content: Content, plan: Plan, entry: Organisation) -> dict:
    # What a report's event tells is told by the report.
    told = {event.id for event in plan.calendar if event.report in entry.reports}
    return {
        "id": entry.id,
        "name": entry.name,
        "forms": [name for name in entry.names if name != entry.name],
        "reports": entry.reports,
        "receives": entry.receives,
        "events": [name for name in entry.calendar if name not in told],
        "cite": cite(content, entry),
    }


def _conflicts(content: Content, plan: Plan) -> list[dict]:
    """Return where the plan disagrees with itself: the note, both readings, what it concerns."""
    found = [
        entry
        for entry in content.corrections.values()
        if entry.kind == "conflict" and entry.source == plan.source
    ]
    entries = [("lich", plan.calendar), ("viec", plan.duties), ("bao-cao", plan.reports)]
    return [
        {
            "id": entry.id,
            "note": resolve(content, entry.note),
            "reads": entry.reads,
            "cite": cite(content, entry),
            "at": [
                {"anchor": f"{kind}-{plan.id}-{one.id}", "title": resolve(content, one.title)}
                for kind, ones in entries
                for one in ones
                if entry.id in one.notes
            ],
        }
        for entry in found
    ]


def _cited(content: Content, entry: Event | Duty | Report) -> dict:
    notes = [resolve(content, content.corrections[name].note) for name in entry.notes]
    return {"cite": cite(content, entry), "notes": notes}
