"""Assets that are made from the content: the newest, and a few of those before."""

from __future__ import annotations

from server.publish.assets import KEPT_REPLACED, Assets


def test_the_last_versions_are_still_found_and_no_more() -> None:
    assets, known = Assets(), []
    for number in range(10):
        assets.put("search-index.js", f"{number}".encode())
        known.append(assets["search-index.js"])
    found = [assets.at(asset.digest, asset.name) for asset in known]
    assert found == [None] * (9 - KEPT_REPLACED) + known[9 - KEPT_REPLACED :]
