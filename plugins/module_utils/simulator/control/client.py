# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Says lines of the control language to a running simulator, as a program and for cgp_simulator.

::

    CGP_PASSWORD=... python -m ...simulator.control.client --port N 'FAULT "drop-after:verb=CREATEACCOUNT,nth=3"'
"""

from __future__ import annotations

import argparse
import os
import socket
import ssl
import sys
from types import TracebackType
from typing import Any, Sequence

from ...connector import data
from ...connector.errors import CgpError
from ..options import DEFAULT_PASSWORD, PASSWORD_VARIABLE, Options
from .opening import OPENING_WORD

_TIMEOUT = 60.0
# ssl.VERIFY_X509_PARTIAL_CHAIN, which has a name since Python 3.10: the certificate itself may be what is trusted.
_PARTIAL_CHAIN = 0x80000


class ControlError(CgpError):
    """The simulator cannot be reached, or does not obey."""


class ControlClient:
    """One session of the control language. ``tls_cert``: the certificate of a simulator that speaks TLS."""

    def __init__(self, host: str, port: int, password: str, tls_cert: str = "") -> None:
        where = "%s:%d" % (host, port)
        try:
            self._socket = _connect(host, port, tls_cert)
        except (OSError, ValueError) as error:
            raise ControlError("no simulator can be reached at %s: %s" % (where, error)) from error
        self._replies = self._socket.makefile("rb")
        try:
            self._reply()  # the greeting
            self._send("%s %s" % (OPENING_WORD, password))
            code, text = self._reply()
        except CgpError:
            self.close()
            raise
        if code != 200:
            self.close()
            raise ControlError(
                "the simulator at %s does not let its control be used (%d %s)" % (where, code, text),
                "Give the password of its administrator",
            )

    def say(self, line: str) -> Any:
        """Say one line; returns the answer's data object, or None. ControlError if it is refused."""
        if "\n" in line or "\r" in line:
            raise ControlError("a line of the control language is one line")
        self._send(line)
        code, text = self._reply()
        if code not in (200, 201):
            raise ControlError("%s was answered %d %s" % (line.partition(" ")[0], code, text))
        return data.parse(text) if code == 201 else None

    def close(self) -> None:
        """End the session."""
        self._replies.close()
        self._socket.close()

    def __enter__(self) -> ControlClient:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _send(self, line: str) -> None:
        try:
            self._socket.sendall(line.encode("utf-8") + b"\r\n")
        except OSError as error:
            raise ControlError("the simulator has closed the connection") from error

    def _reply(self) -> tuple[int, str]:
        try:
            line = self._replies.readline().decode("utf-8").rstrip("\r\n")
            code, _space, text = line.partition(" ")
            return int(code), text
        except (OSError, ValueError) as error:
            raise ControlError("what was answered is no reply of a simulator") from error


def main(arguments: Sequence[str] | None = None) -> int:
    """Say the lines of a command line and print the answers. The exit status is 0 if all were obeyed."""
    given = _parser().parse_args(sys.argv[1:] if arguments is None else arguments)
    password = os.environ.get(PASSWORD_VARIABLE) or DEFAULT_PASSWORD
    try:
        with ControlClient(given.host, given.port, password, given.tls_cert) as client:
            for line in given.lines:
                answer = client.say(line)
                sys.stdout.write("OK\n" if answer is None else data.write(answer) + "\n")
    except CgpError as error:
        sys.stderr.write("control_client: %s\n" % error)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    default = Options()
    parser = argparse.ArgumentParser(
        prog="control_client",
        description="Says lines of the control language to a running simulator. %s: its password." % PASSWORD_VARIABLE,
    )
    parser.add_argument("--host", default=default.host, help="where it listens (%(default)s)")
    parser.add_argument("--port", type=int, default=default.port, help="on which port (%(default)s)")
    parser.add_argument("--tls-cert", default="", metavar="FILE", help="its certificate, if it speaks TLS")
    parser.add_argument("lines", nargs="+", metavar="LINE", help="a word, and at most one data object; HELP tells more")
    return parser


def _connect(host: str, port: int, tls_cert: str) -> socket.socket:
    plain = socket.create_connection((host, port), timeout=_TIMEOUT)
    if not tls_cert:
        return plain
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False  # this certificate and no other, whatever name it has
    context.verify_flags |= _PARTIAL_CHAIN
    try:
        context.load_verify_locations(tls_cert)
        return context.wrap_socket(plain)
    except OSError:
        plain.close()
        raise


if __name__ == "__main__":
    raise SystemExit(main())
