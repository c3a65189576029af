# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a simulator can be told when it starts, and the command line for it."""

from __future__ import annotations

import argparse
import os
from dataclasses import dataclass, field
from typing import Mapping, Sequence

from ..connector.errors import CgpError
from ..connector.loopback import is_loopback

DEFAULT_PASSWORD = "simulator"
PASSWORD_VARIABLE = "CGP_PASSWORD"
NO_PORT = -1

# The flags of options that have another name there.
_FLAGS = {"faults": "--fault", "habits": "--habit", "habits_file": "--habits"}


class OptionError(CgpError):
    """Options that do not go together."""


@dataclass(frozen=True)
class Options:
    """How to run a simulator.

    ``port`` 0 takes a free one. ``login`` is the administrator's name in ``main_domain``. ``password`` empty: a new
    server gets ``DEFAULT_PASSWORD`` (on a loopback address only), one from a state file keeps its own.
    ``latency_ms`` is the time between the arrival of a command and the leaving of its reply. The paths may be empty.
    ``clock`` is what service/clock.py reads, each of ``faults`` what faults/faults.py reads. ``habits`` are names of
    habits, or the word ``any`` for a set that ``random`` decides, and ``habits_file`` is a file of more.
    With ``tls_cert`` it speaks TLS from the first byte, or, with ``stls``, after that command.
    ``http_port`` and ``https_port`` say where the HTTP CLI realm is: ``NO_PORT`` for nowhere, 0 for a free port.
    ``seed`` is the number of Accounts that a new server gets besides its administrator.
    """

    host: str = "127.0.0.1"
    port: int = 10106
    main_domain: str = "example.com"
    login: str = "postmaster"
    password: str = field(default="", repr=False)
    version: str = "6.3.39"
    cluster: bool = False
    cluster_state: str = ""
    state: str = ""
    seed: int = 0
    clock: str = "real"
    faults: tuple[str, ...] = ()
    habits: tuple[str, ...] = ()
    habits_file: str = ""
    random: int | None = None
    journal: str = ""
    latency_ms: float = 0.0
    tls_cert: str = ""
    tls_key: str = ""
    stls: bool = False
    http_port: int = NO_PORT
    https_port: int = NO_PORT
    pid_file: str = ""

    @property
    def local_only(self) -> bool:
        """Whether only this machine can connect."""
        return is_loopback(self.host)

    def arguments(self) -> list[str]:
        """The command line for these options, without the password: see ``environment``."""
        words: list[str] = []
        for name, value in sorted(vars(self).items()):
            flag = _FLAGS.get(name) or "--" + name.replace("_", "-")
            if name == "password" or value in ("", None) or value is False:
                continue
            if isinstance(value, tuple):
                words.extend("%s=%s" % (flag, item) for item in value)
            else:
                words.extend([flag] if value is True else ["%s=%s" % (flag, value)])
        return words

    def environment(self) -> dict[str, str]:
        """The environment variables that go with ``arguments``: a process list must not show the password."""
        return {PASSWORD_VARIABLE: self.password}


def parse(arguments: Sequence[str], environment: Mapping[str, str] | None = None) -> Options:
    """Options from a command line and environment variables (the process's own); wrong ones end it with a message."""
    if environment is None:
        environment = os.environ
    parser = _parser()
    values = vars(parser.parse_args(arguments))
    password_file = values.pop("password_file")
    password = values["password"] or environment.get(PASSWORD_VARIABLE, "")
    if password_file:
        try:
            with open(password_file, encoding="utf-8") as stream:
                password = stream.read().rstrip("\r\n")
        except (OSError, ValueError) as error:
            parser.error("--password-file cannot be read: %s" % type(error).__name__)
    if bool(values["tls_cert"]) != bool(values["tls_key"]):
        parser.error("--tls-cert and --tls-key go together")
    if values["stls"] and not values["tls_cert"]:
        parser.error("--stls needs --tls-cert and --tls-key")
    if values["https_port"] != NO_PORT and not values["tls_cert"]:
        parser.error("--https-port needs --tls-cert and --tls-key")
    return Options(**dict(values, password=password, faults=tuple(values["faults"]), habits=tuple(values["habits"])))


def _parser() -> argparse.ArgumentParser:
    default = Options()
    parser = argparse.ArgumentParser(
        prog="simulator",
        description="A simulated CommuniGate Pro server: the CLI over the PWD protocol, for tests and trials.",
    )
    add = parser.add_argument
    add("--host", default=default.host, help="address to listen on (%(default)s)")
    add("--port", type=int, default=default.port, help="port to listen on, 0 for a free one (%(default)s)")
    add("--main-domain", default=default.main_domain, help="name of the main Domain (%(default)s)")
    add("--login", default=default.login, help="administrator's name in the main Domain (%(default)s)")
    add("--password", default="", help="administrator's password; better in %s or a file" % PASSWORD_VARIABLE)
    add("--password-file", default="", help="file that holds the password")
    add("--version", default=default.version, help="version that the server tells (%(default)s)")
    add("--cluster", action="store_true", help="be a member of a Dynamic Cluster")
    add("--cluster-state", default="", metavar="DIRECTORY", help="share the cluster's state with all members that "
        "are given this directory; implies --cluster")
    add("--state", default="", metavar="FILE", help="load the state at the start, save it at the end")
    add("--seed", type=int, default=0, metavar="N", help="give a new server N Accounts in several Domains")
    add("--clock", default=default.clock, metavar="CLOCK", help="real (the default), fixed:2030-01-31T12:00:00, or "
        "scaled:60 for a minute in each second; scaled:60@2030-01-31T12:00:00 to begin then")
    add("--fault", dest="faults", action="append", default=[], metavar="FAULT", help="misbehave, see the guide to the "
        "simulator; may be given several times")
    add("--habit", dest="habits", action="append", default=[], metavar="HABIT", help="differ where the manual is "
        "silent, see the guide to habits; may be given several times, any stands for a set that --random decides")
    add("--habits", dest="habits_file", default="", metavar="FILE", help="have the habits that were seen on a server")
    add("--random", type=int, metavar="SEED", help="which habits --habit any stands for")
    add("--http-port", type=int, default=NO_PORT, metavar="PORT", help="serve the CLI over HTTP, too (0: a free port)")
    add("--https-port", type=int, default=NO_PORT, metavar="PORT", help="and over HTTPS, which needs --tls-cert")
    add("--journal", default="", metavar="FILE", help="append one JSON object for each command, without secrets")
    add("--latency-ms", type=float, default=0.0, metavar="N", help="let each reply leave N ms after its command came")
    add("--tls-cert", default="", metavar="FILE", help="speak TLS from the first byte, with this certificate")
    add("--tls-key", default="", metavar="FILE", help="the certificate's private key")
    add("--stls", action="store_true", help="begin in clear text, and speak TLS after the command STLS")
    add("--pid-file", default="", metavar="FILE", help="keep process and address in this file while running")
    return parser
