# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""An audit of servers that differ where the manual leaves it open: nothing is found that is not there, and whatever is
there is found, or it is said that nobody knows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._resources.audit import AUDIT
from ansible_collections.communigate.pro.plugins.module_utils.simulator import options
from ansible_collections.communigate.pro.plugins.module_utils.simulator.embedded import Embedded
from ansible_collections.communigate.pro.plugins.module_utils.simulator.habits.catalogue import HABITS
from hypothesis import given, settings
from support.embedded_server import PASSWORD, say_before
from support.habit_sets import habit_sets
from support.in_process import Place
from support.load import FULL
from support.planted import CONTROL, FOUND, MADE, PLANTED, PLANTED_CONTROL, SECRETS, found, grave


def audits(habits: Sequence[str]) -> list[dict[str, Any]]:
    """What is found on a server with these habits before and after anything was planted."""
    flags = ["--port=0", "--password=%s" % PASSWORD, *("--habit=%s" % habit for habit in habits)]
    results = []
    with Embedded(options.parse(flags, {})) as server:
        place = Place(server.host, server.port, PASSWORD, Path())
        for lines, control in ((MADE, CONTROL), (PLANTED, PLANTED_CONTROL)):
            say_before(server, lines)
            for line in control:
                server.control(line)
            results.append(place.run(AUDIT, {}))
    return results


def complaints(habits: Sequence[str]) -> list[str]:
    """What is wrong with the audits."""
    clean, planted = audits(habits)
    told = ["it is not there: %s" % one for one in grave(clean)]
    told += ["it is not there: %s" % (one,) for one in sorted(found(planted) - FOUND)]
    unread = {check for check, counts in planted["counts"].items() if counts["unread"]}
    told += ["it is not told: %s" % (one,) for one in sorted(FOUND - found(planted)) if one[0] not in unread]
    told += ["%s is told" % secret for secret in SECRETS if secret in repr(planted)]
    return told


def test_on_a_server_without_habits_all_is_read() -> None:
    clean, planted = audits(())
    assert (grave(clean), clean["unread"]) == ([], [])
    assert (found(planted), planted["unread"]) == (FOUND, [])


@pytest.mark.parametrize("habit", sorted(HABITS))
def test_a_habit_makes_no_finding_and_hides_none_in_silence(habit: str) -> None:
    assert complaints([habit]) == []


@settings(max_examples=200 if FULL else 12, deadline=None, derandomize=not FULL)
@given(habit_sets())
def test_nor_does_a_set_of_habits(habits: tuple[str, ...]) -> None:
    assert complaints(habits) == []
