"""The part of the desk in which sessions, talks, questions and activities are ticked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

import ipywidgets

from course import Course
from server.desk.parts import classed, heading, minutes, section, shown
from slides.deck.model import Deck
from slides.meeting.catalogue import Item, items
from slides.meeting.model import Chosen

_KINDS = {"talk": "", "question": "Câu hỏi: ", "activity": "Hoạt động nhóm: "}


class SessionBox:
    """One session: a tick for all of it, and below one for each item.

    Parameters
    ----------
    number, title
        What it is called.
    deck
        Its slides.
    changed
        Called when a tick changes.
    """

    def __init__(self, number: int, title: str, deck: Deck, changed: Callable[[], None]) -> None:
        self.items, self._changed, self._setting = items(deck), changed, False
        self._ticks: dict[str, ipywidgets.Checkbox] = {}
        self._title, self.all = f"Buổi {number}. {title}", ipywidgets.Checkbox(indent=False)
        self.all.observe(self._all_changed, "value")
        self._below = classed(ipywidgets.VBox(), "kit-desk-items")
        shown(self._below, when=False)
        self.widget = ipywidgets.VBox([classed(ipywidgets.VBox([self.all]), "kit-desk-session"), self._below])
        self._say()

    @property
    def chosen(self) -> list[str]:
        """Ids of the ticked items, in the session's order."""
        return [name for name, tick in self._ticks.items() if tick.value]

    def choose(self, names: Sequence[str]) -> None:
        """Tick these items and no other, without telling of it."""
        self._setting = True
        known = {item.id for item in self.items} & set(names)
        if known:
            self._build()
        for name, tick in self._ticks.items():
            tick.value = name in known
        self.all.value = bool(known)
        shown(self._below, when=bool(known))
        self._say()
        self._setting = False

    def _say(self) -> None:
        """Say how long the session is, and how much of it is ticked."""
        held = [item for item in self.items if item.id in self.chosen]
        whole, some = (round(2 * sum(item.minutes for item in found)) / 2 for found in (self.items, held))
        of = f"đã chọn {minutes(some)} trong " if 0 < some < whole else ""
        self.all.description = f"{self._title} ({of}{minutes(whole)})"

    def _build(self) -> None:
        """Make the ticks of the items; most sessions are never opened."""
        if self._ticks:
            return
        part, below = "", []
        counts = Counter(item.part for item in self.items)
        for item in self.items:
            tick = ipywidgets.Checkbox(description=_named(item), indent=False)
            tick.observe(self._one_changed, "value")
            self._ticks[item.id] = tick
            if item.part != part and (counts[item.part] > 1 or item.title != item.part):
                below.append(heading(item.part, 3))
            part = item.part
            below.append(tick)
        self._below.children = below

    def _all_changed(self, change: dict) -> None:
        if not self._setting:
            self.choose([item.id for item in self.items] if change["new"] else [])
            self._changed()

    def _one_changed(self, _: dict) -> None:
        if not self._setting:
            self.choose(self.chosen)
            self._changed()


def _named(item: Item) -> str:
    return f"{_KINDS[item.kind]}{item.title} ({minutes(round(item.minutes, 2))})"


class Choosing:
    """All sessions of a course.

    Parameters
    ----------
    course, decks
        What can be chosen.
    changed
        Called when a tick changes.
    """

    def __init__(self, course: Course, decks: Mapping[str, Deck], changed: Callable[[], None]) -> None:
        self._boxes = {
            slug: SessionBox(number, decks[slug].title, decks[slug], changed)
            for number, slug in enumerate(course.sessions, start=1)
            if slug in decks
        }
        self._gone: dict[str, list[str]] = {}
        self.widget = section("3. Chọn nội dung", *(box.widget for box in self._boxes.values()))

    @property
    def chosen(self) -> list[Chosen]:
        """What is ticked, and what a file named that this course does not have: saved again it is not lost."""
        found = {slug: [*box.chosen, *self._gone.get(slug, ())] for slug, box in self._boxes.items()}
        found |= {slug: names for slug, names in self._gone.items() if slug not in found}
        return [Chosen(session=slug, items=names) for slug, names in found.items() if names]

    @property
    def sessions(self) -> list[str]:
        """Slugs of the sessions of which something is ticked."""
        return [slug for slug, box in self._boxes.items() if box.chosen]

    def add(self, more: Iterable[tuple[str, Item]]) -> None:
        """Tick these items of sessions too, without telling of it."""
        for slug, item in more:
            self._boxes[slug].choose([*self._boxes[slug].chosen, item.id])

    def choose(self, chosen: Sequence[Chosen]) -> None:
        """Tick what is chosen, without telling of it."""
        names = {one.session: one.items for one in chosen}
        known = {slug: {item.id for item in box.items} for slug, box in self._boxes.items()}
        gone = {
            slug: [name for name in held if name not in known.get(slug, ())] for slug, held in names.items()
        }
        self._gone = {slug: held for slug, held in gone.items() if held}
        for slug, box in self._boxes.items():
            box.choose(names.get(slug, ()))
