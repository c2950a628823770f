"""Visitors that arrive over some seconds; each fetches a page and what the page needs."""

from __future__ import annotations

import asyncio
import re
import time
from dataclasses import dataclass, field

ASSET = re.compile(rb'(?:href|src)="((?:\.\./)*/?assets/[^"]+)"')
FONT = re.compile(rb"url\((\.\./[0-9a-f]+/[a-z0-9.-]+\.woff2)\)")
REQUEST = (
    "GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip, br\r\nConnection: keep-alive\r\n\r\n"
)


@dataclass
class Outcome:
    """What a crowd met: seconds of each visit, bytes received, errors."""

    seconds: list[float] = field(default_factory=list)
    received: int = 0
    errors: list[str] = field(default_factory=list)

    def percentile(self, share: float) -> float:
        """Return the time within which this share of the visits was done."""
        ordered = sorted(self.seconds)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else float("inf")


async def crowd(port: int, path: str, assets: list[str], visitors: int, within: float) -> Outcome:
    """Let ``visitors`` arrive evenly over ``within`` seconds; each fetches page and assets on one connection."""
    outcome = Outcome()

    async def visit(delay: float) -> None:
        await asyncio.sleep(delay)
        begin = time.perf_counter()
        try:
            async with asyncio.timeout(60):
                outcome.received += await fetch_all(port, [path, *assets])
        except (OSError, ValueError, TimeoutError, asyncio.IncompleteReadError) as error:
            outcome.errors.append(f"{type(error).__name__}: {error}")
        else:
            outcome.seconds.append(time.perf_counter() - begin)

    await asyncio.gather(*[visit(within * number / visitors) for number in range(visitors)])
    return outcome


async def fetch_all(port: int, paths: list[str]) -> int:
    """Fetch paths one after another on one connection; returns the bytes of all bodies.

    Raises
    ------
    ValueError
        When an answer is not 200.
    """
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        total = 0
        for path in paths:
            writer.write(REQUEST.format(path=path).encode())
            total += len(await read_body(reader, path))
        return total
    finally:
        writer.close()


async def read_body(reader: asyncio.StreamReader, path: str) -> bytes:
    """Read one answer and return its body as it came over the wire."""
    head = await reader.readuntil(b"\r\n\r\n")
    if b" 200 " not in head[:20]:
        raise ValueError(f"{path}: {head[:40]!r}")
    if found := re.search(rb"content-length: (\d+)", head, re.IGNORECASE):
        return await reader.readexactly(int(found[1]))
    body = b""
    while size := int(await reader.readline(), 16):
        body += await reader.readexactly(size)
        await reader.readexactly(2)
    await reader.readexactly(2)
    return body


def assets_of(page: bytes, style: bytes = b"", style_folder: str = "") -> list[str]:
    """List what a page needs, the fonts of its style sheet included, as absolute paths."""
    found = [match.decode() for match in ASSET.findall(page)]
    found = ["/" + path[path.index("assets/") :] for path in found]
    found += [f"{style_folder}/{match.decode()[3:]}" for match in FONT.findall(style)]
    return list(dict.fromkeys(found))
