# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a Domain's Accounts start from: the manual, Domain Administration and Domain Set Administration."""

from __future__ import annotations

from typing import Any, Callable

from .._cli.sections.domain import (
    GETACCOUNTDEFAULTS,
    GETACCOUNTTEMPLATE,
    SETACCOUNTDEFAULTS,
    SETACCOUNTTEMPLATE,
    UPDATEACCOUNTDEFAULTS,
    UPDATEACCOUNTTEMPLATE,
)
from .._cli.sections.domain_set import (
    GETCLUSTERACCOUNTDEFAULTS,
    GETSERVERACCOUNTDEFAULTS,
    SETCLUSTERACCOUNTDEFAULTS,
    SETSERVERACCOUNTDEFAULTS,
    UPDATECLUSTERACCOUNTDEFAULTS,
    UPDATESERVERACCOUNTDEFAULTS,
)
from .._engine import shapes
from .._engine.model import Edit, Facet, Field, Key, Resource, Values
from ..connector.errors import CgpError
from .shared.options import SETTINGS, SETTINGS_OVERWRITE, removes

_WHOLE = {
    "server": (GETSERVERACCOUNTDEFAULTS, UPDATESERVERACCOUNTDEFAULTS, SETSERVERACCOUNTDEFAULTS),
    "cluster": (GETCLUSTERACCOUNTDEFAULTS, UPDATECLUSTERACCOUNTDEFAULTS, SETCLUSTERACCOUNTDEFAULTS),
}


def _read_defaults(scope: str, domain: str) -> Any:
    if scope == "domain":
        return GETACCOUNTDEFAULTS(domainName=domain)
    return _WHOLE[scope][0]()


def _write_defaults(key: Key, edit: Edit) -> Any:
    """The manual promises that ``default`` removes a key for a Domain only: elsewhere the whole is written."""
    scope, domain = key
    if scope == "domain":
        return _write_of_domain(UPDATEACCOUNTDEFAULTS, SETACCOUNTDEFAULTS, domain, edit)
    _get, update, replace = _WHOLE[scope]
    if edit.only is not None:
        return [replace(edit.only)]
    return [replace(edit.after) if edit.whole or removes(edit) else update(edit.delta)]


def _write_of_domain(update: Callable[..., Any], overwrite: Callable[..., Any], domain: str, edit: Edit) -> list[Any]:
    """A Domain Administrator may update; only a server administrator may overwrite."""
    if edit.only is not None:
        return [overwrite(edit.only, domainName=domain)]
    return [update(edit.delta, domainName=domain)]


def _check_defaults(key: Key, values: Values) -> None:
    scope, domain = key
    if (scope == "domain") != bool(domain):
        raise CgpError("the option domain goes with scope: domain, and only with it")


def _settings(read: Callable[..., Any], write: Callable[[Key, Edit], Any]) -> Facet:
    return Facet("settings", (SETTINGS,), shapes.SETTINGS, read=read, write=write, mode=SETTINGS_OVERWRITE.name)


ACCOUNT_DEFAULTS = Resource(
    noun="account defaults",
    plural="account defaults",
    list_option="defaults",
    key=(Field("scope", choices=("domain", "server", "cluster"), default="domain"), Field("domain")),
    facets=(_settings(_read_defaults, _write_defaults),),
    extras=(SETTINGS_OVERWRITE,),
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
            lambda key, edit: _write_of_domain(UPDATEACCOUNTTEMPLATE, SETACCOUNTTEMPLATE, key[0], edit),
        ),
    ),
    extras=(SETTINGS_OVERWRITE,),
)
