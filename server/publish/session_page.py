"""The page of a session or tool, from its executed notebook."""

from __future__ import annotations

import json

from course.pages import Page
from server.publish import reading_time
from server.publish.cells import Cells
from server.publish.executed import Executed
from server.publish.site import Site


def session_page(site: Site, session: Page, executed: Executed) -> str:
    """Put the page around a rendered session or tool; the home page then knows how long it is read."""
    site.reading[session.slug] = reading_time.minutes(session, executed)
    widgets = executed.widgets
    # "<" is written as an escape, so that no text can end the script element early.
    widgets_json = json.dumps({"models": widgets}, ensure_ascii=False).replace("<", "\\u003c")
    return site.render(
        "session.html.j2",
        session=session,
        sessions=list(site.course.sessions.values()),
        notebook=executed.notebook,
        cells=Cells(site.course, site.link),
        plans=reading_time.plan_parts(session, executed),
        widgets_json=widgets_json,
        modules=sorted({widget["module"] for widget in widgets.values()}),
    )
