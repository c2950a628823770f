"""The ``kit`` command."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Annotated, Any, Literal, NoReturn

import typer
from typer.core import TyperGroup


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


@app.callback()
def _kit() -> None:
    """Study kit: serve the sessions, check the content."""


# Named at every command: which course it works on.
CourseFolder = Annotated[
    Path | None,
    typer.Option(
        "--course",
        exists=True,
        file_okay=False,
        help="Folder of the course, with data/ and notebooks/; the one that comes with the kit by default.",
    ),
]


def _folder(course: Path | None) -> Path:
    from course import SHIPPED

    return (course or SHIPPED).resolve()


@app.command()
def serve(
    host: Annotated[
        str, typer.Option(help="Address to listen on; 0.0.0.0 for the local network.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = 8866,
    kernels: Annotated[
        int | None, typer.Option(min=1, help="Most live kernels at a time; by default by free memory.")
    ] = None,
    warm: Annotated[int, typer.Option(min=0, help="Kernels to keep ready for the next visitors.")] = 2,
    name: Annotated[
        list[str] | None,
        typer.Option(
            help="Name by which browsers reach the server, as through a proxy; may be given several times."
        ),
    ] = None,
    course: CourseFolder = None,
    cache: Annotated[
        Path | None,
        typer.Option(
            file_okay=False, help="Folder for rendered sessions; .cache/pages in the course by default."
        ),
    ] = None,
) -> None:
    """Serve home page, sessions and live apps until Ctrl-C."""
    from server import logs, network
    from server.publish import jobs

    logs.to_standard_error()
    with _progress() as progress:
        network.check_port(host, port)
        from server.app import KitServer, configuration

        settings = configuration(host, port, _folder(course), kernels, cache, warm, name or ())
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
    print(f"The kit is at  http://{address}/   (up to {capacity} live kernels; Ctrl-C stops)", flush=True)
    if host not in ("", "0.0.0.0", "::"):
        return
    hosts = network.phone_hosts(host, port, "")
    if not hosts:
        print("No local network was found: connect to one so that phones can reach this machine.", flush=True)
        return
    for one in hosts:
        print(f"On phones      http://{one}/", flush=True)
    network.print_qr(f"http://{hosts[0]}/")


@contextmanager
def _progress(what: str = "Rendering pages") -> Iterator[Callable[[int, int], None]]:
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
                print(f"{what}: {done} of {total}", flush=True)
        if done == total:
            bar.stop()

    try:
        yield show
    finally:
        bar.stop()  # It hides the cursor, which must come back however the work ends.


OUT = Path("dist")


@app.command()
def site(
    out: Annotated[Path, typer.Option(file_okay=False, help="Folder to write.")] = OUT / "site",
    course: CourseFolder = None,
) -> None:
    """Write the kit as a folder of files for any web server."""
    built = _build_site(out, course)
    size = sum(built.files.values()) / 1e6
    print(
        f"{out}: {len(built.files)} files, {size:.1f} MB. Any web server can carry it; start at index.html."
    )


@app.command()
def stick(
    out: Annotated[
        Path | None,
        typer.Option(dir_okay=False, help="File to write; named as course.yml says, in dist/, by default."),
    ] = None,
    course: CourseFolder = None,
) -> None:
    """Zip the kit for a USB stick: opened by double click, without any server."""
    from course import load
    from server.publish.static_site import write_stick

    built = _build_site(OUT / "site", course)
    loaded = load(_folder(course))
    out = out or OUT / f"{loaded.about.name}.zip"
    write_stick(out, built.folder, loaded)
    print(f"{out}: {out.stat().st_size / 1e6:.1f} MB. Unpack it on the stick and open mo-tep-nay-truoc.html.")


def _build_site(out: Path, course: Path | None):
    from course import load
    from server.app import cache_of
    from server.publish.static_site import build

    with _progress() as progress:
        folder = _folder(course)
        return build(out, load(folder), cache_of(folder), progress)


@app.command()
def slides(
    out: Annotated[Path, typer.Option(file_okay=False, help="Folder to write.")] = OUT / "slides",
    course: CourseFolder = None,
) -> None:
    """Write decks, handouts, speaker's pages and PowerPoint files of all sessions and of the course."""
    from course import load
    from server.app import cache_of
    from server.publish.static_site import fitted_decks, rendered
    from slides.paper.forms import write_all

    loaded = load(_folder(course))
    store = cache_of(loaded.folder)
    with _progress() as progress:
        rendered(loaded, store, progress)
    made = fitted_decks(loaded, store)
    with _progress("Writing files") as progress:
        written = write_all(out, made, progress)
    print(f"{out}: {len(written)} files, {sum(path.stat().st_size for path in written) / 1e6:.1f} MB.")


@app.command()
def exam(
    questions: Annotated[int, typer.Option(help="Questions of a paper.")] = 20,
    variants: Annotated[int, typer.Option(help="Papers that differ in their order.")] = 4,
    seed: Annotated[int, typer.Option(help="Fixes choice and order.")] = 7,
    title: Annotated[
        str | None, typer.Option(help="Heading of the papers; as course.yml says by default.")
    ] = None,
    out: Annotated[Path, typer.Option(file_okay=False, help="Folder to write.")] = OUT / "slides",
    course: CourseFolder = None,
) -> None:
    """Write exam papers (de-thi.pdf) and their keys with reasons (de-thi-dap-an.pdf)."""
    from course import load
    from slides.files import write
    from slides.paper import exam as exams

    loaded = load(_folder(course))
    made = exams.variants(loaded, questions, variants, seed)
    names = title or loaded.about.exam_title, loaded.about.title
    papers = write(out / "de-thi.pdf", exams.papers_pdf(made, *names))
    keys = write(out / "de-thi-dap-an.pdf", exams.keys_pdf(made, *names))
    print(f"{papers}, {keys}: {variants} variants of {questions} questions.")


@app.command()
def new(
    folder: Annotated[Path, typer.Argument(help="Folder to write; it must not exist yet, or be empty.")],
    title: Annotated[
        str | None, typer.Option(help="Name of the course; that of the template by default.")
    ] = None,
) -> None:
    """Write a small course to begin from, which tells how to study, present and write with the kit."""
    from server import new_course

    new_course.create(folder, title)
    print(new_course.next_steps(folder))


@app.command()
def check(
    course: CourseFolder = None,
    lang: Annotated[
        Literal["vi", "en"], typer.Option(help="Language of what is said: Vietnamese or English.")
    ] = "vi",
    no_run: Annotated[
        bool, typer.Option("--no-run", help="Leave out what takes a minute: running notebooks, making decks.")
    ] = False,
) -> None:
    """Check all content in data/ and all notebooks, name everything that breaks a rule, or say how much there is."""
    from server import checking
    from server.app import cache_of

    folder = _folder(course)
    found = checking.faults(folder)
    # What takes seconds is told before what takes a minute.
    for fault in found:
        print(fault.told(lang), file=sys.stderr, flush=True)
    if not no_run:
        with _progress("Running notebooks") as progress:
            failed = checking.faults_when_run(folder, cache_of(folder), progress)
        for fault in failed:
            print(fault.told(lang), file=sys.stderr)
        found += failed
    for note in checking.notes(folder, cache_of(folder), lang):
        print(note)
    if found:
        _stop(checking.ENDS[lang][1].format(count=len(found)))
    print(checking.summary(folder, lang))


def _stop(message: str) -> NoReturn:
    print(message, file=sys.stderr)
    raise typer.Exit(1)


def main() -> None:
    """Run the command line."""
    app()


if __name__ == "__main__":
    main()
