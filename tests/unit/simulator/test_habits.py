# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What each habit is: the same lines, said to a server without it and to one with it."""

from __future__ import annotations

import re

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.execution.executor import execute
from ansible_collections.communigate.pro.plugins.module_utils.simulator.habits.catalogue import HABITS
from ansible_collections.communigate.pro.plugins.module_utils.simulator.habits.choice import drawn
from ansible_collections.communigate.pro.plugins.module_utils.simulator.handling.request import Request
from ansible_collections.communigate.pro.plugins.module_utils.simulator.logins.login import with_password
from ansible_collections.communigate.pro.plugins.module_utils.simulator.network import http_forms
from ansible_collections.communigate.pro.plugins.module_utils.simulator.network.pwd_session import PwdSession
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options
from ansible_collections.communigate.pro.plugins.module_utils.simulator.program.setup import make_service
from ansible_collections.communigate.pro.plugins.module_utils.simulator.service.service import Service
from support.checkout import ROOT
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
    told = [_told_elsewhere(service, line) or session.respond(line.encode()) for line in lines]
    return [answer.decode("utf-8", "backslashreplace").rstrip("\r\n") for answer in told]


def _told_elsewhere(service: Service, line: str) -> bytes:
    return before_login(service, line) or over_http(service, line)


def before_login(service: Service, line: str) -> bytes:
    """What is said on another connection that nobody has logged in on, for the lines that stand for this."""
    session = PwdSession(service, offers_stls=True)
    if line == "(connect)":
        return session.greeting()
    if line == "(stls)":
        agreement = session.respond(b"STLS")
        return agreement.rstrip() + b" | " + (session.secured() or b"nothing") if session.securing else agreement
    return b""


def over_http(service: Service, line: str) -> bytes:
    """For a line that begins with ``(http)``: status, what shows the end of the response, and the body."""
    word, _space, command = line.partition(" ")
    if word != "(http)":
        return b""
    habits = service.habits
    postmaster = with_password(service, "postmaster", "secret", True)
    content = http_forms.plain(execute(1, Request(service, postmaster), command), habits)
    framing = http_forms.framing(habits)
    end = "chunks" if framing.chunked else "close" if framing.closes else "length"
    return b"%d %s | " % (content.status, end.encode()) + (content.body.replace(b"\r\n", b" ").strip() or b"nothing")


@pytest.mark.parametrize("case", CASES, ids=lambda case: "%s-%s" % ("+".join(case.habits), case.where))
def test_a_habit_is_what_its_conversation_shows(case: Case) -> None:
    lines = [line for line, _answers in case.lines]
    for habits, sign in (((), "-"), (case.habits, "+")):
        expected = [answers[sign] for _line, answers in case.lines]
        told = conversation(habits, lines)
        assert list(zip(lines, map(as_expected, told, expected))) == list(zip(lines, expected))


def as_expected(told: str, expected: str) -> str:
    """What was expected if that is what was told, else what was told."""
    pattern = re.escape(expected).replace(r"\.\.\.", ".*").replace(r"5\.\.", "5[0-9][0-9]")
    return expected if re.fullmatch(pattern, told) else told


def test_every_habit_is_shown_alone_and_where_it_makes_a_difference() -> None:
    shown = {
        case.habits[0]
        for case in CASES
        if len(case.habits) == 1 and any(answers["-"] != answers["+"] for _line, answers in case.lines)
    }
    codes = {habit.name for habit in HABITS.values() if habit.one_of.startswith("code of")}
    assert shown | codes == {name for name, habit in HABITS.items() if not habit.usual} | codes


def test_every_habit_is_shown() -> None:
    assert {name for case in CASES for name in case.habits} == set(HABITS)


def test_what_a_server_is_anyway_contradicts_another_habit_and_is_never_drawn() -> None:
    usual = [habit for habit in HABITS.values() if habit.usual]
    for habit in usual:
        assert [other.name for other in HABITS.values() if other.one_of == habit.one_of and not other.usual]
    assert not {habit.name for habit in usual} & {name for seed in range(50) for name in drawn(seed)}


# --- together


def everything() -> list[tuple[str, ...]]:
    """Sets that hold all habits, as many in each as do not contradict each other."""
    answers: dict[str, list[str]] = {}
    for habit in HABITS.values():
        answers.setdefault(habit.one_of or habit.name, []).append(habit.name)
    most = max(map(len, answers.values()))
    return [tuple(names[number % len(names)] for names in answers.values()) for number in range(most)]


def golden_lines() -> list[str]:
    """A line for each command of the manual, twice over: then most that they are about is there."""
    path = ROOT / "tests" / "unit" / "cli" / "golden.txt"
    written = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    lines = [line for line in written[1::2] if not line.startswith(("SHUTDOWN", "TESTLOOP"))]
    assert len(lines) > 350
    shown = [line for case in CASES for line, _answers in case.lines]
    return shown + lines + lines


@pytest.mark.parametrize("habits", [*everything(), *map(drawn, range(12))], ids=lambda habits: str(len(habits)))
def test_no_set_of_habits_makes_an_error_of_the_simulator(habits: tuple[str, ...]) -> None:
    lines = golden_lines()
    told = zip(lines, conversation(habits, lines))
    assert [line for line, answer in told if "internal error" in answer] == []
