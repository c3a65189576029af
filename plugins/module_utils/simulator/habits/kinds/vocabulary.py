# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a server does with names and words of settings that are not spelt as it spells them."""

from __future__ import annotations

from typing import Any, Callable, Mapping

from ...._cli.syntax import Command
from ...._cli.vocabulary.lookup import SCOPES
from ...._cli.vocabulary.scope import NOTHING_KNOWN, Place
from .. import verbs
from ..habit import Call, Habit
from ..values import with_dictionaries


def _scopes() -> dict[str, str]:
    """The scope of the settings that each command writes."""
    found = {"CREATEACCOUNT": "account", "CREATEGROUP": "group", "SETGROUP": "group", "UPDATELIST": "list"}
    found.update({"CREATEDOMAIN": "domain", "UPDATESERVERSETTINGS": "server:server", "SETNETWORK": "server:network"})
    for reads, scope in (
        (verbs.ACCOUNT_SETTINGS, "account"), (verbs.ACCOUNT_PREFS, "account-prefs"), (verbs.DOMAIN_SETTINGS, "domain"),
    ):  # fmt: skip
        for verb in verbs.REPLACING | verbs.UPDATING:
            if "GET" + verb.partition("SET" if verb.startswith("SET") else "UPDATE")[2] in reads:
                found[verb] = scope
    return found


_SCOPES: Mapping[str, str] = _scopes()
_MODULES = frozenset(("SETMODULE", "UPDATEMODULE"))
_SETTINGS = frozenset(_SCOPES) | _MODULES
_RIGHTS = frozenset(("SETACCOUNTRIGHTS",))


def _root(call: Call) -> Place:
    name = "module:%s" % str(call.arguments["moduleName"]).upper() if call.verb in _MODULES else _SCOPES[call.verb]
    return SCOPES.get(name, NOTHING_KNOWN).root


def _respelt(place: Place, value: Any) -> Any:
    """A value with all names in it as the server spells them."""
    if isinstance(value, dict):
        return {place.spelling(name): _respelt(place.below(name), item) for name, item in value.items()}
    return [_respelt(place, item) for item in value] if isinstance(value, list) else value


def _known(place: Place, value: Any) -> Any:
    """A dictionary with the names and words that are known, if there are any."""
    if not isinstance(value, dict) or not place.names():
        return value
    return {
        name: _known(place.below(name), item)
        for name, item in value.items()
        if place.below(name).setting is not None and _takes(place.below(name), item)
    }


def _takes(place: Place, value: Any) -> bool:
    """Whether a word is one of those that there are, where it is a matter of words."""
    if not isinstance(value, str) or value.lower() == "default":
        return True
    if place.type == "flag":
        return value.upper() in ("YES", "NO") or any(value in spellings for spellings in place.values)
    words = {spelling.lower() for spellings in place.values for spelling in spellings}
    return place.type != "choice" or len(place.values) < 2 or value.lower() in words


def _writing(change: Callable[[Place, Any], Any]) -> Callable[[Call], Command]:
    def obey(call: Call) -> Command:
        return with_dictionaries(call, lambda settings: change(_root(call), settings))

    return obey


def _rights_respelt(call: Call) -> Command:
    root = SCOPES["right"].root
    rights = call.arguments["newRights"]
    return call.having(newRights=[root.spelling(right) if isinstance(right, str) else right for right in rights])


HABITS = (
    Habit(
        "key-case",
        "keeps settings under its own spelling of their names, whichever case they come in",
        "open; seen live of skin files",
        _SETTINGS,
        obeys=_writing(_respelt),
    ),
    Habit(
        "rights-case",
        "keeps access rights in its own spelling, whichever case they come in",
        "open",
        _RIGHTS,
        obeys=_rights_respelt,
    ),
    Habit(
        "drops-unknown",
        "keeps no settings that it does not know, and no words that such a setting does not take",
        "open; seen live: keys of sites' own are kept, but they may have been declared",
        _SETTINGS,
        obeys=_writing(_known),
    ),
)
