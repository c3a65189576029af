# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A session of the Python client CGPCLI as a table: the method, what it returns, and what shows its effect."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from CGPCLI.Commands import Server
from CGPCLI.Errors import CommandFailedError
from support.simulator import Simulator

OK = "OK"
"""What CGPCLI makes of a bare success."""

INTERNAL_ERROR = 599
"""The simulator's reply when one of its handlers fails. Nothing a client sends may lead to it."""

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


# --- what a method may return


class Refusal(NamedTuple):
    """An error reply."""

    code: int
    text: str


class Refused:
    """A row's word for an error reply: with the code that sources tell us, or else any of the 5xx class.

    An internal error of the simulator is none of these. ``text``: what the reply's text contains.
    """

    def __init__(self, code: int | None = None, text: str = "") -> None:
        self.code = code
        self.text = text

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Refusal):
            return False
        code_fits = other.code == self.code if self.code else 500 <= other.code < INTERNAL_ERROR
        return code_fits and self.text in other.text

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return "Refused(%s, %r)" % (self.code or "5xx", self.text)


class Kind:
    """Any value of a class."""

    def __init__(self, wanted: type) -> None:
        self.wanted = wanted

    def __eq__(self, other: object) -> bool:
        return isinstance(other, self.wanted)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return "any %s" % self.wanted.__name__


class Keys:
    """A dictionary with just these keys, whatever their values."""

    def __init__(self, *names: str) -> None:
        self.names = set(names)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, dict) and set(other) == self.names

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return "a dictionary of %s" % sorted(self.names)


class Containing:
    """A dictionary with these pairs, or an array with these elements, among others."""

    def __init__(self, *elements: Any, **pairs: Any) -> None:
        self.elements = elements
        self.pairs = pairs

    def __eq__(self, other: object) -> bool:
        if isinstance(other, dict):
            return all(name in other and other[name] == value for name, value in self.pairs.items())
        return isinstance(other, list) and all(element in other for element in self.elements)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return "something with %r" % (self.elements or self.pairs,)


# --- the table's rows


@dataclass(frozen=True)
class Call:
    """A method of CGPCLI and its arguments."""

    method: str
    arguments: tuple[Any, ...]
    keywords: Mapping[str, Any] = field(default_factory=dict)

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


def call(called: str, *arguments: Any, **keywords: Any) -> Call:
    return Call(called, arguments, keywords)


def verb_of(method: str) -> str:
    """The manual's name of the command that a method of CGPCLI stands for."""
    return _OTHER_VERBS.get(method) or method.replace("_", "").upper()


@dataclass(frozen=True)
class Step:
    """A call and what it must return. ``seen``: a read and what it must return then, and not a moment before."""

    call: Call
    gives: Any = OK
    seen: tuple[Call, Any] | None = None

    def __str__(self) -> str:
        return self.call.method

    def calls(self) -> list[Call]:
        return [self.call] + ([self.seen[0]] if self.seen else [])

    def take(self, client: Server, simulator: Simulator) -> None:
        """Make the call and prove what the row says, and that the simulator took it for that very command."""
        if self.seen is not None:
            assert self.seen[0].on(client) != self.seen[1], "%s: nothing is left to change" % self
        mark = simulator.mark()
        got = self.call.on(client)
        assert got == self.gives, "%s returned %r" % (self.call, got)
        (entry,) = simulator.since(mark)
        assert "fault" not in entry
        if isinstance(got, Refusal):
            assert entry["code"] == got.code
        else:
            assert (entry["verb"], entry["code"] in (200, 201)) == (self.call.verb, True)
        if self.seen is not None:
            read = self.seen[0].on(client)
            assert read == self.seen[1], "after %s: %s returned %r" % (self, self.seen[0], read)


def read(called: str, *arguments: Any, gives: Any, **keywords: Any) -> Step:
    """A row that only reads."""
    return Step(Call(called, arguments, keywords), gives)


def refused(called: str, *arguments: Any, code: int | None = None, text: str = "", **keywords: Any) -> Step:
    """A row that must end in an error."""
    return Step(Call(called, arguments, keywords), Refused(code, text))
