"""The courses that tests work on."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

import nbformat

from course import SHIPPED, Course, load

# One plan, one list, two sessions with every kind of question: enough for what is not about the shipped course.
SMALL = Path(__file__).parent / "course" / "minimal"
# What `kit new` writes.
TEMPLATE = SHIPPED / "course" / "template"


@cache
def shipped() -> Course:
    """Return the course that comes with the kit, loaded once."""
    return load(SHIPPED)


def bare_course(folder: Path, tools: bool = True) -> Path:
    """Write a copy of the small course that has only what every course has, and a page for searching if wanted."""
    data = Path(shutil.copytree(SMALL / "data", folder / "data"))
    for name in ("book", "documents", "corrections", "glossary", "qa", "flashcards"):
        (data / f"{name}.yml").unlink()
    shutil.rmtree(data / "plans")
    _rewrite(data / "course.yml", ("plans_link: Nội dung kế hoạch\n", ""))
    _rewrite(data / "facts.csv", (",lech-so", ","))
    _rewrite(
        data / "outline.yml", ("  notes: [lech-so]\n", ""), ("      notes: [chu-sai]\n", ""),
        (", theo {doc:kh-1}", ""), ("  part: phan-mot\n", ""),
    )  # fmt: skip
    _rewrite(data / "sessions.yml", ("  shows: [book, documents]\n", ""), ("  shows: [plans-in-full]\n", ""))
    _rewrite(data / "tools.yml", ("[search, glossary]", "[search]"))
    if not tools:
        (data / "tools.yml").unlink()
    return folder


def _rewrite(path: Path, *changes: tuple[str, str]) -> None:
    text = path.read_text("utf-8")
    for old, new in changes:
        assert old in text, f"{path.name} no longer holds {old!r}; mend this function"
        text = text.replace(old, new)
    path.write_text(text, "utf-8")


def course_folder(folder: Path) -> Path:
    """Make a folder with the small course's data and no notebooks yet."""
    (folder / "notebooks").mkdir(parents=True, exist_ok=True)
    if not (folder / "data").exists():
        (folder / "data").symlink_to(SMALL / "data")
    return folder


def write_notebook(path: Path, *cells: nbformat.NotebookNode) -> None:
    """Write a notebook of these cells."""
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook = nbformat.v4.new_notebook(metadata={"kernelspec": kernel}, cells=list(cells))
    nbformat.write(notebook, path)
