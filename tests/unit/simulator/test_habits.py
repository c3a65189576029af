# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What each habit is: the same lines, said to a server without it and to one with it."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.habits.catalogue import HABITS
from ansible_collections.communigate.pro.plugins.module_utils.simulator.habits.choice import drawn
from ansible_collections.communigate.pro.plugins.module_utils.simulator.network.pwd_session import PwdSession
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options
from ansible_collections.communigate.pro.plugins.module_utils.simulator.program.setup import make_service
from support.habit_cases import Case, cases

CASES = cases()


def conversation(habits: tuple[str, ...], lines: list[str]) -> list[str]:
    """The answers of a new server, a member of a Dynamic Cluster, to the postmaster with INLINE."""
    service = make_service(
        Options(password="secret", cluster=True, habits=habits, clock="fixed:2030-01-31T12:00:00")
    )
    session = PwdSession(service)
    for line in (b"USER postmaster", b"PASS secret", b"INLINE"):
        assert session.respond(line)[:1] in (b"2", b"3")
    return [session.respond(line.encode()).decode("utf-8", "backslashreplace").rstrip("\r\n") for line in lines]


@pytest.mark.parametrize("case", CASES, ids=lambda case: "%s-%s" % ("+".join(case.habits), case.where))
def test_a_habit_is_what_its_conversation_shows(case: Case) -> None:
    lines = [line for line, _answers in case.lines]
    for habits, sign in (((), "-"), (case.habits, "+")):
        expected = [answers[sign] for _line, answers in case.lines]
        assert list(zip(lines, conversation(habits, lines))) == list(zip(lines, expected))


def test_every_habit_is_shown_alone_and_where_it_makes_a_difference() -> None:
    shown = {
        case.habits[0]
        for case in CASES
        if len(case.habits) == 1 and any(answers["-"] != answers["+"] for _line, answers in case.lines)
    }
    assert shown == {name for name, habit in HABITS.items() if not habit.usual}


def test_what_a_server_is_anyway_contradicts_another_habit_and_is_never_drawn() -> None:
    usual = [habit for habit in HABITS.values() if habit.usual]
    for habit in usual:
        assert [other.name for other in HABITS.values() if other.one_of == habit.one_of and not other.usual]
    assert not {habit.name for habit in usual} & {name for seed in range(50) for name in drawn(seed)}
