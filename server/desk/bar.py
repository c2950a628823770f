"""The bar of the desk that stays in sight: what the meeting takes, and what should go where that is too much."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from itertools import groupby
from textwrap import shorten

import ipywidgets

from course import Course
from server.desk.parts import action, classed, minutes, row, said, say, shown
from slides.deck.model import Deck
from slides.meeting.advice import to_drop, without
from slides.meeting.catalogue import Item
from slides.meeting.model import Chosen, Composition
from slides.meeting.planning import COVER_MINUTES, SESSION_MINUTES, Plan, plan

_LONGEST = 80

Items = Sequence[tuple[str, Item]]


class Bar:
    """Minutes, advice, and the buttons that follow the advice and take it back.

    Parameters
    ----------
    course, decks
        What can be chosen.
    drop
        Called with what stays chosen when what is advised has gone.
    take_back
        Called with the items that come back.
    """

    def __init__(
        self,
        course: Course,
        decks: Mapping[str, Deck],
        drop: Callable[[Sequence[Chosen]], None],
        take_back: Callable[[Items], None],
    ) -> None:
        self._course, self._decks, self._choose, self._take_back = course, decks, drop, take_back
        self._advised: Items = ()
        self._dropped: list[tuple[str, Item]] = []
        self._left: Sequence[Chosen] = ()
        self.told, self._how, self._which = said(), said(), ipywidgets.HTML()
        self._drop, self._back = action("Bỏ theo gợi ý", self._follow), action("Lấy lại", self._undo)
        parts = [self.told, self._how, row(self._which, self._drop, self._back)]
        self.widget = classed(ipywidgets.VBox(parts), "kit-desk-bar")

    def forget(self) -> None:
        """Offer no more to take back what was dropped of another meeting."""
        self._dropped = []

    def show(self, composition: Composition) -> None:
        """Say what a meeting takes and what should go of it."""
        found = plan(self._decks, composition)
        self._advised, left = to_drop(self._decks, composition), composition
        for slug, item in self._advised:
            left = without(left, slug, item)
        self._left = left.chosen
        chosen = {one.session: one.items for one in composition.chosen}
        # What is ticked again by hand has come back already.
        self._dropped = [one for one in self._dropped if one[1].id not in chosen.get(one[0], ())]
        shown(self._drop, when=bool(self._advised))
        shown(self._back, when=bool(self._dropped))
        say(self.told, *_taken(found))
        say(self._how, "\n".join(_more(found, plan(self._decks, left))), "hint", "")
        self._which.value = self._listed("Gợi ý bỏ", self._advised) or self._listed("Đã bỏ", self._dropped)

    def _follow(self) -> None:
        self._dropped += self._advised
        self._choose(self._left)
        # The button that was pressed is out of sight.
        self._back.focus()

    def _undo(self) -> None:
        back, self._dropped = self._dropped, []
        self._take_back(back)
        self._drop.focus()

    def _listed(self, what: str, gone: Items) -> str:
        """Return what goes as HTML, to be unfolded: session by session, each with its minutes."""
        if not gone:
            return ""
        order = list(self._decks)
        by_session = groupby(sorted(gone, key=lambda one: order.index(one[0])), key=lambda one: one[0])
        listed = "".join(self._session(slug, [item for _, item in found]) for slug, found in by_session)
        total = minutes(round(sum(item.minutes for _, item in gone), 2))
        head = f"{what} {len(gone)} mục, {total}"
        return (
            f'<details><summary>{head}</summary><div class="kit-desk-gone" tabindex="0" role="group" '
            f'aria-label="{what}">{listed}</div></details>'
        )

    def _session(self, slug: str, gone: Sequence[Item]) -> str:
        number = list(self._course.sessions).index(slug) + 1
        total = minutes(round(sum(item.minutes for item in gone), 2))
        lines = "".join(
            f"<li>{escape(shorten(item.title, _LONGEST, placeholder='…'))} ({minutes(round(item.minutes, 2))})</li>"
            for item in gone
        )
        title = escape(f"Buổi {number}. {self._course.sessions[slug].title}: {total}")
        return f"<p><strong>{title}</strong></p><ul>{lines}</ul>"


def _taken(found: Plan) -> tuple[str, str]:
    """Return what a meeting takes in a sentence, and whether that is right."""
    if not found.total:
        return "Chưa chọn nội dung nào.", "hint"
    taken = f"Đã chọn {minutes(found.total)} cho buổi {found.limit} phút"
    if found.over > 0:
        return f"{taken}: thừa {minutes(found.over)}.", "wrong"
    return f"{taken}: {f'còn {minutes(-found.over)}' if found.over else 'vừa đủ'}.", "right"


def _more(found: Plan, left: Plan) -> Iterator[str]:
    """Yield what the minutes are made of, and what the advice cannot mend."""
    count = len(found.sessions)
    leads = count * SESSION_MINUTES
    parts = [
        (f"{minutes(sum(found.sessions.values()) - leads)} nội dung", count),
        (f"{minutes(COVER_MINUTES)} mở đầu", found.total),
        (f"{minutes(leads)} dẫn vào từng buổi học", count),
        (f"{minutes(found.own)} trang của đơn vị", found.own),
    ]
    if found.total:
        yield f"Gồm {', '.join(words for words, held in parts if held)}."
    if left.over > 0:
        yield "Hãy bỏ bớt trang của đơn vị hoặc rút thời gian của trang."
    if lost := sum(map(len, found.missing.values())):
        yield f"{lost} mục đã chọn trước đây nay không còn trong tài liệu."
