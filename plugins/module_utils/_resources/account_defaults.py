# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What Accounts have that do not say otherwise: the manual, Domain Administration and Domain Set Administration."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Sequence

from .._cli.sections.domain import GETACCOUNTDEFAULTS, SETACCOUNTDEFAULTS, UPDATEACCOUNTDEFAULTS
from .._cli.sections.domain_set import (
    GETCLUSTERACCOUNTDEFAULTS,
    GETSERVERACCOUNTDEFAULTS,
    SETCLUSTERACCOUNTDEFAULTS,
    SETSERVERACCOUNTDEFAULTS,
    UPDATECLUSTERACCOUNTDEFAULTS,
    UPDATESERVERACCOUNTDEFAULTS,
)
from .._cli.vocabulary.account import ACCOUNT
from .._engine import shapes
from .._engine.model import Edit, Key, Resource, Whole
from .shared.account_settings import settings_facet, write_of_domain
from .shared.options import SETTINGS_OVERWRITE
from .shared.places import DOMAIN_NAME, KEYS_IN_PLACES, SCOPE, check_domain
from .shared.settings_commands import nulling, own_settings, removes

_WHOLE = {
    "server": (GETSERVERACCOUNTDEFAULTS, UPDATESERVERACCOUNTDEFAULTS, SETSERVERACCOUNTDEFAULTS),
    "cluster": (GETCLUSTERACCOUNTDEFAULTS, UPDATECLUSTERACCOUNTDEFAULTS, SETCLUSTERACCOUNTDEFAULTS),
}
_IN_DOMAIN, _ELSEWHERE = shapes.settings(ACCOUNT, UPDATEACCOUNTDEFAULTS), shapes.settings(ACCOUNT)


def _read(scope: str, domain: str) -> Any:
    if scope == "domain":
        return GETACCOUNTDEFAULTS(domainName=domain)
    return _WHOLE[scope][0]()


def _write(key: Key, edit: Edit) -> Any:
    """The manual promises that ``default`` removes a key for a Domain only: elsewhere the whole is written."""
    scope, domain = key
    if scope == "domain":
        return write_of_domain(UPDATEACCOUNTDEFAULTS, SETACCOUNTDEFAULTS, domain, edit)
    _get, update, overwrite = _WHOLE[scope]
    if edit.only is not None:
        return [overwrite(edit.only)]
    return [Whole(overwrite(edit.stated)) if edit.whole or removes(edit) else update(edit.delta)]


def _update(key: Key, changes: Any) -> Any:
    scope, domain = key
    return UPDATEACCOUNTDEFAULTS(changes, domainName=domain) if scope == "domain" else _WHOLE[scope][1](changes)


def _in_force(scope: str, domain: str) -> Sequence[Any]:
    return [get() for get, _update, _overwrite in _WHOLE.values()] if scope == "domain" else []


ACCOUNT_DEFAULTS = Resource(
    noun="account defaults",
    plural="account defaults",
    list_option="defaults",
    key=(SCOPE, DOMAIN_NAME),
    facets=(
        replace(
            settings_facet(_read, _write, UPDATEACCOUNTDEFAULTS),
            shape_of_key=lambda scope, domain: _IN_DOMAIN if scope == "domain" else _ELSEWHERE,
            insist=nulling(_update),
            in_force=_in_force,
            proof=own_settings,
        ),
    ),
    extras=(SETTINGS_OVERWRITE,),
    check=lambda key, values: check_domain(*key),
    within=KEYS_IN_PLACES,
)
