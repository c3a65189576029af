# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a PWD listener is, or an HTTP realm, and how to get there."""

from __future__ import annotations

from dataclasses import dataclass, field

USUAL_PORTS = {"tcp": 106, "stls": 106, "tls": 1106, "ssh": 106, "http": 8100, "https": 9100}
"""The ports of the transports (protocol.md sections 1.1 and 8, evidence.md section 4)."""
_USUAL_WINDOWS = {"http": 4, "https": 4}
_USUAL_WINDOW = 64


@dataclass(frozen=True)
class Endpoint:
    """The address of a PWD listener and the way to it. ``connect_timeout`` in seconds, 0 = no limit.

    ``transport`` is ``tcp``, ``stls``, ``tls`` or ``ssh``; ``port`` 0 is the usual one of the transport. With ``ssh``,
    ``host`` and ``port`` are as the SSH server ``ssh_host`` sees them. ``ssh_password`` also unlocks an encrypted
    ``ssh_key_file``; without a key file the agent and the user's usual keys are tried. ``ssh_known_hosts`` is the
    user's own file unless it is given.

    With ``http`` and ``https`` it is the address of the HTTP realm, whose path is ``http_path``.
    ``http_proxy_from_env``: go there through the proxy that the environment names.
    """

    host: str
    port: int = 0
    transport: str = "tcp"
    connect_timeout: float = 10
    tls_ca_file: str | None = None
    tls_server_name: str | None = None
    tls_verify: bool = True
    ssh_host: str | None = None
    ssh_port: int = 22
    ssh_user: str | None = None
    ssh_key_file: str | None = None
    ssh_password: str | None = field(default=None, repr=False)
    ssh_known_hosts: str | None = None
    http_path: str = "/CLI/"
    http_proxy_from_env: bool = False

    def __post_init__(self) -> None:
        if not self.port:
            object.__setattr__(self, "port", usual_port(self.transport))

    def __str__(self) -> str:
        return address(self.host, self.port)


def usual_port(transport: str) -> int:
    """The port of a transport; 0 for one that there is not, which ``transport.open_stream`` refuses."""
    return USUAL_PORTS.get(transport, 0)


def usual_window(transport: str) -> int:
    """How many commands may be under way over a transport where no number is given."""
    return _USUAL_WINDOWS.get(transport, _USUAL_WINDOW)


def address(host: str, port: int) -> str:
    """``host:port`` for messages, with brackets around an IPv6 address."""
    return ("[%s]:%d" if ":" in host else "%s:%d") % (host, port)
