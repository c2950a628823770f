"""Sends files as HTTP asks for them: whole, compressed, in parts, or not again to those who have them."""

from __future__ import annotations

import asyncio
import re
from datetime import datetime
from typing import cast

from tornado.httputil import HTTPHeaders, HTTPServerRequest, format_timestamp
from tornado.web import GZipContentEncoding, OutputTransform, StaticFileHandler

from server.logs import Discreet
from server.publish.packed import Packed

# In the order in which they are taken where a browser takes either.
CODINGS = ("br", "gzip")


def best_coding(accepted: str, offered: tuple[str, ...] = CODINGS) -> str | None:
    """Return the coding that a browser likes best of those offered, or None where it takes none of them.

    Parameters
    ----------
    accepted
        Its header ``Accept-Encoding`` (RFC 9110, 12.5.3): names with weights, of which 0 refuses.
    offered
        What there is, the better first.
    """
    weights: dict[str, float] = {}
    for part in accepted.lower().split(","):
        name, *parameters = [one.strip() for one in part.split(";")]
        found = [
            match[1] for one in parameters if (match := re.fullmatch(r"q\s*=\s*([01](?:\.\d{0,3})?)", one))
        ]
        weights[name] = float(found[0]) if found else 1.0
    liked = {coding: weights.get(coding, weights.get("*", 0.0)) for coding in offered}
    best = max(offered, key=liked.__getitem__)
    return best if liked[best] > 0 else None


class FileHandler(Discreet, StaticFileHandler):
    """Sends a file that :meth:`find` gives; Tornado's own handler of files answers conditions and ranges.

    A part of a file is a part of its plain form: ranges of compressed forms help nobody.
    """

    cache_control = "no-cache"
    file: Packed | None = None

    def initialize(self) -> None:
        """Take no folder: files come from :meth:`find`."""
        super().initialize(path="")

    async def find(self, *place: str) -> Packed | None:
        """Return the file at a place, or None after having answered why there is none."""
        raise NotImplementedError

    async def get(self, *place: str, include_body: bool = True) -> None:
        """Send the file."""
        self.file = await self.find(*place)
        if self.file is None:
            return
        headers = self.request.headers
        if headers.get("If-Range", self._tag()) not in (self._tag(), format_timestamp(self.file.modified)):
            headers.pop("Range", None)
        self.body = self.file.body
        coding = None if "Range" in headers else best_coding(headers.get("Accept-Encoding", ""))
        if coding and (packed := await self._form(coding)) is not None:
            self.set_header("Content-Encoding", coding)
            self.body = packed
        await super().get("/".join(place), include_body)

    async def head(self, *place: str) -> None:
        """Send what stands above the file."""
        await self.get(*place, include_body=False)

    def set_extra_headers(self, path: str) -> None:
        """Say how long browsers may keep the file."""
        self.set_header("Cache-Control", self.cache_control)

    def write_error(self, status_code: int, **_: object) -> None:
        """Send no page: files are not read by people."""
        self.finish()

    async def _form(self, coding: str) -> bytes | None:
        if coding in vars(self.file):  # It has been compressed before.
            return getattr(self.file, coding)
        return await asyncio.to_thread(getattr, self.file, coding)

    @property
    def _found(self) -> Packed:
        """The file, once there is one; before nobody asks for it."""
        return cast(Packed, self.file)

    def _tag(self) -> str:
        return f'"{self._found.digest}"'

    # From here on what Tornado asks of a handler whose files stand in no folder.

    @classmethod
    def get_absolute_path(cls, root: str, path: str) -> str:
        """Return the place as it is."""
        return path

    def validate_absolute_path(self, root: str, absolute_path: str) -> str:
        """Take every place: the file has been found."""
        return absolute_path

    def get_content(self, abspath: str, start: int | None = None, end: int | None = None) -> bytes:
        """Return the bytes to send."""
        return self.body[start:end]

    def get_content_size(self) -> int:
        """Return the size of the form that is sent, in bytes."""
        return len(self.body)

    def get_modified_time(self) -> datetime:
        """Return when the file was made."""
        return self._found.modified

    def get_content_type(self) -> str:
        """Return the file's media type."""
        return self._found.kind

    def compute_etag(self) -> str | None:
        """Return the file's tag, a weak one for a compressed form; what is said instead of a file has none."""
        if self.file is None:
            return None
        return self._tag() if self.body is self.file.body else f"W/{self._tag()}"


class Compression(OutputTransform):
    """Compresses what is made for one visitor, and says of all answers that they come in several forms."""

    def __init__(self, request: HTTPServerRequest) -> None:
        takes = best_coding(request.headers.get("Accept-Encoding", ""), ("gzip",))
        # Tornado would compress a part of a file, and take the word "gzip" for a yes.
        kind = GZipContentEncoding if takes and "Range" not in request.headers else OutputTransform
        self.transform = kind(request)

    def transform_first_chunk(self, status_code: int, headers: HTTPHeaders, chunk: bytes, finishing: bool):
        """Compress the first bytes where that is wanted."""
        status_code, headers, chunk = self.transform.transform_first_chunk(
            status_code, headers, chunk, finishing
        )
        headers["Vary"] = "Accept-Encoding"
        # A tag names the plain form; of another form it is a weak one (RFC 9110, 8.8.3).
        if "Content-Encoding" in headers and headers.get("Etag", "").startswith('"'):
            headers["Etag"] = f"W/{headers['Etag']}"
        return status_code, headers, chunk

    def transform_chunk(self, chunk: bytes, finishing: bool) -> bytes:
        """Compress further bytes."""
        return self.transform.transform_chunk(chunk, finishing)
