"""What can be found by searching: every piece of the content as a small plain document.

A document says what it is, what it reads, and where it stands: the page's slug and the
name of its place there (:mod:`course.anchors`).
Where it stands is told by ``sessions.yml`` and ``tools.yml`` (lists, figures, and what a page shows);
what no page shows is not found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from course import Course, anchors, formats, resolve
from course.citations import cite
from course.figures import Figure, of_plan
from course.models import Cited, Fact
from course.plans import Plan
from course.references import REFERENCE, document_name
from shown.model import COMMENTARY
from widgets.glossary.glossary import named

# The kind of an entry that is a quiz question.
ASKED = "Câu hỏi"
SECTIONS = {
    "aims": "Mục đích",
    "requirements": "Yêu cầu",
    "contents": "Nội dung",
    "audience": "Đối tượng",
    "forms": "Hình thức",
    "materials": "Tài liệu",
}


def entries(course: Course) -> list[dict[str, str]]:
    """Return everything that can be found.

    Parameters
    ----------
    course
        All content.

    Returns
    -------
    list of dict
        ``id``, ``kind`` (a word for readers), ``title``, ``text``, ``slug`` and ``anchor`` of the
        place, ``cite``, and ``numbered``, the number by which it may be asked for, behind the title of
        its list; references are resolved. ``anchor`` is empty for a page as a whole.
    """
    finder = _Finder(course)
    parts = (
        finder.pages, finder.book, finder.lists, finder.figures, finder.facts, finder.documents,
        finder.plans, finder.questions, finder.answers, finder.terms,
    )  # fmt: skip
    return [entry for part in parts for entry in part()]


def places(course: Course) -> dict[str, dict[str, str]]:
    """Return what is found at a place of a page, by the place's name; the first where several are found there."""
    named: dict[str, dict[str, str]] = {}
    for entry in entries(course):
        if entry["anchor"]:
            named.setdefault(entry["anchor"], entry)
    return named


class _Finder:
    def __init__(self, course: Course) -> None:
        self.course = course
        sessions = course.sessions.values()
        self.page_of = {name: session.slug for session in sessions for name in session.lists}
        places = {name: session.slug for session in sessions for name in session.figures}
        self.shown_figures = {
            name: (places[name], figure) for name, figure in course.figures.items() if name in places
        }

    def _page(self, what: str) -> str:
        """Return the slug of the page that shows something; "" where none does."""
        page = self.course.page_with(what)
        return page.slug if page else ""

    def pages(self) -> Iterator[dict[str, str]]:
        for number, session in enumerate(self.course.sessions.values(), start=1):
            name, text = f"buoi-{session.slug}", f"{session.summary} {session.key_message}"
            found = self._entry(name, "Buổi học", session.title, text, session.slug, "")
            yield found | {"numbered": f"Buổi học {number}"}
        for tool in self.course.tools.values():
            yield self._entry(f"trang-{tool.slug}", "Công cụ", tool.title, tool.summary, tool.slug, "")

    def book(self) -> Iterator[dict[str, str]]:
        book, page = self.course.book, self._page("book")
        if not (page and book):
            return
        text = f"Tác giả: {book.author}. {book.about}"
        yield self._entry(anchors.BOOK, "Sách", book.title, text, page, anchors.BOOK, book)
        for number, part in enumerate(book.parts, start=1):
            text = " ".join([part.about, *part.holds])
            name = anchors.part(part.id)
            found = self._entry(name, "Phần của sách", part.title, text, page, name, part)
            yield found | {"numbered": f"Phần của sách {number}"}

    def lists(self) -> Iterator[dict[str, str]]:
        for group in self.course.groups.values():
            if (slug := self.page_of.get(group.id)) is None:
                continue
            yield self._entry(group.id, "Danh sách", group.title, group.intro, slug, group.id, group)
            for number, item in enumerate(group.items, start=1):
                quote = item.quote if item.quote and item.quote not in item.title else ""
                text = f"{item.matter or ''} {quote}"
                kind, source = group.point, cite(self.course, group, item.place)
                kind = f"{kind} {number}" if group.numbered else kind
                found = self._entry(item.id, kind, item.title, text, slug, item.id)
                yield found | {"cite": source, "numbered": f"{group.title} {number}"}
                if item.commentary:
                    own = item.commentary
                    yield self._entry(f"cach-hieu-{item.id}", COMMENTARY, item.title, own, slug, item.id)

    def figures(self) -> Iterator[dict[str, str]]:
        told: set[str] = set()
        for name, (slug, figure) in self.shown_figures.items():
            # A figure is found by the facts that no figure before it shows.
            own = [fact for fact in self._facts_of(figure) if fact not in told]
            told.update(own)
            labels = "; ".join(self.course.facts[fact].label for fact in own)
            anchor = anchors.figure(name)
            yield self._entry(anchor, "Biểu đồ", figure.title, labels, slug, anchor)
        for plan in self._plans():
            anchor, title = anchors.figure(of_plan(plan.id)), f"Lịch đợt sinh hoạt: {plan.short}"
            yield self._entry(anchor, "Biểu đồ", title, "", self._page("plans-in-full"), anchor)

    def facts(self) -> Iterator[dict[str, str]]:
        for fact in self.course.facts.values():
            slug, anchor = self._place(fact)
            number = formats.quantity(fact.value, fact.qualifier, fact.unit)
            title = number if number.endswith(fact.label) else f"{fact.label}: {number}"
            yield self._entry(f"so-{fact.id}", "Con số", title, fact.period, slug, anchor, fact)

    def documents(self) -> Iterator[dict[str, str]]:
        page = self._page("documents")
        for document in self.course.documents.values() if page else []:
            text = ": ".join(filter(None, (document.issuer, document.title)))
            name, title = anchors.document(document.id), document_name(document)
            yield self._entry(name, "Văn bản", title, text, page, name, document)

    def plans(self) -> Iterator[dict[str, str]]:
        page = self._page("plans-in-full")
        for plan in self._plans():
            for section, title in SECTIONS.items():
                for point in getattr(plan, section):
                    name = anchors.point(plan.id, point.id)
                    yield self._entry(
                        name, "Kế hoạch", title, f"{point.text} {point.full or ''}", page, name, point
                    )
            yield from self._work(plan)

    def _plans(self) -> Iterable[Plan]:
        return self.course.plans.values() if self._page("plans-in-full") else []

    def _work(self, plan: Plan) -> Iterator[dict[str, str]]:
        page = self._page("plans-in-full")
        for event in plan.calendar:
            name = anchors.event(plan.id, event.id)
            yield self._entry(name, "Lịch", event.title, event.when.text, page, name, event)
        for duty in plan.duties:
            name = anchors.duty(plan.id, duty.id)
            who = f"{duty.lead_as}: {formats.together(duty.lead)}."
            with_whom = f"{duty.partners_as}: {formats.together(duty.partners)}." if duty.partners else ""
            others = (f"{role.role}: {formats.together(role.who)}." for role in duty.others)
            text = " ".join(filter(None, [who, with_whom, *others, *duty.tasks]))
            yield self._entry(name, "Phân công", duty.title, text, page, name, duty)
        for report in plan.reports:
            name = anchors.report(plan.id, report.id)
            text = f"Hạn: {report.when.text}. {report.by}; gửi {report.to}"
            yield self._entry(name, "Báo cáo", report.title, text, page, name, report)

    def questions(self) -> Iterator[dict[str, str]]:
        for slug in self.course.sessions:
            for entry in self.course.questions[slug]:
                # Its reason would tell the answer to whoever has not tried yet.
                yield self._entry(entry.id, ASKED, entry.prompt, "", slug, entry.id, entry)

    def answers(self) -> Iterator[dict[str, str]]:
        page = self._page("qa")
        for entry in self.course.qa.values() if page else []:
            name, question = entry.id, entry.question
            yield self._entry(name, "Hỏi – đáp", question, entry.answer, page, name, entry)

    def terms(self) -> Iterator[dict[str, str]]:
        page = self._page("glossary")
        for term in self.course.glossary.values() if page else []:
            name = anchors.term(term.id)
            yield self._entry(name, "Thuật ngữ", named(term), term.explanation, page, name, term)

    def _facts_of(self, figure: Figure) -> list[str]:
        """Return the facts that a figure shows; those of the book's parts are their pages."""
        kinds = {state.kind for state in figure.states}
        parts = self.course.book.parts if self.course.book and "book-pages" in kinds else []
        pages = [page for part in parts for page in (part.first_page, part.last_page)]
        return [*pages, *(row.fact for row in figure.rows)]

    def _place(self, fact: Fact) -> tuple[str, str]:
        """Lead to the figure that shows a number, else to the first text that refers to it."""
        for name, (slug, figure) in self.shown_figures.items():
            if fact.id in self._facts_of(figure):
                return slug, anchors.figure(name)
        for text, place in self._texts():
            if any(found["kind"] == "fact" and found["id"] == fact.id for found in REFERENCE.finditer(text)):
                return place
        return self._page("book") or next(iter(self.course.sessions)), ""

    def _texts(self) -> Iterator[tuple[str, tuple[str, str]]]:
        if (page := self._page("book")) and self.course.book:
            yield self.course.book.about, (page, anchors.BOOK)
        for group in self.course.groups.values():
            if (slug := self.page_of.get(group.id)) is None:
                continue
            yield group.intro, (slug, group.id)
            for item in group.items:
                yield f"{item.title} {item.matter or ''} {item.commentary or ''}", (slug, item.id)
        for plan in self._plans():
            for event in plan.calendar:
                notes = (self.course.corrections[name].note for name in event.notes)
                place = self._page("plans-in-full"), anchors.event(plan.id, event.id)
                yield " ".join([event.title, *notes]), place

    def _entry(
        self, name: str, kind: str, title: str, text: str, slug: str, anchor: str, cited: Cited | None = None
    ) -> dict[str, str]:
        return {
            "id": name,
            "kind": kind,
            "title": " ".join(resolve(self.course, title).split()),
            "text": " ".join(resolve(self.course, text).split()),
            "slug": slug,
            "anchor": anchor,
            "cite": cite(self.course, cited) if cited else "",
            "numbered": "",
        }
