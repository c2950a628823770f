"""A hall of phones in one room: joining, answering in the same moments, coming back all at once."""

from __future__ import annotations

import asyncio
import json
import time
from dataclasses import dataclass, field
from typing import Any

from bench import servers
from bench.report import Report
from bench.visitors import Outcome
from tests.serving import Server

SESSION, QUESTION, LETTERS = "ly-luan", "ly-luan-01", "ABC"


@dataclass
class Phone:
    """One phone: a connection for what it asks, one for what it is told, and its cookie."""

    port: int
    path: str
    cookie: str = ""
    told: asyncio.Event = field(default_factory=asyncio.Event)
    _streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
    _line: asyncio.StreamWriter | None = None

    async def send(self, act: str, told: Any = None, key: str = "") -> Any:
        """Ask for something or send it; return what came back."""
        body = b"" if told is None else json.dumps(told).encode()
        lines = [
            f"{'POST' if body else 'GET'} {self.path}{act} HTTP/1.1",
            "Host: 127.0.0.1",
            f"Content-Length: {len(body)}",
        ]
        lines += ["Content-Type: application/json"] * bool(body)
        lines += [f"Cookie: {self.cookie}"] * bool(self.cookie) + [f"Authorization: Bearer {key}"] * bool(key)
        if self._streams is None:
            self._streams = await asyncio.open_connection("127.0.0.1", self.port)
        reader, writer = self._streams
        writer.write("\r\n".join([*lines, "", ""]).encode() + body)
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        headers = dict(line.split(": ", 1) for line in head.split("\r\n")[1:] if ": " in line)
        answer = await reader.readexactly(int(headers.get("Content-Length", "0")))
        if " 20" not in head[:12]:
            raise ValueError(f"{act}: {head[:15]!r} {answer[:80]!r}")
        if "Set-Cookie" in headers:
            self.cookie = headers["Set-Cookie"].partition(";")[0]
        return json.loads(answer)

    async def listen(self) -> None:
        """Open the line that says what is new."""
        reader, self._line = await asyncio.open_connection("127.0.0.1", self.port)
        self._line.write(
            f"GET {self.path}tin HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
        )
        await reader.readuntil(b"\r\n\r\n")
        self._hearing = asyncio.create_task(self._hear(reader))

    async def _hear(self, reader: asyncio.StreamReader) -> None:
        while await reader.read(64):
            self.told.set()

    async def drop(self) -> None:
        """Lose both connections, as a phone that leaves the network."""
        for writer in (self._line, self._streams and self._streams[1]):
            if writer:
                writer.close()
        self._streams = self._line = None


def measure(report: Report, kit: Server, phones: int = 1000) -> None:
    """Join within 60 s, answer within 5 s, come back at once; the budgets of a hall."""
    found = asyncio.run(_hall(kit.port, phones))
    running = servers.Running("kit", kit.port, kit.process)
    told = f"{phones} phones in a room"
    for name, (outcome, limit) in found.times.items():
        report.budget(f"{told}, {name}: errors", len(outcome.errors), "", 0)
        report.budget(f"{told}, {name}: 95th percentile", outcome.percentile(0.95), "s", limit)
    report.budget(f"{told}: answers lost or counted twice", abs(phones - found.counted), "", 0)
    report.budget(f"{told}: seconds until all are back", found.back, "s", 5)
    report.budget(f"{told}: server memory afterwards", running.megabytes(), "MB", 300)


@dataclass
class Found:
    """What a hall met: times by act with their budget, how many answers were counted, seconds to come back."""

    times: dict[str, tuple[Outcome, float]] = field(default_factory=dict)
    counted: int = 0
    back: float = 0.0


async def _hall(port: int, number: int) -> Found:
    host = Phone(port, "/phong/")
    room = await host.send("mo", {"session": SESSION})
    host.path = f"/phong/{room['code']}/"
    key, found = room["key"], Found()
    phones = [Phone(port, host.path) for _ in range(number)]

    async def join(phone: Phone) -> None:
        await phone.listen()
        await phone.send("vao", {"team": ""})
        await phone.send("toi")

    found.times["joining within 60 s"] = await _spread(phones, join, 60), 0.5
    await host.send("chu-tri", {"do": "ask", "question": QUESTION}, key)
    await host.send("chu-tri", {"do": "go", "phase": "open"}, key)
    question = (await host.send("chu-tri", key=key))["question"]["id"]
    await asyncio.sleep(1)

    async def answer(phone: Phone) -> None:
        value = LETTERS[phones.index(phone) % len(LETTERS)]
        await phone.send("tra-loi", {"question": question, "round": 1, "value": [value]})

    found.times["answering within 5 s"] = await _spread(phones, answer, 5), 0.5
    for phone in phones:
        phone.told.clear()
    begin = time.perf_counter()
    await host.send("chu-tri", {"do": "go", "phase": "closed"}, key)
    await host.send("chu-tri", {"do": "go", "phase": "shown"}, key)
    shown = await host.send("chu-tri", key=key)
    wall = Outcome(seconds=[time.perf_counter() - begin])
    found.times["results on the wall"] = wall, 1.0
    found.counted = sum(shown["question"]["totals"][0]["counts"].values())

    async def see(phone: Phone) -> None:
        await phone.told.wait()
        await phone.send("toi")

    found.times["results on the phones"] = await _spread(phones, see, 0), 2.0
    for phone in phones:
        await phone.drop()
    begin = time.perf_counter()

    async def come_back(phone: Phone) -> None:
        await phone.listen()
        await phone.send("toi")

    found.times["all coming back at once"] = await _spread(phones, come_back, 0), 5.0
    found.back = time.perf_counter() - begin
    await host.drop()
    await host.send("chu-tri", {"do": "end"}, key)
    for phone in phones:
        await phone.drop()
    return found


async def _spread(phones: list[Phone], act: Any, seconds: float) -> Outcome:
    """Let every phone act, evenly spread over some seconds."""
    outcome = Outcome()

    async def one(place: int, phone: Phone) -> None:
        await asyncio.sleep(seconds * place / len(phones))
        begin = time.perf_counter()
        try:
            async with asyncio.timeout(60):
                await act(phone)
        except (OSError, ValueError, TimeoutError, asyncio.IncompleteReadError) as error:
            outcome.errors.append(f"{type(error).__name__}: {error}")
        else:
            outcome.seconds.append(time.perf_counter() - begin)

    await asyncio.gather(*[one(place, phone) for place, phone in enumerate(phones)])
    return outcome
