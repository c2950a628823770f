"""The plans of all units as one page to look things up: what comes next, the year, who does what."""

from __future__ import annotations

from dataclasses import asdict

import traitlets

from course import ContentError, Course
from exchange.calendar import calendar_file
from shown.model import Block, Heading, bullets, em, label, table, text, words
from shown.prose import marked_notes, marks, sources
from widgets.base import KitWidget
from widgets.plan import PlanView
from widgets.plan_explorer.plan_values import plain_plan


class PlanExplorer(KitWidget, module="plan_explorer"):
    """One unit's year: deadlines counted from today, the months, the tasks by organisation.

    Which unit and which organisation the reader chose stays on the reader's device.

    Parameters
    ----------
    course
        All content; the plans are shown in its order.
    session, key
        Under these two names the browser keeps the choice.
    title
        Heading of the widget.

    Raises
    ------
    ContentError
        When there is no plan, or the session has no name.
    """

    title = traitlets.Unicode().tag(sync=True)
    plans = traitlets.List(
        traitlets.Dict(), help="Plain plans (see plain_plan), each with its file under `calendar`"
    ).tag(sync=True)

    def __init__(
        self,
        course: Course,
        *,
        session: str,
        key: str = "lich",
        title: str = "Lịch và phân công của đợt sinh hoạt",
    ) -> None:
        if not session:
            raise ContentError("PlanExplorer", "session", "must be the slug of a page", session)
        plans = [plain_plan(course, plan) for plan in course.plans.values()]
        super().__init__(
            plans=[{**plan, "calendar": asdict(calendar_file(plan))} for plan in plans],
            session=session, key=key, title=title,
        )  # fmt: skip
        views = [PlanView(course, course.plans[plan["id"]]) for plan in plans]
        self._paper = [block for pair in zip(views, plans, strict=True) for block in _paper(*pair)]

    @traitlets.validate("plans")
    def _some_plans(self, proposal: dict) -> list[dict]:
        if not proposal["value"]:
            raise ContentError("PlanExplorer", "plans", "must hold at least one plan", proposal["value"])
        return proposal["value"]

    def reading_form(self) -> list[Block]:
        """Return every plan's year month by month, then its tasks, reports and disagreements."""
        return [Heading(words(self.title), 3), *self._paper]


def calendars(course: Course) -> dict[str, str]:
    """Return the calendar file of every plan, by the plan's id."""
    return {name: calendar_file(plain_plan(course, plan)).text for name, plan in course.plans.items()}


def _paper(view: PlanView, plan: dict) -> list[Block]:
    conflicts = [words(f"{entry['note']} ", em(f"({entry['cite']})")) for entry in plan["conflicts"]]
    parts = [
        Heading(words(plan["unit"]), 4),
        *([text(plan["timing"])] if plan["timing"] else []),
        *_year(view, plan),
        label("Ai làm gì"),
        *view.leads().blocks,
        *view.duties().blocks,
        label("Báo cáo"),
        *view.reports().blocks,
        label("Chỗ chưa thống nhất"),
    ]
    return [*parts, bullets(*conflicts)] if conflicts else parts


def _year(view: PlanView, plan: dict) -> list[Block]:
    events = view.plan.calendar
    mark = marks(events)
    rows = [
        [_months(event["when"]), event["when"]["text"], _named(event) + mark[event["id"]]]
        for event in sorted(plan["events"], key=_place)
    ]
    listed = table(["Tháng", "Kế hoạch ghi", "Mốc"], rows)
    return [listed, *marked_notes(view.course, events), sources(view.course, events)]


def _named(event: dict) -> str:
    return " ".join([f"{event['kindName']}: {event['title']}.", *event["remarks"]])


def _months(when: dict) -> str:
    if when["months"]:
        return f"Tháng {', '.join(map(str, when['months']))}"
    return "Hằng tháng" if when["returns"] else "Cả năm"


def _place(event: dict) -> tuple[int, int]:
    when = event["when"]
    # After the months what comes in each, then what has no day.
    month = when["months"][0] if when["months"] else 13 if when["returns"] else 14
    return (month, when["order"])
