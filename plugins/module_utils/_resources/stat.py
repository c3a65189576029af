# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Statistics: the manual, Monitoring (elements of the Server, Dialogs) and Statistics (of Accounts and Domains)."""

from __future__ import annotations

from typing import Any, Mapping

from .._cli.sections.monitoring import GETDIALOGINFO, GETNEXTSTATNAME, GETSTATELEMENT, SETSTATELEMENT
from .._cli.sections.statistics import GETACCOUNTSTAT, GETDOMAINSTAT, RESETACCOUNTSTAT, RESETDOMAINSTAT
from .._engine import canon
from .._engine.action import ActionStep, at_once
from .._engine.dialogue import ask
from .._engine.info import inquiry
from .._engine.model import Conversation, Field
from ..connector.errors import CgpError, CliError, NotFound
from .shared.accounts_asked import ACCOUNTS
from .shared.across_domains import ALL, DOMAINS, each_domain, is_every, refuse_nameless
from .shared.operations import Operation, operations

Params = Mapping[str, Any]

RESET_TIME = "StatReset"
DOMAIN_KEYS = ("MessagesReceived", "BytesReceived", "MessagesSent", "BytesSent", "CallsReceived", "CallsSent")
ACCOUNT_KEYS = (*DOMAIN_KEYS, "Logins")


def _set(params: Params) -> Conversation:
    element, value = params["element"], params["value"]
    now = yield from ask(GETSTATELEMENT(element))
    steps = [ActionStep(GETSTATELEMENT(element), result="value")]
    if canon.setting(now) != canon.setting(value):
        steps.insert(0, ActionStep(SETSTATELEMENT(element, value, SET=True)))
    return steps


def _increase(params: Params) -> Conversation:
    element, value = params["element"], params["value"]
    read = ActionStep(GETSTATELEMENT(element), result="value")
    return at_once(*([ActionStep(SETSTATELEMENT(element, value, INC=True))] if value else []), read)


def _reset(params: Params) -> Conversation:
    """Where nothing was counted there is nothing to reset."""
    accounts, domains, keys = params.get("accounts") or [], params.get("domains") or [], params.get("keys") or []
    for option, names in (("accounts", accounts), ("domains", domains)):
        refuse_nameless(names, option)
    if not accounts and not domains:
        raise CgpError("neither accounts nor domains are given", "Say whose statistics are to be reset")
    missing = [key for key in keys if key not in DOMAIN_KEYS]
    if domains and missing:
        raise CgpError("a Domain has no %s" % ", ".join(missing), "Give domains in a task of their own")
    subjects = [(RESETACCOUNTSTAT, name) for name in accounts] + [(RESETDOMAINSTAT, name) for name in domains]
    replies = yield [*map(GETACCOUNTSTAT, accounts), *map(GETDOMAINSTAT, domains)]
    steps = []
    for (reset, name), reply in zip(subjects, replies):
        if isinstance(reply, CliError):
            raise CgpError("the statistics of %s could not be read: %s" % (name, reply.message))
        counted = {key for key, value in reply.items() if key != RESET_TIME and canon.setting(value) not in ("0", "")}
        if keys:
            steps += [ActionStep(reset(name, keyName=key)) for key in keys if key in counted]
        elif counted:
            steps.append(ActionStep(reset(name)))
    return steps


STAT = operations(
    (
        Field("element"),
        Field("value", type="int"),
        ACCOUNTS,
        DOMAINS,
        Field("keys", type="list", elements="str", choices=ACCOUNT_KEYS),
    ),
    {
        "set": Operation(_set, ("element", "value")),
        "increase": Operation(_increase, ("element", "value")),
        "reset": Operation(_reset, (), ("accounts", "domains", "keys")),
    },
)


# --- what can be read


def _ask(params: Params) -> Conversation:
    asked = ("elements", "prefix", "accounts", "domains", "dialogs")
    if all(params.get(option) is None for option in asked):
        raise CgpError("nothing is asked for", "Give one or more of %s" % ", ".join(asked))
    answers: dict[str, Any] = {}
    if params.get("elements") is not None or params.get("prefix") is not None:
        answers["elements"] = yield from _elements(params)
    for result, read in (("accounts", GETACCOUNTSTAT), ("domains", GETDOMAINSTAT)):
        if params.get(result) is not None:
            names = params[result]
            refuse_nameless(names, result)
            if result == DOMAINS.name and is_every(names, [ALL]):  # a star is the login's own, as the manual has it
                names = yield from each_domain([ALL])
            answers[result] = yield from _statistics(read, names)
    if params.get("dialogs") is not None:
        told = yield from _all("Dialog", GETDIALOGINFO, params["dialogs"])
        answers["dialogs"] = [{"id": number, "info": info} for number, info in zip(params["dialogs"], told)]
    return answers


def _elements(params: Params) -> Conversation:
    names = list(params.get("elements") or ())
    if params.get("prefix") is not None:
        names += yield from _walk(params["prefix"], params["limit"])
    values = yield from _all("element", GETSTATELEMENT, names)
    return dict(zip(names, values))


def _walk(prefix: str, limit: int) -> Conversation:
    """The names that begin with the prefix. The manual does not say that names are in any order, so all are looked at.

    A refusal that comes first is one; a later one says that there was no other element.
    """
    seen: dict[str, None] = {}
    found: list[str] = []
    name = yield from ask(GETNEXTSTATNAME(""))
    while isinstance(name, str) and name not in seen:
        seen[name] = None
        if name.startswith(prefix):
            found.append(name)
        if 0 < limit == len(found):
            break
        (name,) = yield [GETNEXTSTATNAME(name)]
    return found


def _statistics(read: Any, names: list[str]) -> Conversation:
    """An Account or a Domain that does not exist is no error."""
    replies = (yield [read(name) for name in names]) if names else []
    told: list[dict[str, Any]] = []
    for name, reply in zip(names, replies):
        if isinstance(reply, NotFound):
            told.append({"name": name, "exists": False})
        elif isinstance(reply, CliError):
            raise CgpError("the statistics of %s could not be read: %s" % (name, reply.message))
        else:
            told.append({"name": name, "exists": True, "statistics": reply})
    return told


def _all(noun: str, read: Any, names: list[Any]) -> Conversation:
    """What each name stands for. How a server refuses an unknown one is not known, so any refusal is an error."""
    replies = (yield [read(name) for name in names]) if names else []
    for name, reply in zip(names, replies):
        if isinstance(reply, CliError):
            raise CgpError("%s %s could not be read: %s" % (noun, name, reply.message))
    return replies


STAT_INFO = inquiry(
    (
        Field("elements", type="list", elements="str"),
        Field("prefix"),
        Field("limit", type="int", default=0),
        ACCOUNTS,
        DOMAINS,
        Field("dialogs", type="list", elements="int"),
    ),
    _ask,
)
