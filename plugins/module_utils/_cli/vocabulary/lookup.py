# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""All scopes by their names, for whoever needs more than the one that it imports: the simulator, and the docs."""

from __future__ import annotations

from typing import Any

from . import account, account_prefs, domain, group, information, mailing_list, modules, remotes, roster, rules, words
from . import server as server_sections
from .scope import ANY, Scope

_MODULES = (
    *(account, account_prefs, domain, group, mailing_list, remotes, roster, modules, server_sections),
    *(information, words, rules),
)
SCOPES = {scope.name: scope for module in _MODULES for scope in vars(module).values() if isinstance(scope, Scope)}
"""The scopes: ``account``, ``account-prefs``, ``domain``, ``group``, ``list``, ``rpop``, ``rsip``, ``roster``,
``module:HTTPU``, ``server:server``, ``server:network``, ``server:intercept``, and those that nobody sets."""
_NOTHING = Scope("")


def known(scope: str, *path: str) -> str:
    """The known spelling of a setting that may be given in any case, or an empty string if there is no such setting.

    ``path`` is one name, or several for a nested setting: ``known("domain", "mailtounknown")`` is ``MailToUnknown``.
    """
    found = SCOPES.get(scope, _NOTHING).setting(*path)
    if found is None:
        return ""
    return path[-1] if found.path[-1] == ANY else found.path[-1]


def defaults(scope: str) -> dict[str, Any]:
    """What a server of that sort may show for settings that nobody set: data objects by name, never a secret.

    Where no default is known it is the likeliest for the type: NO for a flag, the first known word for a choice.
    """
    found = SCOPES.get(scope, _NOTHING)
    shown = {}
    for name in found.names():
        setting = found.setting(name)
        if setting is None or setting.type == "secret":
            continue
        value = found.default(name)
        if value is None and setting.type == "flag":
            value = "NO"
        if value is None and setting.type == "choice" and setting.values:
            value = setting.values[0][0]
        if value is not None:
            shown[name] = value
    return shown
