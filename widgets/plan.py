"""One unit's plan, shown part by part."""

from __future__ import annotations

from collections.abc import Callable

from charts.kinds import KINDS
from course import Course, anchors, formats, plan_time, resolve
from course.citations import cite
from course.plans import Duty, Event, Plan, Point, Report
from course.references import document_name
from shown.model import (
    Block,
    Folded,
    Heading,
    Item,
    Quote,
    Run,
    bullets,
    em,
    label,
    strong,
    table,
    text,
    words,
)  # fmt: skip
from shown.piece import Piece
from shown.prose import marked_notes, marks, notices, read_at, remarks, source, sources


class PlanView:
    """Shows one plan.

    Parameters
    ----------
    course
        All content, for references and sources.
    plan
        The unit's plan.
    """

    def __init__(self, course: Course, plan: Plan) -> None:
        self.course, self.plan = course, plan

    def basis(self) -> Piece:
        """Show whose plan it is, and the documents that it carries out."""
        documents = [self.course.documents[name] for name in self.plan.basis]
        by = {entry.id: f" của {entry.issuer}" if entry.issuer else "" for entry in documents}
        lines = [f"{document_name(entry)}{by[entry.id]}: {entry.title}" for entry in documents]
        about = self.course.sources[self.plan.source].note
        return Piece(
            text(strong("Nơi xây dựng kế hoạch:"), f" {self.plan.unit}"),
            *([text(said)] if (said := plan_time.timing(self.plan)) else []),
            *notices(self.course, self.plan.id, *self._organisations()),
            label("Kế hoạch được xây dựng để thực hiện:"),
            bullets(*lines),
            *([text(about)] if about else []),
            sources(self.course, documents),
            kind="basis",
        )

    def remarks(self) -> Piece:
        """Show where the plan disagrees with itself, folded away."""
        notes = remarks(self.course, self.plan.notes)
        return Piece(*notes, kind="remarks", fold="Ghi chú về kế hoạch này")

    def aims(self) -> Piece:
        """Show what the plan is for."""
        return self._sections({"": self.plan.aims})

    def requirements(self) -> Piece:
        """Show what the plan requires."""
        return self._sections({"": self.plan.requirements})

    def contents(self) -> Piece:
        """Show what the plan asks to study and discuss."""
        return self._sections({"": self.plan.contents})

    def conduct(self) -> Piece:
        """Show audience and forms."""
        return self._sections({"Đối tượng": self.plan.audience, "Hình thức": self.plan.forms})

    def materials(self) -> Piece:
        """Show what is studied."""
        return self._sections({"": self.plan.materials})

    def calendar(self) -> Piece:
        """Show the calendar as a table, folded away: the chart shows the same at a glance."""
        header, events = ["Thời gian", "Việc", "Loại"], self.plan.calendar
        mark = marks(events)
        rows = [
            [self._text(event.when.text), self._event(event) + mark[event.id], KINDS[event.kind][0]]
            for event in events
        ]
        listed = self._listed(header, rows, events, anchors.event)
        return Piece(*listed, kind="calendar", fold="Bảng lịch kèm ghi chú")

    def leads(self) -> Piece:
        """Show at a glance who does what, in the plan's own verbs, one row for each who is named first."""
        leads: dict[str, dict[str, list[str]]] = {}
        for duty in self.plan.duties:
            titles = leads.setdefault(formats.together(duty.lead), {}).setdefault(duty.lead_as, [])
            titles.append(self._text(duty.title))
        rows = [[lead, _by_role(roles)] for lead, roles in leads.items()]
        below = sources(self.course, self.plan.duties, brief=True)
        return Piece(table(["Đơn vị", "Việc"], rows), below, kind="leads")

    def duties(self) -> Piece:
        """Show who does what with whom, and when, folded away."""
        duties = [block for duty in self.plan.duties for block in self._duty(duty)]
        return Piece(*duties, kind="duties", fold="Chi tiết từng việc")

    def reports(self) -> Piece:
        """Show reports with their deadlines."""
        header, reports = ["Báo cáo", "Ai báo cáo", "Gửi đến", "Thời hạn"], self.plan.reports
        mark = marks(reports)
        rows = [
            [
                self._text(report.title) + mark[report.id], self._text(report.by),
                self._text(report.to), self._text(report.when.text),
            ]
            for report in reports
        ]  # fmt: skip
        return Piece(*self._listed(header, rows, reports, anchors.report), kind="reports")

    def recipients(self) -> Piece:
        """Show where the plan was sent, folded away."""
        return Piece(bullets(*self.plan.recipients), kind="recipients", fold="Nơi nhận kế hoạch")

    def _sections(self, sections: dict[str, list[Point]]) -> Piece:
        # The source is the same for all points, so it is named once and each point gives its place only.
        parts: list[Block] = []
        for title, points in sections.items():
            parts += [label(title)] if title else []
            parts.append(bullets(*map(self._point, points)))
        return Piece(*parts, source(self.course.sources[self.plan.source].short))

    def _point(self, point: Point) -> Item:
        place = point.place if point.source == self.plan.source else cite(self.course, point)
        notes: list[str | Run] = []
        for note in remarks(self.course, point.notes):
            notes += [" ", *note.runs]
        shown = words(f"{self._text(point.text)} ", em(f"({place})"), *notes)
        below: list[Block] = [Folded("Nguyên văn", (Quote(words(f"“{point.full}”")),))] if point.full else []
        below += read_at(self.course) if point.read_at else []
        brief = self._text(point.brief or point.text)
        return Item(shown, tuple(below), anchors.point(self.plan.id, point.id), brief)

    def _listed(
        self,
        header: list[str],
        rows: list[list[str]],
        entries: list[Event] | list[Report],
        anchor: Callable[[str, str], str],
    ) -> list[Block]:
        places = [anchor(self.plan.id, entry.id) for entry in entries]
        notes = marked_notes(self.course, entries)
        return [table(header, rows, places), *notes, sources(self.course, entries)]

    def _duty(self, duty: Duty) -> list[Block]:
        title = Heading(words(self._text(duty.title)), 4, anchor=anchors.duty(self.plan.id, duty.id))
        lines = [text(strong(f"{duty.lead_as}:"), f" {formats.together(duty.lead)}")]
        if duty.partners:
            lines.append(text(strong(f"{duty.partners_as}:"), f" {formats.together(duty.partners)}"))
        for role in duty.others:
            lines.append(text(strong(f"{role.role}:"), f" {formats.together(role.who)}"))
        if duty.when:
            lines.append(text(strong("Thời gian:"), f" {self._text(duty.when.text)}"))
        tasks = bullets(*map(self._text, duty.tasks))
        return [title, *lines, tasks, *remarks(self.course, duty.notes), sources(self.course, [duty])]

    def _event(self, event: Event) -> str:
        said = [self._text(remark) for remark in plan_time.remarks(self.plan, event)]
        return " ".join([f"{self._text(event.title)}.", *said]) if said else self._text(event.title)

    def _organisations(self) -> list[str]:
        return [f"{self.plan.id}/{entry.id}" for entry in self.plan.units]

    def _text(self, written: str) -> str:
        return resolve(self.course, written)


def _by_role(roles: dict[str, list[str]]) -> str:
    return "; ".join(f"{role}: {_counted(titles)}" for role, titles in roles.items())


def _counted(titles: list[str]) -> str:
    if len(titles) == 1:
        return titles[0]
    return "; ".join(f"({number}) {title}" for number, title in enumerate(titles, start=1))
