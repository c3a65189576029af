# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Vacation messages: a Rule of an Account, and a dataset of those who have got one (protocol.md section 6.6)."""

from __future__ import annotations

from datetime import time
from typing import Any, Mapping, Sequence

from .._cli.sections.account import GETACCOUNTMAILRULES, UPDATEACCOUNTMAILRULE
from .._cli.sections.account_service import DATASET, REMOVEACCOUNTSUBSET
from .._engine.model import Conversation, Edit, Facet, Field, Found, Key, Resource, fold
from .._engine.shapes import Shape
from .._engine.wants import refuse_controls
from ..connector.errors import CgpError, CliError
from .shared.moments import MIDNIGHT, read_moment
from .shared.options import ACCOUNT_NAME
from .shared.vacation_rule import MEMORY, NOTHING, RULE_NAME, clean, make_rule, priority, read_rule

RESET = Field("reset_memory", choices=("on_enable", "always", "never"), default="on_enable")
_REMEMBERED = "remembered"
"""Whether anybody is remembered; None where the login cannot see that."""
_DAY = {"starts": MIDNIGHT, "ends": time(23, 59, 59)}
"""What a date without a time of day means: the day belongs to the vacation."""


def _find(account: str, names: Sequence[str] | None) -> Conversation:
    rules, datasets = yield [GETACCOUNTMAILRULES(account), DATASET(account, {"what": "listSubsets", "subsetName": ""})]
    if isinstance(rules, CliError):
        raise rules
    found = [rule for rule in rules if isinstance(rule, list) and rule[1:2] == [RULE_NAME]]
    said = {**read_rule(found[0]), "rule": found[0]} if found else {**NOTHING, "rule": []}
    remembered = None if isinstance(datasets, CliError) else MEMORY in datasets
    return {fold(name): Found("vacation", {"vacation": {**said, _REMEMBERED: remembered}}) for name in names or ()}


def _find_all(account: str) -> Conversation:
    """Only where there is a Rule."""
    found: dict[str, Found] = yield from _find(account, [account])
    return {name: one for name, one in found.items() if one.facts["vacation"]["rule"]}


def _told(vacation: Mapping[str, Any]) -> dict[str, Any]:
    said = {name: vacation[name] for name in NOTHING if vacation[name] != NOTHING[name]}
    return {"enabled": vacation["enabled"], **said}


def _parse(given: Mapping[str, Any]) -> dict[str, Any]:
    """Dates in one form, a text without line ends at its end, a subject without any."""
    wanted = dict(given)
    if "text" in given:
        wanted["text"] = clean(given["text"])
    refuse_controls("subject", given.get("subject", ""))
    for bound, time_of_day in _DAY.items():
        if given.get(bound):
            wanted[bound] = str(read_moment(bound, given[bound], time_of_day))
    if given.get("starts") and given.get("ends") and wanted["starts"] >= wanted["ends"]:
        raise CgpError("ends (%s) is not after starts (%s)" % (wanted["ends"], wanted["starts"]), "Mend one of them")
    return wanted


def _target(have: Mapping[str, Any], want: Mapping[str, Any], whole: bool) -> dict[str, Any]:
    """What is not said stays. An Account that never had a message and is to have none needs no Rule."""
    after = {**have, **{name: value for name, value in want.items() if name != RESET.name}}
    if after["enabled"] and not after["text"]:
        raise CgpError("the option text is missing", "There is no vacation message yet that could be enabled")
    if not after["text"] and not have["rule"]:
        after.update(NOTHING)
    reset = want[RESET.name]
    if reset == "always" or (reset == "on_enable" and after["enabled"] and not have["enabled"]):
        if have[_REMEMBERED] is None:
            raise CgpError(
                "who has got a reply cannot be seen, and not be forgotten",
                "Give the login the right BasicSettings, or set reset_memory: never",
            )
        after[_REMEMBERED] = False
    return after


def _said(value: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value[name] for name in (*NOTHING, _REMEMBERED)}


def _delta(have: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in _said(after).items() if have[name] != value}


def _write(key: Key, edit: Edit) -> Any:
    """Those who have got a reply are forgotten first, so that no new one is."""
    (account,) = key
    rule = edit.before["rule"]
    changed = set(edit.delta)
    commands: list[Any] = []
    if _REMEMBERED in changed:
        commands.append(REMOVEACCOUNTSUBSET(account, MEMORY))
    if rule and changed - {_REMEMBERED} == {"enabled"}:
        commands.append(UPDATEACCOUNTMAILRULE(account, [priority(rule, edit.after["enabled"]), RULE_NAME]))
    elif changed - {_REMEMBERED}:
        commands.append(UPDATEACCOUNTMAILRULE(account, make_rule(rule, edit.after)))
    return commands


VACATION = Resource(
    noun="vacation",
    plural="vacations",
    list_option="vacations",
    key=(ACCOUNT_NAME,),
    facets=(
        Facet(
            "vacation",
            (
                Field("enabled", type="bool", default=True),
                Field("text", free=True),
                Field("subject", free=True),
                Field("starts"),
                Field("ends"),
                Field("reply_once", type="bool"),
                RESET,
            ),
            Shape(
                empty={**NOTHING, "rule": [], _REMEMBERED: False},
                parse=_parse,
                canon=_said,
                target=_target,
                delta=_delta,
            ),
            write=_write,
            from_options=dict,
            to_options=_told,
            listed="vacation",
        ),
    ),
    find=_find,
    scope=lambda key: key[0],
    within={"account": lambda name: [name]},
    find_all=_find_all,
    also_in="rules",
)
