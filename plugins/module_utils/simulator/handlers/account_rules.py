# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Account Administration: Queue Rules and Signal Rules of an Account.

An Account's own user is held to the actions that its setting RulesAllowed or SignalRulesAllowed allows. Of their values
``Any`` and ``Filter Only`` are evidenced; that the latter means the actions below, that another value means none, and
that a Rule which stays as an administrator made it may stay, are this simulator's choices.
"""

from __future__ import annotations

from typing import Any

from ..._cli.sections import account as commands
from ..._cli.syntax import CommandSpec
from ..answers import refusals
from ..handling.registry import handles
from ..handling.request import Request
from ..model import rules
from ..model.account import Account

_ANY = "Any"
_FILTER_ONLY = "Filter Only"
_FILTER_ACTIONS = frozenset((
    "Store in", "Mark", "Add Header", "Tag Subject", "Reject with", "Discard", "Stop Processing",
))


def _serve(
    attribute: str, right: str, get: CommandSpec, replace: CommandSpec, update: CommandSpec, delete: CommandSpec
) -> None:
    """Register handlers for one kind of Rules. ``right`` names the setting and the Domain right they depend on."""

    def change(request: Request, account: Account, new: list[rules.Rule]) -> None:
        old = getattr(account, attribute)
        if not request.may(right, account.domain):
            _check_actions(request.server.account_setting(account, right), [rule for rule in new if rule not in old])
        setattr(account, attribute, new)

    @handles(get)
    def get_rules(request: Request, accountName: str) -> list[rules.Rule]:
        found: list[rules.Rule] = getattr(request.account(accountName), attribute)
        return found

    @handles(replace)
    def set_rules(request: Request, accountName: str, newRules: list[Any]) -> None:
        change(request, request.account(accountName), rules.checked(newRules))

    @handles(update)
    def update_rule(request: Request, accountName: str, newRule: list[Any]) -> None:
        account = request.account(accountName)
        change(request, account, rules.with_rule(getattr(account, attribute), newRule))

    @handles(delete)
    def delete_rule(request: Request, accountName: str, oldRule: str) -> None:
        account = request.account(accountName)
        change(request, account, rules.without(getattr(account, attribute), oldRule))


def _check_actions(allowed: object, changed: list[rules.Rule]) -> None:
    """Refuse Rules with actions that the setting does not allow."""
    if allowed is None or allowed == _ANY:
        return
    if allowed != _FILTER_ONLY or any(set(rules.action_names(rule)) - _FILTER_ACTIONS for rule in changed):
        raise refusals.not_allowed("the rule has an action that this account may not use")


_serve(
    "mail_rules", "RulesAllowed",
    commands.GETACCOUNTMAILRULES, commands.SETACCOUNTMAILRULES,
    commands.UPDATEACCOUNTMAILRULE, commands.UPDATEACCOUNTMAILRULE_DELETE,
)
_serve(
    "signal_rules", "SignalRulesAllowed",
    commands.GETACCOUNTSIGNALRULES, commands.SETACCOUNTSIGNALRULES,
    commands.UPDATEACCOUNTSIGNALRULE, commands.UPDATEACCOUNTSIGNALRULE_DELETE,
)
