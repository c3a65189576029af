# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a server does with Group members, access rights and services that mean nothing to it.

It keeps them, as live servers keep settings of sites' own; the types of Accounts and of Mailboxes are the manual's.
"""

from __future__ import annotations

from typing import Any, Callable

from ...._cli.demand import SERVER_RIGHTS
from ...._cli.syntax import Command
from ...._cli.vocabulary.lookup import SCOPES
from ...._cli.vocabulary.services import SERVICES
from ...answers.refusals import Refusal, bad_parameters, unknown_account
from ...model.domain import Domain
from ...model.names import split_address
from .. import verbs
from ..habit import Call, Habit
from ..values import rewritten

_SERVICE_LISTS = ("AccessModes", "DomainAccessModes")
_EVIDENCE = "open; seen live: settings that nobody knows are kept"

Sift = Callable[["list[Any]", Callable[[Any], bool]], "list[Any]"]
"""What becomes of a list, some of whose elements are known."""


def _dropping(items: list[Any], known: Callable[[Any], bool]) -> list[Any]:
    return [item for item in items if known(item)]


def _refusing(refusal: Callable[[], Refusal]) -> Sift:
    def sift(items: list[Any], known: Callable[[Any], bool]) -> list[Any]:
        if not all(map(known, items)):
            raise refusal()
        return items

    return sift


# --- members


def _members(sift: Sift) -> Callable[[Call], Command]:
    def obey(call: Call) -> Command:
        argument = "settings" if call.verb == "CREATEGROUP" else "newSettings"
        settings = call.arguments.get(argument) or {}
        members = settings.get("Members")
        home = _home(call, str(call.arguments["groupName"]))
        if not isinstance(members, list) or home is None:
            return call.command
        sifted = sift(members, lambda member: _is_member(call, home, member))
        return call.having(**{argument: {**settings, "Members": sifted}})

    return obey


def _home(call: Call, address: str) -> Domain | None:
    name = split_address(address)[1]
    return call.server.find_domain(name) if name else call.user.domain


def _is_member(call: Call, home: Domain | None, member: Any) -> bool:
    """Whether a name can be of somebody: of another server, or in a Domain here that has it."""
    if not isinstance(member, str):
        return True
    name, domain_name = split_address(member)
    domain = call.server.find_domain(domain_name) if domain_name else home
    return domain is None or domain.find(name) is not None


# --- rights: the codes, and the names of settings that an administrator may change


def _is_right(code: Any) -> bool:
    if not isinstance(code, str) or code in SERVER_RIGHTS:
        return True
    return any(code in SCOPES[scope].root.names() for scope in ("right", "account", "domain"))


def _rights(sift: Sift) -> Callable[[Call], Command]:
    return lambda call: call.having(newRights=sift(call.arguments["newRights"], _is_right))


# --- services


def _is_service(word: Any) -> bool:
    """Numbers are none of the words."""
    return not isinstance(word, str) or word.isdigit() or word in SERVICES.root.names()


def _services(sift: Sift) -> Callable[[Call], Command]:
    def change(key: str, value: Any) -> Any:
        return sift(value, _is_service) if key in _SERVICE_LISTS and isinstance(value, list) else value

    return lambda call: call.having(**{name: rewritten(value, change) for name, value in call.arguments.items()})


_GROUPS = frozenset(("CREATEGROUP", "SETGROUP"))
_RIGHTS = frozenset(("SETACCOUNTRIGHTS",))
_MODES = frozenset(
    verb
    for verb in (*verbs.REPLACING, *verbs.UPDATING)
    if "GET" + verb[6 if verb.startswith("UPDATE") else 3 :] in verbs.ACCOUNT_SETTINGS | verbs.DOMAIN_SETTINGS
) | {"CREATEACCOUNT", "CREATEDOMAIN"}


def _habits(
    what: str, meaning: str, touches: frozenset[str], obeying: Callable[[Sift], Callable[[Call], Command]],
    refusal: Callable[[], Refusal],
) -> tuple[Habit, Habit]:  # fmt: skip
    question = "unknown %s" % what
    return (
        Habit(
            "unknown-%s-dropped" % what, "keeps no %s" % meaning, _EVIDENCE, touches,
            one_of=question, obeys=obeying(_dropping),
        ),
        Habit(
            "unknown-%s-refused" % what, "refuses %s" % meaning, _EVIDENCE, touches,
            one_of=question, obeys=obeying(_refusing(refusal)),
        ),
    )  # fmt: skip


HABITS = (
    *_habits(
        "members", "Group members that its own Domains do not have", _GROUPS, _members, unknown_account,
    ),
    *_habits(
        "rights", "access rights that it does not know", _RIGHTS, _rights,
        lambda: bad_parameters("a code that stands for nothing"),
    ),
    *_habits(
        "services", "services that it does not know in AccessModes and DomainAccessModes", _MODES, _services,
        lambda: bad_parameters("a service that there is not"),
    ),
)  # fmt: skip
