"""Sends styles, scripts and fonts of the pages."""

from __future__ import annotations

from tornado.web import HTTPError

from server.files import FileHandler
from server.publish.assets import Assets
from server.publish.packed import Packed


class AssetHandler(FileHandler):
    """Serves the assets; an address whose content has changed is not found."""

    cache_control = "public, max-age=31536000, immutable"

    def initialize(self, assets: Assets) -> None:
        """Take the assets to serve."""
        super().initialize()
        self.assets = assets

    async def find(self, digest: str, name: str) -> Packed:
        """Return the asset of this name and content."""
        asset = self.assets.at(digest, name)
        if asset is None:
            raise HTTPError(404)
        return asset.file
