"""What the cells of a notebook call: one :class:`Lesson` shows one session."""

from __future__ import annotations

from course import Course, current, resolve
from course.citations import cite
from course.models import Item
from course.pages import Session
from course.references import document_name
from shown import blocks
from shown.blocks import Block, plain
from shown.prose import marked_notes, marks, paragraph, sources
from widgets import book
from widgets.base import KitWidget
from widgets.book_map.book_map import BookMap
from widgets.glossary.glossary import Marker, terms_in
from widgets.outline_explorer.outline_explorer import OutlineExplorer
from widgets.plan import PlanView
from widgets.quiz.quiz import MIXED_KEY, MIXED_TITLE, Quiz


class Lesson:
    """A session of the kit, ready to be shown piece by piece.

    Parameters
    ----------
    slug
        The session's slug in ``data/sessions.yml``.
    course
        The course; by default the one around the notebook.

    Raises
    ------
    KeyError
        When there is no such session; the message lists those that exist. The
        methods that take a name do the same.
    """

    def __init__(self, slug: str, course: Course | None = None) -> None:
        self.course = course or current()
        self.session: Session = _entry(self.course.sessions, slug, "session", "sessions.yml")
        self._mark = Marker(self.course)

    def text(self, text: str) -> Block:
        """Show a Markdown text with its references put in, the notes on them and their sources."""
        return self._block(paragraph(self.course, text))

    def goals(self) -> Block:
        """Show the summary and what one can do after the session."""
        goals = blocks.bullets(map(self._plain, self.session.goals))
        return self._block(
            f"{self._plain(self.session.summary)}\n\n**Mục tiêu của buổi học**\n\n{goals}", "goals"
        )

    def agenda(self) -> Block:
        """Show the trainer's outline, folded away."""
        rows = [
            [f"{step.minutes} phút", self._plain(step.title), self._plain(step.how)]
            for step in self.session.agenda
        ]
        label = f"Dàn ý {self.session.minutes} phút cho báo cáo viên"
        return self._block(
            blocks.table(["Thời lượng", "Phần", "Cách làm"], rows), "speaker agenda", fold=label
        )

    def opening(self) -> Block:
        """Show what the trainer says first, folded away."""
        words = blocks.paragraphs(resolve(self.course, self.session.opening))
        return self._block(words, "speaker", fold="Lời mở đầu cho báo cáo viên")

    def book(self) -> Block:
        """Show what the book is."""
        return book.overview(self.course)

    def part(self, name: str) -> Block:
        """Show one part of the book: title, pages, what it holds."""
        return book.part(self.course, _entry(self.course.parts, name, "part", "book.yml"))

    def book_map(self) -> BookMap:
        """Show the book's parts in proportion to their pages, and where each is studied."""
        return BookMap(self.course, session=self.session.slug)

    def figure(self, name: str) -> KitWidget:
        """Show a chart with its table, source and downloads."""
        # Imported here: matplotlib and pandas double the start of a kernel, and five sessions draw nothing.
        from charts import figures
        from widgets.figure_explorer.figure_explorer import FigureExplorer

        spec = figures.figure(self.course, name)
        terms = terms_in(self.course, spec.caption, spec.notes, spec.sources)
        return FigureExplorer(spec, session=self.session.slug, key=f"hinh-{name}", terms=terms)

    def cards(self, group: str) -> OutlineExplorer:
        """Show a list of the material as cards."""
        chosen = _entry(self.course.groups, group, "list", "outline.yml")
        return OutlineExplorer(self.course, chosen, session=self.session.slug)

    def quote(self, name: str) -> Block:
        """Show the words of the source for one point of a list, named by the point's id."""
        points = {item.id: (group, item) for group in self.course.groups.values() for item in group.items}
        group, item = _entry(points, name, "point", "outline.yml")
        source = plain(cite(self.course, group, item.place))
        return self._block(f"> “{self._plain(_words(item))}”\n\n*Nguồn: {source}*", "quote")

    def quiz(self) -> Quiz:
        """Show the session's questions."""
        slug = self.session.slug
        return Quiz(self.course, self.course.questions[slug], session=slug)

    def mixed_quiz(self, title: str = MIXED_TITLE) -> Quiz:
        """Show the questions of all sessions as one quiz, in the order of the sessions."""
        questions = [question for slug in self.course.sessions for question in self.course.questions[slug]]
        return Quiz(self.course, questions, session=self.session.slug, key=MIXED_KEY, title=title)

    def recap(self, slug: str) -> Block:
        """Show another session's message, and its goals to check oneself by."""
        session = _entry(self.course.sessions, slug, "session", "sessions.yml")
        goals = blocks.bullets(map(self._plain, session.goals))
        message = f"> {self._plain(session.key_message)}"
        return self._block(f"{message}\n\n**Tự kiểm tra: tôi đã làm được chưa?**\n\n{goals}", "recap")

    def plan(self, name: str) -> PlanView:
        """Give one unit's plan, to be shown part by part."""
        return PlanView(self.course, _entry(self.course.plans, name, "plan", "plans/"))

    def documents(self) -> Block:
        """Show every Party document that the plans name, folded away."""
        documents = list(self.course.documents.values())
        mark = marks(documents)
        rows = [
            [plain(document_name(entry)) + mark[entry.id], plain(entry.issuer), plain(entry.title)]
            for entry in documents
        ]
        table = blocks.table(["Văn bản", "Cơ quan ban hành", "Nội dung"], rows)
        below = [*marked_notes(self.course, documents), sources(self.course, documents)]
        return self._block("\n\n".join([table, *below]), "documents", fold="Danh mục văn bản")

    def discussion(self) -> Block:
        """Show the prompts for relating the matter to one's own work."""
        return self._block(blocks.numbered(map(self._plain, self.session.discussion)), "discussion")

    def activity(self) -> Block:
        """Show what a group does together: time, what it needs, the steps, and what it has at the end."""
        activity = self.session.activity
        parts = [
            f"**{self._plain(activity.title)}** ({activity.minutes} phút)",
            f"**Cần có:** {self._plain(activity.needs)}",
            blocks.numbered(map(self._plain, activity.steps)),
            f"**Kết quả:** {self._plain(activity.result)}",
        ]
        return self._block("\n\n".join(parts), "activity")

    def key_message(self) -> Block:
        """Show the one sentence to take home."""
        return self._block(self._plain(self.session.key_message), "key-message")

    def corrections(self) -> Block:
        """Show where the plans disagree with themselves, and what the kit does about it."""
        conflicts = [entry for entry in self.course.corrections.values() if entry.kind == "conflict"]
        lines = [f"{self._plain(entry.note)} *({plain(cite(self.course, entry))})*" for entry in conflicts]
        return self._block(blocks.bullets(lines), "corrections")

    def slips(self) -> Block:
        """Show what the kit mended in copying, one table for each plan, folded away."""
        rows: dict[str, list[list[str]]] = {}
        for entry in (entry for entry in self.course.corrections.values() if entry.kind == "slip"):
            row = [f"“{plain(entry.reads[0])}”", f"“{self._plain(entry.meant)}”", plain(entry.place)]
            rows.setdefault(entry.source, []).append(row)
        parts = []
        for source, found in rows.items():
            table = blocks.table(["Nguồn ghi", "Chúng tôi hiểu là", "Nơi ghi"], found)
            parts += [f"**{plain(self.course.sources[source].short)}**", table]
        return self._block("\n\n".join(parts), "slips", fold="Những chỗ đã sửa khi chép")

    def sources(self) -> Block:
        """Show the sources that the kit is made from."""
        lines = [
            # In italics: the title has quotation marks of its own.
            f"**{plain(source.short)}**: *{plain(source.title)}*. {plain(source.note or '')}"
            for source in self.course.sources.values()
        ]
        return self._block(blocks.bullets(lines), "sources")

    def _block(self, markdown: str, kind: str = "text", fold: str = "") -> Block:
        return Block(markdown, kind, fold, self._mark)

    def _plain(self, text: str) -> str:
        return plain(resolve(self.course, text))


def _words(item: Item) -> str:
    if item.quote is None:
        raise KeyError(f"outline.yml: {item.id}: has no quote to show")
    return item.quote


def _entry(entries: dict, name: str, kind: str, file: str):
    if name not in entries:
        raise KeyError(f"no {kind} {name!r} in {file}; there are: {', '.join(entries)}")
    return entries[name]
