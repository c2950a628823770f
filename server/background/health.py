"""How the server is, in a word and its reasons; said to whoever watches it, without what stands in the log."""

from __future__ import annotations

from dataclasses import dataclass, field

from server.background.pages import SharedPages


@dataclass(frozen=True)
class Health:
    """State of a server.

    Attributes
    ----------
    status
        ``ok``; ``preparing`` while pages are made that were never there; ``degraded`` when something is missing, or
        older than the files, that only a person or a later try can mend.
    serves
        Whether any page of the course can be had, or may be in a moment.
    reasons
        What is missing, in a few words each.
    """

    status: str
    serves: bool
    reasons: list[str] = field(default_factory=list)


def health(shared: SharedPages) -> Health:
    """Return how the pages are."""
    slugs, decks = shared.site.course.pages, shared.decks
    reasons = ["content: not in order, an older state is shown"] if shared.content_faults else []
    for slug in slugs:
        if slug in shared.failed:
            reasons.append(f"page {slug}: {'an older one is shown' if slug in shared.pages else 'none'}")
        if slug in decks.failed:
            reasons.append(f"deck {slug}: none")
    coming = [slug for slug in slugs if slug not in shared.pages and slug not in shared.failed]
    status = "degraded" if reasons else "preparing" if coming else "ok"
    return Health(status, bool(shared.pages or coming), reasons)
