"""Sends pages and assets that are kept ready, without a handler: a first visit asks for twenty of them."""

from __future__ import annotations

import time
from functools import lru_cache

from tornado.httputil import HTTPHeaders, RequestStartLine, format_timestamp

from server.background.pages import SharedPages
from server.files import FileHandler, best_coding
from server.pages.assets import AssetHandler
from server.publish.assets import Assets
from server.publish.packed import Packed
from server.security import HEADERS

# Who asks so has the file already, or wants a part of it: the handlers know the rules.
_CONDITIONS = ("If-None-Match", "If-Modified-Since", "If-Match", "If-Unmodified-Since", "Range")
_best_coding = lru_cache(maxsize=64)(best_coding)


class Ready:
    """Answers what asks for a whole file that is kept, as :class:`server.files.FileHandler` answers it.

    Parameters
    ----------
    base
        The server's root in addresses, with a stroke at its end.
    shared, assets
        Where the members' pages and their assets are.
    """

    def __init__(self, base: str, shared: SharedPages, assets: Assets) -> None:
        self.base, self.shared, self.assets = base, shared, assets

    def answer(self, request: RequestStartLine, headers: HTTPHeaders) -> tuple[HTTPHeaders, bytes] | None:
        """Return head and body of the answer, or None for what a handler must answer."""
        if request.method != "GET" or any(name in headers for name in _CONDITIONS):
            return None
        file, keep = self._find(request.path.removeprefix(self.base))
        if file is None:
            return None
        coding, body, tag = _best_coding(headers.get("Accept-Encoding", "")), file.body, f'"{file.digest}"'
        if coding and coding not in vars(file):  # It is compressed beside the loop, not here.
            return None
        told = HEADERS | {
            "Content-Type": file.kind, "Date": format_timestamp(time.time()), "Cache-Control": keep,
            "Last-Modified": format_timestamp(file.modified), "Accept-Ranges": "bytes", "Vary": "Accept-Encoding",
        }  # fmt: skip
        if coding and (packed := getattr(file, coding)) is not None:
            body, tag = packed, f"W/{tag}"
            told["Content-Encoding"] = coding
        return HTTPHeaders(told | {"Etag": tag, "Content-Length": str(len(body))}), body

    def _find(self, place: str) -> tuple[Packed | None, str]:
        """Return the file at a place below the root, and how long browsers may keep it."""
        match place.split("/"):
            case ["hoc", slug, ""]:
                return self.shared.pages.get(slug), FileHandler.cache_control
            case ["assets", digest, name]:
                asset = self.assets.at(digest, name)
                return asset.file if asset else None, AssetHandler.cache_control
        return None, ""
