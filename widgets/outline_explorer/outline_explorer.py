"""A list of the material, such as the eight lessons, as cards to study one by one."""

from __future__ import annotations

import traitlets

from course import ContentError, Course, models, resolve_all
from course.citations import cite, notes_on
from course.references import UnknownReference
from shown.model import Block, Bullets, Commentary, Heading, Item, Quote, bullets, strong, text, words
from shown.prose import below_card, source
from widgets.base import KitWidget
from widgets.glossary.glossary import terms_in

OVERVIEW = -1


class OutlineExplorer(KitWidget, module="outline_explorer"):
    """Cards of one list: an overview, and each point with its source, the commentary on it and prompts.

    Which points are read and the reader's own notes stay on the reader's device.

    Parameters
    ----------
    course
        Where references, sources and corrections are looked up.
    group
        The list to show, one of ``course.groups``.
    session, key
        Under these two names the browser keeps the reader's progress; ``key`` is the
        list's id by default.

    Raises
    ------
    TypeError
        When ``group`` is not a list of ``outline.yml``.
    ContentError
        When the session has no name, or the list refers to something that ``content``
        does not hold.
    """

    title = traitlets.Unicode().tag(sync=True)
    intro = traitlets.Unicode().tag(sync=True)
    notes = traitlets.List(traitlets.Unicode(), help="Notes on the list as a whole").tag(sync=True)
    items = traitlets.List(traitlets.Dict(), help="Plain points, references resolved").tag(sync=True)
    current = traitlets.Int(OVERVIEW, help="Position of the open card; -1 is the overview").tag(sync=True)

    def __init__(self, course: Course, group: models.Group, *, session: str, key: str | None = None) -> None:
        if not isinstance(group, models.Group):
            raise TypeError(f"OutlineExplorer: group must be a Group from course.groups, got {group!r}")
        if not session:
            raise ContentError("OutlineExplorer", "session", "must be the slug of a session", session)
        shown = plain_group(course, group)
        texts = [shown["intro"], shown["notes"], [_explained(item) for item in shown["items"]]]
        super().__init__(**shown, terms=terms_in(course, texts), session=session, key=key or group.id)

    @traitlets.validate("current")
    def _known_position(self, proposal: dict) -> int:
        last = len(self.items) - 1
        if not OVERVIEW <= proposal["value"] <= last:
            rule = f"must be {OVERVIEW} (overview) or a position from 0 to {last}"
            raise ContentError("OutlineExplorer", "current", rule, proposal["value"])
        return proposal["value"]

    def reading_form(self) -> list[Block]:
        """Return the list with everything its cards hold, numbered."""
        head: list[Block] = [Heading(words(self.title), 3), text(self.intro)]
        notes = [text(f"Ghi chú: {note}") for note in self.notes]
        return [*head, *notes, Bullets(tuple(map(_point, self.items)), ordered=True)]


def plain_group(course: Course, group: models.Group) -> dict:
    """Turn a list into plain values that the browser can show as they are.

    Returns
    -------
    dict
        ``title``, ``intro``, ``notes`` (texts) and ``items``; each item has ``id``, ``title``,
        ``quote``, ``matter`` and ``commentary`` ("" where there is none), ``prompts``, ``cite``,
        ``notes``, and ``words`` of other sources, each a ``quote`` with its ``cite``.
    """
    try:
        shown = resolve_all(course, {"title": group.title, "intro": group.intro})
        shown["notes"] = notes_on(course, group.notes, group.title, group.intro)
        shown["items"] = [_plain_item(course, group, item) for item in group.items]
    except KeyError as error:
        rule = "must refer to what the course holds"
        raise ContentError("OutlineExplorer", group.id, rule, error.args[0]) from None
    except UnknownReference as error:
        raise ContentError("OutlineExplorer", group.id, str(error)) from None
    return shown


def _plain_item(course: Course, group: models.Group, item: models.Item) -> dict:
    texts = [item.title, item.quote or "", item.matter or "", item.commentary or "", *item.prompts]
    shown = resolve_all(course, item)
    return {
        **{name: shown[name] for name in ("id", "title", "prompts")},
        **{name: shown[name] or "" for name in ("quote", "matter", "commentary")},
        "cite": cite(course, group, item.place),
        "notes": notes_on(course, item.notes, *texts),
        "words": [{"quote": one.quote, "cite": cite(course, one)} for one in item.words],
    }


def _explained(item: dict) -> list:
    """Return the texts of a card in which terms are explained; its title is a heading."""
    return [item[name] for name in ("quote", "matter", "words", "commentary", "prompts", "notes", "cite")]


def _point(item: dict) -> Item:
    prompts: list[Block] = [text("Liên hệ thực tiễn:"), bullets(*item["prompts"])] if item["prompts"] else []
    quote = [Quote(words(f"“{item['quote']}”"))] if item["quote"] else []
    matter = [text(item["matter"])] if item["matter"] else []
    commentary = [Commentary((text(item["commentary"]),))] if item["commentary"] else []
    cited = below_card(item["notes"], item["cite"])
    others = [
        block for one in item["words"] for block in (Quote(words(f"“{one['quote']}”")), source(one["cite"]))
    ]
    return Item(words(strong(item["title"])), (*quote, *matter, *cited, *others, *commentary, *prompts))
