# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that several words of the control language make of the data object that comes with them."""

from __future__ import annotations

from typing import Any

from ..answers import refusals
from ..model.account import Account, find_account
from ..model.names import split_address
from ..service.service import Service


def member(argument: Any, key: str, kind: type, *usual: Any) -> Any:
    """A member of the dictionary that a control command came with; ``usual`` is its value when it was left out."""
    if not isinstance(argument, dict):
        raise refusals.bad_parameters("a dictionary is needed")
    if key not in argument and usual:
        return usual[0]
    if not isinstance(argument.get(key), kind):
        raise refusals.bad_parameters("%s is missing or of another type" % key)
    return argument[key]


def controlled_account(service: Service, argument: Any) -> Account:
    """The Account that a control command names, {account="user@domain"; ...}; a bare name is in the main Domain."""
    address = argument.get("account") if isinstance(argument, dict) else None
    if not isinstance(address, str):
        raise refusals.bad_parameters("account must be the name of an account")
    name, domain_name = split_address(address)
    domain = service.server.find_domain(domain_name) if domain_name else service.server.main_domain
    if domain is None:
        raise refusals.unknown_domain()
    account = find_account(domain, name)
    if account is None:
        raise refusals.unknown_account()
    return account
