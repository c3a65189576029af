# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a server keeps the names of Accounts that stand inside other objects."""

from __future__ import annotations

from typing import Any, Callable, Mapping

from ...._cli.syntax import Command
from ...answers.answer import Answer, with_data
from ...model.domain import Domain
from ...model.names import fold, split_address
from ..habit import Call, Habit

Spelling = Callable[[Domain, str], str]
"""How a name is spelt inside an object of a Domain."""

_ANYONE = "anyone"


# --- where such names stand: what an argument or an answer becomes when each is spelt otherwise


def _members(spell: Callable[[str], str], value: Any) -> Any:
    """The settings of a Group; each member is there once."""
    members = value.get("Members") if isinstance(value, dict) else None
    if not isinstance(members, list) or not all(isinstance(member, str) for member in members):
        return value
    return {**value, "Members": list(dict.fromkeys(map(spell, members)))}


def _address(spell: Callable[[str], str], value: Any) -> Any:
    return spell(value) if isinstance(value, str) else value


def _identifiers(spell: Callable[[str], str], value: Any) -> Any:
    """An access control list. Groups (#) and anyone are no Accounts."""
    if not isinstance(value, dict):
        return value
    kept = {name for name in value if name[:1] == "#" or fold(split_address(name)[0]) == _ANYONE}
    return {name if name in kept else spell(name): rights for name, rights in value.items()}


def _paths(spell: Callable[[str], str], value: Any) -> Any:
    """Mailboxes and files, those of others as ``~user@domain/path``: an array, or the values of a dictionary."""
    if isinstance(value, dict):
        return {key: _path(spell, path) for key, path in value.items()}
    return [_path(spell, path) for path in value] if isinstance(value, list) else value


def _path(spell: Callable[[str], str], path: Any) -> Any:
    if not isinstance(path, str) or path[:1] != "~":
        return path
    user, slash, rest = path[1:].partition("/")
    return "~%s%s%s" % (spell(user), slash, rest)


def _owner(spell: Callable[[str], str], value: Any) -> Any:
    owner = value.get("Owner") if isinstance(value, dict) else None
    return {**value, "Owner": spell(owner)} if isinstance(owner, str) else value


_Respell = Callable[[Callable[[str], str], Any], Any]

# The argument that names the object, the one that is stored ("" for an answer), and how names stand in it.
_PLACES: Mapping[str, tuple[str, str, _Respell]] = {
    "CREATEGROUP": ("groupName", "settings", _members),
    "SETGROUP": ("groupName", "newSettings", _members),
    "GETGROUP": ("groupName", "", _members),
    "CREATEFORWARDER": ("forwarderName", "address", _address),
    "GETFORWARDER": ("forwarderName", "", _address),
    "SETACCOUNTACL": ("accountName", "newACL", _identifiers),
    "GETACCOUNTACL": ("accountName", "", _identifiers),
    "SETMAILBOXACL": ("accountName", "newACL", _identifiers),
    "GETMAILBOXACL": ("accountName", "", _identifiers),
    "SETMAILBOXSUBSCRIPTION": ("accountName", "newSubscription", _paths),
    "GETMAILBOXSUBSCRIPTION": ("accountName", "", _paths),
    "SETFILESUBSCRIPTION": ("accountName", "newSubscription", _paths),
    "GETFILESUBSCRIPTION": ("accountName", "", _paths),
    "SETMAILBOXALIASES": ("accountName", "newAliases", _paths),
    "GETMAILBOXALIASES": ("accountName", "", _paths),
    "GETLIST": ("listName", "", _owner),
    "GETNAMEDTASK": ("taskName", "", _owner),
}


# --- the spellings


def _without_own(domain: Domain, name: str) -> str:
    local, its_domain = split_address(name)
    return local if local and fold(its_domain) in {fold(each) for each in (domain.name, *domain.aliases)} else name


def _with_own(domain: Domain, name: str) -> str:
    return name if "@" in name or not name else "%s@%s" % (name, domain.name)


def _folded(_domain: Domain, name: str) -> str:
    return fold(name)


def _obeying(spelling: Spelling) -> Callable[[Call], Command]:
    def obey(call: Call) -> Command:
        _named, stored, respell = _PLACES[call.verb]
        domain = _domain_of(call)
        if domain is None or stored not in call.arguments:
            return call.command
        home = domain
        return call.having(**{stored: respell(lambda name: spelling(home, name), call.arguments[stored])})

    return obey


def _telling(spelling: Spelling) -> Callable[[Call, Answer], Answer]:
    def tell(call: Call, answer: Answer) -> Answer:
        _named, stored, respell = _PLACES[call.verb]
        domain = _domain_of(call)
        if domain is None or stored or not answer.has_data:
            return answer
        home = domain
        return with_data(respell(lambda name: spelling(home, name), answer.value))

    return tell


def _domain_of(call: Call) -> Domain | None:
    """The Domain of the object that the command is about."""
    name = split_address(str(call.arguments[_PLACES[call.verb][0]]))[1]
    return call.server.find_domain(name) if name else call.user.domain


def _habit(name: str, purpose: str, evidence: str, spelling: Spelling, one_of: str) -> Habit:
    return Habit(
        name, purpose, evidence, frozenset(_PLACES), one_of=one_of, obeys=_obeying(spelling), tells=_telling(spelling)
    )


HABITS = (
    _habit(
        "own-domain-dropped",
        "keeps Group members, addresses of Forwarders, access right elements, owners and subscriptions without the "
        "object's own Domain",
        "seen live: members and aliases are listed as bare local names",
        _without_own,
        "own-domain",
    ),
    _habit(
        "own-domain-added",
        "keeps the same with the object's own Domain where they came without one",
        "open; the other way to keep them alike",
        _with_own,
        "own-domain",
    ),
    _habit(
        "addresses-lower-cased",
        "keeps the same in lower case",
        "open; names of Accounts and Domains ignore case",
        _folded,
        "",
    ),
)
