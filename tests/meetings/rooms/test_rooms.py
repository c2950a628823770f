from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import func, select

from meetings.rooms import rooms
from meetings.rooms.errors import NoRoom, NotAllowed, NotNow, RoomError, TooMany
from meetings.rooms.rooms import LONGEST_MS
from store import Store
from store.tables import room_answers, room_keys, room_members, room_totals
from tests.meetings.rooms.people import Hall, questions


@pytest.fixture
def hall(storage: Store) -> Hall:
    return Hall(storage)


def kept(hall: Hall, table) -> int:
    with hall.storage.read() as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()


def totals(hall: Hall) -> list[dict]:
    return hall.wall()["question"]["totals"]


def test_a_room_is_entered_by_its_code_alone(hall: Hall) -> None:
    assert hall.opened.code.isdigit()
    assert len(hall.opened.code) == 6
    hall.join("an", "be")
    assert hall.wall()["members"] == 2
    with pytest.raises(NoRoom, match="mã sáu chữ số"), hall.storage.read() as connection:
        rooms.open_with(connection, "000000")


def test_whoever_joins_twice_is_one_member_and_may_change_the_group(hall: Hall) -> None:
    hall.join("an", team="Tổ 1")
    hall.join("an", team="  Tổ   2 ")
    assert (hall.wall()["members"], hall.seen("an")["team"]) == (1, "Tổ 2")
    assert hall.seen("be") == {"version": 0, "joined": False, "team": "", "question": None}


def test_a_question_is_read_before_it_can_be_answered(hall: Hall) -> None:
    hall.join("an")
    question = hall.ask(read=False)
    seen = hall.seen("an")["question"]
    assert seen["phase"] == "read"
    assert seen["opens_in"] == questions()["single"].reading_ms
    with pytest.raises(NotNow, match="đang trong thời gian đọc"):
        hall.answer("an", question, ["A"])
    hall.now += seen["opens_in"]
    assert hall.seen("an")["question"]["phase"] == "open"
    assert hall.answer("an", question, ["A"]) == ["A"]


def test_the_key_reaches_nobody_before_the_host_shows_it(hall: Hall) -> None:
    hall.join("an")
    hall.answer("an", hall.ask(), ["B"])
    secret = questions()["single"].key
    for phase in ("open", "closed"):
        if phase == "closed":
            hall.go_to("closed")
        for view in (hall.seen("an"), hall.wall()):
            assert not {"key", "right", "told", "totals"} & set(view["question"])
            assert secret["explanation"] not in json.dumps(view, ensure_ascii=False)
    hall.go_to("shown")
    assert hall.seen("an")["question"]["right"] == secret["right"]
    assert "key" not in hall.seen("an")["question"]
    hall.go_to("explained")
    assert hall.seen("an")["question"]["key"]["explanation"] == secret["explanation"]


def test_the_host_sees_totals_once_a_question_is_closed(hall: Hall) -> None:
    hall.join("an")
    hall.answer("an", hall.ask(), ["B"])
    assert "totals" not in hall.host()["question"]
    hall.go_to("closed")
    assert hall.host()["question"]["totals"][0]["counts"]["B"] == 1


def test_of_several_answers_to_one_round_the_first_counts_also_after_coming_back(hall: Hall) -> None:
    hall.join("an")
    question = hall.ask()
    hall.answer("an", question, ["A"])
    hall.join("an")
    assert hall.answer("an", question, ["B"]) == ["A"]
    hall.go_to("closed")
    # What was sent and not acknowledged is sent once more, perhaps too late: it was kept.
    assert hall.answer("an", question, ["A"]) == ["A"]
    hall.go_to("shown")
    assert totals(hall) == [{"round": 1, "counts": {"A": 1, "B": 0, "C": 0}}]


def test_two_hundred_answers_at_once_are_two_hundred(hall: Hall) -> None:
    names = [f"{number}" for number in range(200)]
    hall.join(*names)
    question = hall.ask()
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda name: hall.answer(name, question, ["C"]), names))
    assert hall.wall()["question"]["answered"] == 200


def test_two_rooms_never_touch(hall: Hall) -> None:
    other = Hall(hall.storage)
    hall.join("an")
    other.join("an", "be")
    first, second = hall.ask(), other.ask("boolean")
    before = other.wall()
    hall.answer("an", first, ["A"])
    hall.go_to("closed")
    with pytest.raises(NotNow):
        hall.answer("an", second, ["A"])
    assert other.wall() == before
    with pytest.raises(NotAllowed), hall.storage.read() as connection:
        rooms.role_of(connection, rooms.open_with(connection, hall.opened.code), other.opened.key)


def test_an_answer_after_closing_is_refused_and_not_taken_for_the_next_question(hall: Hall) -> None:
    hall.join("an")
    first = hall.ask()
    hall.go_to("closed")
    with pytest.raises(NotNow, match="đã hết thời gian"):
        hall.answer("an", first, ["A"])
    hall.ask("boolean")
    with pytest.raises(NotNow, match="đã chuyển sang câu khác"):
        hall.answer("an", first, ["A"])
    assert hall.wall()["question"]["answered"] == 0


def test_whoever_comes_late_gets_the_question_that_stands(hall: Hall) -> None:
    question = hall.ask()
    hall.join("be")
    assert hall.seen("be")["question"]["phase"] == "open"
    hall.answer("be", question, ["A"])
    hall.go_to("closed")
    hall.join("em")
    assert hall.seen("em")["question"]["phase"] == "closed"
    # The next question is read as long as by all others.
    hall.ask("boolean", read=False)
    assert hall.seen("em")["question"]["opens_in"] == questions()["boolean"].reading_ms


def test_nobody_answers_and_the_room_goes_on(hall: Hall) -> None:
    hall.ask()
    for phase in ("closed", "shown", "explained"):
        hall.go_to(phase)
    assert totals(hall) == []
    hall.ask("boolean", read=False)
    assert hall.wall()["question"]["phase"] == "read"


def test_two_rounds_stand_side_by_side(hall: Hall) -> None:
    hall.join("an", "be")
    question = hall.ask()
    hall.answer("an", question, ["A"])
    hall.answer("be", question, ["B"])
    hall.go_to("closed")
    hall.again()
    assert hall.seen("an")["question"]["answer"] is None
    with pytest.raises(NotNow):
        hall.answer("an", question, ["A"], 3)
    hall.answer("an", question, ["B"], 2)
    hall.go_to("closed")
    with pytest.raises(NotNow, match="đã hỏi 2 lượt"):
        hall.again()
    hall.go_to("shown")
    first, second = totals(hall)
    assert first == {"round": 1, "counts": {"A": 1, "B": 1, "C": 0}}
    assert second == {"round": 2, "counts": {"A": 0, "B": 1, "C": 0}}
    with pytest.raises(NotNow, match="chưa hiện đáp án"):
        hall.again()


def test_a_question_that_was_asked_comes_back_as_it_stood(hall: Hall) -> None:
    hall.join("an")
    question = hall.ask()
    hall.answer("an", question, ["A"])
    hall.go_to("closed")
    hall.ask("boolean")
    hall.ask("single")
    assert hall.wall()["question"] | {"shown": None} == hall.wall()["question"] | {
        "id": question,
        "phase": "closed",
        "shown": None,
    }
    assert hall.wall()["question"]["answered"] == 1


@pytest.mark.parametrize(
    ("phase", "step"), [("open", "shown"), ("closed", "explained"), ("shown", "open"), ("read", "shown")]
)
def test_no_step_is_left_out(hall: Hall, phase: str, step: str) -> None:
    hall.ask(read=phase != "read")
    for before in (
        ("closed", "shown")[: ("closed", "shown").index(phase) + 1] if phase in ("closed", "shown") else ()
    ):
        hall.go_to(before)
    with pytest.raises(NotNow, match="chưa thể chuyển"):
        hall.go_to(step)


def test_who_presses_twice_gets_no_error_and_nothing_new(hall: Hall) -> None:
    hall.ask()
    hall.go_to("closed")
    version = hall.wall()["version"]
    hall.go_to("closed")
    assert hall.wall()["version"] == version


def test_without_a_question_there_is_nothing_to_close(hall: Hall) -> None:
    with pytest.raises(NotNow, match="chưa có câu nào"):
        hall.go_to("closed")


def test_hands_and_phones_are_added_up_and_hands_can_be_counted_anew(hall: Hall) -> None:
    hall.join("an")
    hall.answer("an", hall.ask(), ["A"])
    hall.hands(A=10, B=3)
    hall.hands(A=12)
    hall.go_to("closed")
    hall.go_to("shown")
    assert totals(hall) == [{"round": 1, "counts": {"A": 13, "B": 0, "C": 0}}]


@pytest.mark.parametrize("counts", [{"Z": 1}, {"A": -1}, {"A": 10_000}, {"A": "3"}, {"A": True}, {"A": 1.5}])
def test_counts_that_cannot_be_are_refused(hall: Hall, counts: dict) -> None:
    hall.ask()
    with pytest.raises(RoomError, match="Số tay"):
        hall.hands(**counts)


def test_after_the_room_only_totals_are_left(hall: Hall) -> None:
    hall.join("an", "be")
    question = hall.ask()
    hall.answer("an", question, ["A"])
    hall.answer("be", question, ["A"])
    hall.hands(B=4)
    with hall.acting() as (connection, room):
        rooms.close_room(connection, room, hall.now)
    assert [kept(hall, table) for table in (room_members, room_answers, room_keys)] == [0, 0, 0]
    with hall.storage.read() as connection:
        left = select(room_totals.c.means, room_totals.c.choice, room_totals.c.count)
        assert sorted(connection.execute(left).all()) == [("hands", "B", 4), ("phones", "A", 2)]
    with pytest.raises(NoRoom, match="đã kết thúc"):
        hall.join("an")


def test_a_room_that_was_left_open_is_closed_when_the_next_is_opened(hall: Hall) -> None:
    hall.join("an")
    with hall.storage.write() as connection:
        rooms.open_room(connection, "buoi-hai", hall.now + LONGEST_MS + 1)
    assert kept(hall, room_members) == 0


def test_as_many_rooms_as_may_be(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rooms, "MOST_OPEN", 2)
    Hall(hall.storage)
    with pytest.raises(TooMany, match="hãy kết thúc phòng"):
        Hall(hall.storage)


def test_as_many_members_as_may_be_but_those_inside_stay(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rooms, "MOST_MEMBERS", 2)
    hall.join("an", "be")
    with pytest.raises(TooMany):
        hall.join("em")
    hall.join("an")


def test_each_key_says_what_its_holder_may_do(hall: Hall) -> None:
    with hall.acting() as (connection, room):
        remote = rooms.add_key(connection, room.id, rooms.REMOTE)
    with hall.storage.read() as connection:
        room = rooms.open_with(connection, hall.opened.code)
        assert [rooms.role_of(connection, room, key) for key in (hall.opened.key, remote)] == [
            "host",
            "remote",
        ]
        for key in ("", "x" * 32, hall.opened.code):
            with pytest.raises(NotAllowed, match="chỉ người chủ trì"):
                rooms.role_of(connection, room, key)


def test_who_has_not_joined_cannot_answer(hall: Hall) -> None:
    with pytest.raises(NotAllowed, match="Vào phòng"):
        hall.answer("an", hall.ask(), ["A"])


@pytest.mark.parametrize("team", ["O'Hara", "w" * 500, "<script>alert(1)</script>", "=HYPERLINK(1)"])
def test_any_name_of_a_group_is_taken_as_it_is(hall: Hall, team: str) -> None:
    hall.join("an", team=team)
    assert hall.seen("an")["team"] == team[:40]


def test_signs_that_nobody_sees_are_no_part_of_a_name(hall: Hall) -> None:
    hall.join("an", team="Tổ\x00\u202e \n 1")
    assert hall.seen("an")["team"] == "Tổ 1"
