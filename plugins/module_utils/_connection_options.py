# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The options that every module has, most of them to reach a server, and the session that they ask for.

Documented once, in the documentation fragment ``communigate.pro.connection``.
"""

from __future__ import annotations

import os
from typing import Any, Mapping

from .connector.endpoint import USUAL_PORTS, Endpoint, usual_port
from .connector.errors import CgpError
from .connector.login import METHODS
from .connector.loopback import is_loopback
from .connector.session import Credentials, Session

MEBIBYTE = 1 << 20
_THIS_MACHINE = "localhost"
_USUAL_SSH_PORT = 22

CONNECTION: dict[str, dict[str, Any]] = {
    "host": {"type": "str", "default": "127.0.0.1"},
    "port": {"type": "int"},
    "login": {"type": "str", "default": "postmaster"},
    "password": {"type": "str", "no_log": True},
    "password_file": {"type": "path", "no_log": False},
    "login_method": {"type": "str", "choices": list(METHODS), "default": "auto"},
    "allow_cleartext": {"type": "bool", "default": False},
    "transport": {"type": "str", "choices": list(USUAL_PORTS), "default": "tcp"},
    "tls_ca_file": {"type": "path"},
    "tls_server_name": {"type": "str"},
    "tls_verify": {"type": "bool", "default": True},
    "ssh_host": {"type": "str"},
    "ssh_port": {"type": "int", "default": 22},
    "ssh_user": {"type": "str"},
    "ssh_password": {"type": "str", "no_log": True},
    "ssh_key_file": {"type": "path", "no_log": False},
    "ssh_known_hosts": {"type": "path"},
    "http_path": {"type": "str", "default": "/CLI/"},
    "http_proxy_from_env": {"type": "bool", "default": False},
    "connect_timeout": {"type": "int", "default": 10},
    "reply_timeout": {"type": "int", "default": 60},
    "total_timeout": {"type": "int", "default": 0},
    "window": {"type": "int"},
    "max_reply": {"type": "int", "default": 256},
    "strict_settings": {"type": "bool", "default": False},
    "progress": {"type": "bool", "default": True},
    "update_secrets": {"type": "str", "choices": ["on_change", "always"], "default": "on_change", "no_log": False},
}


def environment_name(option: str) -> str:
    """The environment variable that an option falls back to."""
    return "CGP_%s" % option.upper()


def what_makes_a_session(params: Mapping[str, Any]) -> tuple[Any, ...]:
    """All by which the session of these options differs from others', the password included. Raises CgpError."""
    return (*(params[option] for option in CONNECTION), _password(params))


def port_of(params: Mapping[str, Any]) -> int:
    """The port that is connected to: the usual one of the transport where none is given."""
    return params["port"] or usual_port(params["transport"])


def server_reached(params: Mapping[str, Any]) -> tuple[str, int, str]:
    """Which server the options lead to: a machine, a port, and the SSH server before it. Two ways to one are equal.

    The port is 0 for all usual ones, which are one server's, and a loopback address behind an SSH server is that
    machine's own. That is as much as options tell: names are not looked up, and an SSH server at another port than 22
    may be that of any machine whose port was forwarded.
    """
    host, before = _machine(params["host"]), ""
    if params["transport"] == "ssh":
        before = _machine(params["ssh_host"] or "")
        if params["ssh_port"] != _USUAL_SSH_PORT:
            before += ":%d" % params["ssh_port"]
        if host == _THIS_MACHINE:
            host, before = before, ""
    port = port_of(params)
    return host, 0 if port in USUAL_PORTS.values() else port, before


def _machine(host: str) -> str:
    return _THIS_MACHINE if is_loopback(host) else host.lower().rstrip(".")


def doubts_about_login(params: Mapping[str, Any]) -> list[str]:
    """What may not have been meant by the login, although the server has accepted it.

    A name without a Domain is looked for in the Domain of the IP address that the connection came in on (evidence.md
    section 4). On a machine's own loopback address that is the main Domain, so there is no doubt. No host is named:
    Ansible shows a text once in a run, however many tasks and hosts have it.
    """
    if "@" in params["login"] or is_loopback(params["host"]):
        return []
    return [
        "The login %s names no Domain. A server takes the Domain of the IP address at which it is reached, where that "
        "Account may be another one with other rights: give the login as %s@DOMAIN" % (params["login"], params["login"])
    ]


def open_session(params: Mapping[str, Any]) -> Session:
    """The session that the options describe; it connects with its first command. Raises CgpError for bad options."""
    endpoint = Endpoint(
        host=params["host"],
        port=port_of(params),
        transport=params["transport"],
        tls_ca_file=params["tls_ca_file"],
        tls_server_name=params["tls_server_name"],
        tls_verify=params["tls_verify"],
        ssh_host=params["ssh_host"],
        ssh_port=params["ssh_port"],
        ssh_user=params["ssh_user"],
        ssh_password=params["ssh_password"],
        ssh_key_file=params["ssh_key_file"],
        ssh_known_hosts=params["ssh_known_hosts"],
        http_path=params["http_path"],
        http_proxy_from_env=params["http_proxy_from_env"],
        connect_timeout=params["connect_timeout"],
    )
    return Session(
        endpoint,
        Credentials(params["login"], _password(params)),
        login_method=params["login_method"],
        allow_cleartext=params["allow_cleartext"],
        reply_timeout=params["reply_timeout"],
        total_timeout=params["total_timeout"],
        window=params["window"],
        max_reply=params["max_reply"] * MEBIBYTE,
    )


def _password(params: Mapping[str, Any]) -> str:
    """The password, or the first line of the file that holds it."""
    if params["password"]:
        return str(params["password"])
    path = params["password_file"]
    if not path:
        raise CgpError(
            "no password for the login %s" % params["login"],
            "Give password or password_file, or set CGP_PASSWORD or CGP_PASSWORD_FILE",
        )
    try:
        with open(os.path.expanduser(path), encoding="utf-8") as file:
            password = file.readline().rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise CgpError("password_file %s cannot be read: %s" % (path, error)) from error
    if not password:
        raise CgpError("password_file %s has an empty first line" % path)
    return password
