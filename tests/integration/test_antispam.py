# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The role antispam: it writes the filters of others again, and must not write what it could not read."""

from __future__ import annotations

from typing import Any

from support.playbook import PlaybookRunner, play
from support.simulator import Simulator

SCANNER = {"name": "scanner", "program": "/opt/scanner"}


def applied(*filters: dict[str, Any]) -> dict[str, Any]:
    return play(vars={"antispam_filters": list(filters)}, roles=["communigate.pro.antispam"])


def test_the_secret_of_another_filter_is_not_lost(run_playbook: PlaybookRunner, simulator: Simulator) -> None:
    other = {"Name": "other", "Password": "Sesame-Street-1"}
    there = {"section": "server", "settings": {"ExternalFilters": [other]}}
    run_playbook(play({"communigate.pro.cgp_settings": there})).succeeded()
    mark = simulator.mark()
    run = run_playbook(applied(SCANNER))
    assert run.status("No filter that stays has a secret") == "failed"
    assert "UPDATESERVERSETTINGS" not in simulator.verbs(mark)

    known = {"name": "other", "settings": {"Password": "Sesame-Street-1"}}
    run = run_playbook(applied(SCANNER, known), diff=True).succeeded()
    assert "Set up the external filters" in run.changed
    assert "Sesame" not in run.output
    assert run_playbook(applied(SCANNER, known)).succeeded().changed == []
