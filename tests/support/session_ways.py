# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The ways to a server: every transport with every login method that it has, and a simulator at the end of each."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Credentials, Session
from ansible_collections.communigate.pro.plugins.module_utils.connector.transport import Endpoint
from ansible_collections.communigate.pro.plugins.module_utils.simulator import options
from ansible_collections.communigate.pro.plugins.module_utils.simulator.embedded import Embedded
from ansible_collections.communigate.pro.plugins.module_utils.simulator.network.pwd_session import PwdSession

from support.embedded_server import PASSWORD
from support.ssh_server import SshServer

LOGIN = "postmaster"
PATIENCE = 120  # seconds of silence after which a stuck test fails

# What a session can do by some transports only.
STREAM = "its commands go in one stream, whose order is all that tells replies apart"
BESIDE = "its reads go beside each other, over connections of their own"


@dataclass(frozen=True)
class Transport:
    """``flags`` are the simulator's, with the places of a certificate (0) and its key (1).

    ``verbs``: the login methods, each with the verb that the journal has of it, None where it has none. ``listener`` is
    the attribute of the simulator that holds the port. ``lacks``: what no session can do over it, and why.
    ``protected``: nobody on the way reads along.
    """

    lacks: Mapping[str, str]
    flags: tuple[str, ...] = ()
    verbs: Mapping[str, str | None] = field(
        default_factory=lambda: {"auto": "APOP", "apop": "APOP", "plain": "PASS", "cram-md5": "AUTH", "session": "AUTH"}
    )
    listener: str = "port"
    protected: bool = False


_WITH_TLS = ("--tls-cert={0}", "--tls-key={1}")
_OVER_PWD = {BESIDE: "a PWD listener answers the commands of one connection one after the other"}
_OVER_HTTP = {STREAM: "each command is a request of its own, and its reply comes on its own connection"}
_IN_EACH_REQUEST: Mapping[str, str | None] = {"auto": None, "plain": None}

TRANSPORTS: Mapping[str, Transport] = {
    "tcp": Transport(_OVER_PWD),
    "tls": Transport(_OVER_PWD, _WITH_TLS, protected=True),
    "stls": Transport(_OVER_PWD, (*_WITH_TLS, "--stls"), protected=True),
    "ssh": Transport(_OVER_PWD),
    "http": Transport(_OVER_HTTP, ("--http-port=0",), _IN_EACH_REQUEST, "http_port"),
    "https": Transport(_OVER_HTTP, (*_WITH_TLS, "--https-port=0"), _IN_EACH_REQUEST, "https_port", protected=True),
}


class Way(NamedTuple):
    """A transport and a login method that it has."""

    transport: str
    method: str

    def __str__(self) -> str:
        return "%s-%s" % self

    @property
    def facts(self) -> Transport:
        """What is known of its transport."""
        return TRANSPORTS[self.transport]

    @property
    def verb(self) -> str | None:
        """What the journal has of the login; None: nothing."""
        return self.facts.verbs[self.method]

    @property
    def shows_the_password(self) -> bool:
        """Whether the password, or what is as good, goes over the way itself, where others may read it."""
        only_proves = STREAM not in self.facts.lacks and self.method in ("auto", "apop", "cram-md5")
        return not (self.facts.protected or only_proves)


WAYS = tuple(Way(name, method) for name, transport in TRANSPORTS.items() for method in transport.verbs)


def way_options(way: Way, simulator: Embedded, certificate: tuple[str, str], sshd: SshServer | None) -> dict[str, Any]:
    """The connection options of a module that takes this way, all but host and login."""
    return {
        "port": getattr(simulator, way.facts.listener),
        "transport": way.transport,
        "login_method": way.method,
        "password": new_session_id(simulator) if way.method == "session" else PASSWORD,
        "tls_ca_file": certificate[0],
        **(sshd.options() if sshd is not None else {}),
    }


def flags_of(transport: str, certificate: tuple[str, str]) -> list[str]:
    """What a simulator must be told to be reached so."""
    return [flag.format(*certificate) for flag in TRANSPORTS[transport].flags]


def said_within(simulator: Embedded, line: str, password: str = PASSWORD) -> str:
    """What the postmaster is answered who says a line without any network."""
    session = PwdSession(simulator.service)
    for before in ("USER %s" % LOGIN, "PASS %s" % password, "INLINE"):
        session.respond(before.encode())
    return session.respond(line.encode()).decode().strip()


def new_session_id(simulator: Embedded, password: str = PASSWORD) -> str:
    """The ID of a new WebUser session of the postmaster."""
    return said_within(simulator, "CREATEWEBUSERSESSION %s ADDRESS 10.0.0.1" % LOGIN, password).split()[1]


@dataclass
class Place:
    """A simulator at the end of a way; ``options`` are those of ``way_options``. ``end`` ends it."""

    way: Way
    simulator: Embedded
    options: Mapping[str, Any]
    journal: Path
    end: Callable[[], None]

    def __post_init__(self) -> None:
        self._before = len(self._entries())

    def session(self, *, password: str | None = None, **options: Any) -> Session:
        """A new session by this way, which waits for nobody who has gone away. ``options``: those of ``Session``."""
        names = Endpoint.__dataclass_fields__
        endpoint = {name: value for name, value in self.options.items() if name in names}
        usual = {"reply_timeout": PATIENCE, "login_method": self.way.method, "pause": lambda _seconds: None}
        credentials = Credentials(LOGIN, self.options["password"] if password is None else password)
        return Session(Endpoint(host="127.0.0.1", **endpoint), credentials, **{**usual, **options})

    def fault(self, text: str) -> None:
        """What shall go wrong from now on, as ``simulator/faults`` reads it."""
        self.simulator.control('FAULT "%s"' % text)

    def said(self, verb: str) -> list[dict[str, Any]]:
        """What the journal has of a verb since this was made, in order."""
        return [entry for entry in self._entries()[self._before :] if entry["verb"] == verb]

    def _entries(self) -> list[dict[str, Any]]:
        text = self.journal.read_text(encoding="utf-8") if self.journal.exists() else ""
        return [json.loads(line) for line in text.splitlines()]


@contextmanager
def place_at(way: Way, directory: Path, certificate: tuple[str, str], sshd: SshServer | None) -> Iterator[Place]:
    """A new simulator that is reached by this way; ``sshd`` is needed by ``ssh`` only."""
    journal = directory / "journal.jsonl"
    flags = ["--port=0", "--journal=%s" % journal, "--password=%s" % PASSWORD, *flags_of(way.transport, certificate)]
    with ExitStack() as running:
        simulator = running.enter_context(Embedded(options.parse(flags, {})))
        yield Place(way, simulator, way_options(way, simulator, certificate, sshd), journal, running.close)
