"""Rendered sessions on disk: named by content, written whole or not at all, checked when read."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]

# A change in any of these may change what a notebook shows.
SHARED_INPUTS = (
    "data",
    "widgets",
    "server/templates/cell.html.j2",
    "server/rendering.py",
    "requirements.lock",
)
KEPT_VERSIONS = 2


@dataclass(frozen=True)
class Fragment:
    """What a session's notebook shows.

    Attributes
    ----------
    html
        Its cells as HTML.
    widgets
        Module and state of its widgets, by model id.
    notebook
        The executed notebook as nbformat's JSON: outputs as Markdown, widgets' states in its
        metadata. Slides are made from it.
    """

    html: str
    widgets: dict[str, dict[str, Any]]
    notebook: dict[str, Any]


def input_files(notebook: Path, root: Path = ROOT) -> list[Path]:
    """List every file that decides what the notebook shows."""
    files = [notebook]
    for name in SHARED_INPUTS:
        path = root / name
        files += [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.is_file())
    return [path for path in files if "__pycache__" not in path.parts]


def content_key(notebook: Path, root: Path = ROOT) -> str:
    """Return the version of a session: a hash over all its inputs."""
    return _digest(input_files(notebook, root))


def _digest(files: Iterable[Path]) -> str:
    total = hashlib.sha256()
    for path in files:
        total.update(f"{path.name}\0".encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()[:20]


def digest_of(files: dict[str, bytes]) -> str:
    """Return a hash over named contents."""
    total = hashlib.sha256()
    for name, body in sorted(files.items()):
        total.update(f"{name}\0".encode())
        total.update(hashlib.sha256(body).digest())
    return total.hexdigest()[:20]


def save(folder: Path, slug: str, key: str, fragment: Fragment) -> Path:
    """Write a rendered session; a reader sees all of it or nothing.

    Raises
    ------
    OSError
        When the folder cannot be written, for instance because the disk is full;
        what was there before is left as it was.
    """
    folder.mkdir(parents=True, exist_ok=True)
    body = json.dumps(asdict(fragment), ensure_ascii=False).encode("utf-8")
    target = folder / f"{slug}.{key}.page"
    handle, name = tempfile.mkstemp(dir=folder, prefix=f".{slug}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    _forget_old(folder, slug, target)
    return target


def load(folder: Path, slug: str, key: str) -> Fragment | None:
    """Return the session rendered from exactly this version, or None."""
    return _read(folder / f"{slug}.{key}.page")


def load_last_good(folder: Path, slug: str) -> Fragment | None:
    """Return the newest whole rendering of a session, of whatever version, or None."""
    return next((fragment for path in _versions(folder, slug) if (fragment := _read(path))), None)


def _versions(folder: Path, slug: str) -> list[Path]:
    return sorted(folder.glob(f"{slug}.*.page"), key=lambda path: path.stat().st_mtime_ns, reverse=True)


def _read(path: Path) -> Fragment | None:
    try:
        digest, _, body = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    # A file that a power cut or a failing disk has damaged does not match its own hash.
    if hashlib.sha256(body).hexdigest().encode() != digest:
        return None
    try:
        return Fragment(**json.loads(body))
    except TypeError:
        return None  # Written by another version of the kit, with other fields.


def _forget_old(folder: Path, slug: str, newest: Path) -> None:
    old = [path for path in _versions(folder, slug) if path != newest]
    for path in old[KEPT_VERSIONS - 1 :]:
        path.unlink(missing_ok=True)
