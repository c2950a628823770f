"""What relates a session to one's own work: its case, words to check oneself by, the activity's form for one person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from course import ContentError, Course, resolve
from course.citations import cite
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
    return Piece(
        label(f"Trở lại tình huống “{one.title}”"),
        asked,
        *folded(words_to_check_by(course, one)),
        kind="case again",
    )


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
    return Piece(label("Nếu học một mình"), steps, kind="activity alone")


def _case(session: Session) -> Case:
    if session.case is None:
        raise ContentError("sessions.yml", f"{session.slug} > case", "this field is required")
    return session.case


def words_to_check_by(course: Course, one: Prompt | Case) -> Iterator[dict[str, str]]:
    """Yield the words of the sources that speak to a prompt or a case: ``said``, and ``cite``, where they stand."""
    found = {item.id: (group, item) for group in course.groups.values() for item in group.items}
    for name in one.points:
        group, item = found[name]
        yield {"said": resolve(course, item.title), "cite": cite(course, group, item.place)}
    for words_of_source in one.words:
        yield {"said": f"“{words_of_source.quote}”", "cite": cite(course, words_of_source)}


def folded(told: Iterable[dict[str, str]]) -> tuple[Block, ...]:
    """Return words to check oneself by, folded away; nothing where there are none."""
    said = [Item(words(f"{one['said']} ", em(f"({one['cite']})"))) for one in told]
    return (Folded(CHECK, (Bullets(tuple(said)),)),) if said else ()
