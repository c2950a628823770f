"""Keeps a text of the kernel's on the reader's own device, gives it back to a later kernel, and hands files over."""

from __future__ import annotations

from collections.abc import Callable

import traitlets

from shown.model import Block, text
from widgets.base import KitWidget
from widgets.file_field.file_field import Parts

# What the browser says first where it has kept nothing.
NOTHING = b""


class Keeper(KitWidget, module="keeper"):
    """What is handed to it lies in the browser alone, and comes back when the page is opened again.

    A kernel that ends loses nothing so, and the server keeps nothing.

    Parameters
    ----------
    name
        Under which the browser keeps it.
    restored
        Called once, with what the browser has kept (:data:`NOTHING` where it has nothing); returns whether it could be
        used. What could not is put aside in the browser, not written over.
    """

    name = traitlets.Unicode().tag(sync=True)
    kept = traitlets.Unicode(help="What the browser is to keep").tag(sync=True)
    busy = traitlets.Bool(help="Whether the kernel is at work and will not answer").tag(sync=True)

    def __init__(self, name: str, restored: Callable[[bytes], bool]) -> None:
        super().__init__(name=name)
        self._restored, self._begun = restored, False
        self._parts = Parts(self._came)
        self.on_msg(lambda _, content, buffers: self._told(content, buffers))

    def reading_form(self) -> list[Block]:
        """Return where it lies."""
        return [text("Nội dung đang soạn chỉ giữ trong trình duyệt trên máy này.")]

    def keep(self, value: str) -> None:
        """Let the browser keep a text in the place of the one before; not before that one has come back."""
        if self._begun:
            self.kept = value

    def hand_over(self, name: str, kind: str, body: bytes) -> None:
        """Give the reader a file, as if it had been downloaded.

        Parameters
        ----------
        name, kind
            Its name and media type.
        body
            Its bytes.
        """
        self.send({"do": "hand-over", "name": name, "kind": kind}, [body])

    def _told(self, content: dict, buffers: list) -> None:
        if content.get("do") == "ask":  # Whether the kernel still answers.
            self.send({"do": "answer"})
        else:
            self._parts.add(content, buffers)

    def _came(self, _: str, body: bytes) -> None:
        if self._begun:  # A second view of the same page.
            return
        usable = self._restored(body)
        self._begun = True
        self.send({"do": "begun", "usable": usable})
