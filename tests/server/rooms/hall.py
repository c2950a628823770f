"""Phones and a trainer's laptop without screens, on a running server."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from typing import Any

from tornado.httpclient import HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from tests.serving import Answer, Server, Visitor


def send(visitor: Visitor, path: str, told: Any, **headers: str) -> Answer:
    body = told if isinstance(told, bytes) else json.dumps(told).encode()
    return visitor.ask(path, "POST", body, **{"Content-Type": "application/json"} | headers)


@dataclass
class Trainer:
    """Who opened a room, and leads it."""

    server: Server
    laptop: Visitor = field(init=False)
    code: str = field(init=False)
    key: str = field(init=False)

    def __post_init__(self) -> None:
        self.laptop = self.server.visitor()
        opened = send(self.laptop, "/phong/mo", {"session": "buoi-hai"})
        assert opened.status == 201, opened.text
        self.code, self.key = json.loads(opened.body).values()

    @property
    def path(self) -> str:
        return f"/phong/{self.code}"

    def do(self, **told: Any) -> Answer:
        return send(self.laptop, f"{self.path}/chu-tri", told, Authorization=f"Bearer {self.key}")

    def sees(self, view: str = "") -> dict[str, Any]:
        answer = self.laptop.ask(f"{self.path}/chu-tri{view}", Authorization=f"Bearer {self.key}")
        assert answer.status == 200, answer.text
        return json.loads(answer.body)

    def ask(self, question: str = "r-01") -> int:
        """Ask a question and let it be answered at once; return its number in the storage."""
        assert self.do(do="ask", question=question).status == 200
        assert self.do(do="go", phase="open").status == 200
        return self.sees()["question"]["id"]

    def phone(self, team: str = "") -> Phone:
        phone = Phone(self.server.visitor(), self.path)
        assert send(phone.visitor, f"{self.path}/vao", {"team": team}).status == 200
        return phone


@dataclass
class Phone:
    """A member's phone."""

    visitor: Visitor
    path: str

    def sees(self) -> dict[str, Any]:
        return json.loads(self.visitor.ask(f"{self.path}/toi").body)

    def answer(self, question: int, value: Any, number: int = 1) -> Answer:
        return send(
            self.visitor, f"{self.path}/tra-loi", {"question": question, "round": number, "value": value}
        )


async def line(server: Server, code: str) -> WebSocketClientConnection:
    return await websocket_connect(HTTPRequest(f"ws://127.0.0.1:{server.port}/phong/{code}/tin"))


async def hears(connection: WebSocketClientConnection, seconds: float) -> str | None:
    """Return what a line says within some seconds, None for nothing."""
    try:
        return await asyncio.wait_for(
            asyncio.shield(asyncio.ensure_future(connection.read_message())), seconds
        )
    except TimeoutError:
        return None
