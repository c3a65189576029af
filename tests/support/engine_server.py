# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""An engine's run against a simulator inside the test's own process: quick enough for hundreds of examples."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Any

from ansible_collections.communigate.pro.plugins.module_utils._cli.catalogue import COMMANDS
from ansible_collections.communigate.pro.plugins.module_utils._engine.model import Resource
from ansible_collections.communigate.pro.plugins.module_utils._engine.run import Mode, run_resource
from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Credentials, Session
from ansible_collections.communigate.pro.plugins.module_utils.connector.transport import Endpoint
from ansible_collections.communigate.pro.plugins.module_utils.simulator.embedded import Embedded
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options
from ansible_collections.communigate.pro.plugins.module_utils.simulator.service.service import Service

from support.verbs import kind_of

MAIN_DOMAIN = "example.com"
LOGIN = "postmaster"
PASSWORD = "a password, for tests"
PROOF = re.compile("in[0-9a-f]{16}step")
"""The word that a session has a server say to show that it is in step."""


def said_by_caller(entries: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """A journal's commands of the CLI without those by which a session proves that it is in step.

    These are ECHO with a word of its own, and before the first of them a NOOP.
    """
    proofs = [
        number
        for number, entry in enumerate(entries)
        if entry["verb"] == "ECHO" and PROOF.fullmatch(str(entry["arguments"]["object"]))
    ]
    probe = [number - 1 for number in proofs[:1] if number and entries[number - 1]["verb"] == "NOOP"]
    left_out = {*proofs, *probe}
    return [entry for number, entry in enumerate(entries) if number not in left_out and entry["verb"] in COMMANDS]


def just_before(session: Session, verb: str, action: Callable[[], Any], nth: int = 1) -> None:
    """Have somebody else do something right before the session's ``nth`` command of this verb is sent."""
    send = session.many
    met = count(1)

    def many(commands: Iterable[Any]) -> Iterator[Any]:
        def watched() -> Iterator[Any]:
            for command in commands:
                if command.verb == verb and next(met) == nth:
                    action()
                yield command

        return send(watched())

    session.many = many  # type: ignore[method-assign]


class Server:
    """A simulator, the sessions made to it, and its journal as the evidence of what was sent."""

    def __init__(self, directory: Path, **options: Any) -> None:
        self._journal = directory / "journal.jsonl"
        self._habits = tuple(options.get("habits", ()))
        self._simulator = Embedded(Options(port=0, password=PASSWORD, journal=str(self._journal), **options))
        self._sessions: list[Session] = []
        self._domains = count(1)

    def __enter__(self) -> Server:
        self._simulator.__enter__()
        self.host, self.port = self._simulator.host, self._simulator.port
        self.master = self.session()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for session in self._sessions:
            session.close()
        self._simulator.__exit__(kind, error, trace)

    @property
    def http_port(self) -> int:
        """Where its HTTP realm is, if it was given one."""
        return self._simulator.http_port or 0

    def control(self, line: str) -> Any:
        """Say a line of the control language."""
        return self._simulator.control(line)

    @property
    def service(self) -> Service:
        """What the simulator holds, to look at while no command is under way."""
        return self._simulator.service

    def session(self, login: str = LOGIN, password: str = PASSWORD, port: int = 0, **limits: Any) -> Session:
        """A session of its own; ``port`` leads through a proxy."""
        limits.setdefault("pause", lambda seconds: None)
        session = Session(Endpoint(host=self.host, port=port or self.port), Credentials(login, password), **limits)
        self._sessions.append(session)
        return session

    def ask(self, command: Any) -> Any:
        """The answer to one command of the postmaster, in a session of its own."""
        return self.master.one(command)

    @contextmanager
    def without_habits(self) -> Iterator[None]:
        """What is said to it now is done and answered as by a server without habits."""
        self._simulator.service.habits.become(())
        try:
            yield
        finally:
            self._simulator.service.habits.become(self._habits)

    def new_domain(self) -> str:
        """The name of a Domain that no test has used, created."""
        name = "test%d.example" % next(self._domains)
        self.ask(COMMANDS["CREATEDOMAIN"][0](name))
        return name

    def unused_domain(self) -> str:
        """The name of a Domain that does not exist."""
        return "test%d.example" % next(self._domains)

    def administrator(self, domain: str, *rights: str) -> Session:
        """The session of a new Domain Administrator of ``domain`` who has these rights."""
        name = "admin%d@%s" % (next(self._domains), domain)
        self.ask(COMMANDS["CREATEACCOUNT"][0](name, settings={"Password": PASSWORD}))
        self.ask(COMMANDS["SETACCOUNTRIGHTS"][0](name, list(rights)))
        return self.session(name)

    def apply(
        self,
        resource: Resource,
        rows: Sequence[Mapping[str, Any]],
        *,
        session: Session | None = None,
        domain: str = MAIN_DOMAIN,
        purge: Mapping[str, Any] | None = None,
        **mode: Any,
    ) -> dict[str, Any]:
        """``run_resource`` in the postmaster's session; ``mode`` are the fields of Mode."""
        return run_resource(
            session or self.master,
            resource,
            [dict(row) for row in rows],
            Mode(**mode),
            domain=domain,
            purge=purge or {},
        )

    def mark(self) -> int:
        """A place in the journal."""
        return self._journal.stat().st_size if self._journal.exists() else 0

    def since(self, mark: int) -> list[dict[str, Any]]:
        """The commands since a mark, logins included."""
        with self._journal.open("rb") as journal:
            journal.seek(mark)
            return [json.loads(line) for line in journal]

    def changes(self, mark: int) -> list[dict[str, Any]]:
        """The commands since a mark that are no reads."""
        return [entry for entry in self.since(mark) if kind_of(entry["verb"], entry["arguments"]) != "read"]

    def verbs(self, mark: int) -> list[str]:
        """The verbs since a mark, without those of the sessions themselves."""
        return [entry["verb"] for entry in said_by_caller(self.since(mark))]

    def journal_text(self) -> str:
        """All of the journal as it stands in its file."""
        return self._journal.read_text(encoding="utf-8")
