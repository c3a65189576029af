# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a Domain's Accounts start from: the manual, Domain Administration and Domain Set Administration."""

from __future__ import annotations

from typing import Any, Callable

from ..cli.sections.domain import (
    GETACCOUNTDEFAULTS,
    GETACCOUNTTEMPLATE,
    UPDATEACCOUNTDEFAULTS,
    UPDATEACCOUNTTEMPLATE,
)
from ..cli.sections.domain_set import (
    GETCLUSTERACCOUNTDEFAULTS,
    GETSERVERACCOUNTDEFAULTS,
    SETCLUSTERACCOUNTDEFAULTS,
    SETSERVERACCOUNTDEFAULTS,
)
from ..connector.errors import CgpError
from ..engine import shapes
from ..engine.model import Edit, Facet, Field, Key, Resource, Values
from .common import SETTINGS, SETTINGS_MODE

_WHOLE = {
    "server": (GETSERVERACCOUNTDEFAULTS, SETSERVERACCOUNTDEFAULTS),
    "cluster": (GETCLUSTERACCOUNTDEFAULTS, SETCLUSTERACCOUNTDEFAULTS),
}


def _read_defaults(scope: str, domain: str) -> Any:
    if scope == "domain":
        return GETACCOUNTDEFAULTS(domainName=domain)
    return _WHOLE[scope][0]()


def _write_defaults(key: Key, edit: Edit) -> Any:
    """The manual promises that ``default`` removes a key for a Domain only: elsewhere the whole is written."""
    scope, domain = key
    if scope == "domain":
        return [UPDATEACCOUNTDEFAULTS(edit.delta, domainName=domain)]
    return [_WHOLE[scope][1](edit.after)]


def _check_defaults(key: Key, values: Values) -> None:
    scope, domain = key
    if (scope == "domain") != bool(domain):
        raise CgpError("the option domain goes with scope: domain, and only with it")


def _settings(read: Callable[..., Any], write: Callable[[Key, Edit], Any]) -> Facet:
    return Facet("settings", (SETTINGS,), shapes.SETTINGS, read=read, write=write, mode=SETTINGS_MODE.name)


ACCOUNT_DEFAULTS = Resource(
    noun="account defaults",
    plural="account defaults",
    list_option="defaults",
    key=(Field("scope", choices=("domain", "server", "cluster"), default="domain"), Field("domain")),
    facets=(_settings(_read_defaults, _write_defaults),),
    extras=(SETTINGS_MODE,),
    check=_check_defaults,
)

ACCOUNT_TEMPLATE = Resource(
    noun="account template",
    plural="account templates",
    list_option="templates",
    key=(Field("domain", required=True),),
    facets=(
        _settings(
            lambda domain: GETACCOUNTTEMPLATE(domainName=domain),
            lambda key, edit: [UPDATEACCOUNTTEMPLATE(edit.delta, domainName=key[0])],
        ),
    ),
    extras=(SETTINGS_MODE,),
)
