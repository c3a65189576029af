# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Changing statistics: the manual, Monitoring (elements of the Server) and Statistics (of Accounts and Domains)."""

from __future__ import annotations

from typing import Any, Mapping

from .._cli.sections.monitoring import GETSTATELEMENT, SETSTATELEMENT
from .._cli.sections.statistics import GETACCOUNTSTAT, GETDOMAINSTAT, RESETACCOUNTSTAT, RESETDOMAINSTAT
from .._engine import canon
from .._engine.action import Deed, at_once
from .._engine.dialogue import ask
from .._engine.model import Conversation, Field
from ..connector.errors import CgpError, CliError
from .shared.operations import Operation, operations

Params = Mapping[str, Any]

RESET_TIME = "StatReset"
DOMAIN_KEYS = ("MessagesReceived", "BytesReceived", "MessagesSent", "BytesSent", "CallsReceived", "CallsSent")
ACCOUNT_KEYS = (*DOMAIN_KEYS, "Logins")

ACCOUNTS = Field("accounts", type="list", elements="str")
DOMAINS = Field("domains", type="list", elements="str")


def _set(params: Params) -> Conversation:
    element, value = params["element"], params["value"]
    now = yield from ask(GETSTATELEMENT(element))
    deeds = [Deed(GETSTATELEMENT(element), result="value")]
    if canon.setting(now) != canon.setting(value):
        deeds.insert(0, Deed(SETSTATELEMENT(element, value, SET=True)))
    return deeds


def _increase(params: Params) -> Conversation:
    element, value = params["element"], params["value"]
    read = Deed(GETSTATELEMENT(element), result="value")
    return at_once(*([Deed(SETSTATELEMENT(element, value, INC=True))] if value else []), read)


def _reset(params: Params) -> Conversation:
    """Where nothing was counted there is nothing to reset."""
    accounts, domains, keys = params.get("accounts") or [], params.get("domains") or [], params.get("keys") or []
    if not accounts and not domains:
        raise CgpError("neither accounts nor domains are given", "Say whose statistics are to be reset")
    missing = [key for key in keys if key not in DOMAIN_KEYS]
    if domains and missing:
        raise CgpError("a Domain has no %s" % ", ".join(missing), "Give domains in a task of their own")
    subjects = [(RESETACCOUNTSTAT, name) for name in accounts] + [(RESETDOMAINSTAT, name) for name in domains]
    replies = yield [*map(GETACCOUNTSTAT, accounts), *map(GETDOMAINSTAT, domains)]
    deeds = []
    for (reset, name), reply in zip(subjects, replies):
        if isinstance(reply, CliError):
            raise CgpError("the statistics of %s could not be read: %s" % (name, reply.message))
        counted = {key for key, value in reply.items() if key != RESET_TIME and canon.setting(value) not in ("0", "")}
        if keys:
            deeds += [Deed(reset(name, keyName=key)) for key in keys if key in counted]
        elif counted:
            deeds.append(Deed(reset(name)))
    return deeds


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
