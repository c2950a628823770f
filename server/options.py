"""What several commands are asked: which course they work on, and where they write."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

OUT = Path("dist")

CourseFolder = Annotated[
    Path | None,
    typer.Option(
        "--course",
        exists=True,
        file_okay=False,
        help="Thư mục của khóa học, có data/ và notebooks/; không ghi thì là khóa học đi kèm.",
    ),
]

# At every command that reads or writes what people do together.
StateFolder = Annotated[
    Path | None,
    typer.Option(
        "--state",
        file_okay=False,
        help="Thư mục giữ dữ liệu; không ghi thì là var/ trong khóa học, không để trên ổ mạng.",
    ),
]
Database = Annotated[
    str | None,
    typer.Option(
        "--database",
        help="Địa chỉ PostgreSQL (postgresql+psycopg://…) để dùng thay cho tệp trong thư mục ấy.",
    ),
]


def course_folder(course: Path | None) -> Path:
    """Return the folder of the course that is named, or of the one that ships."""
    from course import SHIPPED

    return (course or SHIPPED).resolve()
