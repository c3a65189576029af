# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""All scopes by their names, for whoever needs more than the one that it imports: the simulator, and the docs."""

from __future__ import annotations

from typing import Any

from . import (
    account,
    account_prefs,
    domain,
    group,
    information,
    mailing_list,
    modules,
    remotes,
    roster,
    rules,
    server,
    services,
    words,
)
from .scope import NOTHING_KNOWN, NOWHERE, Place, Scope

_MODULES = (
    *(account, account_prefs, domain, group, mailing_list, remotes, roster, modules, server),
    *(information, services, words, rules),
)
SCOPES = {scope.name: scope for module in _MODULES for scope in vars(module).values() if isinstance(scope, Scope)}
"""The scopes: ``account``, ``account-prefs``, ``domain``, ``group``, ``list``, ``rpop``, ``rsip``, ``roster``,
``module:HTTPU``, ``server:server``, ``server:network``, ``server:intercept``, and those that nobody sets."""


def known(scope: str, *path: str) -> str:
    """The known spelling of a setting that may be given in any case, or an empty string if there is no such setting.

    ``path`` is one name, or several for a nested setting: ``known("domain", "mailtounknown")`` is ``MailToUnknown``.
    """
    *above, name = path
    place = SCOPES.get(scope, NOTHING_KNOWN).place(*above)
    return place.spelling(name) if place.below(name) is not NOWHERE else ""


def defaults(scope: str) -> dict[str, Any]:
    """What a server of that sort may show for settings that nobody set: data objects by name, never a secret.

    Where no default is known it is the likeliest for the type: NO for a flag, the first known word for a choice.
    """
    root = SCOPES.get(scope, NOTHING_KNOWN).root
    shown = {name: _likely(root.below(name)) for name in root.names() if root.below(name).type != "secret"}
    return {name: value for name, value in shown.items() if value is not None}


def _likely(place: Place) -> Any:
    value = place.default()
    if value is None and place.type == "flag":
        return "NO"
    return place.values[0][0] if value is None and place.type == "choice" and place.values else value
