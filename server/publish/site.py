"""What the pages are made of: a course's content, its assets, the templates, and the addresses of each other."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

import jinja2

from course import Course, resolve
from course.pages import Page, Session, Tool
from server.publish import search_index, shelf
from server.publish.assets import Assets, widget_asset
from slides.paper import forms
from widgets.flashcards.flashcards import cards
from widgets.plan_explorer.plan_explorer import calendars
from widgets.search.index import entries

# The desk is the kit's: it has a live page for every course, and no page that is executed ahead.
DESK = Tool(
    slug="ban-bao-cao-vien", notebook="ban-bao-cao-vien.ipynb", title="Bàn báo cáo viên", label="Bàn báo cáo viên",
    summary="Ghép buổi sinh hoạt của đơn vị: chọn nội dung, thêm trang của mình, tạo bản chiếu và bản in.",
)  # fmt: skip


class Site:
    """What the pages are made of: content, assets and templates."""

    # Whether the pages are files, without a server behind them.
    static = False

    def __init__(
        self, course: Course, base_url: str = "/", assets: Assets | None = None, content: str = ""
    ) -> None:
        self.base_url = base_url
        # Minutes in which a session's words are read, by slug, as far as its page has been made.
        self.reading: dict[str, int] = {}
        self.assets = assets or Assets()
        self.show(course, content)
        self.version = version("hoc-tac-pham")
        self.templates = jinja2.Environment(
            loader=jinja2.PackageLoader("server", "templates"),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
        )
        self.templates.globals["site"] = self

    def show(self, course: Course, content: str = "") -> None:
        """Take the content from now on, with the search index that is made from it.

        Parameters
        ----------
        course
            What the pages show.
        content
            Its :func:`shelf.content_version`, where it is not that of the files as they are.
        """
        content = content or shelf.content_version(course.folder)
        found = entries(course)
        self.assets.put(search_index.INDEX, search_index.index_script(found))
        for plan, text in calendars(course).items():
            self.assets.put(_calendar_file(plan), text.encode())
        # Last and together: pages are made in other threads while the index is.
        self.course, self.entries, self.content = course, found, content

    def asset(self, name: str) -> str:
        """Return the address of an asset."""
        return self.base_url + self.assets[name].url

    def home_url(self) -> str:
        """Return the address of the home page."""
        return self.base_url

    def session_url(self, session: Page) -> str:
        """Return the address that members open."""
        return f"{self.base_url}hoc/{session.slug}/"

    def link(self, target: str) -> str:
        """Return the address of what a text links to; a notebook leads to its page."""
        name, mark, place = target.partition("#")
        named = [page for page in self.course.pages.values() if page.notebook == name]
        return f"{self.session_url(named[0])}{mark}{place}" if named else target

    def prints(self, slug: str) -> list[tuple[str, list[tuple[str, str]]]]:
        """Return the printed files of a session or of the course by what they are for, as ``(label, address)``."""
        return [
            (group, [(label, f"{self.base_url}in/{name}") for name, label in files])
            for group, files in forms.grouped(slug)
        ]

    def deck_url(self, session: Session) -> str:
        """Return the address of the session's deck."""
        return f"{self.base_url}trinh-chieu/{session.slug}/"

    def preflight_url(self) -> str:
        """Return the address of the page that lists the decks and checks the machine."""
        return f"{self.base_url}trinh-chieu/"

    def phones_url(self, session: Session | None = None) -> str:
        """Return where the server says how phones reach a session, or the home page."""
        return f"{self.base_url}trinh-chieu/dia-chi/{session.slug if session else ''}"

    def rooms_url(self) -> str:
        """Return where the server opens rooms; files have no server that could."""
        return "" if self.static else f"{self.base_url}phong/"

    def widget_script(self, module: str) -> str:
        """Return the address of a widget's module, such as ``figure_explorer``."""
        return self.asset(widget_asset(module))

    def live_url(self, session: Page) -> str:
        """Return the address of the live app."""
        return f"{self.base_url}voila/render/{session.notebook}"

    def desk(self) -> Page | None:
        """Return the page on which a trainer puts a meeting together; a site without Python has none."""
        return None if self.static else DESK

    def text(self, text: str) -> str:
        """Return a text of the content with its figures and documents put in."""
        return resolve(self.course, text)

    def lists(self, session: Session) -> str:
        """Return the lists whose cards a session shows, as home.js reads them: ``"<list>:5 <list>:4"``."""
        return " ".join(f"{name}:{len(self.course.groups[name].items)}" for name in session.lists)

    def calendars(self, page: Page) -> list[tuple[str, str]]:
        """Return the plans whose calendar files a page offers, as ``(id, address)``."""
        plans = self.course.plans if page == self.course.page_with("plans") else ()
        return [(plan, self.asset(_calendar_file(plan))) for plan in plans]

    def flashcards(self) -> int:
        """Return how many flashcards there are."""
        return len(cards(self.course))

    def render(self, template: str, **values: Any) -> str:
        """Fill a page template."""
        return self.templates.get_template(template).render(**values)


def _calendar_file(plan: str) -> str:
    return f"lich-{plan}.ics"
