"""One unit's plan for the campaign, shown part by part."""

from __future__ import annotations

from collections.abc import Iterable

from widgets import blocks
from widgets.blocks import Block, plain
from widgets.charts.campaign import KINDS
from widgets.citations import cite
from widgets.content import Content, resolve
from widgets.content.models import Cited, Duty, Event, Plan, Point, Report
from widgets.content.text import document_name
from widgets.prose import remarks, sources


class PlanView:
    """Shows one plan.

    Parameters
    ----------
    content
        All content, for references and sources.
    plan
        The unit's plan.
    """

    def __init__(self, content: Content, plan: Plan) -> None:
        self.content, self.plan = content, plan

    def basis(self) -> Block:
        """Show the unit, the documents that the plan carries out, and notes on the plan as a whole."""
        plan, source = self.plan, self.content.sources[self.plan.source]
        documents = [self.content.documents[name] for name in plan.basis]
        lines = [f"{document_name(entry)} của {entry.issuer}: {entry.title}" for entry in documents]
        parts = [f"**{plain(plan.unit)}**", "Kế hoạch được xây dựng để thực hiện:"]
        parts += [
            blocks.bullets(map(plain, lines)),
            plain(source.note or ""),
            *remarks(self.content, plan.notes),
        ]
        return Block("\n\n".join([*filter(None, parts), sources(self.content, documents)]), "basis")

    def aims(self) -> Block:
        """Show aims and requirements."""
        return self._sections({"Mục đích": self.plan.aims, "Yêu cầu": self.plan.requirements})

    def contents(self) -> Block:
        """Show what the plan asks to study and discuss."""
        return Block(self._points(self.plan.contents))

    def conduct(self) -> Block:
        """Show audience and forms."""
        return self._sections({"Đối tượng": self.plan.audience, "Hình thức": self.plan.forms})

    def materials(self) -> Block:
        """Show what is studied."""
        return Block(self._points(self.plan.materials))

    def calendar(self) -> Block:
        """Show the calendar as a table."""
        rows = [self._event(event) for event in self.plan.calendar]
        return self._table(["Thời gian", "Việc", "Loại"], rows, self.plan.calendar, "calendar")

    def leads(self) -> Block:
        """Show at a glance who leads what, one row for each who leads."""
        leads: dict[str, list[str]] = {}
        for duty in self.plan.duties:
            leads.setdefault("; ".join(duty.lead), []).append(self._text(duty.title))
        rows = [[plain(lead), "; ".join(titles)] for lead, titles in leads.items()]
        return self._table(["Chủ trì", "Việc"], rows, self.plan.duties, "leads")

    def duties(self) -> Block:
        """Show who leads, who works with whom, and when."""
        return Block("\n\n".join(self._duty(duty) for duty in self.plan.duties), "duties")

    def reports(self) -> Block:
        """Show reports with their deadlines."""
        rows = [self._report(report) for report in self.plan.reports]
        return self._table(
            ["Báo cáo", "Ai báo cáo", "Gửi đến", "Thời hạn"], rows, self.plan.reports, "reports"
        )

    def recipients(self) -> Block:
        """Show where the plan was sent, folded away."""
        return Block(blocks.bullets(map(plain, self.plan.recipients)), "recipients", fold="Nơi nhận kế hoạch")

    def _sections(self, sections: dict[str, list[Point]]) -> Block:
        return Block(
            "\n\n".join(f"**{title}**\n\n{self._points(points)}" for title, points in sections.items())
        )

    def _points(self, points: list[Point]) -> str:
        return blocks.bullets(
            f"{self._text(point.text)} *({plain(cite(self.content, point))})*{self._notes(point.notes)}"
            for point in points
        )

    def _table(self, header: list[str], rows: list[list[str]], entries: Iterable[Cited], kind: str) -> Block:
        return Block(f"{blocks.table(header, rows)}\n\n{sources(self.content, entries)}", kind)

    def _event(self, event: Event) -> list[str]:
        kind, _ = KINDS[event.kind]
        return [self._text(event.when.text), self._text(event.title) + self._notes(event.notes), kind]

    def _duty(self, duty: Duty) -> str:
        lines = [f"#### {self._text(duty.title)}", f"**Chủ trì:** {plain('; '.join(duty.lead))}"]
        if duty.partners:
            lines.append(f"**Phối hợp:** {plain('; '.join(duty.partners))}")
        if duty.when:
            lines.append(f"**Thời gian:** {self._text(duty.when.text)}")
        lines += [blocks.bullets(self._text(task) for task in duty.tasks), *remarks(self.content, duty.notes)]
        return "\n\n".join([*lines, sources(self.content, [duty])])

    def _report(self, report: Report) -> list[str]:
        return [
            self._text(report.title) + self._notes(report.notes), self._text(report.by),
            self._text(report.to), self._text(report.when.text),
        ]  # fmt: skip

    def _text(self, text: str) -> str:
        return plain(resolve(self.content, text))

    def _notes(self, ids: list[str]) -> str:
        return "".join(f" {remark}" for remark in remarks(self.content, ids))
