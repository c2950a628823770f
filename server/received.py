"""A folder of files that units have sent: each is read, and what cannot be used is told and keeps no other back."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from course.kit_error import KitError
from meetings import branch_file, files, record_file
from meetings.branch_file import BranchFile
from meetings.file_error import MeetingFileError
from meetings.record import Record
from meetings.versions import Received


def read_folder(folder: Path, today: dt.date) -> tuple[list[Received], list[str]]:
    """Return what the files ending in ``.json`` hold, in the folder and below it.

    Parameters
    ----------
    folder
        Has files of branches, records of single meetings, or both.
    today
        A meeting that was held cannot be later.

    Returns
    -------
    received
        By the names of their files.
    refused
        For each file that cannot be used a sentence that says why.

    Raises
    ------
    MeetingFileError
        When there is no such file at all.
    """
    received: list[Received] = []
    refused: list[str] = []
    paths = sorted(path for path in folder.rglob("*.json") if path.is_file())
    if not paths:
        raise MeetingFileError(folder, "không có tệp .json nào; hãy chép các tệp chi bộ gửi lên vào đây")
    for path in paths:
        name = path.relative_to(folder).as_posix()
        try:
            received.append(Received(name, _read(name, path, today)))
        except KitError as error:
            refused.append(error.told())
        except OSError as error:
            refused.append(f"{name}: không mở được tệp ({error.strerror}).")
    return received, refused


def _read(name: str, path: Path, today: dt.date) -> BranchFile:
    body = path.read_bytes()
    if files.parsed(name, body)["kind"] != Record.model_fields["kind"].default:
        return branch_file.from_file(name, body)
    # A record that came by itself counts as a file of one meeting.
    return branch_file.gathered([(name, record_file.from_file(name, body, today))], "", today)
