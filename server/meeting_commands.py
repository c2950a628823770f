"""The ``kit meeting`` commands: papers of meetings, what branches send, and reports."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from server.options import OUT, CourseFolder, course_folder

if TYPE_CHECKING:
    from course import Course
    from meetings.papers import Layout
    from meetings.report import Report

meeting = typer.Typer(
    no_args_is_help=True, help="Biên bản, tệp chi bộ gửi lên và báo cáo về các buổi sinh hoạt."
)

PAPERS = OUT / "meetings"
_MARGINS = (20.0, 20.0, 30.0, 15.0)
Margins = Annotated[
    tuple[float, float, float, float],
    typer.Option(min=5, max=60, help="Lề trên, dưới, trái, phải, tính bằng mm."),
]
Behalf = Annotated[str, typer.Option(help="Ký thay mặt ai; ghi trống thì bỏ dòng này.")]
Recipients = Annotated[list[str] | None, typer.Option("--recipient", help="Nơi nhận; có thể ghi nhiều lần.")]
Folder = Annotated[Path, typer.Option("--out", file_okay=False, help="Thư mục để ghi.")]


@meeting.command(help="Ghi mẫu trống để viết tay: biên bản, báo cáo; và tệp trống để ghi một buổi.")
def blank(margins: Margins = _MARGINS, behalf: Behalf = "T/M CHI BỘ", out: Folder = PAPERS) -> None:
    """Write forms to fill in by hand, and an empty record."""
    from course.files import write
    from meetings.minutes import minutes as minutes_of
    from meetings.record import Record
    from meetings.record_file import to_file
    from meetings.report import Report, Sums
    from meetings.report_papers import Head, report_paper

    layout = _layout(margins, behalf)
    nothing = Report((), (), (), Sums())
    for name, body in (
        ("bien-ban-trong.docx", minutes_of(Record(), layout)),
        ("bao-cao-trong.docx", report_paper(nothing, Head(), layout)),
        ("buoi-sinh-hoat.json", to_file(Record())),
    ):
        print(write(out / name, body))


@meeting.command(
    help="Ghi biên bản (.docx) của một buổi, theo thể thức văn bản của Đảng hoặc theo mẫu của đơn vị."
)
def minutes(
    record: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="Tệp .json ghi buổi ấy.")],
    template: Annotated[
        Path | None,
        typer.Option(exists=True, dir_okay=False, help="Mẫu .docx của đơn vị, có chỗ như {{ don_vi }}."),
    ] = None,
    recipients: Recipients = None,
    margins: Margins = _MARGINS,
    behalf: Behalf = "T/M CHI BỘ",
    out: Annotated[
        Path | None,
        typer.Option(dir_okay=False, help="Tệp để ghi; không ghi thì ở dist/meetings/, theo tên tệp buổi."),
    ] = None,
) -> None:
    """Write the minutes of a meeting."""
    from course.files import write
    from meetings import own_form, record_file
    from meetings.minutes import minutes as minutes_of

    held = record_file.from_file(record.name, record.read_bytes(), dt.date.today())
    left_out: tuple[str, ...] = ()
    if template:
        body, left_out = own_form.fill(template.name, template.read_bytes(), held)
    else:
        body = minutes_of(held, _layout(margins, behalf), recipients or ())
    print(write(out or PAPERS / f"{record.stem}.docx", body))
    if left_out:
        print(f"Mẫu không có chỗ cho: {', '.join(left_out)}.")


@meeting.command(help="Gộp các buổi của một chi bộ thành một tệp nhỏ để gửi lên; trong tệp không có tên ai.")
def send(
    records: Annotated[
        list[Path], typer.Argument(exists=True, dir_okay=False, help="Các tệp .json ghi từng buổi.")
    ],
    unit: Annotated[str, typer.Option(help="Tên đơn vị; không ghi thì theo các buổi.")] = "",
    out: Annotated[
        Path | None,
        typer.Option(dir_okay=False, help="Tệp để ghi; không ghi thì ở dist/meetings/, theo tên đơn vị."),
    ] = None,
) -> None:
    """Write the one file of totals that a branch sends."""
    from course.files import write
    from course.formats import slug
    from meetings import branch_file, record_file

    today = dt.date.today()
    held = [(path.name, record_file.from_file(path.name, path.read_bytes(), today)) for path in records]
    branch = branch_file.gathered(held, unit, today)
    written = write(out or PAPERS / f"gui-len-{slug(branch.unit)}.json", branch_file.to_file(branch))
    print(f"{written}: {branch.unit}, {len(branch.meetings)} buổi. Gửi tệp này bằng cách nào cũng được.")


@meeting.command(
    help="Cộng các tệp chi bộ gửi lên trong một thư mục: báo cáo .docx và .xlsx, ai chưa gửi, chỗ cần hỏi lại."
)
def report(
    folder: Annotated[
        Path,
        typer.Argument(
            exists=True, file_okay=False, help="Thư mục có các tệp gửi lên, hoặc tệp ghi từng buổi."
        ),
    ],
    units: Annotated[
        Path | None,
        typer.Option(
            exists=True,
            dir_okay=False,
            help="Danh sách đơn vị phải gửi: .txt mỗi dòng một đơn vị, .csv, .xlsx.",
        ),
    ] = None,
    column: Annotated[str, typer.Option(help="Tên cột ghi đơn vị trong danh sách.")] = "",
    before: Annotated[
        dt.datetime | None,
        typer.Option(
            formats=["%Y-%m-%d", "%d/%m/%Y"], help="Phải gửi trước ngày này; không ghi thì theo kế hoạch."
        ),
    ] = None,
    year: Annotated[
        int | None, typer.Option(min=1945, max=2100, help="Chỉ tính các buổi của năm này.")
    ] = None,
    unit: Annotated[str, typer.Option(help="Đơn vị báo cáo.")] = "",
    superior: Annotated[str, typer.Option(help="Cơ quan cấp trên của đơn vị báo cáo.")] = "",
    to: Annotated[str, typer.Option(help="Kính gửi ai.")] = "",
    signer: Annotated[str, typer.Option(help="Chức vụ người ký.")] = "",
    recipients: Recipients = None,
    margins: Margins = _MARGINS,
    behalf: Behalf = f"T/M {'.' * 16}",
    out: Folder = PAPERS,
    course: CourseFolder = None,
) -> None:
    """Add up what branches have sent, and write the report upward."""
    from course import load
    from course.files import write
    from meetings.report import add_up
    from meetings.report_papers import Head, report_paper
    from meetings.report_sheets import report_sheets
    from server import unit_list
    from server.received import read_folder

    loaded = load(course_folder(course))
    today = dt.date.today()
    received, refused = read_folder(folder, today)
    for sentence in refused:
        typer.echo(sentence, err=True)
    last_day = _last_day(loaded, before, year or today.year)
    names = unit_list.read(units, column) if units else []
    made = add_up(received, names, last_day, year)
    alone = made.units[0].unit if len(made.units) == 1 else ""
    head = Head(
        superior=superior, unit=unit or alone, day=today, period=f"năm {year}" if year else "", to=to,
        signer=signer, recipients=recipients or (),
        titles={slug: page.title for slug, page in loaded.sessions.items()},
    )  # fmt: skip
    print(write(out / "bao-cao.docx", report_paper(made, head, _layout(margins, behalf))))
    print(write(out / "bao-cao.xlsx", report_sheets(made, head)))
    _tell(made, len(received), len(refused), names, last_day)


def _layout(margins: tuple[float, float, float, float], behalf: str) -> Layout:
    from meetings.papers import Layout

    return Layout(*margins, behalf=behalf)


def _last_day(course: Course, before: dt.datetime | None, year: int) -> dt.date | None:
    from meetings.due import last_day

    if before:
        return before.date() - dt.timedelta(days=1)
    if (found := last_day(course, year)) is None:
        return None
    print(f"Hạn theo kế hoạch: “{found[1]}”; hạn khác thì ghi --before.")
    return found[0]


def _tell(made: Report, files: int, refused: int, names: list[str], last_day: dt.date | None) -> None:
    from course.formats import day

    sums = made.sums
    print(f"{files} tệp, {len(made.units)} đơn vị, {sums.meetings} buổi, {sums.attended} lượt đảng viên dự.")
    if refused:
        print(f"{refused} tệp không đọc được nên không được tính, xem ở trên.")
    if names:
        limit = f" (ngày cuối là {day(last_day)})" if last_day else ""
        print(f"Chưa gửi{limit}: {'; '.join(made.missing) or 'không có đơn vị nào'}.")
    for label, units in (("Gửi sau hạn", made.late), ("Không có trong danh sách", made.strangers)):
        if units:
            print(f"{label}: {'; '.join(units)}.")
    for remark in made.remarks:
        print(f"Lưu ý: {remark}")
