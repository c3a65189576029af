# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that several handlers make of their arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping

from ..answers import refusals
from ..model.names import split_address

if TYPE_CHECKING:
    from ..model.account import Account
    from ..service.service import Service


def only(arguments: Mapping[str, Any]) -> Any:
    """The value of a command's only argument, where that is named differently (newSettings, newProfiles)."""
    (value,) = arguments.values()
    return value


def strings(values: list[Any]) -> list[str]:
    """An array that must hold strings only."""
    if not all(isinstance(value, str) for value in values):
        raise refusals.bad_parameters("the array must hold strings only")
    return values


def string_values(values: dict[str, Any]) -> dict[str, str]:
    """A dictionary whose values must be strings."""
    strings(list(values.values()))
    return values


def not_negative(number: int) -> int:
    """A count of something."""
    if number < 0:
        raise refusals.bad_parameters("the number cannot be negative")
    return number


def mounted(storage: str | None, mount_points: list[str]) -> str:
    """The name of a storage mount point, which must exist; empty when none was named."""
    if not storage:
        return ""
    if storage not in mount_points:
        raise refusals.unknown("storage mount point")
    return storage


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
    account = domain.find_account(name)
    if account is None:
        raise refusals.unknown_account()
    return account
