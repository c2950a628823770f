"""The page of a session or tool, from its executed notebook."""

from __future__ import annotations

import json

from course.pages import Page
from server.publish.cells import Cells
from server.publish.executed import Executed
from server.publish.site import Site


def session_page(site: Site, session: Page, executed: Executed) -> str:
    """Put the page around a rendered session or tool."""
    widgets = executed.widgets
    # "<" is written as an escape, so that no text can end the script element early.
    widgets_json = json.dumps({"models": widgets}, ensure_ascii=False).replace("<", "\\u003c")
    return site.render(
        "session.html.j2",
        session=session,
        sessions=list(site.course.sessions.values()),
        notebook=executed.notebook,
        cells=Cells(site.course, site.link),
        widgets_json=widgets_json,
        modules=sorted({widget["module"] for widget in widgets.values()}),
    )
