# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a server tells settings that nobody has set, and those that are set to their default."""

from __future__ import annotations

from typing import Any, Mapping

from ...._cli.vocabulary.lookup import defaults
from ...answers.answer import Answer, with_data
from ...model.account import Account, find_account
from ...model.names import split_address
from ...model.settings import Settings
from .. import verbs
from ..habit import Call, Habit

_LOG = {"LogLevel": "3"}
_SCOPES = {"GETGROUP": "group", "GETLIST": "list", "GETSERVERSETTINGS": "server:server", "GETNETWORK": "server:network"}

# Of these no defaults are evidenced.
_OF_OBJECTS: Mapping[str, Settings] = {
    "GETNAMEDTASK": {"ProgramName": "", "RealName": ""},
    "GETDIRECTORYUNIT": {"LogLevel": "3", "CacheSize": "1M"},
    "GETMODULE": {"LogLevel": "3", "Listener": {"MaxInputChannels": "50", "Ports": []}},
    **{read: _LOG for read in verbs.COMPONENTS},
}
_WITH_DEFAULTS = frozenset((*_OF_OBJECTS, *_SCOPES))


def scope_told(verb: str, module: str = "") -> str:
    """The scope of the vocabulary of what a command tells of; the command may be about a module."""
    return _SCOPES.get(verb) or ("module:%s" % module if verb == "GETMODULE" else "")


def defaults_told(verb: str, module: str = "") -> Settings:
    """The defaults of what a command tells of, as far as the vocabulary has them."""
    return defaults(scope_told(verb, module)) or _OF_OBJECTS.get(verb, {})


def _defaults(call: Call) -> Settings:
    return defaults_told(call.verb, call.arguments.get("moduleName", ""))


_INHERITING = frozenset((
    "GETACCOUNTSETTINGS", "GETACCOUNTDEFAULTS", "GETACCOUNTPREFS", "GETACCOUNTDEFAULTPREFS", "GETDOMAINSETTINGS",
))


def _with_defaults(call: Call, answer: Answer) -> Answer:
    if not isinstance(answer.value, dict):
        return answer
    return with_data({**_defaults(call), **answer.value})


def _without_defaults(call: Call, answer: Answer) -> Answer:
    if not isinstance(answer.value, dict):
        return answer
    usual = _defaults(call) or _inherited(call)
    return with_data({key: value for key, value in answer.value.items() if not _same(value, usual.get(key))})


def _same(value: Any, default: Any) -> bool:
    if isinstance(value, str) and isinstance(default, str):
        return value.lower() == default.lower()
    return bool(value == default) and value is not None


def _inherited(call: Call) -> Settings:
    """The settings that hold where the object of the command has none of its own."""
    server = call.server
    if call.verb in ("GETACCOUNTSETTINGS", "GETACCOUNTPREFS"):
        account = _account(call)
        if account is None:
            return {}
        scope, domain = server.scope_of(account.domain), account.domain
        if call.verb == "GETACCOUNTPREFS":
            return {**scope.account_prefs, **domain.account_prefs}
        return {**scope.account_defaults, **domain.account_defaults}
    name = call.arguments.get("domainName")
    found = server.find_domain(name) if name else call.user.domain
    scope = server.scope_of(found or server.main_domain)
    if call.verb == "GETDOMAINSETTINGS":
        return scope.domain_defaults
    return scope.account_defaults if call.verb == "GETACCOUNTDEFAULTS" else scope.account_prefs


def _account(call: Call) -> Account | None:
    address = str(call.arguments["accountName"])
    if address == "*":
        return call.user
    name, domain_name = split_address(address)
    domain = call.server.find_domain(domain_name) if domain_name else call.user.domain
    return find_account(domain, name) if domain is not None else None


# --- keys that are computed

_PREFS = frozenset(("GETACCOUNTPREFS", "GETACCOUNTEFFECTIVEPREFS"))


def _with_computed(call: Call, answer: Answer) -> Answer:
    account = _account(call)
    if account is None or not isinstance(answer.value, dict):
        return answer
    return with_data({**answer.value, "AccountName": account.address})


# --- dictionaries in dictionaries

OF_NESTED: Mapping[str, Settings] = {
    "DKIM": {"Algorithm": "rsa-sha256", "Enabled": "NO", "Method": "relaxed", "Selector": "default"},
    "DUOSecurity": {"apihost": "", "enabled": "NO"},
    "ExternalAUTH": {"Enabled": "NO", "ProgramName": "", "Timeout": "30s"},
    "Listener": {"MaxInputChannels": "50", "Ports": []},
    "WebAdminPrefs": {"ExpertLevel": "10"},
}
OF_RECORDS: Mapping[str, Settings] = {
    "GETACCOUNTRPOPS": {"mailbox": "INBOX", "period": "600s"},
    "GETACCOUNTRIMAPS": {"mailbox": "INBOX", "period": "600s"},
    "GETACCOUNTRSIPS": {"period": "600s"},
}


def _completed(call: Call, answer: Answer) -> Answer:
    if not isinstance(answer.value, dict):
        return answer
    records = OF_RECORDS.get(call.verb)
    completed = dict(answer.value)
    for key, value in completed.items():
        if isinstance(value, dict):
            completed[key] = {**(records or OF_NESTED.get(key, {})), **value}
    return with_data(completed)


HABITS = (
    Habit(
        "shows-defaults",
        "tells the defaults of modules, server components, mailing lists, Groups, Directory Units and Named Tasks "
        "among their settings",
        "open; seen live: Domains and Accounts tell what is set and nothing else",
        _WITH_DEFAULTS,
        one_of="defaults",
        tells=_with_defaults,
    ),
    Habit(
        "hides-defaults",
        "tells no setting that has the value of its default, though somebody has set it",
        "open; what else 'non-default settings' could mean",
        _WITH_DEFAULTS | _INHERITING,
        one_of="defaults",
        tells=_without_defaults,
    ),
    Habit(
        "computed-keys",
        "tells the name of the Account as AccountName among its Preferences",
        "seen live: with aliases resolved, and the real name of the main Domain",
        _PREFS,
        one_of="computed keys",
        usual=True,
        tells=_with_computed,
    ),
    Habit(
        "computed-keys-untold",
        "tells no key among the Preferences of an Account that nobody has set",
        "open: the manual says that the Preferences are told, and of no other keys",
        _PREFS,
        one_of="computed keys",
    ),
    Habit(
        "completes-nested",
        "completes dictionaries that stand inside settings, and records of remote accounts, with defaults",
        "open",
        verbs.SETTINGS - {"GETACCOUNTONESETTING"} | verbs.RECORDS,
        tells=_completed,
    ),
)
