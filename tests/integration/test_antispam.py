# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The role antispam: the filters of others are in the list that it writes, and stay as they are."""

from __future__ import annotations

from typing import Any

from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.server_settings import GETSERVERSETTINGS
from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Credentials, Session
from ansible_collections.communigate.pro.plugins.module_utils.connector.transport import Endpoint
from support.playbook import PlaybookRunner, play
from support.simulator import Simulator

SCANNER = {"name": "scanner", "program": "/opt/scanner"}


def applied(name: str, *filters: dict[str, Any]) -> dict[str, Any]:
    return play(name=name, vars={"antispam_filters": list(filters)}, roles=["communigate.pro.antispam"])


def test_the_filters_of_others_stay_with_their_secrets_and_types(
    run_playbook: PlaybookRunner, simulator: Simulator
) -> None:
    there = "{Name=other;Password=\"Sesame-Street-1\";Level=#3;},odd"
    line = "UPDATESERVERSETTINGS {ExternalFilters=(%s);}" % there
    before = play({"communigate.pro.cgp_command": {"line": line}}, name="before")
    run = run_playbook([before, applied("first", SCANNER), applied("again", SCANNER)], diff=True).succeeded()
    assert "Set up the external filters" in run.part("first").changed
    assert run.part("again").changed == []
    assert "Sesame" not in run.output
    with Session(Endpoint(simulator.host, simulator.port), Credentials(simulator.login, simulator.password)) as session:
        filters = session.one(GETSERVERSETTINGS())["ExternalFilters"]
    other = {"Name": "other", "Password": "Sesame-Street-1", "Level": 3}
    assert filters == [other, "odd", {"Name": "scanner", "ProgramName": "/opt/scanner", "Enabled": "YES"}]
