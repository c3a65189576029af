# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The two ways of writing a dictionary of settings, and what can be said of them."""

from __future__ import annotations

from typing import Any, Callable, Sequence

from ..._cli.secret_names import is_secret_key
from ..._cli.sections.account import GETACCOUNTSETTINGS
from ..._cli.syntax import Command
from ..._engine.model import Edit, Key, Values, Whole
from ...connector.errors import CgpError


def own_settings() -> Command:
    """The settings of the login's Account, which logged in with a password: whether that is shown tells of others."""
    return GETACCOUNTSETTINGS("*")


def updating(
    update: Callable[..., Any], overwrite: Callable[..., Any] | None = None
) -> Callable[[Key, Edit], Sequence[Any]]:
    """Writes settings with an UPDATE command: it is told what differs, and removes keys given as ``default``.

    Replacing as a whole goes this way, too: a SET command would also drop what must not be lost (a stored password,
    a private key), and a Domain Administrator may not use it. Who wants just that says "overwrite".
    """

    def write(key: Key, edit: Edit) -> list[Any]:
        if overwrite is not None and edit.only is not None:
            return [overwrite(*key, newSettings=edit.only)]
        return [update(*key, newSettings=edit.delta)]

    return write


def setting_whole(command: Callable[..., Any]) -> Callable[[Key, Edit], Sequence[Any]]:
    """Writes settings with a SET command, which replaces the whole dictionary: what is to stay is sent again."""

    def write(key: Key, edit: Edit) -> list[Any]:
        return [Whole(command(*key, newSettings=edit.after))]

    return write


def removes(edit: Edit) -> bool:
    """Whether a setting goes. Of the server's and the cluster's the manual does not say that UPDATE can do that."""
    return not edit.before.keys() <= edit.after.keys()


def refuse_secret_settings(key: Key, values: Values) -> None:
    """A password among plain settings could never be compared: it has an option of its own."""
    for name in values.get("settings") or ():
        if is_secret_key(name) and name.lower() == "password":
            hint = "Use the option account_password: the server compares it"
            raise CgpError("settings.%s cannot be set here" % name, hint)
