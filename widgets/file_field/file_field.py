"""A file of the reader's own for the kernel: chosen in the browser, sent in parts that a live page's line takes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import traitlets

from shown.model import Block, text
from widgets.base import KitWidget

# As many as the largest file that is asked for.
MOST_BYTES = 16 * 2**20


class FileField(KitWidget, module="file_field"):
    """A button that opens the device's own choice of files, and a line that says what came of it.

    Parameters
    ----------
    label
        What the button says.
    accept
        Endings of files, as browsers take them: ``".csv,.xlsx"``.
    take
        Called with name and bytes of a file that has come whole; returns what the line says of it. What it raises as a
        ``ValueError`` is said as well.
    shrink
        Whether the browser makes large photographs smaller before it sends them.
    """

    label = traitlets.Unicode().tag(sync=True)
    accept = traitlets.Unicode().tag(sync=True)
    shrink = traitlets.Bool().tag(sync=True)
    said = traitlets.Unicode(help="What became of the last file").tag(sync=True)
    failed = traitlets.Bool(help="Whether it was refused").tag(sync=True)
    busy = traitlets.Bool(help="Whether a chosen file is not read yet").tag(sync=True)

    def __init__(
        self, label: str, accept: str, take: Callable[[str, bytes], str], *, shrink: bool = False
    ) -> None:
        super().__init__(label=label, accept=accept, shrink=shrink)
        self._take, self._parts = take, Parts(self._came)
        self.on_msg(lambda _, content, buffers: self._parts.add(content, buffers))

    def reading_form(self) -> list[Block]:
        """Return what the button says; files are chosen in a browser alone."""
        return [text(self.label)]

    def _came(self, name: str, body: bytes) -> None:
        try:
            self.failed, self.said = False, self._take(name, body)
        except ValueError as error:
            self.failed, self.said = True, str(error)
        finally:
            self.busy = False


class Parts:
    """Puts parts together that browsers send one after the other; one that is out of its order begins anew.

    Parameters
    ----------
    came
        Called with name and bytes of what is whole.
    """

    def __init__(self, came: Callable[[str, bytes], None]) -> None:
        self._came, self._held, self._of = came, list[bytes](), ""

    def add(self, content: dict[str, Any], buffers: list[memoryview | bytes]) -> None:
        """Take a part: ``{id, name, part, parts}`` with one buffer."""
        if content.get("part") == 0:
            self._held, self._of = [], str(content.get("id"))
        if content.get("id") != self._of or content.get("part") != len(self._held):
            return
        self._held.append(bytes(buffers[0]) if buffers else b"")
        if sum(map(len, self._held)) > MOST_BYTES:
            self._held, self._of = [], ""
        elif len(self._held) == content.get("parts"):
            body, self._held, self._of = b"".join(self._held), [], ""
            self._came(str(content.get("name")), body)
