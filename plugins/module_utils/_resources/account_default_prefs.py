# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The preferences of Accounts that set none: the manual, Domain Administration and Domain Set Administration."""

from __future__ import annotations

from typing import Any

from .._cli.sections.domain import GETACCOUNTDEFAULTPREFS, SETACCOUNTDEFAULTPREFS, UPDATEACCOUNTDEFAULTPREFS
from .._cli.sections.domain_set import (
    GETCLUSTERACCOUNTPREFS,
    GETSERVERACCOUNTPREFS,
    SETCLUSTERACCOUNTPREFS,
    SETSERVERACCOUNTPREFS,
    UPDATECLUSTERACCOUNTPREFS,
    UPDATESERVERACCOUNTPREFS,
)
from .._cli.vocabulary.account_prefs import PREFERENCES
from .._engine import shapes
from .._engine.model import Edit, Facet, Key, Resource, Values, Whole
from .shared.options import SETTINGS, SETTINGS_MODE
from .shared.places import DOMAIN_NAME, KEYS_IN_PLACES, SCOPE, check_domain
from .shared.settings_commands import nulling, own_settings, removes

_COMMANDS = {
    "domain": (GETACCOUNTDEFAULTPREFS, UPDATEACCOUNTDEFAULTPREFS, SETACCOUNTDEFAULTPREFS),
    "server": (GETSERVERACCOUNTPREFS, UPDATESERVERACCOUNTPREFS, SETSERVERACCOUNTPREFS),
    "cluster": (GETCLUSTERACCOUNTPREFS, UPDATECLUSTERACCOUNTPREFS, SETCLUSTERACCOUNTPREFS),
}
_IN_DOMAIN, _ELSEWHERE = shapes.settings(PREFERENCES, UPDATEACCOUNTDEFAULTPREFS), shapes.settings(PREFERENCES)


def _in_domain(domain: str) -> Values:
    return {"domainName": domain} if domain else {}


def _read(scope: str, domain: str) -> Any:
    return _COMMANDS[scope][0](**_in_domain(domain))


def _write(key: Key, edit: Edit) -> list[Any]:
    scope, domain = key
    _get, update, replace = _COMMANDS[scope]
    if edit.whole or (scope != "domain" and removes(edit)):
        return [Whole(replace(edit.stated, **_in_domain(domain)))]
    return [update(edit.delta, **_in_domain(domain))]


def _update(key: Key, changes: Values) -> Any:
    scope, domain = key
    return _COMMANDS[scope][1](changes, **_in_domain(domain))


ACCOUNT_DEFAULT_PREFS = Resource(
    noun="default preferences",
    plural="default preferences",
    list_option="defaults",
    key=(SCOPE, DOMAIN_NAME),
    facets=(
        Facet(
            "settings",
            (SETTINGS,),
            _IN_DOMAIN,
            shape_of_key=lambda scope, domain: _IN_DOMAIN if scope == "domain" else _ELSEWHERE,
            read=_read,
            write=_write,
            insist=nulling(_update),
            in_force=lambda scope, domain: [GETSERVERACCOUNTPREFS(), GETCLUSTERACCOUNTPREFS()] if domain else [],
            mode=SETTINGS_MODE.name,
            proof=own_settings,
        ),
    ),
    extras=(SETTINGS_MODE,),
    check=lambda key, values: check_domain(*key),
    within=KEYS_IN_PLACES,
)
