# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Account Administration: Queue Rules and Signal Rules of an Account."""

from __future__ import annotations

from typing import Any

from ...cli.sections import account as commands
from .. import refusals
from ..model import rules
from ..model.account import Account
from ..registry import handles
from ..request import Request

_MAIL_RIGHT = "RulesAllowed"
_SIGNAL_RIGHT = "SignalRulesAllowed"

# What an Account may do in its own Rules when its setting RulesAllowed is "Filter Only".
_FILTER_ACTIONS = frozenset((
    "Store in", "Mark", "Add Header", "Tag Subject", "Reject with", "Discard", "Stop Processing",
))


@handles(commands.GETACCOUNTMAILRULES)
def get_account_mail_rules(request: Request, accountName: str) -> list[rules.Rule]:
    return request.account(accountName).mail_rules


@handles(commands.SETACCOUNTMAILRULES)
def set_account_mail_rules(request: Request, accountName: str, newRules: list[Any]) -> None:
    account = request.account(accountName)
    _check_actions(request, account, _MAIL_RIGHT, rules.checked(newRules))
    account.mail_rules = newRules


@handles(commands.UPDATEACCOUNTMAILRULE)
def update_account_mail_rule(request: Request, accountName: str, newRule: list[Any]) -> None:
    account = request.account(accountName)
    _check_actions(request, account, _MAIL_RIGHT, [newRule])
    rules.store(account.mail_rules, newRule)


@handles(commands.UPDATEACCOUNTMAILRULE_DELETE)
def delete_account_mail_rule(request: Request, accountName: str, oldRule: str) -> None:
    account = request.account(accountName)
    _check_actions(request, account, _MAIL_RIGHT, [])
    rules.remove(account.mail_rules, oldRule)


@handles(commands.GETACCOUNTSIGNALRULES)
def get_account_signal_rules(request: Request, accountName: str) -> list[rules.Rule]:
    return request.account(accountName).signal_rules


@handles(commands.SETACCOUNTSIGNALRULES)
def set_account_signal_rules(request: Request, accountName: str, newRules: list[Any]) -> None:
    account = request.account(accountName)
    account.signal_rules = rules.checked(newRules)


@handles(commands.UPDATEACCOUNTSIGNALRULE)
def update_account_signal_rule(request: Request, accountName: str, newRule: list[Any]) -> None:
    account = request.account(accountName)
    _check_actions(request, account, _SIGNAL_RIGHT, [newRule])
    rules.store(account.signal_rules, newRule)


@handles(commands.UPDATEACCOUNTSIGNALRULE_DELETE)
def delete_account_signal_rule(request: Request, accountName: str, oldRule: str) -> None:
    account = request.account(accountName)
    _check_actions(request, account, _SIGNAL_RIGHT, [])
    rules.remove(account.signal_rules, oldRule)


def _check_actions(request: Request, account: Account, setting: str, new: list[rules.Rule]) -> None:
    """Hold users who change their own Rules, and are no administrators, to the actions that their settings allow."""
    if request.may(setting, account.domain):
        return
    allowed = request.server.account_setting(account, setting)
    if allowed is None or allowed == "Any":
        return
    if allowed != "Filter Only" or any(set(rules.action_names(rule)) - _FILTER_ACTIONS for rule in new):
        raise refusals.not_allowed("the rule has an action that this account may not use")
