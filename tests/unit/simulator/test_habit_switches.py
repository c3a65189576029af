# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How habits are asked for: on the command line, in a file, at random, while a server runs, in a cluster."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from ansible_collections.communigate.pro.plugins.module_utils.simulator.embedded import Embedded
from ansible_collections.communigate.pro.plugins.module_utils.simulator.habits.catalogue import HABITS, HabitError
from ansible_collections.communigate.pro.plugins.module_utils.simulator.habits.choice import chosen, drawn
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options, parse
from ansible_collections.communigate.pro.plugins.module_utils.simulator.program import background, launch
from support.members import cluster_directory, join

__all__ = ["cluster_directory", "join"]

RULES = b"SETSERVERMAILRULES ((1,low),(9,high))"
SHOW = b"GETSERVERMAILRULES"
AS_SENT, SORTED = b"201 ((1,low),(9,high))", b"201 ((9,high),(1,low))"


def shown(wire) -> bytes:
    wire.do(RULES)
    return wire.ask(SHOW)


# --- when it starts


def test_the_command_line_names_habits_draws_them_and_reads_them():
    options = parse(["--habit=any", "--habit=priority-order", "--random=0", "--habits=learnt.yml"], {})
    assert (options.habits, options.random, options.habits_file) == (("any", "priority-order"), 0, "learnt.yml")
    assert parse(options.arguments(), {}) == options
    assert parse([], {}).arguments() == Options().arguments()
    assert not [word for word in Options().arguments() if "habit" in word or "random" in word]


def test_a_simulator_does_not_start_with_what_is_no_habit():
    done = subprocess.run(
        [sys.executable, "-m", launch.__name__, "--port=0", "--habit=priority-oder"],
        env={"PYTHONPATH": background._search_path()}, capture_output=True, text=True, check=False,
    )
    assert done.returncode == 1
    assert done.stderr == "simulator: there is no habit priority-oder. Did you mean priority-order?\n"


@pytest.mark.parametrize(("names", "says"), [
    (["Priority-Order"], "there is no habit Priority-Order. Did you mean priority-order?"),
    (["own-domain"], "there is no habit own-domain. Did you mean own-domain-dropped or own-domain-added?"),
    ([""], "there is no habit without a name. There are: "),
    (["xyzzy"], "there is no habit xyzzy. There are: "),
    (["any"], "the habit any needs a seed"),
])
def test_what_is_no_habit_is_one_clear_error(names, says):
    with pytest.raises(HabitError) as caught:
        chosen(names)
    assert str(caught.value).startswith(says)


@pytest.mark.parametrize("names", [("shows-defaults", "hides-defaults"), ("own-domain-added", "own-domain-dropped")])
def test_two_answers_to_one_question_are_an_error(names):
    with pytest.raises(HabitError, match="the habits .* and .* contradict each other"):
        chosen(names)


def test_a_seed_without_any_is_an_error():
    with pytest.raises(HabitError, match="a seed for habits has nothing to draw"):
        chosen(["priority-order"], 4)


def test_an_embedded_server_has_the_habits_of_its_options(options, dial):
    with Embedded(replace(options, habits=("priority-order",))) as simulator:
        wire = dial(simulator.host, simulator.port)
        wire.login(b"postmaster", b"secret")
        wire.ask(b"INLINE")
        assert shown(wire) == SORTED


# --- at random


def test_a_seed_always_draws_the_same_set_and_others_draw_others():
    sets = [drawn(seed) for seed in range(300)]
    assert sets == [drawn(seed) for seed in range(300)]
    assert sets == [chosen(["any"], seed) for seed in range(300)]
    assert {name for names in sets for name in names} == {name for name in HABITS if not HABITS[name].usual}


def test_what_is_drawn_contradicts_nothing():
    for seed in range(300):
        questions = [HABITS[name].one_of for name in drawn(seed) if HABITS[name].one_of]
        assert len(questions) == len(set(questions))


def test_what_is_named_is_there_whatever_is_drawn():
    assert all(name in chosen([name, "any"], seed) for name in HABITS for seed in range(5))


# --- from a file


@pytest.mark.parametrize("text", [
    "---\n# a server\nversion: 6.3.39  # that one\npriority-order: true # seen\n\n",
    "priority-order: true\r\n",
    '{"priority-order": true}',
    '{"version": "7.1", "habits": {"priority-order": {"seen": true, "how": "GETSERVERMAILRULES"}}}',
])
def test_a_file_tells_the_habits_of_a_server(tmp_path, text):
    (tmp_path / "learnt").write_text(text, encoding="utf-8", newline="")
    assert chosen([], None, str(tmp_path / "learnt")) == ("priority-order",)


@pytest.mark.parametrize("text", [
    "priority-order: false", "priority-order: null", "", '{"priority-order": false}',
    '{"habits": {"priority-order": {"seen": null}}}',
])
def test_what_was_not_seen_is_not_in_force(tmp_path, text):
    (tmp_path / "learnt").write_text(text, encoding="utf-8")
    assert chosen([], None, str(tmp_path / "learnt")) == ()


@pytest.mark.parametrize(("text", "says"), [
    ("priority-order: yes", "line 1: the habit priority-order is neither true nor false"),
    ("\npriority-order true", "line 2 is not of the form NAME: true"),
    ("priority-order:\n  seen: true", "line 1: the habit priority-order is neither true nor false"),
    ("habits: {priority-order: true}", "line 1: the habit habits is neither true nor false"),
    ("priority-order: true\npriority-order: true", "line 2: the habit priority-order is there twice"),
    ("priority-oder: false", "there is no habit priority-oder. Did you mean priority-order?"),
    ('{"priority-order": "yes"}', "the habit priority-order is neither true nor false"),
    ('{"habits": ["priority-order"]}', "what is under habits is no object"),
    ('{"priority-order": true', "they are no JSON"),
])
def test_a_file_that_is_none_is_one_clear_error(tmp_path, text, says):
    path = tmp_path / "learnt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(HabitError) as caught:
        chosen([], None, str(path))
    assert str(caught.value).startswith("the habits in %s cannot be used: %s" % (path, says))


@pytest.mark.parametrize("content", [None, b"\xff\xfe\xff"])
def test_a_file_that_cannot_be_read_is_one_clear_error(tmp_path, content):
    path = tmp_path / "learnt"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(HabitError, match="the habits in .*learnt cannot be read: "):
        chosen([], None, str(path))


# --- while it runs


@pytest.fixture
def session(connect):
    """A session of the control language."""
    wire = connect()
    assert wire.ask(b"SIMULATOR secret").startswith(b"200 ")
    return wire


def test_habits_come_and_go(session, admin):
    assert shown(admin) == AS_SENT
    assert session.ask(b"HABITS") == b"201 ()"
    assert session.ask(b"HABIT priority-order") == b"201 (priority-order)"
    assert admin.ask(SHOW) == SORTED
    assert session.ask(b"HABITS") == b"201 (priority-order)"
    assert session.ask(b"HABIT {priority-order=off;}") == b"201 ()"
    assert admin.ask(SHOW) == AS_SENT
    assert session.ask(b"HABITS (priority-order)") == b"201 (priority-order)"
    assert session.ask(b"HABIT {priority-order=ON;}") == b"201 (priority-order)"
    assert session.ask(b"HABITS ()") == b"201 ()"


@pytest.mark.parametrize("line", [
    b"HABIT", b"HABIT ()", b"HABIT {}", b"HABIT {priority-order=YES;}", b"HABITS priority-order", b"HABITS (#1)",
])
def test_nonsense_is_answered_501(session, line):
    session.ask(b"HABIT priority-order")
    assert session.code(line) == 501
    assert session.ask(b"HABITS") == b"201 (priority-order)"


@pytest.mark.parametrize("line", [b"HABIT priority-oder", b"HABIT {priority-oder=OFF;}", b"HABITS (priority-oder)"])
def test_what_is_no_habit_changes_nothing(session, line):
    session.ask(b"HABIT priority-order")
    assert session.ask(line) == b"501 there is no habit priority-oder. Did you mean priority-order?"
    assert session.ask(b"HABITS") == b"201 (priority-order)"


# --- in a cluster


def test_a_member_has_the_habits_of_the_others(join):
    join(1, habits=("priority-order",))
    second = join(2)
    assert shown(second.admin) == SORTED
    assert second.control().ask(b"HABITS") == b"201 (priority-order)"


def test_a_member_with_other_habits_does_not_start(join):
    join(1)
    with pytest.raises(CgpError, match="the members of the cluster have other habits: none[.] Give this one the same"):
        join(2, habits=("priority-order",))


def test_what_one_member_is_told_holds_for_all(join):
    first, second = join(1), join(2)
    first.control().ask(b"HABIT priority-order")
    assert shown(second.admin) == SORTED
    third = join(3)
    second.control().ask(b"HABITS ()")
    assert [shown(member.admin) for member in (first, second, third)] == [AS_SENT] * 3


def test_who_is_alone_begins_with_the_habits_of_its_options(join, cluster_directory):
    first = join(1, habits=("priority-order",))
    first.leave()
    second = join(2)
    assert shown(second.admin) == AS_SENT
    assert json.loads((cluster_directory / "snapshot.json").read_text())["habits"] == []


def test_what_habits_do_to_what_is_stored_all_members_do_alike(join):
    habits = ("own-domain-dropped", "merges-set", "delete-ignored", "reply-201-unreadable", "absent-500")
    first, second = join(1, habits=habits), join(2)
    for command in (
        b"CREATEDOMAIN s.example SHARED",
        b"CREATEGROUP friends@s.example {Members=(anna@s.example);Expand=NO;}",
        b"SETGROUP friends@s.example {RealName=Us;}",
        b"DELETEGROUP friends@s.example",
    ):
        assert first.code(command) < 300
    assert second.ask(b"GETGROUP friends@s.example") == b"201 {Expand=NO;Members=(anna);RealName=Us;}"
    assert second.shared() == first.shared()
