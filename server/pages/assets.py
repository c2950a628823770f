"""Sends styles, scripts and fonts of the pages."""

from __future__ import annotations

import mimetypes
from pathlib import Path

from tornado.web import HTTPError, RequestHandler

from server.publish.assets import Assets


class AssetHandler(RequestHandler):
    """Serves the assets; an address whose content has changed is not found."""

    def initialize(self, assets: Assets) -> None:
        """Take the assets to serve."""
        self.assets = assets

    def get(self, digest: str, name: str) -> None:
        """Send one asset, for caches to keep for ever."""
        asset = self.assets.at(digest, name)
        if asset is None:
            raise HTTPError(404)
        kind = {".js": "text/javascript", ".woff2": "font/woff2"}.get(Path(name).suffix)
        self.set_header("Content-Type", kind or mimetypes.guess_type(name)[0] or "application/octet-stream")
        self.set_header("Cache-Control", "public, max-age=31536000, immutable")
        body = asset.body
        if asset.compressed is not None:
            self.set_header("Vary", "Accept-Encoding")
            if "gzip" in self.request.headers.get("Accept-Encoding", ""):
                self.set_header("Content-Encoding", "gzip")
                body = asset.compressed
        self.set_header("Etag", f'"{digest}"')
        self.finish(body)

    head = get
