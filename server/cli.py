"""The ``kit`` command."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Annotated, Any, Literal, NoReturn

import typer
from typer.core import TyperGroup

from server.meeting_commands import meeting
from server.options import OUT, CourseFolder, Database, StateFolder, course_folder


class _Commands(TyperGroup):
    """Ends with one sentence where something went wrong that a person can mend."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except Exception as error:
            from course.kit_error import KitError

            if isinstance(error, KitError):
                _stop(error.told())
            raise


app = typer.Typer(cls=_Commands, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


app.add_typer(meeting, name="meeting")


@app.callback(help="Bộ tài liệu học tập: mở các buổi học, kiểm tra nội dung.")
def _kit() -> None:
    """Study kit: serve the sessions, check the content."""


@app.command(help="Mở trang chủ, các buổi học và trang tương tác cho tới khi bấm Ctrl-C.")
def serve(
    host: Annotated[
        str, typer.Option(help="Địa chỉ để mở; 0.0.0.0 thì cả mạng nội bộ vào được.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Cổng để mở.")] = 8866,
    kernels: Annotated[
        int | None,
        typer.Option(
            min=1, help="Số kernel chạy cùng lúc, nhiều nhất; không ghi thì tính theo bộ nhớ còn trống."
        ),
    ] = None,
    warm: Annotated[int, typer.Option(min=0, help="Số kernel chuẩn bị sẵn cho người vào sau.")] = 2,
    name: Annotated[
        list[str] | None,
        typer.Option(help="Tên mà trình duyệt dùng để vào máy chủ, như khi qua proxy; có thể ghi nhiều lần."),
    ] = None,
    course: CourseFolder = None,
    cache: Annotated[
        Path | None,
        typer.Option(
            file_okay=False,
            help="Thư mục giữ các trang đã dựng; không ghi thì là .cache/pages trong khóa học.",
        ),
    ] = None,
    state: StateFolder = None,
    database: Database = None,
) -> None:
    """Serve home page, sessions and live apps until Ctrl-C."""
    from server import logs, network
    from server.publish import jobs

    logs.to_standard_error()
    with _progress() as progress:
        network.check_port(host, port)
        from server.app import KitServer, configuration

        settings = configuration(
            host, port, course_folder(course), kernels, cache, warm, name or (), state, database
        )
        server = KitServer.instance(config=settings)
        server.progress = progress
        server.initialize([])
        _announce(host, port, server.config.LiveKernels.capacity)
        server.start()
    jobs.leave(0)


def _announce(host: str, port: int, capacity: int) -> None:
    from server import network

    shown = {"": "127.0.0.1", "0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    address = network.host_port(shown, port)
    print(f"Bộ tài liệu mở ở  http://{address}/   (nhiều nhất {capacity} kernel; Ctrl-C để dừng)", flush=True)
    if host not in ("", "0.0.0.0", "::"):
        return
    hosts = network.phone_hosts(host, port, "")
    if not hosts:
        print("Không thấy mạng nội bộ nào: hãy nối máy vào mạng để điện thoại vào được.", flush=True)
        return
    for one in hosts:
        print(f"Trên điện thoại    http://{one}/", flush=True)
    network.print_qr(f"http://{hosts[0]}/")


@contextmanager
def _progress(what: str = "Dựng các trang") -> Iterator[Callable[[int, int], None]]:
    """Give what shows how far work has come: a bar, or lines where there is no terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    bar = Progress(*columns, console=Console(), disable=not sys.stdout.isatty())
    tasks: list = []

    def show(done: int, total: int) -> None:
        if done == 0:
            tasks.append(bar.add_task("", total=total))
            bar.start()
        bar.update(tasks[-1], completed=done)
        if bar.disable:
            with suppress(OSError):  # Nobody reads any more; the work goes on.
                print(f"{what}: {done}/{total}", flush=True)
        if done == total:
            bar.stop()

    try:
        yield show
    finally:
        bar.stop()  # It hides the cursor, which must come back however the work ends.


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB".replace(".", ",")


@app.command(help="Ghi bộ tài liệu thành thư mục tệp, đặt được lên máy chủ web nào cũng được.")
def site(
    out: Annotated[Path, typer.Option(file_okay=False, help="Thư mục để ghi.")] = OUT / "site",
    course: CourseFolder = None,
) -> None:
    """Write the kit as a folder of files for any web server."""
    built = _build_site(out, course)
    size = sum(built.files.values())
    print(
        f"{out}: {len(built.files)} tệp, {_megabytes(size)}. Máy chủ web nào cũng đặt được; bắt đầu từ index.html."
    )


@app.command(help="Nén bộ tài liệu để chép vào USB: mở bằng nhấp đúp, không cần máy chủ.")
def stick(
    out: Annotated[
        Path | None,
        typer.Option(dir_okay=False, help="Tệp để ghi; không ghi thì ở dist/, tên theo course.yml."),
    ] = None,
    course: CourseFolder = None,
) -> None:
    """Zip the kit for a USB stick: opened by double click, without any server."""
    from course import load
    from server.publish.static_site import write_stick

    built = _build_site(OUT / "site", course)
    loaded = load(course_folder(course))
    out = out or OUT / f"{loaded.about.name}.zip"
    write_stick(out, built.folder, loaded)
    print(f"{out}: {_megabytes(out.stat().st_size)}. Giải nén vào USB rồi mở mo-tep-nay-truoc.html.")


def _build_site(out: Path, course: Path | None):
    from course import load
    from server.publish.shelf import store_of
    from server.publish.static_site import build

    with _progress() as progress:
        folder = course_folder(course)
        return build(out, load(folder), store_of(folder), progress)


@app.command(help="Ghi mọi bản in, tệp PowerPoint và phông chữ đi kèm của mọi buổi và của cả khóa học.")
def slides(
    out: Annotated[Path, typer.Option(file_okay=False, help="Thư mục để ghi.")] = OUT / "slides",
    course: CourseFolder = None,
) -> None:
    """Write all printed files and PowerPoint files of all sessions and of the course, and their font."""
    from course import load
    from server.publish.shelf import store_of
    from server.publish.static_site import fitted_decks, rendered
    from slides.paper.forms import write_all

    loaded = load(course_folder(course))
    store = store_of(loaded.folder)
    with _progress() as progress:
        rendered(loaded, store, progress)
    made = fitted_decks(loaded, store)
    with _progress("Ghi các tệp") as progress:
        written = write_all(out, made, progress)
    print(f"{out}: {len(written)} tệp, {_megabytes(sum(path.stat().st_size for path in written))}.")


@app.command(help="Ghi đề thi (de-thi.pdf) và đáp án kèm lý do (de-thi-dap-an.pdf).")
def exam(
    questions: Annotated[int, typer.Option(help="Số câu của một đề.")] = 20,
    variants: Annotated[int, typer.Option(help="Số mã đề, khác nhau ở thứ tự.")] = 4,
    seed: Annotated[int, typer.Option(help="Số cố định việc chọn câu và xếp thứ tự.")] = 7,
    title: Annotated[str | None, typer.Option(help="Tên của đề; không ghi thì theo course.yml.")] = None,
    out: Annotated[Path, typer.Option(file_okay=False, help="Thư mục để ghi.")] = OUT / "slides",
    course: CourseFolder = None,
) -> None:
    """Write exam papers (de-thi.pdf) and their keys with reasons (de-thi-dap-an.pdf)."""
    from course import load
    from course.files import write
    from slides.paper import exam as exams

    loaded = load(course_folder(course))
    made = exams.variants(loaded, questions, variants, seed)
    names = title or loaded.about.exam_title, loaded.about.title
    papers = write(out / "de-thi.pdf", exams.papers_pdf(made, *names))
    keys = write(out / "de-thi-dap-an.pdf", exams.keys_pdf(made, *names))
    print(f"{papers}, {keys}: {variants} mã đề, mỗi đề {questions} câu.")


@app.command(help="Ghi một khóa học nhỏ để bắt đầu soạn; khóa học ấy chỉ cách học, trình bày và soạn.")
def new(
    folder: Annotated[Path, typer.Argument(help="Thư mục để ghi; phải chưa có, hoặc trống.")],
    title: Annotated[str | None, typer.Option(help="Tên khóa học; không ghi thì theo mẫu.")] = None,
) -> None:
    """Write a small course to begin from, which tells how to study, present and write with the kit."""
    from server import new_course

    new_course.create(folder, title)
    print(new_course.next_steps(folder))


@app.command(
    help="Kiểm tra nội dung trong data/ và các sổ; nêu mọi chỗ chưa đúng, hoặc cho biết có bao nhiêu nội dung."
)
def check(
    course: CourseFolder = None,
    lang: Annotated[
        Literal["vi", "en"], typer.Option(help="Ngôn ngữ của lời báo: tiếng Việt hoặc tiếng Anh.")
    ] = "vi",
    no_run: Annotated[
        bool, typer.Option("--no-run", help="Bỏ phần mất vài phút: chạy các sổ, dựng bản chiếu.")
    ] = False,
) -> None:
    """Check all content in data/ and all notebooks, name everything that breaks a rule, or say how much there is."""
    from server import checking
    from server.publish.shelf import store_of

    folder = course_folder(course)
    found = checking.faults(folder)
    # What takes seconds is told before what takes a minute.
    for fault in found:
        print(fault.told(lang), file=sys.stderr, flush=True)
    if not no_run:
        with _progress("Chạy các sổ") as progress:
            failed = checking.faults_when_run(folder, store_of(folder), progress)
        for fault in failed:
            print(fault.told(lang), file=sys.stderr)
        found += failed
    for note in checking.notes(folder, store_of(folder), lang):
        print(note)
    if found:
        _stop(checking.ENDS[lang][1].format(count=len(found)))
    print(checking.summary(folder, lang))


@app.command(help="Sao lưu dữ liệu của các buổi sinh hoạt vào một tệp; máy chủ vẫn chạy trong lúc ấy.")
def backup(
    file: Annotated[Path, typer.Argument(dir_okay=False, help="Tệp để ghi, như sao-luu.zip.")],
    state: StateFolder = None,
    database: Database = None,
    course: CourseFolder = None,
) -> None:
    """Copy all that is stored into a file, while the server runs."""
    from store.backup import back_up

    with _storage(state, database, course) as storage:
        rows = back_up(storage, file)
    print(f"{file}: đã sao lưu {sum(rows.values())} mục.")


@app.command(help="Khôi phục dữ liệu từ một tệp sao lưu, thay cho toàn bộ dữ liệu đang có.")
def restore(
    file: Annotated[Path, typer.Argument(dir_okay=False, help="Tệp do kit backup ghi.")],
    state: StateFolder = None,
    database: Database = None,
    course: CourseFolder = None,
) -> None:
    """Put what a file holds in the place of all that is stored, while the server runs."""
    from store.backup import restore as put_back

    with _storage(state, database, course) as storage:
        rows = put_back(storage, file)
    print(f"{file}: đã khôi phục {sum(rows.values())} mục.")


def _storage(state: Path | None, database: str | None, course: Path | None) -> closing[Any]:
    from store import FOLDER, opened

    return closing(opened(state or course_folder(course) / FOLDER, database))


def _stop(message: str) -> NoReturn:
    print(message, file=sys.stderr)
    raise typer.Exit(1)


def main() -> None:
    """Run the command line."""
    _let_letters_lack()
    app()


def _let_letters_lack() -> None:
    """Print words with gaps rather than none where output has no Vietnamese letters, as a pipe on Windows."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


if __name__ == "__main__":
    main()
