# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of an audit: what is looked at, what is found there, and what is known of the whole server."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, Callable, Iterable, Mapping, NamedTuple, Sequence, Tuple, Union

from .._cli.vocabulary.scope import Scope
from .._engine import canon

CRITICAL, WARNING, NOTICE = "critical", "warning", "notice"
SEVERITIES = (CRITICAL, WARNING, NOTICE)
"""How grave a finding is: harm is done or near; somebody should look at it; somebody should know it."""
EFFECTIVE = "effective"
"""The part that has the settings of a Domain as they apply, whether they are its own or defaults of all Domains."""
UNREAD = "unread"
"""What is counted besides: where nobody could look."""

SERVER, CLUSTER, DOMAIN = "server", "cluster", "domain"
ACCOUNT, FORWARDER, GROUP, LIST, TASK = "account", "forwarder", "group", "mailing list", "named task"
IN_DOMAIN = (ACCOUNT, FORWARDER, GROUP, LIST, TASK)
"""The kinds of objects, as listings call them."""

Name = Tuple[str, str]
"""A Domain of the server by its own name, and a name in it; both folded."""


class Route(NamedTuple):
    """An address, for what it is used (``mail``, ``access`` or ``signal``), and whether it is said to lead outside.

    If not it is said to lead nowhere.
    """

    address: str
    mode: str
    outside: bool


class Finding(NamedTuple):
    """One thing that was found.

    ``what`` is a predicate of the object. ``detail``: the same for programs; no secret is in it. Others can be asked
    whether it is one at all: ``missing`` are names of which none may exist, and ``route`` is what the Router is to be
    asked about, since its table knows names that no Domain has.
    """

    severity: str
    what: str
    detail: Mapping[str, Any]
    missing: tuple[Name, ...] = ()
    route: Route | None = None


class Unread(NamedTuple):
    """Why a check cannot say whether there is anything to find."""

    why: str


Told = Union[Finding, Unread]


class Subject(NamedTuple):
    """One object that is looked at: its kind, the own name of its Domain, its name, and what was read of it by part."""

    kind: str
    domain: str
    name: str
    parts: Mapping[str, Any]


@dataclass(frozen=True)
class Facts:
    """What is known of the whole server, and from where on something is told.

    ``homes``: by folded name or alias of a Domain, the Domain's own folded name. ``names``: by that, all of its names,
    in order. ``unknown``: why there may be others; empty if there are none. ``now``: aware, in UTC. Ages are days.
    ``hides_passwords``: an empty text stands in the place of each password.
    """

    homes: Mapping[str, str]
    names: Mapping[str, Sequence[str]]
    unknown: str
    now: dt.datetime
    quota_percent: int
    certificate_days: int
    unused_days: int
    new_days: int
    hides_passwords: bool = False


def by_home(homes: Mapping[str, str]) -> dict[str, list[str]]:
    """All names of each Domain, in order, by its own."""
    names: dict[str, list[str]] = {}
    for name in sorted(homes):
        names.setdefault(homes[name], []).append(name)
    return names


@dataclass(frozen=True)
class Look:
    """How a check looks at objects of a kind: the parts that it needs, and what it finds in them."""

    kind: str
    parts: tuple[str, ...]
    find: Callable[[Subject, Facts], Iterable[Told]]


@dataclass(frozen=True)
class Check:
    """One check: ``looks``, and whether it needs to know which names there are (``names``)."""

    name: str
    looks: tuple[Look, ...]
    names: bool = False


def settings_of(value: Any, scope: Scope) -> Mapping[str, Any]:
    """Settings by their known spellings, with values in the form in which they are compared."""
    compared = canon.setting(value, scope.root)
    return compared if isinstance(compared, dict) else {}
