"""Names of the places on pages to which search, links and the progress page lead.

They are addresses: a published one stays. Where an id is unique in the data it stands alone, and needs no name here.
"""

from __future__ import annotations

BOOK = "sach"


def part(name: str) -> str:
    """Return the place of a part of the book."""
    return f"{BOOK}-{name}"


def figure(name: str) -> str:
    """Return the place of a chart."""
    return f"hinh-{name}"


def document(name: str) -> str:
    """Return the place of a document."""
    return f"doc-{name}"


def term(name: str) -> str:
    """Return the place of a term in the list of all terms."""
    return f"thuat-ngu-{name}"


def point(plan: str, name: str) -> str:
    """Return the place of a statement of a plan."""
    return f"y-{plan}-{name}"


def event(plan: str, name: str) -> str:
    """Return the place of a date of a plan."""
    return f"lich-{plan}-{name}"


def duty(plan: str, name: str) -> str:
    """Return the place of a duty of a plan."""
    return f"viec-{plan}-{name}"


def writing(name: str) -> str:
    """Return the place of a session's page at which readers write."""
    return f"viet-{name}"


def report(plan: str, name: str) -> str:
    """Return the place of a report of a plan."""
    return f"bao-cao-{plan}-{name}"
