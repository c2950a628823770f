"""Files as they are sent: their bytes, compressed once for all who ask, and what tells one version from another."""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

import brotli

# A form that saves less is not worth its unpacking.
WORTH = 0.9
# What other kinds hold is compressed already.
PACKABLE = ("text/", "image/svg+xml", "application/json", "application/manifest+json")


# Systems do not agree on these.
KINDS = {
    ".js": "text/javascript",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}


def kind_of(name: str) -> str:
    """Return the media type of a file by its name."""
    return KINDS.get(Path(name).suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"


def now() -> datetime:
    """Return the time in whole seconds, as HTTP tells it."""
    return datetime.now(UTC).replace(microsecond=0)


@dataclass(frozen=True)
class Packed:
    """A file ready to be sent.

    Attributes
    ----------
    body
        Its bytes.
    kind
        Its media type.
    modified
        When it was made, in whole seconds.
    """

    body: bytes
    kind: str
    modified: datetime = field(default_factory=now, compare=False)

    @classmethod
    def page(cls, html: str) -> Packed:
        """Return a page."""
        return cls(html.encode("utf-8"), "text/html; charset=utf-8")

    @classmethod
    def read(cls, path: Path) -> Packed:
        """Return a file of the disk.

        Raises
        ------
        OSError
            When it cannot be read.
        """
        modified = datetime.fromtimestamp(int(path.stat().st_mtime), UTC)
        return cls(path.read_bytes(), kind_of(path.name), modified)

    @cached_property
    def digest(self) -> str:
        """First letters of the content's hash."""
        return hashlib.sha256(self.body).hexdigest()[:20]

    @cached_property
    def br(self) -> bytes | None:
        """The body under Brotli, or None where that does not help."""
        return self._if_worth(brotli.compress(self.body, quality=9)) if self._packable else None

    @cached_property
    def gzip(self) -> bytes | None:
        """The body under gzip, or None where that does not help."""
        return self._if_worth(gzip.compress(self.body, 9, mtime=0)) if self._packable else None

    def ahead(self) -> Packed:
        """Return the file after compressing it ahead of the first who asks."""
        _ = self.br, self.gzip
        return self

    @property
    def _packable(self) -> bool:
        return self.kind.startswith(PACKABLE)

    def _if_worth(self, packed: bytes) -> bytes | None:
        return packed if len(packed) < WORTH * len(self.body) else None
