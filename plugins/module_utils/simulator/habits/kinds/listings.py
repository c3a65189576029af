# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a server finds and lists what a Domain holds."""

from __future__ import annotations

from typing import Any

from ...._cli.syntax import Command
from ...answers.answer import Answer, with_data
from ...answers.refusals import bad_parameters
from ..habit import Call, Habit

_OBJECTS = frozenset(("LISTDOMAINOBJECTS",))


def _in_this_case(call: Call, answer: Answer) -> Answer:
    """The filter is a part of the name, letter by letter."""
    wanted = call.arguments.get("filter", "")
    value: Any = answer.value if answer.has_data else None
    if not wanted or not isinstance(value, list):
        return answer
    if call.verb == "LISTSUBSCRIBERS":
        return with_data([name for name in value if wanted in name])
    return with_data([value[0], {name: what for name, what in value[1].items() if wanted in name}, *value[2:]])


def _one_of_both(call: Call) -> Command:
    if call.arguments.get("filter") and call.arguments.get("cookie") is not None:
        raise bad_parameters("FILTER and COOKIE cannot be used together")
    return call.command


def _without_cookie(call: Call, answer: Answer) -> Answer:
    value: Any = answer.value if answer.has_data else None
    return with_data(value[:4]) if isinstance(value, list) and value[4:] == [""] else answer


def _without_extension(call: Call, answer: Answer) -> Answer:
    value: Any = answer.value if answer.has_data else None
    if isinstance(value, dict):
        return with_data({name: "" for name in value})
    if not isinstance(value, list):
        return answer
    listed = {name: "" if isinstance(what, str) else what for name, what in value[1].items()}
    return with_data([value[0], listed, *value[2:]])


HABITS = (
    Habit(
        "filter-case",
        "takes a filter for a part of the name letter by letter, and finds Anna by A but not by a",
        "open: the manual says 'a substring'",
        _OBJECTS | {"LISTSUBSCRIBERS"},
        tells=_in_this_case,
    ),
    Habit(
        "cookie-without-filter",
        "refuses LISTDOMAINOBJECTS with FILTER and COOKIE",
        "open: the manual shows no command with both",
        _OBJECTS,
        obeys=_one_of_both,
    ),
    Habit(
        "last-cookie-missing",
        "leaves out the cookie of LISTDOMAINOBJECTS where it would be empty",
        "open; seen live: the last one is an empty string",
        _OBJECTS,
        tells=_without_cookie,
    ),
    Habit(
        "no-file-extension",
        "lists Accounts without their file extension",
        "open: the manual mentions it for one of the two listings",
        _OBJECTS | {"LISTACCOUNTS"},
        tells=_without_extension,
    ),
)
