# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Domain Administration: aliases, Rules, location and suspension of a Domain."""

from __future__ import annotations

from typing import Any

from ..._cli.sections import domain as commands
from ..answers import refusals
from ..handling.arguments import strings
from ..handling.registry import handles
from ..handling.request import Request
from ..model import rules
from .closing import close_accounts

# --- aliases


@handles(commands.GETDOMAINALIASES)
def get_domain_aliases(request: Request, domainName: str) -> list[str]:
    return request.domain(domainName).aliases


@handles(commands.SETDOMAINALIASES)
def set_domain_aliases(request: Request, domainName: str, newAliases: list[Any]) -> None:
    request.server.set_domain_aliases(request.domain(domainName), strings(newAliases))


# --- Rules

@handles(commands.GETDOMAINMAILRULES)
def get_domain_mail_rules(request: Request, domainName: str) -> list[rules.Rule]:
    return request.domain(domainName).mail_rules


@handles(commands.SETDOMAINMAILRULES)
def set_domain_mail_rules(request: Request, domainName: str, newRules: list[Any]) -> None:
    request.domain(domainName).mail_rules = rules.checked(newRules)


@handles(commands.GETDOMAINSIGNALRULES)
def get_domain_signal_rules(request: Request, domainName: str) -> list[rules.Rule]:
    return request.domain(domainName).signal_rules


@handles(commands.SETDOMAINSIGNALRULES)
def set_domain_signal_rules(request: Request, domainName: str, newRules: list[Any]) -> None:
    request.domain(domainName).signal_rules = rules.checked(newRules)


# --- location

@handles(commands.GETDOMAINLOCATION)
def get_domain_location(request: Request, domainName: str | None = None) -> str:
    return request.server.location(request.domain(domainName))


# --- suspension

@handles(commands.SUSPENDDOMAIN)
def suspend_domain(request: Request, domainName: str) -> None:
    """No Account of the Domain can log in, nor can its Mailboxes and files be reached; settings still can.

    The main Domain is left alone: with it all administrators would be locked out. Both is this simulator's choice.
    """
    domain = request.domain(domainName)
    if domain is request.server.main_domain:
        raise refusals.impossible("the main domain cannot be suspended")
    domain.suspended = True
    close_accounts(request.service, domain)


@handles(commands.RESUMEDOMAIN)
def resume_domain(request: Request, domainName: str) -> None:
    request.domain(domainName).suspended = False
