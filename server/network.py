"""Addresses of this machine, and whether a port is free."""

from __future__ import annotations

import errno
import io
import re
import socket
import sys
from contextlib import suppress

import psutil
import segno

from course.kit_error import KitError

# An address of the range that is kept for documentation; nothing is ever sent there.
NOWHERE = ("192.0.2.1", 9)
LOCAL_HOSTS = ("localhost", "127.", "[::1]", "::1")
LONGEST_HOST = 253 + len(":65535")
_HOST = re.compile(r"[A-Za-z0-9.-]+(?::\d{1,5})?|\[[0-9A-Fa-f:]+\](?::\d{1,5})?")


class CannotListen(KitError, OSError):
    """The address cannot be listened on; the message says why and what to do."""


def check_port(host: str, port: int) -> None:
    """Raise :class:`CannotListen` when the server could not listen there."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise CannotListen(_reason(error, host, port)) from None


def _reason(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        remedy = f"đóng chương trình ấy, hoặc chọn cổng khác: make serve PORT={port + 1}"
        return f"Cổng {port}: đang có chương trình khác dùng; {remedy}"
    if error.errno == errno.EACCES:
        return f"Cổng {port}: máy không cho phép dùng; hãy chọn cổng trên 1023: make serve PORT=8866"
    remedy = "hãy chọn HOST=127.0.0.1 hoặc HOST=0.0.0.0"
    return f"Địa chỉ {host}:{port}: không dùng được ({error.strerror}); {remedy}"


def own_names() -> set[str]:
    """Names by which other machines of the network may call this one."""
    name = socket.gethostname().lower().rstrip(".")
    return {name, f"{name.partition('.')[0]}.local"}


def lan_addresses(family: int = socket.AF_INET) -> list[str]:
    """Addresses of a family under which other machines may reach this one."""
    up = {name for name, state in psutil.net_if_stats().items() if state.isup}
    return [
        address.address
        for name, addresses in psutil.net_if_addrs().items()
        if name in up
        for address in addresses
        if address.family == family and not address.address.startswith(("127.", "169.254.", "::1", "fe80:"))
    ]


def routed_address() -> str:
    """Return the IPv4 address with which this machine goes out, or "" where it is in no network.

    Connecting a datagram socket sends nothing: the system only says which way it would take.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(NOWHERE)
        except OSError:
            return ""
        return probe.getsockname()[0]


def phone_hosts(listening: str, port: int, asked: str) -> list[str]:
    """Return hosts under which phones reach the server, the likeliest first; none when only this machine does.

    Parameters
    ----------
    listening, port
        Where the server listens.
    asked
        The host that the page was asked for with (``Host`` header): another machine's view, or a proxy's.
    """
    if len(asked) <= LONGEST_HOST and _HOST.fullmatch(asked) and not asked.startswith(LOCAL_HOSTS):
        return [asked]
    if listening not in ("", "0.0.0.0", "::"):
        return [] if listening.startswith(LOCAL_HOSTS) else [host_port(listening, port)]
    if listening == "::":  # Nothing listens at the machine's IPv4 addresses.
        return [host_port(one, port) for one in lan_addresses(socket.AF_INET6)]
    # Machines with virtual networks have several; phones reach the one with which this machine goes out.
    first = routed_address()
    return [f"{one}:{port}" for one in sorted(lan_addresses(), key=lambda one: one != first)]


def host_port(host: str, port: int) -> str:
    """Return host and port as they stand in an address of the web."""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def print_qr(url: str) -> None:
    """Print a QR code of the address in the terminal; one that has no such signs is left with the address."""
    drawn = io.StringIO()
    segno.make(url, error="m").terminal(out=drawn, compact=True, border=2)
    with suppress(UnicodeEncodeError):
        drawn.getvalue().encode(sys.stdout.encoding)
        print(drawn.getvalue(), flush=True)


def qr_image(url: str) -> str:
    """Return the QR code of the address as a picture that stands in the page itself (``data:``)."""
    return segno.make(url, error="m").svg_data_uri(border=2)
