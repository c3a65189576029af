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

CERTIFICATE_SETTINGS = ("PrivateSecureKey", "SecureCertificate", "CAChain")
"""The settings of a Domain that are its certificate: none of them is any use without the others."""


def without_certificate(settings: Values) -> Values:
    """What is said of a Domain's settings: its certificate, if it has one, is an object of its own."""
    apart = certificate_of(settings)
    return {"settings": {name: value for name, value in settings.items() if name not in apart}}


def certificate_of(settings: Values) -> Values:
    """What of a Domain's settings is its certificate, if it has one."""
    if not settings.get("SecureCertificate"):
        return {}
    return {name: settings[name] for name in CERTIFICATE_SETTINGS if name in settings}


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
        return [Whole(command(*key, newSettings=edit.stated))]

    return write


def nulling(update: Callable[[Key, Values], Any]) -> Callable[[Key, Edit, Edit], Sequence[Any]]:
    """A ``Facet.insist``: tells an updating command that a key inside of a dictionary is to be null.

    To remove the whole first would lose what the server hides of it.
    """

    def insist(key: Key, first: Edit, left: Edit) -> list[Any]:
        told = outliving(first, left)
        return [update(key, told)] if told else []

    return insist


def outliving(first: Edit, left: Edit) -> Values:
    """The dictionaries inside the settings with a key that was to go, and is as it was: by name as wanted, with null.

    A server may merge a dictionary inside an update into the one that there is. What has another value than before is
    no such key: its default shows.
    """
    nulled = {name: _nulled(first.before.get(name), left.before.get(name), left.delta[name]) for name in left.delta}
    return {name: value for name, value in nulled.items() if value != left.delta[name]}


def _nulled(was: Any, now: Any, wanted: Any) -> Any:
    if not isinstance(was, dict) or not isinstance(now, dict) or not isinstance(wanted, dict):
        return wanted
    nulled = {name: _nulled(was.get(name), now.get(name), value) for name, value in wanted.items()}
    nulled.update((name, None) for name, value in now.items() if name not in wanted and was.get(name) == value)
    return nulled


def removes(edit: Edit) -> bool:
    """Whether a setting goes. Of the server's and the cluster's the manual does not say that UPDATE can do that."""
    return not edit.before.keys() <= {**edit.stated, **edit.unstated}.keys()


def refuse_secret_settings(key: Key, values: Values) -> None:
    """A password among plain settings could never be compared: it has an option of its own."""
    for name in values.get("settings") or ():
        if is_secret_key(name) and name.lower() == "password":
            hint = "Use the option account_password: the server compares it"
            raise CgpError("settings.%s cannot be set here" % name, hint)
