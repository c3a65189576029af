# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A session of the Python client CGPCLI as a table: the method, what it returns, and what shows its effect."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Union

from ansible_collections.communigate.pro.tests.interop.cgpcli_values import Refusal, Refused
from CGPCLI.Commands import Server
from CGPCLI.Errors import CommandFailedError
from support.simulator import Simulator

OK = "OK"
"""What CGPCLI makes of a bare success."""

# Methods whose names, without the underscores, are not the verb they send.
_OTHER_VERBS = {
    "account_ACL_rights": "GETACCOUNTACLRIGHTS",
    "bless_account_session": "BLESSSESSION",
    "delete_cluster_PBX_file": "STORECLUSTERPBXFILE",
    "delete_domain_PBX_file": "STOREDOMAINPBXFILE",
    "delete_server_PBX_file": "STORESERVERPBXFILE",
    "get_account_session": "GETSESSION",
    "get_account_setting": "GETACCOUNTONESETTING",
    "kill_account_session": "KILLSESSION",
    "remove_cluster_skin_file": "STORECLUSTERSKINFILE",
    "remove_domain_skin_file": "STOREDOMAINSKINFILE",
    "remove_server_skin_file": "STORESERVERSKINFILE",
    "report_failed_login_adress": "REPORTFAILEDLOGINADDRESS",
}


def verb_of(method: str) -> str:
    """The manual's name of the command that a method of CGPCLI stands for."""
    return _OTHER_VERBS.get(method) or method.replace("_", "").upper()


# --- what is played, and what is remembered of it


@dataclass
class Stage:
    """Where a chapter is played: by whom, against what, and what its rows have kept for those behind them."""

    client: Server
    simulator: Simulator
    kept: dict[str, Any] = field(default_factory=dict)


def _itself(value: Any) -> Any:
    return value


@dataclass(frozen=True)
class Kept:
    """Stands for what a row before has kept under ``name``; ``pick`` takes out of it what is needed here."""

    name: str
    pick: Callable[[Any], Any] = _itself


def resolved(value: Any, kept: Mapping[str, Any]) -> Any:
    """A value with what was kept in the places of ``Kept``."""
    if isinstance(value, Kept):
        return value.pick(kept[value.name])
    if isinstance(value, list):
        return [resolved(one, kept) for one in value]
    if isinstance(value, dict):
        return {name: resolved(one, kept) for name, one in value.items()}
    return value


# --- what is said


@dataclass(frozen=True)
class Call:
    """A method of CGPCLI and its arguments."""

    method: str
    arguments: tuple[Any, ...]
    keywords: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.method

    @property
    def verb(self) -> str:
        """The manual's name of the command that the method stands for."""
        if self.method == "execute_command":
            return str(self.arguments[0]).partition(" ")[0]
        return verb_of(self.method)

    def on(self, client: Server) -> Any:
        """What the method returns, or a Refusal where it raises CGPCLI's own exception for an error reply."""
        try:
            reply = getattr(client, self.method)(*self.arguments, **self.keywords)
        except CommandFailedError as error:
            reply = ast.literal_eval(str(error))
            return Refusal(int(reply["header"]), reply["body"])
        return reply["body"]

    def ask(self, stage: Stage) -> Any:
        """What the method returns there."""
        arguments = tuple(resolved(one, stage.kept) for one in self.arguments)
        keywords = resolved(dict(self.keywords), stage.kept)
        return Call(self.method, arguments, keywords).on(stage.client)

    def check(self, entries: list[dict[str, Any]], got: Any) -> None:
        """Prove by the journal that the simulator took the call for its very command."""
        (entry,) = entries
        assert "fault" not in entry
        if isinstance(got, Refusal):
            assert entry["code"] == got.code
        else:
            assert (entry["verb"], entry["code"] in (200, 201)) == (self.verb, True)


@dataclass(frozen=True)
class World:
    """A line of the simulator's control language: what no command of the CLI brings about, or none shows.

    ``%s`` in the line stands for one of ``values`` each.
    """

    line: str
    values: tuple[Any, ...] = ()

    def __str__(self) -> str:
        return self.line.partition(" ")[0]

    def ask(self, stage: Stage) -> Any:
        """What the simulator answers."""
        (answer,) = stage.simulator.control(self.line % tuple(resolved(one, stage.kept) for one in self.values))
        return answer

    def check(self, entries: list[dict[str, Any]], _got: Any) -> None:
        """Nothing of it is a command."""
        assert entries == []


Saying = Union[Call, World]


def call(called: str, *arguments: Any, **keywords: Any) -> Call:
    return Call(called, arguments, keywords)


def world(line: str, *values: Any) -> World:
    return World(line, values)


# --- the table's rows


@dataclass(frozen=True)
class Step:
    """A call and what it must return. ``seen``: a read and what it must return then, and not a moment before.

    ``keep``: the name under which what is returned can be had in the rows behind this one (``Kept``).
    """

    call: Saying
    gives: Any = OK
    seen: tuple[Saying, Any] | None = None
    keep: str = ""

    def __str__(self) -> str:
        return str(self.call)

    def proven(self) -> set[str]:
        """The methods of CGPCLI whose success this row proves."""
        shown = [(self.call, self.gives)] + ([self.seen] if self.seen else [])
        return {one.method for one, gives in shown if isinstance(one, Call) and not isinstance(gives, Refused)}

    def take(self, stage: Stage) -> None:
        """Make the call and prove what the row says, and that the simulator took it for that very command."""
        before = self.seen[0].ask(stage) if self.seen is not None else None
        mark = stage.simulator.mark()
        got = self.call.ask(stage)
        wanted = resolved(self.gives, stage.kept)
        assert got == wanted, "%s returned %r, not %r" % (self.call, got, wanted)
        self.call.check(stage.simulator.since(mark), got)
        if self.keep:
            stage.kept[self.keep] = got
        if self.seen is not None:
            after, effect = self.seen[0].ask(stage), resolved(self.seen[1], stage.kept)
            assert before != effect, "%s: nothing was left to change" % self
            assert after == effect, "after %s: %s returned %r, not %r" % (self, self.seen[0], after, effect)


def read(called: str, *arguments: Any, gives: Any, keep: str = "", **keywords: Any) -> Step:
    """A row that only reads."""
    return Step(Call(called, arguments, keywords), gives, keep=keep)


def refused(called: str, *arguments: Any, code: int | None = None, text: str = "", **keywords: Any) -> Step:
    """A row that must end in an error."""
    return Step(Call(called, arguments, keywords), Refused(code, text))


def setting(name: str, new: Any) -> Step:
    """A row for ``set_NAME``, which ``get_NAME`` shows."""
    return Step(call("set_" + name, new), seen=(call("get_" + name), new))


@dataclass(frozen=True)
class Chapter:
    """Some rows, taken one after the other on a new server; ``before`` is done first and must succeed."""

    title: str
    steps: Sequence[Step]
    before: Sequence[Call] = ()
    flags: Sequence[str] = ()

    def __str__(self) -> str:
        return self.title.replace(" ", "_").replace(",", "")

    def proven(self) -> set[str]:
        """The methods of CGPCLI whose success this chapter proves."""
        return {one.method for one in self.before}.union(*(step.proven() for step in self.steps))
