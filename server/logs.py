"""The server's log: who asked is not written down, and nothing that was sent can look like a line of the log."""

from __future__ import annotations

import logging
import re
from types import TracebackType

from tornado.web import HTTPError, RequestHandler

log = logging.getLogger("kit")

LONGEST_MESSAGE = 8_000  # characters
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


class Lines(logging.Formatter):
    """Lines whose first letters are the kit's own: of a message's further lines each is indented."""

    def formatMessage(self, record: logging.LogRecord) -> str:
        """Write a record's line, short and without what terminals take for commands."""
        message = _CONTROL.sub("\ufffd", record.message)
        if len(message) > LONGEST_MESSAGE:
            message = f"{message[: LONGEST_MESSAGE // 2]} … {message[-LONGEST_MESSAGE // 2 :]}"
        record.message = message.replace("\n", "\n  ")
        return super().formatMessage(record)


def to_standard_error() -> None:
    """Write everybody's log to standard error."""
    handler = logging.StreamHandler()
    handler.setFormatter(Lines("%(asctime)s %(levelname)s %(message)s", datefmt="%H:%M:%S"))
    logging.basicConfig(level=logging.INFO, handlers=[handler])
    # Tornado tells of each refusal and each broken request, with the visitor's address.
    logging.getLogger("tornado.general").setLevel(logging.ERROR)
    # Alembic tells of each step and each part of itself.
    logging.getLogger("alembic").setLevel(logging.WARNING)


class Discreet(RequestHandler):
    """Writes down what failed, without who asked; refusals are not written down."""

    def log_exception(
        self, typ: type[BaseException] | None, value: BaseException | None, tb: TracebackType | None
    ) -> None:
        """Write an error with method and path."""
        if not isinstance(value, HTTPError):
            log.error("%s %s bị lỗi", self.request.method, self.request.path, exc_info=value)
