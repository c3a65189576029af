# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists of Automated Rules: arrays of (priority, name, conditions, actions, comment), in the order given.

UPDATEACCOUNTMAILRULE and its like are the functions ``with_rule`` and ``without`` (manual, Account Administration).
"""

from __future__ import annotations

from typing import Any, List

from ..answers.refusals import bad_parameters, unknown

Rule = List[Any]


def checked(rules: list[Any]) -> list[Rule]:
    """``rules`` as they are, or a refusal when one is no Rule or a name occurs twice."""
    for rule in rules:
        _check(rule)
    if len({rule[1] for rule in rules}) != len(rules):
        raise bad_parameters("two Rules have the same name")
    return rules


def with_rule(rules: list[Rule], new: Rule) -> list[Rule]:
    """``rules`` after an update with ``new``.

    Four or more elements are stored as a Rule instead of the one with that name, fewer set the priority of an existing
    one.
    """
    _check(new)
    name = new[1]
    if len(new) >= 4:
        return without(rules, name) + [new]
    if not any(rule[1] == name for rule in rules):
        raise unknown("rule")
    return [new[:1] + rule[1:] if rule[1] == name else rule for rule in rules]


def without(rules: list[Rule], name: str) -> list[Rule]:
    """``rules`` but the one with this name, if there is one."""
    return [rule for rule in rules if rule[1] != name]


def action_names(rule: Rule) -> list[str]:
    """The names of the actions of a Rule."""
    actions = rule[3] if len(rule) > 3 and isinstance(rule[3], list) else []
    return [str(action[0]) for action in actions if isinstance(action, list) and action]


def _check(rule: Any) -> None:
    if not isinstance(rule, list) or not 2 <= len(rule) <= 5:
        raise bad_parameters("a Rule must be an array of two to five elements")
    if not _is_number(rule[0]) or not isinstance(rule[1], str) or not rule[1]:
        raise bad_parameters("a Rule must begin with its priority and its name")
    if any(not isinstance(part, list) for part in rule[2:4]):
        raise bad_parameters("the conditions and actions of a Rule must be arrays")


def _is_number(value: Any) -> bool:
    return isinstance(value, int) or (isinstance(value, str) and value.isascii() and value.isdigit())
