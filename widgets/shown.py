"""Which session's page shows the cards of which list of the material.

The notebooks decide it by what they call; a test keeps this table in step with them.
Pages that lead to a list (the map of the book, the reader's progress) read it here.
"""

from __future__ import annotations

from collections.abc import Mapping

from widgets.content import Content
from widgets.content.models import Group
from widgets.content.pages import Session

LISTS: Mapping[str, tuple[str, ...]] = {
    "ly-luan": ("ly-luan-noi-dung", "ly-luan", "bon-khong", "kien-tri"),
    "ket-qua": ("ket-qua",),
    "bai-hoc": ("bai-hoc",),
    "nhiem-vu": ("nhiem-vu", "luu-y"),
    "gia-tri": ("phan-hai", "ren-luyen", "phan-ba", "gia-tri"),
    "ke-hoach": ("hoi-nghi-tw4",),
}


def lists(content: Content, session: Session, shown: Mapping[str, tuple[str, ...]] = LISTS) -> list[Group]:
    """Return the lists whose cards a session shows, in the order of its page."""
    return [content.groups[name] for name in shown.get(session.slug, ()) if name in content.groups]
