"""Writes a new course from the template that comes with the kit: a small one, on how to use the kit itself."""

from __future__ import annotations

import re
import shlex
import sys
import tempfile
import unicodedata
from pathlib import Path

import yaml

import course
from course import ContentError, load
from course.files import writing
from course.kit_error import KitError

TEMPLATE = Path(course.__file__).with_name("template")
SCHEMAS = Path(course.__file__).with_name("schemas")


class CannotCreate(KitError, ValueError):
    """A course that cannot be made as asked; the message says which folder or option, why, and what to do."""


def create(folder: Path, title: str | None = None) -> None:
    """Write a new course, whole or not at all.

    Parameters
    ----------
    folder
        Where; it must not exist yet, or be empty.
    title
        Name of the course, in place of the template's.

    Raises
    ------
    CannotCreate
        When the folder holds something, or the title cannot be one.
    course.files.CannotWrite
        When the system refuses to write there.
    """
    folder = folder.resolve()
    _check_free(folder)
    with writing(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
        place = folder if folder.exists() else folder.parent
        with tempfile.TemporaryDirectory(prefix=f".{folder.name}.", dir=place) as drafts:
            draft = Path(drafts) / "course"
            _copy(draft)
            if title is not None:
                _call(draft, title)
            _put(draft, folder)


def _check_free(folder: Path) -> None:
    if folder.is_dir():
        if found := sorted(path.name for path in folder.iterdir()):
            some = ", ".join(found[:3]) + (", …" if found[3:] else "")
            raise CannotCreate(
                folder, f"thư mục này không trống (có {some}); hãy chọn tên chưa dùng hoặc thư mục trống"
            )
    elif folder.exists():
        raise CannotCreate(folder, "đã có một tệp mang tên này; hãy chọn tên khác cho thư mục")


def _copy(to: Path) -> None:
    # Read and written, not copied: where the kit may not be changed, the author's files may.
    for path in sorted(TEMPLATE.rglob("*")):
        name = path.relative_to(TEMPLATE)
        # Hidden is what was left by looking at the template itself, such as kept pages.
        if path.is_file() and not any(part.startswith(".") for part in name.parts):
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            (to / name).write_text(_with_schema(path.read_text("utf-8")), "utf-8")


def _with_schema(text: str) -> str:
    """Let the first line of a YAML file lead to the schemas from wherever the course lies."""
    return re.sub(r"\A(# yaml-language-server: \$schema=)\S*/schemas(?=/)", rf"\g<1>{SCHEMAS.as_uri()}", text)


def _call(folder: Path, title: str) -> None:
    path = folder / "data" / "course.yml"
    line = yaml.safe_dump({"title": unicodedata.normalize("NFC", title)}, allow_unicode=True, width=10_000)
    written = re.sub(r"^title: .*\n", lambda _: line, path.read_text("utf-8"), count=1, flags=re.MULTILINE)
    path.write_text(written, "utf-8")
    try:
        load(folder)
    except ContentError:
        rule = "tên khóa học phải có chữ, không có thẻ HTML, dấu ngoặc nhọn hay ký tự ẩn; tên đã ghi là"
        raise CannotCreate("--title", f"{rule} {title!r}") from None


def _put(draft: Path, folder: Path) -> None:
    if not folder.exists():
        draft.rename(folder)
        return
    # The author's shell may stand in it, so it is not replaced. By data/ it becomes a course: that comes last.
    for part in sorted(draft.iterdir(), reverse=True):
        part.rename(folder / part.name)


def next_steps(folder: Path) -> str:
    """Return what an author reads after :func:`create`, with commands that work as they stand there."""
    kit, jupyter, here = _program("kit"), _program("jupyter"), shlex.quote(str(folder))
    steps = (
        ("Kiểm tra nội dung và notebook", f"{kit} check --course {here}"),
        ("Mở trang học và bản chiếu", f"{kit} serve --course {here}"),
        ("Ghi các bản in", f"{kit} slides --course {here} --out {shlex.quote(str(folder / 'dist'))}"),
        ("Sửa notebook", f"{jupyter} lab --notebook-dir {here}"),
    )
    told = "\n".join(f"  {what}:\n    {command}" for what, command in steps)
    made, first = folder.resolve(), folder / "data" / "course.yml"
    return f"Đã tạo khóa học mẫu: {made}\nCó thể làm tiếp:\n{told}\nKhi soạn, bắt đầu từ {first}."


def _program(name: str) -> str:
    """Return how a program of the kit's Python is called from the working folder."""
    path, here = Path(sys.executable).with_name(name), Path.cwd()
    return shlex.quote(str(path.relative_to(here) if path.is_relative_to(here) else path))
