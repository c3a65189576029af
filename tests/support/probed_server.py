# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A simulator with habits in this process, as a site has filled it, that cgp_probe is run against."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ansible.module_utils.common.arg_spec import ArgumentSpecValidator
from ansible_collections.communigate.pro.plugins.module_utils._connection_options import open_session
from ansible_collections.communigate.pro.plugins.module_utils._host import argument_spec, execute
from ansible_collections.communigate.pro.plugins.module_utils._resources.probe import PROBE
from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Credentials, Session
from ansible_collections.communigate.pro.plugins.module_utils.connector.transport import Endpoint
from ansible_collections.communigate.pro.plugins.module_utils.simulator.embedded import Embedded
from ansible_collections.communigate.pro.plugins.module_utils.simulator.habits import conduct
from ansible_collections.communigate.pro.plugins.module_utils.simulator.habits.kinds import http, logins
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options

from support.embedded_server import PASSWORD, say_before

SCRATCH = "probe.example"
LIMITED = "limited"
# Reading can rule some of these out, and only writing outside of any Domain could show them; those of logins.py show
# before the login only, those of http.py over HTTP only.
NEVER_SEEN = {
    "ip-comments-dropped", "ip-comments-moved", "ip-ranges-joined", "unnamed-skin-first", "environment-first",
    *(habit.name for habit in (*logins.HABITS, *http.HABITS)),
}  # fmt: skip
# Told by what hides-secrets or shows-encoded-secrets cover.
COVERED = {"plain-create": {"hides-secrets", "shows-encoded-secrets"}}
FILLED_BY = (
    r'SETLANIPS "10.0.0.1 ; the door\e10.7.0.1\e10.9.0.1-10.9.0.9"',
    "TEMPBLACKLISTIP 10.9.9.9 TIMEOUT 1000",
    "CREATEACCOUNT limited {Password=%s;}" % json.dumps(PASSWORD),
    "CREATEDOMAIN site.example",
    "SETDOMAINALIASES site.example (alias.site.example)",
)
_UNIT = 'CREATEDIRECTORYUNIT Main "cn=main"'


class ProbedServer:
    """As a context: the server. ``habits`` are names, ``habits_file`` a file of them, as learnt."""

    def __init__(self, directory: Path, habits: Sequence[str] = (), habits_file: str = "", faults: Sequence[str] = ()):
        self._journal = directory / "journal.jsonl"
        self._journal.unlink(missing_ok=True)
        self._faults = faults
        self.embedded = Embedded(
            Options(
                port=0, password=PASSWORD, habits=tuple(habits), habits_file=habits_file, journal=str(self._journal)
            )
        )
        self._mark = 0

    def __enter__(self) -> ProbedServer:
        self.embedded.__enter__()
        service = self.embedded.service
        has_unit = bool(service.server.local.directory_units.units)
        say_before(self.embedded, [*FILLED_BY, *(() if has_unit else (_UNIT,))])
        conduct.begin(service.habits.names, service.server)
        for fault in self._faults:
            self.embedded.control('FAULT "%s"' % fault)
        self._mark = self._journal.stat().st_size if self._journal.exists() else 0
        return self

    def __exit__(self, *error: Any) -> None:
        self.embedded.__exit__(*error)

    def probe(self, *, domain: str = SCRATCH, check: bool = False, login: str = "postmaster") -> dict[str, Any]:
        """The result of the module."""
        given = {"host": self.embedded.host, "port": self.embedded.port, "login": login, "password": PASSWORD}
        if domain:
            given["probe_scratch_domain"] = domain
        validated = ArgumentSpecValidator(argument_spec(PROBE)).validate(given)
        assert validated.error_messages == []
        session = open_session(validated.validated_parameters)
        try:
            return execute(PROBE, validated.validated_parameters, session, check=check)
        finally:
            session.close()

    def session(self) -> Session:
        """A session of the postmaster, who does not wait for a server that has gone away."""
        endpoint = Endpoint(host=self.embedded.host, port=self.embedded.port)
        return Session(endpoint, Credentials("postmaster", PASSWORD), pause=lambda seconds: None)

    def journal(self) -> list[dict[str, Any]]:
        """What it was told since it was filled."""
        with self._journal.open("rb") as journal:
            journal.seek(self._mark)
            return [json.loads(line) for line in journal]

    def domains(self) -> set[str]:
        return {domain.name for domain in self.embedded.service.server.domains()}
