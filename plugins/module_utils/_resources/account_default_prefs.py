# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Preferences of Accounts, and where they come from: the manual, Account, Domain and Domain Set Administration."""

from __future__ import annotations

from typing import Any

from .._cli.sections.account import GETACCOUNTPREFS, SETACCOUNTPREFS, UPDATEACCOUNTPREFS
from .._cli.sections.domain import GETACCOUNTDEFAULTPREFS, SETACCOUNTDEFAULTPREFS, UPDATEACCOUNTDEFAULTPREFS
from .._cli.sections.domain_set import (
    GETCLUSTERACCOUNTPREFS,
    GETSERVERACCOUNTPREFS,
    SETCLUSTERACCOUNTPREFS,
    SETSERVERACCOUNTPREFS,
    UPDATECLUSTERACCOUNTPREFS,
    UPDATESERVERACCOUNTPREFS,
)
from .._engine import shapes
from .._engine.model import Edit, Facet, Field, Key, Resource, Values
from ..connector.errors import CgpError
from .shared.options import NAME, SETTINGS, SETTINGS_MODE, removes

_DEFAULTS = {
    "domain": (GETACCOUNTDEFAULTPREFS, UPDATEACCOUNTDEFAULTPREFS, SETACCOUNTDEFAULTPREFS),
    "server": (GETSERVERACCOUNTPREFS, UPDATESERVERACCOUNTPREFS, SETSERVERACCOUNTPREFS),
    "cluster": (GETCLUSTERACCOUNTPREFS, UPDATECLUSTERACCOUNTPREFS, SETCLUSTERACCOUNTPREFS),
}


def _in_domain(domain: str) -> Values:
    return {"domainName": domain} if domain else {}


def _read_defaults(scope: str, domain: str) -> Any:
    return _DEFAULTS[scope][0](**_in_domain(domain))


def _write_defaults(key: Key, edit: Edit) -> list[Any]:
    scope, domain = key
    _get, update, replace = _DEFAULTS[scope]
    if edit.whole or (scope != "domain" and removes(edit)):
        return [replace(edit.after, **_in_domain(domain))]
    return [update(edit.delta, **_in_domain(domain))]


def _check_defaults(key: Key, values: Values) -> None:
    scope, domain = key
    if (scope == "domain") != bool(domain):
        raise CgpError("the option domain goes with scope: domain, and only with it")


def _write(key: Key, edit: Edit) -> list[Any]:
    return [SETACCOUNTPREFS(key[0], edit.after) if edit.whole else UPDATEACCOUNTPREFS(key[0], edit.delta)]


ACCOUNT_DEFAULT_PREFS = Resource(
    noun="default preferences",
    plural="default preferences",
    list_option="defaults",
    key=(Field("scope", choices=tuple(_DEFAULTS), default="domain"), Field("domain")),
    facets=(
        Facet(
            "settings",
            (SETTINGS,),
            shapes.SETTINGS,
            read=_read_defaults,
            write=_write_defaults,
            mode=SETTINGS_MODE.name,
        ),
    ),
    extras=(SETTINGS_MODE,),
    check=_check_defaults,
)

ACCOUNT_PREFS = Resource(
    noun="preferences",
    plural="preferences",
    list_option="accounts",
    key=(NAME,),
    facets=(
        Facet("settings", (SETTINGS,), shapes.SETTINGS, read=GETACCOUNTPREFS, write=_write, mode=SETTINGS_MODE.name),
    ),
    extras=(SETTINGS_MODE,),
    default_domain=True,
)
