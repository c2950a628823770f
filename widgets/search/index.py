"""What can be found by searching: every piece of the content as a small plain document.

A document says what it is, what it reads, and where it stands: the page's slug and the
name of its place there (``widgets/shared/common.js``, ``onAddress``, lists the names).
Where lists stand is told by ``sessions.yml``, where figures stand by :data:`FIGURES`;
tests hold both to what the notebooks show.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from course import Course, formats, resolve
from course.citations import cite
from course.models import Cited, Fact, Plan
from course.references import REFERENCE, document_name
from widgets.glossary.glossary import anchor as term_anchor
from widgets.glossary.glossary import named


@dataclass(frozen=True)
class Shown:
    """Where a figure stands, its title, and the entries of ``facts.csv`` that it shows."""

    slug: str
    title: str
    facts: tuple[str, ...]


# Stated here once more, because drawing a figure takes seconds and the server starts in one.
FIGURES: Mapping[str, Shown] = {
    "ky-luat": Shown(
        "ket-qua",
        "Kết quả kỷ luật và xử lý hình sự",
        ("to-chuc-dang", "dang-vien", "can-bo-tw", "uv-bo-chinh-tri", "uv-trung-uong", "hinh-su"),
    ),
    "can-bo-tw": Shown("ket-qua", "Cán bộ diện Trung ương quản lý", ()),
    "the-che": Shown("ket-qua", "Xây dựng, hoàn thiện thể chế", ("van-ban-dang", "luat", "nghi-dinh")),
    "sach": Shown(
        "tac-pham",
        "Kết cấu của sách",
        (
            *(f"p{part}-trang-{end}" for part in (1, 2, 3) for end in ("dau", "cuoi")),
            *("p1-tong-quan", "p1-phat-bieu", "p1-phien-hop", "p2-bai", "p3-y-kien"),
        ),
    ),
    "phat-bieu": Shown("tac-pham", "Các phát biểu và phiên họp ở phần thứ nhất", ()),
}
KINDS = {
    "bai-hoc": "Bài học",
    "ket-qua": "Kết quả",
    "nhiem-vu": "Nhiệm vụ",
    "luu-y": "Lưu ý",
    "gia-tri": "Giá trị",
    "bon-khong": "Mục tiêu",
}
# Lists whose points the source itself counts: "Bài học 2" is a name that people use.
NUMBERED = ("bai-hoc", "nhiem-vu", "luu-y")
SECTIONS = {
    "aims": "Mục đích",
    "requirements": "Yêu cầu",
    "contents": "Nội dung",
    "audience": "Đối tượng",
    "forms": "Hình thức",
    "materials": "Tài liệu",
}
BOOK_PAGE, PLAN_PAGE, TERMS_PAGE, ANSWERS_PAGE = "tac-pham", "ke-hoach", "tra-cuu", "hoi-dap"


def entries(course: Course, figures: Mapping[str, Shown] = FIGURES) -> list[dict[str, str]]:
    """Return everything that can be found.

    Parameters
    ----------
    course
        All content.
    figures
        Which session shows which figures.

    Returns
    -------
    list of dict
        ``id``, ``kind`` (a word for readers), ``title``, ``text``, ``slug`` and ``anchor`` of the
        place, ``cite``; references are resolved. ``anchor`` is empty for a page as a whole.
    """
    finder = _Finder(course, figures)
    parts = (
        finder.pages, finder.book, finder.lists, finder.figures, finder.facts, finder.documents,
        finder.plans, finder.questions, finder.answers, finder.terms,
    )  # fmt: skip
    return [entry for part in parts for entry in part()]


class _Finder:
    def __init__(self, course: Course, figures: Mapping[str, Shown]) -> None:
        self.course, self.shown_figures = course, figures
        self.page_of = {name: session.slug for session in course.sessions.values() for name in session.lists}

    def pages(self) -> Iterator[dict[str, str]]:
        for session in self.course.sessions.values():
            text = f"{session.summary} {session.key_message}"
            yield self._entry(f"buoi-{session.slug}", "Buổi học", session.title, text, session.slug, "")
        for tool in self.course.tools.values():
            yield self._entry(f"trang-{tool.slug}", "Công cụ", tool.title, tool.summary, tool.slug, "")

    def book(self) -> Iterator[dict[str, str]]:
        book = self.course.book
        text = f"Tác giả: {book.author}. {book.about}"
        yield self._entry("sach", "Sách", book.title, text, BOOK_PAGE, "sach", book)
        for part in book.parts:
            text = " ".join([part.about, *part.holds])
            name = f"sach-{part.id}"
            yield self._entry(name, "Phần của sách", part.title, text, BOOK_PAGE, name, part)

    def lists(self) -> Iterator[dict[str, str]]:
        for group in self.course.groups.values():
            if (slug := self.page_of.get(group.id)) is None:
                continue
            yield self._entry(group.id, "Danh sách", group.title, group.intro, slug, group.id, group)
            for number, item in enumerate(group.items, start=1):
                quote = item.quote if item.quote and item.quote not in item.title else ""
                text = f"{item.explanation} {quote}"
                kind, source = KINDS.get(group.id, "Nội dung"), cite(self.course, group, item.place)
                kind = f"{kind} {number}" if group.id in NUMBERED else kind
                yield self._entry(item.id, kind, item.title, text, slug, item.id) | {"cite": source}

    def figures(self) -> Iterator[dict[str, str]]:
        for name, figure in self.shown_figures.items():
            # A figure of the content that is taken away is an error of the chart, not of the search.
            facts = self.course.facts
            labels = "; ".join(facts[fact].label for fact in figure.facts if fact in facts)
            anchor = f"hinh-{name}"
            yield self._entry(anchor, "Biểu đồ", figure.title, labels, figure.slug, anchor)
        for plan in self.course.plans.values():
            anchor, title = f"hinh-nam-cong-tac-{plan.id}", f"Lịch đợt sinh hoạt: {plan.short}"
            yield self._entry(anchor, "Biểu đồ", title, "", PLAN_PAGE, anchor)

    def facts(self) -> Iterator[dict[str, str]]:
        for fact in self.course.facts.values():
            slug, anchor = self._place(fact)
            number = formats.quantity(fact.value, fact.qualifier, fact.unit)
            title = number if number.endswith(fact.label) else f"{fact.label}: {number}"
            yield self._entry(f"so-{fact.id}", "Con số", title, fact.period, slug, anchor, fact)

    def documents(self) -> Iterator[dict[str, str]]:
        for document in self.course.documents.values():
            text, name = f"{document.issuer}: {document.title}", f"doc-{document.id}"
            title = document_name(document)
            yield self._entry(name, "Văn bản", title, text, PLAN_PAGE, name, document)

    def plans(self) -> Iterator[dict[str, str]]:
        for plan in self.course.plans.values():
            for section, title in SECTIONS.items():
                for point in getattr(plan, section):
                    name = f"y-{plan.id}-{point.id}"
                    yield self._entry(name, "Kế hoạch", title, point.text, PLAN_PAGE, name, point)
            yield from self._work(plan)

    def _work(self, plan: Plan) -> Iterator[dict[str, str]]:
        for event in plan.calendar:
            name = f"lich-{plan.id}-{event.id}"
            yield self._entry(name, "Lịch", event.title, event.when.text, PLAN_PAGE, name, event)
        for duty in plan.duties:
            name = f"viec-{plan.id}-{duty.id}"
            who = f"{duty.lead_as}: {formats.together(duty.lead)}."
            with_whom = f"{duty.partners_as}: {formats.together(duty.partners)}." if duty.partners else ""
            text = " ".join(filter(None, [who, with_whom, *duty.tasks]))
            yield self._entry(name, "Phân công", duty.title, text, PLAN_PAGE, name, duty)
        for report in plan.reports:
            name = f"bao-cao-{plan.id}-{report.id}"
            text = f"{report.when.text}. {report.by}; gửi {report.to}"
            yield self._entry(name, "Báo cáo", report.title, text, PLAN_PAGE, name, report)

    def questions(self) -> Iterator[dict[str, str]]:
        for slug in self.course.sessions:
            for entry in self.course.questions[slug]:
                text = entry.explanation
                yield self._entry(entry.id, "Câu hỏi", entry.prompt, text, slug, entry.id, entry)

    def answers(self) -> Iterator[dict[str, str]]:
        for entry in self.course.qa.values():
            name, question = entry.id, entry.question
            yield self._entry(name, "Hỏi – đáp", question, entry.answer, ANSWERS_PAGE, name, entry)

    def terms(self) -> Iterator[dict[str, str]]:
        for term in self.course.glossary.values():
            name = term_anchor(term.id)
            yield self._entry(name, "Thuật ngữ", named(term), term.meaning, TERMS_PAGE, name, term)

    def _place(self, fact: Fact) -> tuple[str, str]:
        """Lead to the figure that shows a number, else to the first text that refers to it."""
        for name, figure in self.shown_figures.items():
            if fact.id in figure.facts:
                return figure.slug, f"hinh-{name}"
        for text, place in self._texts():
            if any(found["kind"] == "fact" and found["id"] == fact.id for found in REFERENCE.finditer(text)):
                return place
        return BOOK_PAGE, ""

    def _texts(self) -> Iterator[tuple[str, tuple[str, str]]]:
        yield self.course.book.about, (BOOK_PAGE, "sach")
        for group in self.course.groups.values():
            slug = self.page_of.get(group.id, BOOK_PAGE)
            yield group.intro, (slug, group.id)
            for item in group.items:
                yield f"{item.title} {item.explanation}", (slug, item.id)
        for plan in self.course.plans.values():
            for event in plan.calendar:
                yield event.title, (PLAN_PAGE, f"lich-{plan.id}-{event.id}")

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
        }
