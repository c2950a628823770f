"""One unit's plan for the campaign, shown part by part."""

from __future__ import annotations

from charts.kinds import KINDS
from course import Course, formats, resolve
from course.citations import cite
from course.models import Duty, Event, Plan, Point, Report
from course.references import document_name
from shown import blocks
from shown.blocks import Block, plain
from shown.prose import marked_notes, marks, remarks, sources
from widgets.glossary.glossary import Marker


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
        self._mark = Marker(course)

    def basis(self) -> Block:
        """Show whose plan it is, and the documents that it carries out."""
        documents = [self.course.documents[name] for name in self.plan.basis]
        lines = [f"{document_name(entry)} của {entry.issuer}: {entry.title}" for entry in documents]
        parts = [
            f"**Nơi xây dựng kế hoạch:** {plain(self.plan.unit)}",
            "**Kế hoạch được xây dựng để thực hiện:**",
            blocks.bullets(map(plain, lines)),
            plain(self.course.sources[self.plan.source].note or ""),
            sources(self.course, documents),
        ]
        return self._block("\n\n".join(filter(None, parts)), "basis")

    def remarks(self) -> Block:
        """Show where the plan disagrees with itself, folded away."""
        notes = "\n\n".join(remarks(self.course, self.plan.notes))
        return self._block(notes, "remarks", fold="Ghi chú về kế hoạch này")

    def aims(self) -> Block:
        """Show what the campaign is for."""
        return self._sections({"": self.plan.aims})

    def requirements(self) -> Block:
        """Show what is required of the campaign."""
        return self._sections({"": self.plan.requirements})

    def contents(self) -> Block:
        """Show what the plan asks to study and discuss."""
        return self._sections({"": self.plan.contents})

    def conduct(self) -> Block:
        """Show audience and forms."""
        return self._sections({"Đối tượng": self.plan.audience, "Hình thức": self.plan.forms})

    def materials(self) -> Block:
        """Show what is studied."""
        return self._sections({"": self.plan.materials})

    def calendar(self) -> Block:
        """Show the calendar as a table, folded away: the chart shows the same at a glance."""
        header, events = ["Thời gian", "Việc", "Loại"], self.plan.calendar
        mark = marks(events)
        rows = [
            [self._text(event.when.text), self._text(event.title) + mark[event.id], KINDS[event.kind][0]]
            for event in events
        ]
        return self._block(self._table(header, rows, events), "calendar", fold="Bảng lịch kèm ghi chú")

    def leads(self) -> Block:
        """Show at a glance who leads what, one row for each who leads."""
        leads: dict[str, list[str]] = {}
        for duty in self.plan.duties:
            # The heading says "Chủ trì"; who does something else is said to do so.
            other = (
                f" ({duty.lead_as.lower()})" if duty.lead_as != Duty.model_fields["lead_as"].default else ""
            )
            leads.setdefault(formats.together(duty.lead), []).append(self._text(duty.title) + other)
        rows = [[plain(lead), _counted(titles)] for lead, titles in leads.items()]
        table = blocks.table(["Chủ trì", "Việc"], rows)
        return self._block(f"{table}\n\n{sources(self.course, self.plan.duties, brief=True)}", "leads")

    def duties(self) -> Block:
        """Show who leads, who works with whom, and when, folded away."""
        duties = "\n\n".join(self._duty(duty) for duty in self.plan.duties)
        return self._block(duties, "duties", fold="Chi tiết từng việc")

    def reports(self) -> Block:
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
        return self._block(self._table(header, rows, reports), "reports")

    def recipients(self) -> Block:
        """Show where the plan was sent, folded away."""
        return self._block(
            blocks.bullets(map(plain, self.plan.recipients)), "recipients", fold="Nơi nhận kế hoạch"
        )

    def _block(self, markdown: str, kind: str = "text", fold: str = "") -> Block:
        return Block(markdown, kind, fold, self._mark)

    def _sections(self, sections: dict[str, list[Point]]) -> Block:
        # The source is the same for all points, so it is named once and each point gives its place only.
        parts = []
        for title, points in sections.items():
            parts += [f"**{title}**"] if title else []
            parts.append(blocks.bullets(map(self._point, points)))
        source = plain(self.course.sources[self.plan.source].short)
        return self._block("\n\n".join([*parts, f"*Nguồn: {source}*"]))

    def _point(self, point: Point) -> str:
        place = point.place if point.source == self.plan.source else cite(self.course, point)
        return f"{self._text(point.text)} *({plain(place)})*{self._notes(point.notes)}"

    def _table(self, header: list[str], rows: list[list[str]], entries: list[Event] | list[Report]) -> str:
        notes = marked_notes(self.course, entries)
        return "\n\n".join([blocks.table(header, rows), *notes, sources(self.course, entries)])

    def _duty(self, duty: Duty) -> str:
        lines = [
            f"#### {self._text(duty.title)}",
            f"**{plain(duty.lead_as)}:** {plain(formats.together(duty.lead))}",
        ]
        if duty.partners:
            lines.append(f"**{plain(duty.partners_as)}:** {plain(formats.together(duty.partners))}")
        if duty.when:
            lines.append(f"**Thời gian:** {self._text(duty.when.text)}")
        lines += [blocks.bullets(self._text(task) for task in duty.tasks), *remarks(self.course, duty.notes)]
        return "\n\n".join([*lines, sources(self.course, [duty])])

    def _text(self, text: str) -> str:
        return plain(resolve(self.course, text))

    def _notes(self, ids: list[str]) -> str:
        return "".join(f" {remark}" for remark in remarks(self.course, ids))


def _counted(titles: list[str]) -> str:
    if len(titles) == 1:
        return titles[0]
    return "; ".join(f"({number}) {title}" for number, title in enumerate(titles, start=1))
