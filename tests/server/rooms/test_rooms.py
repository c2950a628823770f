from __future__ import annotations

import asyncio
import json
import signal
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tornado.httpclient import HTTPClientError

from meetings.rooms.rooms import open_room
from server.rooms.service import Rooms
from store import opened
from tests.server.rooms.hall import Trainer, hears, line, send
from tests.serving import Server, awaited


@pytest.fixture
def trainer(server: Server) -> Trainer:
    return Trainer(server)


def test_a_question_goes_from_reading_to_its_reasons(trainer: Trainer) -> None:
    phones = [trainer.phone("Tổ 1"), trainer.phone(), trainer.phone()]
    trainer.do(do="ask", question="r-01")
    reading = phones[0].sees()["question"]
    assert (reading["phase"], reading["answer"]) == ("read", None)
    assert phones[0].answer(reading["id"], ["A"]).status == 409
    trainer.do(do="go", phase="open")
    for phone, letter in zip(phones, "AAB", strict=True):
        assert json.loads(phone.answer(reading["id"], [letter]).body) == {"answer": [letter]}
    assert trainer.sees()["question"]["answered"] == 3
    trainer.do(do="go", phase="closed")
    trainer.do(do="again")
    for phone in phones:
        phone.answer(reading["id"], ["B"], 2)
    trainer.do(do="go", phase="closed")
    trainer.do(do="go", phase="shown")
    first, second = phones[2].sees()["question"]["totals"]
    assert (first["counts"]["A"], first["counts"]["B"], second["counts"]["B"]) == (2, 1, 3)
    trainer.do(do="go", phase="explained")
    assert phones[2].sees()["question"]["key"]["explanation"]
    assert trainer.do(do="end").status == 200
    assert "đã kết thúc" in json.loads(phones[0].visitor.ask(f"{trainer.path}/toi").body)["error"]


def test_no_answer_of_the_server_holds_the_key_before_it_is_shown(trainer: Trainer) -> None:
    phone = trainer.phone()
    trainer.ask()
    secret = trainer.sees("?cho=nguoi-noi")["question"]["key"]
    told = [
        phone.visitor.ask(f"{trainer.path}/toi").text, phone.visitor.ask(f"{trainer.path}/").text,
        phone.answer(trainer.sees()["question"]["id"], ["A"]).text, json.dumps(trainer.sees(), ensure_ascii=False),
    ]  # fmt: skip
    for words in [secret["explanation"], *secret["reasons"].values()]:
        assert not any(words in one for one in told)
    assert not any('"right"' in one or '"totals"' in one for one in told)


@pytest.mark.parametrize(
    "step",
    [
        {"do": "ask", "question": "r-01"}, {"do": "go", "phase": "shown"}, {"do": "again"},
        {"do": "hands", "counts": {"A": 1}}, {"do": "end"},
    ],
)  # fmt: skip
def test_a_member_can_do_nothing_that_a_host_does(trainer: Trainer, step: dict) -> None:
    phone, stranger = trainer.phone(), Trainer(trainer.server)
    trainer.ask()
    before = trainer.sees()
    for key in ("", "x", trainer.code, stranger.key):
        refused = send(phone.visitor, f"{trainer.path}/chu-tri", step, Authorization=f"Bearer {key}")
        assert refused.status == 403
        assert "chỉ người chủ trì" in json.loads(refused.body)["error"]
    assert phone.visitor.ask(f"{trainer.path}/chu-tri").status == 403
    assert trainer.sees() == before


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"{", b"null", b"\xff", b'{"question": 1e99, "round": 1}', b'{"question": true, "round": 1}',
             b'{"question": 99999999999999999999, "round": 1}', b'{"question": 1, "round": 1, "value": ' + b"[" * 2000]
)  # fmt: skip
@pytest.mark.parametrize("act", ["vao", "tra-loi", "chu-tri"])
def test_what_is_no_message_is_refused_with_a_sentence(trainer: Trainer, act: str, body: bytes) -> None:
    phone = trainer.phone()
    refused = send(phone.visitor, f"{trainer.path}/{act}", body, Authorization=f"Bearer {trainer.key}")
    assert refused.status in (400, 409) or (act == "vao" and refused.status == 200)
    assert trainer.sees()["members"] == 1


def test_a_large_message_and_one_of_another_site_are_refused(trainer: Trainer) -> None:
    phone = trainer.phone()
    assert send(phone.visitor, f"{trainer.path}/vao", {"team": "x" * 5000}).status == 413
    for headers in ({"Origin": "http://example.org"}, {"Content-Type": "text/plain"}):
        assert send(phone.visitor, f"{trainer.path}/vao", {"team": ""}, **headers).status == 403


@pytest.mark.parametrize("session", ["khong-co", "", None, 5, {"a": 1}])
def test_a_room_is_opened_for_a_session_of_the_course(server: Server, session: object) -> None:
    assert send(server.visitor(), "/phong/mo", {"session": session}).status == 400


def test_a_code_that_leads_nowhere_is_said(server: Server) -> None:
    refused = server.visitor().ask("/phong/000000/toi")
    assert refused.status == 404
    assert "hãy xem lại mã sáu chữ số" in json.loads(refused.body)["error"]
    with pytest.raises(HTTPClientError, match="404"):
        awaited(line(server, "000000"))


def test_what_has_not_changed_is_not_sent_again(trainer: Trainer) -> None:
    phone = trainer.phone()
    first = phone.visitor.ask(f"{trainer.path}/toi")
    tag = {"If-None-Match": first.headers["Etag"]}
    assert phone.visitor.ask(f"{trainer.path}/toi", **tag).status == 304
    trainer.ask()
    assert phone.visitor.ask(f"{trainer.path}/toi", **tag).status == 200


def test_an_error_of_one_act_is_that_acts_alone(tmp_path: Path) -> None:
    async def together() -> list:
        gathered = Rooms(lambda: opened(tmp_path))
        acts = [lambda _: 1 / 0, lambda connection: open_room(connection, "buoi-hai", 1).id]
        results = await asyncio.gather(*map(gathered.write, acts), return_exceptions=True)
        gathered.close()
        return results

    failed, room = awaited(together())
    assert isinstance(failed, ZeroDivisionError)
    assert room == 1


def test_a_hall_answers_in_the_same_moment_and_nothing_is_lost(trainer: Trainer) -> None:
    phones = [trainer.phone() for _ in range(60)]
    question = trainer.ask()
    with ThreadPoolExecutor(20) as threads:
        answered = list(threads.map(lambda phone: phone.answer(question, ["C"]).status, phones * 2))
    assert set(answered) == {200}
    trainer.do(do="go", phase="closed")
    trainer.do(do="go", phase="shown")
    assert trainer.sees()["question"]["totals"][0]["counts"]["C"] == 60


def test_a_change_is_told_to_its_own_room_and_to_no_other(trainer: Trainer) -> None:
    other = Trainer(trainer.server)

    async def listen() -> tuple[str | None, str | None]:
        own, others = await line(trainer.server, trainer.code), await line(trainer.server, other.code)
        await asyncio.to_thread(trainer.ask)
        heard = await hears(own, 10), await hears(others, 0.5)
        own.close(), others.close()
        return heard

    assert awaited(listen()) == ("new", None)


def test_a_line_that_is_spoken_to_is_closed_and_the_room_goes_on(trainer: Trainer) -> None:
    async def speak() -> str | None:
        own = await line(trainer.server, trainer.code)
        await own.write_message(b"\x00" * 100, binary=True)
        return await own.read_message()

    assert awaited(speak()) is None
    assert trainer.sees()["members"] == 0


def test_what_was_acknowledged_is_there_after_a_kill(start_prepared, notebooks: Path, tmp_path: Path) -> None:
    options = ("--state", str(tmp_path / "state"))
    killed = start_prepared(notebooks, *options)
    trainer = Trainer(killed)
    phones = [trainer.phone() for _ in range(5)]
    question = trainer.ask()
    assert {phone.answer(question, ["B"]).status for phone in phones} == {200}
    killed.stop(signal.SIGKILL)
    trainer.server = start_prepared(notebooks, *options)
    trainer.laptop.port = trainer.server.port
    # Cookies name the port; phones come back to the same one where a person starts it.
    assert trainer.sees()["question"]["answered"] == 5
    trainer.do(do="go", phase="closed")
    trainer.do(do="go", phase="shown")
    assert trainer.sees()["question"]["totals"][0]["counts"]["B"] == 5


def test_without_a_place_to_keep_rooms_pages_come_and_the_trainer_is_told(
    start_prepared, notebooks: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    server = start_prepared(notebooks, "--state", str(tmp_path / "file" / "state"))
    refused = send(server.visitor(), "/phong/mo", {"session": "buoi-hai"})
    assert refused.status == 503
    assert "chưa lưu được" in json.loads(refused.body)["error"]
    assert server.visitor().ask("/").status == 200
    assert "--state" in server.log.read_text("utf-8")
