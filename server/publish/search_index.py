"""The search on every page: its index as a script."""

from __future__ import annotations

import json

INDEX = "search-index.js"


def index_script(entries: list[dict[str, str]]) -> bytes:
    """Write the documents as a script that packs well: by columns, and a place named as its document is "="."""
    columns: dict[str, list[str]] = {}
    for entry in entries:
        packed = entry | ({"anchor": "="} if entry["anchor"] == entry["id"] else {})
        for name, value in packed.items():
            columns.setdefault(name, []).append(value)
    text = json.dumps(columns, ensure_ascii=False, separators=(",", ":"))
    return f"window.kitSearchIndex = {text};\n".encode()
