# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Account Services.

What DATASET, ROSTER and BALANCE do depends on a key of their dictionary (``what`` or ``op``): they are changes, but for
the operations that only read.
"""

from __future__ import annotations

from typing import Any, Callable, Mapping

from ..syntax import Section

_OWNER_OR_BASIC_SETTINGS = "Account owner, or Domain Administrator with BasicSettings"


def _only(key: str, *operations: str) -> Callable[[Mapping[str, Any]], bool]:
    """Whether a command's dictionary asks for one of the operations that read."""
    known = frozenset(operation.lower() for operation in operations)

    def reads(arguments: Mapping[str, Any]) -> bool:
        return _operation(key, arguments) in known

    return reads


def _operation(key: str, arguments: Mapping[str, Any]) -> str:
    """The operation that a command's dictionary asks for, in small letters."""
    parameters = arguments.get("parameters")
    return str(parameters.get(key)).lower() if isinstance(parameters, dict) else ""


def _told(key: str, **results: str) -> Callable[[Mapping[str, Any]], str]:
    """What is returned by the operations, named in small letters, of which more is known than that."""

    def result_of(arguments: Mapping[str, Any]) -> str:
        return results.get(_operation(key, arguments), "")

    return result_of


SECTION = Section("Account Services", rights=_OWNER_OR_BASIC_SETTINGS, scope="account")
change, destructive = SECTION.change, SECTION.destructive

REMOVEACCOUNTSUBSET = destructive("REMOVEACCOUNTSUBSET <accountName:string> SUBSET <subsetName:string>")
DATASET = change(
    "DATASET <accountName:string> <parameters:dictionary>",
    "dictionary", reads=_only("what", "listSubsets", "listEntries", "findAddress"),
    result_of=_told("what", listentries="dictionary of dictionary: entry name=attributes"),
)
ROSTER = change(
    "ROSTER <accountName:string> <parameters:dictionary>",
    "dictionary", reads=_only("what", "List"),
    result_of=_told("what", list="dictionary of dictionary: contact=item"),
)
BALANCE = change(
    "BALANCE <accountName:string> <parameters:dictionary>",
    "dictionary", rights="Account owner, or Domain Administrator with CanCreditAccounts",
    reads=_only("op", "list", "read", "readAll", "history"),
)
