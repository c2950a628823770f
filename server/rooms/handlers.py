"""What phones and the wall ask for, and what they send."""

from __future__ import annotations

import json
import logging
import re
import secrets
from functools import partial
from types import TracebackType
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import Connection
from tornado.web import HTTPError
from tornado.websocket import WebSocketHandler

from meetings.rooms import answering, asking, rooms, views
from meetings.rooms.asked import Asked, asked
from meetings.rooms.errors import BadAnswer, NoRoom, NotAllowed, NotNow, RoomError, TooMany
from server import network
from server.logs import Discreet
from server.pages.pages import PageHandler
from server.publish.site import Site
from server.rooms.service import Rooms, now
from server.security import protocol_of
from store import StoreError
from widgets.quiz.quiz import plain_question

log = logging.getLogger("kit")

MEMBER = re.compile(r"[A-Za-z0-9_-]{24}")
STATUS: dict[type[BaseException] | None, int] = {
    NoRoom: 404,
    NotAllowed: 403,
    NotNow: 409,
    BadAnswer: 400,
    TooMany: 429,
    StoreError: 503,
}
NOT_KEPT = "Máy chủ chưa lưu được điều vừa gửi; hãy báo người chủ trì, rồi thử lại sau ít phút"
NOT_UNDERSTOOD = "Máy chủ chưa hiểu điều vừa gửi; hãy tải lại trang rồi thử lại"
MOST_LINES = 4_000


class JsonHandler(Discreet):
    """Base of what speaks JSON with the room's pages; refusals have a sentence for whoever reads it."""

    site: Site
    rooms: Rooms

    def initialize(self, site: Site, rooms: Rooms) -> None:
        """Take the course and the rooms."""
        self.site, self.rooms = site, rooms

    def set_default_headers(self) -> None:
        """What a browser has of a room it asks about each time; it is sent again only when it has changed."""
        self.set_header("Content-Type", "application/json; charset=utf-8")
        self.set_header("Cache-Control", "private, no-cache")

    def check_xsrf_cookie(self) -> None:
        """No token: see :meth:`prepare`."""

    def prepare(self) -> None:
        """Refuse what another site sends: browsers let it send no JSON here without asking, which is not granted."""
        if self.request.method != "POST":
            return
        origin = self.request.headers.get("Origin")
        kind = self.request.headers.get("Content-Type", "").partition(";")[0]
        if (origin and urlsplit(origin).netloc != self.request.host) or kind != "application/json":
            raise HTTPError(403)

    def told(self) -> dict[str, Any]:
        """Return what was sent."""
        try:
            sent = json.loads(self.request.body)
        except (ValueError, RecursionError):  # UnicodeDecodeError is a ValueError.
            sent = None
        if not isinstance(sent, dict):
            raise HTTPError(400)
        return sent

    def write_error(self, status_code: int, **details: Any) -> None:
        """Refuse with a sentence: the room's own, or one for all that the machine refuses."""
        error = details.get("exc_info", (None, None))[1]
        self.set_status(STATUS.get(type(error), status_code))
        sentence = NOT_KEPT if isinstance(error, StoreError) else NOT_UNDERSTOOD
        self.finish({"error": str(error) if isinstance(error, RoomError) else sentence})

    def log_exception(
        self, typ: type[BaseException] | None, value: BaseException | None, tb: TracebackType | None
    ) -> None:
        """Write down what failed; of what a room refuses nothing."""
        if isinstance(value, StoreError):
            log.error("Phòng: %s", value)
        elif not isinstance(value, RoomError):
            super().log_exception(typ, value, tb)

    @property
    def member(self) -> str:
        """The random id of this browser; "" for one that has none yet."""
        value = self.get_cookie(self._cookie, "")
        return value if MEMBER.fullmatch(value) else ""

    def ensure_member(self) -> str:
        """Return the browser's id; one that comes first gets one, until the browser ends."""
        if member := self.member:
            return member
        member = secrets.token_urlsafe(18)
        self.set_cookie(
            self._cookie, member, path=f"{self.site.base_url}phong/", httponly=True, samesite="Strict",
            secure=protocol_of(self) == "https",
        )  # fmt: skip
        return member

    @property
    def _cookie(self) -> str:
        return self.settings["room_cookie"]

    @property
    def key(self) -> str:
        """The host's key that came with the request, or ""."""
        kind, _, key = self.request.headers.get("Authorization", "").partition(" ")
        return key if kind == "Bearer" else ""


class RoomPage(PageHandler):
    """The page of a room on a phone, and the page where its code is typed; the same for all, filled by its script."""

    def get(self, code: str = "") -> None:
        """Send the page."""
        self.finish(self.site.render("room.html.j2", code=code))

    head = get


class OpenRoom(JsonHandler):
    """Opens a room for a session."""

    async def post(self) -> None:
        """Open it, and send its code, and its key to the one who opened it."""
        session = self.told().get("session")
        if not isinstance(session, str) or session not in self.site.course.sessions:
            raise HTTPError(400)
        opened = await self.rooms.write(partial(rooms.open_room, session=session, now=now()))
        self.set_status(201)
        self.finish({"code": opened.code, "key": opened.key})


class RoomAddresses(JsonHandler):
    """Under which addresses phones reach a room, each with its QR code."""

    def initialize(self, site: Site, rooms: Rooms, listening: tuple[str, int]) -> None:
        """Take host and port on which the server listens too."""
        super().initialize(site, rooms)
        self.listening = listening

    def get(self, code: str) -> None:
        """Send the addresses; none when only this machine reaches the server."""
        hosts = network.phone_hosts(*self.listening, self.request.host)
        urls = [f"{protocol_of(self)}://{host}{self.site.base_url}phong/{code}/" for host in hosts]
        self.finish({"addresses": [{"url": url, "qr": network.qr_image(url)} for url in urls]})


class MemberState(JsonHandler):
    """What a phone shows."""

    async def get(self, code: str) -> None:
        """Send what the member may see; 304 when it is the same as before."""
        member = self.member

        def look(connection: Connection) -> dict[str, Any]:
            return views.for_member(
                connection, rooms.open_with(connection, code), member, now(), self.rooms.shown
            )

        self.finish(await self.rooms.read(look))


class Join(JsonHandler):
    """Lets somebody take part."""

    async def post(self, code: str) -> None:
        """Join, with a group of one's own choice or none."""
        team = self.told().get("team", "")
        if not isinstance(team, str):
            raise HTTPError(400)
        member = self.ensure_member()

        def act(connection: Connection) -> None:
            room = rooms.open_with(connection, code, lock=True)
            rooms.join(connection, room, member, team, now())

        await self.rooms.write(act)
        self.rooms.tell(code, hosts=True)
        self.finish({})


class Answer(JsonHandler):
    """Takes a member's answer."""

    async def post(self, code: str) -> None:
        """Keep the answer, and send the one that counts."""
        sent, member = self.told(), self.member
        question, number = sent.get("question"), sent.get("round")
        if type(question) is not int or type(number) is not int or abs(question) > 2**31 or abs(number) > 9:
            raise HTTPError(400)

        def act(connection: Connection) -> Any:
            room = rooms.open_with(connection, code, lock=True)
            return answering.answer(connection, room, member, question, number, sent.get("value"), now())

        kept = await self.rooms.write(act)
        self.rooms.tell(code, hosts=True)
        self.finish({"answer": kept})


class Host(JsonHandler):
    """What a host sees, and what a host does; each with a key of the room."""

    async def get(self, code: str) -> None:
        """Send what the wall shows, or to the trainer's own window what else the trainer may see."""
        view = views.for_host if self.get_argument("cho", "") == "nguoi-noi" else views.for_wall

        def look(connection: Connection) -> dict[str, Any]:
            room = rooms.open_with(connection, code)
            rooms.role_of(connection, room, self.key)
            return view(connection, room, now())

        self.finish(await self.rooms.read(look))

    async def post(self, code: str) -> None:
        """Do one step: ``ask`` a question, ``go`` to a phase, ask ``again``, count ``hands``, or ``end``."""
        sent = self.told()
        step = self._step(sent)

        def act(connection: Connection) -> None:
            room = rooms.open_with(connection, code, lock=True)
            rooms.role_of(connection, room, self.key)
            step(connection, room)

        await self.rooms.write(act)
        self.rooms.tell(code)
        self.finish({})

    def _step(self, sent: dict[str, Any]) -> Any:
        at = now()
        match sent:
            case {"do": "ask", "question": str(name)} if one := self._asked(name):
                return lambda connection, room: asking.ask(connection, room, one, at)
            case {"do": "go", "phase": str(phase)}:
                return lambda connection, room: asking.go_to(connection, room, phase, at)
            case {"do": "again"}:
                return lambda connection, room: asking.ask_again(connection, room, at)
            case {"do": "hands", "counts": dict(counts)}:
                return lambda connection, room: asking.count_hands(connection, room, counts)
            case {"do": "end"}:
                return lambda connection, room: rooms.close_room(connection, room, at)
        raise HTTPError(400)

    def _asked(self, name: str) -> Asked | None:
        course = self.site.course
        found = (one for questions in course.questions.values() for one in questions if one.id == name)
        return next((asked(plain_question(course, one)) for one in found), None)


class Line(Discreet, WebSocketHandler):
    """Says “new” whenever a room has changed, and listens to nothing."""

    max_message_size = 1

    def initialize(self, rooms: Rooms) -> None:
        """Take the rooms."""
        self.rooms = rooms

    async def prepare(self) -> None:
        """Refuse the line of a room that is not there, or when there are as many as may be."""
        code = self.path_args[0]
        if sum(map(len, self.rooms.lines.values())) >= MOST_LINES:
            raise HTTPError(429)
        try:
            await self.rooms.read(partial(rooms.open_with, code=code))
        except NoRoom:
            raise HTTPError(404) from None

    def open(self, code: str) -> None:
        """Begin to tell."""
        self.code = code
        self.rooms.listen(code, self, hosts=self.get_argument("cho", "") == "chu-tri")

    def on_message(self, message: str | bytes) -> None:
        """Close the line: it says things, and is told none."""
        self.close()

    def on_close(self) -> None:
        """Stop to tell."""
        self.rooms.leave(self.code, self)

    def write_error(self, status_code: int, **_: object) -> None:
        """Refuse the line without a page; no person reads it."""
        self.finish()
