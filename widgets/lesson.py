"""What the cells of a notebook call: one :class:`Lesson` shows one session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course import Course, anchors, current, formats, resolve
from course.citations import cite
from course.models import Item as Point
from course.pages import Session
from course.references import document_name
from shown.markdown import blocks
from shown.model import (
    Block,
    Commentary,
    Drawing,
    Item,
    Paragraph,
    Quote,
    bullets,
    em,
    label,
    paragraphs,
    strong,
    table,
    text,
    words,
)
from shown.piece import Piece
from shown.prose import marked_notes, marks, notices, paragraph, source, sources
from widgets import book, practice
from widgets.base import KitWidget
from widgets.book_map.book_map import BookMap
from widgets.corrections import Corrections
from widgets.glossary.glossary import terms_in
from widgets.notes import places
from widgets.notes.notes import Notes
from widgets.outline_explorer.outline_explorer import OutlineExplorer
from widgets.plan import PlanView
from widgets.quiz.quiz import MIXED_TITLE, Quiz
from widgets.review.review import Review

if TYPE_CHECKING:
    from charts.diagrams import Drawn


class Lesson(Corrections):
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

    def text(self, markdown: str) -> Piece:
        """Show a Markdown text with its references put in, the notes on them and their sources."""
        return Piece(*paragraph(self.course, markdown))

    def commentary(self, markdown: str) -> Piece:
        """Show the kit's own explanation, a Markdown text without a source, marked as such."""
        return Piece(Commentary(tuple(blocks(self._text(markdown)))), kind="commentary")

    def goals(self) -> Piece:
        """Show the summary and what one can do after the session."""
        summary, goals = text(self._text(self.session.summary)), self._bullets(self.session.goals)
        return Piece(summary, label("Mục tiêu của buổi học"), goals, kind="goals")

    def case(self) -> Piece:
        """Show the made-up case that the session begins with."""
        return practice.case(self.course, self.session)

    def case_again(self) -> Piece:
        """Come back to the case, with the points that speak to it."""
        return practice.case_again(self.course, self.session)

    def agenda(self) -> Piece:
        """Show the trainer's outline, folded away."""
        rows = [
            [f"{step.minutes} phút", self._text(step.title), self._text(step.how)]
            for step in self.session.agenda
        ]
        outline = table(["Thời lượng", "Phần", "Cách làm"], rows)
        fold = f"Dàn ý {self.session.minutes} phút cho báo cáo viên"
        return Piece(outline, kind="speaker agenda", fold=fold)

    def opening(self) -> Piece:
        """Show what the trainer says first, folded away."""
        said = paragraphs(resolve(self.course, self.session.opening))
        return Piece(*said, kind="speaker", fold="Lời mở đầu cho báo cáo viên")

    def book(self) -> Piece:
        """Show what the book is."""
        return book.overview(self.course)

    def part(self, name: str) -> Piece:
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
        return FigureExplorer(spec, session=self.session.slug, key=anchors.figure(name), terms=terms)

    def diagram(self, name: str) -> Piece:
        """Show a diagram of ``diagrams.yml``; one that is the kit's own view is marked as such."""
        # Imported here, as what draws the charts.
        from charts.diagrams import diagram

        return _drawn(diagram(self.course, name))

    def cover(self) -> Piece:
        """Show a drawing of the book's cover, with its author beside it."""
        from charts.diagrams import cover

        return _drawn(cover(self.course, book.of(self.course)))

    def number(self, *names: str) -> Piece:
        """Show figures large, each with its "hơn" and what it counts, and their sources below."""
        facts = [_entry(self.course.facts, name, "fact", "facts.csv") for name in names]
        said = [
            Paragraph(words(strong(formats.quantity(fact.value, fact.qualifier)), f" {fact.unit}"), "number")
            for fact in facts
        ]
        return Piece(*said, sources(self.course, facts), kind="number")

    def cards(self, group: str) -> OutlineExplorer:
        """Show a list of the material as cards."""
        chosen = _entry(self.course.groups, group, "list", "outline.yml")
        return OutlineExplorer(self.course, chosen, session=self.session.slug)

    def quote(self, name: str) -> Piece:
        """Show the words of the source for one point of a list, named by the point's id."""
        points = {item.id: (group, item) for group in self.course.groups.values() for item in group.items}
        group, item = _entry(points, name, "point", "outline.yml")
        said = Quote(words(f"“{self._text(_words(item))}”"))
        return Piece(said, source(cite(self.course, group, item.place)), kind="quote")

    def quiz(self) -> Quiz:
        """Show the session's questions."""
        slug = self.session.slug
        return Quiz(self.course, self.course.questions[slug], session=slug, asked=self.session.asked)

    def mixed_quiz(self, title: str = MIXED_TITLE) -> Review:
        """Show the questions of all sessions as one quiz, in rounds of ten."""
        return Review(self.course, session=self.session, title=title)

    def recap(self, slug: str) -> Notes:
        """Show another session's message, and its goals to check oneself by."""
        session = _entry(self.course.sessions, slug, "session", "sessions.yml")
        return Notes(self.course, places.recap(self.course, self.session, session))

    def plan(self, name: str) -> PlanView:
        """Give one unit's plan, to be shown part by part."""
        return PlanView(self.course, _entry(self.course.plans, name, "plan", "plans/"))

    def documents(self) -> Piece:
        """Show every Party document that the plans name, folded away."""
        documents = list(self.course.documents.values())
        mark = marks(documents)
        called = self.course.sources
        rows = [
            [
                document_name(entry) + mark[entry.id],
                entry.issuer or f"{called[entry.source].called} không ghi",
                entry.title,
            ]
            for entry in documents
        ]
        places = [anchors.document(entry.id) for entry in documents]
        listed = table(["Văn bản", "Cơ quan ban hành", "Nội dung"], rows, places)
        changed = notices(self.course, *self.course.documents)
        below = [*marked_notes(self.course, documents), *changed, sources(self.course, documents)]
        return Piece(listed, *below, kind="documents", fold="Danh mục văn bản")

    def discussion(self) -> Notes:
        """Show the prompts for relating the matter to one's own work, each with room to write."""
        return Notes(self.course, places.discussion(self.course, self.session))

    def notes(self, name: str) -> Notes:
        """Show one of the session's forms in which readers write down what they will do."""
        forms = {form.id: form for form in self.session.commitments}
        form = _entry(forms, name, "form", f"sessions.yml: {self.session.slug}: commitments")
        return Notes(self.course, places.commitment(self.course, self.session, form))

    def activity(self) -> Piece:
        """Show what a group does together: time, what it needs, the steps, and what it has at the end."""
        activity = self.session.activity
        parts: list[Block] = [
            text(strong(self._text(activity.title)), f" ({activity.minutes} phút)"),
            text(strong("Cần có:"), f" {self._text(activity.needs)}"),
            bullets(*map(self._step, activity.steps, activity.brief or activity.steps), ordered=True),
            text(strong("Kết quả:"), f" {self._text(activity.result)}"),
        ]
        return Piece(*parts, kind="activity")

    def _step(self, step: str, brief: str) -> Item:
        return Item(words(self._text(step)), brief=self._text(brief))

    def alone(self) -> Piece:
        """Show the activity's steps for one who studies alone."""
        return practice.alone(self.course, self.session)

    def key_message(self) -> Piece:
        """Show the one sentence to take home."""
        return Piece(Paragraph(words(self._text(self.session.key_message)), "message"), kind="key-message")

    def sources(self) -> Piece:
        """Show the sources that the kit is made from."""
        lines = [
            # In italics: the title has quotation marks of its own.
            words(strong(entry.short), ": ", em(entry.title), f". {entry.note or ''}".rstrip(" "))
            for entry in self.course.sources.values()
        ]
        return Piece(bullets(*lines), kind="sources")

    def _text(self, written: str) -> str:
        return resolve(self.course, written)

    def _bullets(self, several: list[str], ordered: bool = False) -> Block:
        return bullets(*map(self._text, several), ordered=ordered)


def _drawn(made: Drawn) -> Piece:
    picture = Drawing(made.title, made.svg, made.alt)
    if made.sources:
        return Piece(picture, source(*made.sources), kind="diagram")
    return Piece(Commentary((picture,)), kind="diagram")


def _words(item: Point) -> str:
    if item.quote is None:
        raise KeyError(f"outline.yml: {item.id}: has no quote to show")
    return item.quote


def _entry(entries: dict, name: str, kind: str, file: str):
    if name not in entries:
        raise KeyError(f"no {kind} {name!r} in {file}; there are: {', '.join(entries)}")
    return entries[name]
