"""Adding up: sums that do not depend on order, versions, overlaps, who is missing."""

from __future__ import annotations

import datetime as dt
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meetings.branch_file import BranchFile, MeetingTotals
from meetings.record import Attendance
from meetings.report import Sums, add_up, total
from meetings.versions import Received

DAY = dt.date(2025, 5, 9)


def meeting(day: dt.date = DAY, present: int | None = 20, **fields: object) -> MeetingTotals:
    values = {"revision": 1, "date": day, "begin": "14:00", "end": "16:00", "sessions": ["mot"]} | fields
    return MeetingTotals(members=Attendance(all=30, present=present), **values)


def sent(
    unit: str,
    *meetings: MeetingTotals,
    file: str = "",
    made: dt.date = dt.date(2025, 10, 1),
    superior: str = "",
) -> Received:
    branch = BranchFile(unit=unit, superior=superior, made=made, meetings=list(meetings))
    return Received(file or f"{unit}.json", branch)


files = st.builds(
    sent,
    st.sampled_from(["Chi bộ Hoà", "Chi bộ Hòa", "Chi bộ Sơn", "chi bộ sơn", "Chi bộ Hà"]),
    st.builds(
        meeting, st.dates(DAY, DAY + dt.timedelta(days=2)), st.none() | st.integers(0, 30),
        revision=st.integers(1, 3), begin=st.sampled_from([None, "08:00", "14:00"]), end=st.none(),
        questions=st.integers(0, 5), sessions=st.lists(st.sampled_from(["mot", "hai"]), unique=True),
    ),
    file=st.sampled_from(["a", "b", "c", "d"]),
    made=st.dates(dt.date(2025, 10, 27), dt.date(2025, 11, 2)),
    superior=st.sampled_from(["", "Đảng bộ xã A", "Đảng bộ xã B"]),
)  # fmt: skip
LISTED = ["Chi bộ Hòa", "Chi bộ Sơn", "Chi bộ Vắng"]


@settings(max_examples=40, deadline=None)
@given(st.lists(files, max_size=8), st.randoms(use_true_random=False))
def test_the_order_of_files_does_not_matter(received: list[Received], source: random.Random) -> None:
    shuffled = source.sample(received, len(received))
    last = dt.date(2025, 10, 29)
    one, other = (add_up(files, LISTED, last) for files in (received, shuffled))
    assert one == other
    assert one.sums == total(one.meetings) == sum((row.sums for row in one.units), Sums())
    assert len({(told.identity) for told in one.meetings}) == len(one.meetings)


@settings(max_examples=20, deadline=None)
@given(st.lists(files, max_size=6))
def test_what_is_sent_twice_is_counted_once(received: list[Received]) -> None:
    again = [Received(f"{one.file} (1)", one.branch) for one in received]
    assert add_up([*received, *again]).sums == add_up(received).sums


def test_fifty_units_are_added_up() -> None:
    days = [DAY + dt.timedelta(days=day) for day in range(3)]
    asked = {"questions": 2, "answered": 9, "judged": 9}
    received = [
        sent(f"Chi bộ {at}", *(meeting(day, at % 30, right=at % 9, **asked) for day in days))
        for at in range(50)
    ]
    made = add_up(received, [f"Chi bộ {at}" for at in range(52)])
    assert made.sums == Sums(
        150, 3 * (435 + 190), 0, 300, 1350, 1350, 3 * sum(at % 9 for at in range(50)), 0, 0
    )
    assert (made.missing, made.late, made.strangers, made.remarks) == (("Chi bộ 50", "Chi bộ 51"), (), (), ())
    assert [(row.session, row.meetings, row.units) for row in made.sessions] == [("mot", 150, 50)]
    row = next(row for row in made.units if row.unit == "Chi bộ 7")
    assert (row.members, row.most, row.sessions, row.sums.meetings) == (30, 7, 1, 3)


def test_the_later_version_counts_and_both_are_named() -> None:
    made = add_up([sent("Chi bộ Hoà", meeting(present=20), file="cu.json"),
                   sent("Chi bộ Hòa", meeting(present=25, revision=2), file="moi.json")])  # fmt: skip
    assert (made.sums.meetings, made.sums.attended, len(made.units)) == (1, 25, 1)
    assert made.remarks == (
        "Chi bộ Hòa, buổi ngày 09/05/2025: có hai bản khác nhau; tính bản sửa lần 2 (moi.json), "
        "bỏ bản sửa lần 1 (cu.json).",
    )


def test_two_contents_of_one_revision_contradict() -> None:
    made = add_up([sent("Chi bộ A", meeting(present=20), file="a.json", made=dt.date(2025, 10, 2)),
                   sent("Chi bộ A", meeting(present=25), file="b.json")])  # fmt: skip
    assert made.sums.attended == 20
    assert (
        "hai bản mâu thuẫn, cùng ghi sửa lần 1; tạm tính bản trong a.json, bỏ bản trong b.json"
        in made.remarks[0]
    )


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (("08:00", "10:00"), ("14:00", "16:00"), False), (("08:00", "15:00"), ("14:00", "16:00"), True),
        (("08:00", None), ("14:00", "16:00"), True), ((None, None), ("14:00", "16:00"), True),
    ],
)  # fmt: skip
def test_meetings_of_one_day_that_overlap_are_told(
    first: tuple[str | None, str | None], second: tuple[str, str], told: bool
) -> None:
    both = [meeting(begin=begin, end=end) for begin, end in (first, second)]
    made = add_up([sent("Chi bộ A", *both)])
    assert made.sums.meetings == 2
    assert any("có hai buổi trùng giờ hoặc chưa rõ giờ" in remark for remark in made.remarks) == told


def test_who_is_missing_late_or_not_on_the_list_is_told() -> None:
    last = dt.date(2025, 10, 29)
    made = add_up(
        [sent("Chi bộ thuỷ điện", meeting(), made=last), sent("Chi bộ B", meeting(), made=dt.date(2025, 10, 30)),
         sent("Chi bộ Sơn Ha", meeting())],
        ["Chi bộ Thủy điện", "Chi bộ B", "chi bộ b", "Chi bộ Sơn Hà", "Chi bộ Xa"], last,
    )  # fmt: skip
    assert made.missing == ("Chi bộ Sơn Hà", "Chi bộ Xa")
    assert made.late == ("chi bộ b",)
    assert made.strangers == ("Chi bộ Sơn Ha (có lẽ là “Chi bộ Sơn Hà”)",)
    assert made.remarks == ("Danh sách có hai dòng cùng một đơn vị: “Chi bộ B” và “chi bộ b”; tính là một.",)


def test_only_the_year_that_is_asked_for_counts() -> None:
    old = meeting(dt.date(2024, 12, 31))
    made = add_up(
        [sent("Chi bộ A", meeting(), old), sent("Chi bộ B", old)], ["Chi bộ A", "Chi bộ B"], year=2025
    )
    assert (made.sums.meetings, made.missing) == (1, ("Chi bộ B",))


def test_a_doubled_file_and_numbers_that_are_missing_are_told() -> None:
    one = sent("Chi bộ A", meeting(present=None), file="a.json")
    made = add_up([one, Received("a (1).json", one.branch)])
    assert made.sums.meetings == 1
    assert made.remarks == (
        "a.json giống hệt a (1).json; chỉ tính một lần.",
        "1 buổi chưa ghi số đảng viên có mặt, nên lượt dự thực tế có thể cao hơn: Chi bộ A.",
    )


def test_units_of_one_name_under_two_bodies_are_two() -> None:
    one, other = (sent("Chi bộ thôn 1", meeting(), superior=f"Đảng bộ xã {name}", file=name) for name in "AB")
    listed = ["Chi bộ thôn 1, Đảng bộ xã A", "Chi bộ thôn 1, Đảng bộ xã B"]
    made = add_up([one, other], listed)
    assert [row.unit for row in made.units] == listed
    assert (made.sums.meetings, made.missing, made.strangers) == (2, (), ())
    assert made.remarks == (
        f"Nhiều đơn vị cùng tên, được phân biệt bằng cấp trên: {'; '.join(listed)}; trong danh sách hãy ghi đúng "
        "như vậy.",
    )
    assert [row.unit for row in add_up([one], ["Chi bộ thôn 1"]).units] == ["Chi bộ thôn 1"]
