# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Single Rules of Accounts, the others untouched: the manual, UPDATEACCOUNTMAILRULE.

The shape of a Rule is in protocol.md section 6.6.
"""

from __future__ import annotations

from typing import Any, Mapping, Sequence

from .._cli.sections.account import (
    GETACCOUNTMAILRULES,
    GETACCOUNTSIGNALRULES,
    UPDATEACCOUNTMAILRULE,
    UPDATEACCOUNTMAILRULE_DELETE,
    UPDATEACCOUNTSIGNALRULE,
    UPDATEACCOUNTSIGNALRULE_DELETE,
)
from .._engine import canon
from .._engine.dialogue import ask
from .._engine.model import Conversation, Edit, Facet, Field, Found, Key, Resource, Values
from .._engine.shapes import Shape
from ..connector.errors import CgpError
from .shared.options import ACCOUNT_NAME
from .shared.rule_clauses import NUMBERED, canon_clauses, parse_clauses, told_rule

_COMMANDS = {
    "mail": (GETACCOUNTMAILRULES, UPDATEACCOUNTMAILRULE, UPDATEACCOUNTMAILRULE_DELETE),
    "signal": (GETACCOUNTSIGNALRULES, UPDATEACCOUNTSIGNALRULE, UPDATEACCOUNTSIGNALRULE_DELETE),
}
KIND = Field("kind", choices=tuple(_COMMANDS), default="mail")
_PRIORITY = Field("priority", type="int")
_CLAUSES = (
    Field("conditions", type="list", elements="list", digits_after=NUMBERED),
    Field("actions", type="list", elements="list", digits_after=NUMBERED),
)
_COMMENT = Field("comment", free=True)
_CANON = {
    _PRIORITY.name: canon.text,
    **{field.name: canon_clauses for field in _CLAUSES},
    _COMMENT.name: canon.text,
}


def _find(account: str, names: Sequence[str] | None) -> Conversation:
    """The Account's Rules by kind and name, of the kinds that are asked for."""
    found: dict[str, Found] = {}
    for kind in sorted({name.partition(" ")[0] for name in names or ()}):
        for rule in (yield from ask(_COMMANDS[kind][0](account))):
            if isinstance(rule, list) and len(rule) > 1:
                found["%s %s" % (kind, rule[1])] = Found("rule", {"rule": _from_array(rule)})
    return found


def _find_all(account: str) -> Conversation:
    """Those of both kinds."""
    return _find(account, list(_COMMANDS))


def _from_array(rule: Sequence[Any]) -> dict[str, Any]:
    """The server's array is (priority, name, conditions, actions, comment), the last three of which may be missing."""
    priority, _name, *rest = rule
    conditions, actions, comment = [*rest, *([], [], "")[len(rest) :]][:3]
    number = int(priority) if str(priority).isdecimal() else priority
    return {"priority": number, "conditions": conditions, "actions": actions, "comment": comment}


def _parse(given: Mapping[str, Any]) -> dict[str, Any]:
    clauses = {field.name: parse_clauses(field.name, given[field.name]) for field in _CLAUSES if field.name in given}
    return {**given, **clauses}


def _canon(rule: Mapping[str, Any]) -> dict[str, Any]:
    return {part: canonical(rule[part]) for part, canonical in _CANON.items() if part in rule}


def _delta(have: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    had, has = _canon(have), _canon(after)
    return {part: after[part] for part in has if had.get(part) != has[part]}


def _array(name: str, rule: Mapping[str, Any]) -> list[Any]:
    array = [str(rule["priority"]), name, rule.get("conditions") or [], rule["actions"]]
    return [*array, rule["comment"]] if rule.get("comment") else array


def _create(key: Key, values: Values) -> Any:
    rule = values.get("rule") or {}
    missing = [part for part in ("priority", "actions") if part not in rule]
    if missing:
        raise CgpError(
            "there is no such Rule, and the options for a new one are missing: %s" % ", ".join(missing),
            "Only a Rule that exists can do with a part of them",
        )
    return [_COMMANDS[key[1]][1](key[0], _array(key[2], rule))]


def _write(key: Key, edit: Edit) -> Any:
    """Two elements change the priority alone; four and more are stored as a Rule, and take the place of the old one."""
    account, kind, name = key
    whole = _array(name, edit.after)
    return [_COMMANDS[kind][1](account, whole[:2] if set(edit.delta) == {_PRIORITY.name} else whole)]


ACCOUNT_RULE = Resource(
    noun="rule",
    plural="rules",
    list_option="rules",
    key=(ACCOUNT_NAME, KIND, Field("name", required=True)),
    facets=(
        Facet(
            "rule",
            (_PRIORITY, *_CLAUSES, _COMMENT),
            Shape(
                empty={}, parse=_parse, canon=_canon, target=lambda have, want, whole: {**have, **want}, delta=_delta
            ),
            write=_write,
            from_options=dict,
            to_options=lambda rule: told_rule("", rule),
            listed="rule",
            created=True,
        ),
    ),
    find=_find,
    scope=lambda key: key[0],
    name=lambda key: "%s %s" % (key[1], key[2]),
    member=lambda account, name: (account, *name.split(" ", 1)),
    folded=str,
    create=_create,
    delete=lambda key, values: [_COMMANDS[key[1]][2](key[0], key[2])],
    within={"account": lambda name: [name]},
    find_all=_find_all,
    also_in="rules",
)
