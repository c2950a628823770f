"""Addresses of this machine, and whether a port is free."""

from __future__ import annotations

import errno
import socket

import psutil
import segno


class CannotListen(OSError):
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
        remedy = f"stop the program that uses it, or choose another: make serve PORT={port + 1}"
        return f"Port {port} is in use: {remedy}"
    if error.errno == errno.EACCES:
        return f"Port {port} may not be used by this user: choose one above 1023: make serve PORT=8866"
    return (
        f"The address {host}:{port} cannot be used ({error.strerror}): choose HOST=127.0.0.1 or HOST=0.0.0.0"
    )


def lan_addresses() -> list[str]:
    """IPv4 addresses under which other machines may reach this one."""
    up = {name for name, state in psutil.net_if_stats().items() if state.isup}
    return [
        address.address
        for name, addresses in psutil.net_if_addrs().items()
        if name in up
        for address in addresses
        if address.family == socket.AF_INET and not address.address.startswith(("127.", "169.254."))
    ]


def print_qr(url: str) -> None:
    """Print a QR code of the address in the terminal."""
    segno.make(url, error="m").terminal(compact=True, border=2)
