"""What relates a session to one's own work: its case, the prompts, and the activity's form for one person."""

from __future__ import annotations

from collections.abc import Iterator

from course import ContentError, Course, resolve
from course.citations import cite
from course.models import Words
from course.pages import Case, Prompt, Session
from shown.model import Block, Bullets, Folded, Item, bullets, em, label, strong, text, words
from shown.piece import Piece

MADE_UP = "Tình huống giả định của bộ tài liệu"
CHECK = "Lời của nguồn để tự đối chiếu"
FOLLOWS = "Nếu chọn cách này"


def case(course: Course, session: Session) -> Piece:
    """Show the made-up case and the ways to act in it; what follows from each is folded away below it."""
    one = _case(session)
    ways = [
        Item(
            words(resolve(course, way.text)),
            (Folded(FOLLOWS, (text(resolve(course, way.says)),)),),
        )
        for way in one.choices
    ]
    told = [text(em(f"{MADE_UP}.")), text(resolve(course, one.story)), text(strong(resolve(course, one.ask)))]
    return Piece(label(one.title), *told, Bullets(tuple(ways)), kind="case")


def case_again(course: Course, session: Session) -> Piece:
    """Come back to the case with what the session has taught."""
    one = _case(session)
    asked = text(resolve(course, one.back))
    return Piece(label(f"Trở lại tình huống “{one.title}”"), asked, *_check(course, one), kind="case")


def discussion(course: Course, prompts: list[Prompt]) -> Piece:
    """Show the prompts, each with the sources' words that speak to it folded away."""
    asked = [Item(words(resolve(course, prompt.ask)), tuple(_check(course, prompt))) for prompt in prompts]
    return Piece(Bullets(tuple(asked), ordered=True), kind="discussion")


def alone(course: Course, session: Session) -> Piece:
    """Show the activity's steps for who studies alone.

    Raises
    ------
    ContentError
        When the activity has none.
    """
    if not session.activity.alone:
        raise ContentError("sessions.yml", f"{session.slug} > activity > alone", "this field is required")
    steps = bullets(*(resolve(course, step) for step in session.activity.alone), ordered=True)
    return Piece(label("Nếu học một mình"), steps, kind="activity")


def _case(session: Session) -> Case:
    if session.case is None:
        raise ContentError("sessions.yml", f"{session.slug} > case", "this field is required")
    return session.case


def _check(course: Course, one: Prompt | Case) -> Iterator[Block]:
    told = [*_points(course, one.points), *_words(course, one.words)]
    if told:
        yield Folded(CHECK, (Bullets(tuple(told)),))


def _points(course: Course, ids: list[str]) -> Iterator[Item]:
    found = {item.id: (group, item) for group in course.groups.values() for item in group.items}
    for name in ids:
        group, item = found[name]
        yield _told(resolve(course, item.title), cite(course, group, item.place))


def _words(course: Course, several: list[Words]) -> Iterator[Item]:
    for one in several:
        yield _told(f"“{one.quote}”", cite(course, one))


def _told(said: str, cited: str) -> Item:
    return Item(words(f"{said} ", em(f"({cited})")))
