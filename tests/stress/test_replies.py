# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Replies of every other type, one at a time, to every command of every module's tasks.

A form of the empty value is taken for it; any other type is an error that names the command and both types, whatever
the module; and nowhere does Python say anything, however deep the strange value lies. The tasks are those of
``tests/integration``, where it is said what they do with the usual replies.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.replies import received
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import BadReply, CliError
from ansible_collections.communigate.pro.tests.integration.case import CASES
from ansible_collections.communigate.pro.tests.integration.noun import NOUNS
from support.engine_server import Server
from support.load import FULL
from support.substitution import FORMS, Exchange, Said, inner_places, prepare, run, with_inner

OPTIONS = {"cluster": True, "clock": "fixed:2030-01-31T12:00:00"}
NET = "unexpected shape"
"""What the last net says, which is to catch nothing."""
INNER = FORMS if FULL else {name: FORMS[name] for name in ("nothing", "a number", "an array", "a dictionary")}
TASKS = None if FULL else 2
"""How many of a module's tasks are played."""
REPLIES = 10
"""Of how many replies to a task another is given, unless all are: whoever reads much reads it as other modules do."""


class Rehearsed:
    """A module's tasks: the lines that prepare each, and its options."""

    def __init__(self, module: str, lines: Sequence[str], tasks: Sequence[Any]) -> None:
        self.module = module
        self.lines = list(lines)
        usable = [task for task in tasks if not _needs_more(task)]
        self.tasks = usable if TASKS is None else usable[:TASKS]

    def __repr__(self) -> str:
        return self.module


def _needs_more(task: Any) -> bool:
    """What is made up by a former task, is told to the simulator otherwise, or is refused before anything is said."""
    said = str((task.options, task.prepare))
    return "{{" in said or bool(getattr(task, "control", ())) or bool(getattr(task, "fails", ""))


REHEARSED = [Rehearsed(noun.module, noun.prepare, noun.steps) for noun in NOUNS]
REHEARSED += [Rehearsed(cases.module, cases.prepare, cases.cases) for cases in CASES]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with Server(tmp_path, **OPTIONS) as running:
        yield running


def exchanged(said: Sequence[Said]) -> Iterator[tuple[Said, str, Any]]:
    """Each reply that is of interest, with every other value for it, and that value's name; of many replies a few."""
    for one in said[:: 1 if FULL else 1 + len(said) // (REPLIES + 1)]:
        if one.type == "none" or isinstance(one.value, CliError):
            continue
        for name, form in FORMS.items():
            yield one, name, form
        for way in inner_places(one.value):
            for name, form in INNER.items():
                yield one, "%s at %s" % (name, way), with_inner(one.value, way, form)


def told(result: Mapping[str, Any]) -> str:
    return str({key: value for key, value in result.items() if key != "statistics"})


def judge(result: Mapping[str, Any], one: Said, value: Any) -> None:
    assert NET not in told(result)
    expected = received(one.type, one.verb, value)
    if isinstance(expected, BadReply):
        # What only a warning needs is told there, and what a document or an audit lacks is told beside it.
        said_beside = str([result.get("warnings"), result.get("untold"), result.get("unread")])
        assert result.get("failed") is True or expected.text in said_beside
        assert expected.text in told(result)
        assert one.verb in told(result)


def _times(exchange: Exchange, verb: str) -> int:
    return sum(said.verb == verb for said in exchange.said)


@pytest.mark.parametrize("rehearsed", REHEARSED, ids=repr)
def test_a_reply_of_another_type_is_its_empty_value_or_an_error_that_names_both(
    server: Server, rehearsed: Rehearsed
) -> None:
    """In check mode, so that each task finds the same server again and again."""
    prepare(server, rehearsed.lines)
    for task in rehearsed.tasks:
        prepare(server, task.prepare)
        with Exchange(server.session()) as usual:
            complete = told(run(rehearsed.module, usual.session, task.options, check=True))
        session = server.session()
        for one, name, value in exchanged(usual.said):
            with Exchange(session, one.place, value) as other:
                result = run(rehearsed.module, session, task.options, check=True)
            assert other.said[one.place].verb == one.verb
            if _times(other, one.verb) > _times(usual, one.verb) and told(result) == complete:
                continue  # it was asked again, and told then
            try:
                judge(result, one, value)
            except AssertionError as error:
                raise AssertionError("%s: %s for the reply to %s: %s" % (task.name, name, one.verb, result)) from error
        run(rehearsed.module, server.session(), task.options, check=False)


@pytest.mark.parametrize("rehearsed", REHEARSED, ids=repr)
def test_whatever_is_answered_while_something_is_changed_what_was_done_is_told(
    tmp_path: Path, rehearsed: Rehearsed
) -> None:
    """Each run finds a server of its own, at the point where the task comes."""
    forms = CHANGING if FULL else dict([*CHANGING.items()][:2])
    for number in range(len(rehearsed.tasks)):
        with Server(_made(tmp_path / ("%d" % number)), **OPTIONS) as server, Exchange(server.session()) as usual:
            _play(server, rehearsed, number, usual.session)
        writes = [one.place for one in usual.said if one.kind != "read"]
        for one in usual.said[writes[0] :] if writes else ():
            if isinstance(one.value, CliError) or (one.type == "none" and one.kind == "read"):
                continue
            for name, form in forms.items():
                directory = _made(tmp_path / ("%d-%d-%s" % (number, one.place, name)))
                with Server(directory, **OPTIONS) as server, Exchange(server.session(), one.place, form) as other:
                    mark = server.mark()
                    result = _play(server, rehearsed, number, other.session)
                    changed = bool([entry for entry in server.changes(mark) if entry["code"] in (200, 201)])
                where = "%s: %s for the reply to %s: %s" % (rehearsed.tasks[number].name, name, one.verb, result)
                assert NET not in told(result), where
                # A look of the right type that shows nothing of the change says that it was not kept.
                believed = one.kind == "read" and not isinstance(received(one.type, one.verb, form), BadReply)
                assert result["changed"] or not changed or believed, where


CHANGING: Mapping[str, Any] = {
    "unreadable": BadReply(201, "data that cannot be read", "ANY"),
    "a dictionary": {"key": "text"},
    "nothing": None,
    "a number": 7,
    "an array of arrays": [["text", "more"], []],
}


def _made(directory: Path) -> Path:
    directory.mkdir()
    return directory


def _play(server: Server, rehearsed: Rehearsed, number: int, session: Any) -> dict[str, Any]:
    """The result of a task; the tasks before it are done as usual."""
    prepare(server, rehearsed.lines)
    for task in rehearsed.tasks[:number]:
        prepare(server, task.prepare)
        run(rehearsed.module, server.session(), task.options, check=False)
    prepare(server, rehearsed.tasks[number].prepare)
    return run(rehearsed.module, session, rehearsed.tasks[number].options, check=False)
