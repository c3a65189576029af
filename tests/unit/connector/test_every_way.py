# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Modules hold over every transport with every login method: what they write is what their rehearsal says.

The usual run takes each way with one module and its first steps; all of them with COMMUNIGATE_PRO_STRESS=full.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from ansible_collections.communigate.pro.tests.integration.noun import NOUNS
from support import ssh_server
from support.habit_rehearsal import Rehearsal, found_in
from support.load import FULL
from support.session_ways import STREAM, TRANSPORTS, WAYS, Way, flags_of, way_options

MODULES = ("cgp_forwarder", "cgp_account", "cgp_rules")
STEPS = 100 if FULL else 3
LOGINS = ("APOP", "PASS", "AUTH")


def taken() -> list[Any]:
    """Ways, each with a module."""
    return [
        pytest.param(way, module, id="%s-%s" % (way, module), marks=ssh_server.MARKS if way.transport == "ssh" else ())
        for number, way in enumerate(WAYS)
        for place, module in enumerate(MODULES)
        if FULL or place == number % len(MODULES)
    ]


@pytest.fixture
def rehearsal_by(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    certificate: tuple[str, str],
    without_the_authorities_of_the_system: None,
) -> Any:
    """Begins the rehearsal of a module that goes by a way; ``flags`` are further ones of the simulator."""

    def begin(way: Way, module: str, *flags: str) -> Rehearsal:
        (noun,) = [noun for noun in NOUNS if noun.module == module]
        rehearsal = Rehearsal(noun, (), tmp_path, [*flags_of(way.transport, certificate), *flags])
        request.addfinalizer(lambda: rehearsal.__exit__(None, None, None))
        rehearsal.__enter__()
        sshd = request.getfixturevalue("sshd") if way.transport == "ssh" else None
        options = way_options(way, rehearsal.simulator, certificate, sshd)
        rehearsal.place = replace(rehearsal.place, way=options)
        return rehearsal

    return begin


@pytest.mark.parametrize(("way", "module"), taken())
def test_a_module_holds(way: Way, module: str, rehearsal_by: Any) -> None:
    """Each step writes what the module's file says, and nothing when it is repeated."""
    rehearsal = rehearsal_by(way, module)
    for step in rehearsal.noun.steps[:STEPS]:
        result = rehearsal.take(step)
        assert [found_in(one) for one in result.results] == [[], []], step.name
        assert result.wrote == [list(step.sends), list(step.again)], step.name
    entries = rehearsal.entries()
    sessions = {entry["session"] for entry in entries if entry["verb"] == "QUIT"}
    assert (sessions == set()) == (STREAM in way.facts.lacks)  # over HTTP nobody takes leave
    begun = [e["verb"] for e in entries if e["session"] in sessions and e["verb"] in LOGINS and e["code"] == 200]
    assert begun == [way.verb] * len(sessions)
    stls = [entry["session"] for entry in entries if entry["verb"] == "STLS"]
    assert stls == (sorted(sessions) if way.transport == "stls" else [])


LOSSES = ("drop-before", "drop-after", "cut", "garble")


def lost() -> list[Any]:
    """Each way that a change can be lost over each transport, with the login methods in turns."""
    found = []
    for name in TRANSPORTS:
        ways = [way for way in WAYS if way.transport == name]
        for number, loss in enumerate(LOSSES):
            for way in ways if FULL else [ways[(number + 1) % len(ways)]]:
                marks = ssh_server.MARKS if name == "ssh" else ()
                found.append(pytest.param(way, loss, id="%s-%s" % (way, loss), marks=marks))
    return found


@pytest.mark.parametrize(("way", "loss"), lost())
def test_a_connection_that_is_lost_in_a_change_is_made_anew(way: Way, loss: str, rehearsal_by: Any) -> None:
    """By the same transport and the same login, and nothing is done twice: what was not obeyed is said again."""
    rehearsal = rehearsal_by(way, "cgp_forwarder", "--fault=%s:verb=CREATEFORWARDER" % loss)
    result = rehearsal.take(rehearsal.noun.steps[0])
    assert [found_in(one) for one in result.results] == [[], []]
    assert result.wrote == [["CREATEFORWARDER"] * (2 if loss == "drop-before" else 1), []]
    assert [one["statistics"]["logins"] for one in result.results] == [2, 1]
    verbs = [entry["verb"] for entry in rehearsal.entries() if entry["code"] == 200]
    assert verbs.count("STLS") == (3 if way.transport == "stls" else 0)
