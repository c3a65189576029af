# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Account Services: the Roster.

The manual names the operations and no more. Their elements are those of the vendor's CG/PL function SetRoster (``peer``
and ``data``); the rest is this simulator's choice:

========  ==========================================================================================================
what      elements, and what it does
========  ==========================================================================================================
List      all items by the contacts' addresses
Update    ``peer``, ``data``: adds a contact, or changes what is known of it (RealName ...; #NULL# removes an element)
remove    ``peer``: removes a contact; neither side watches the other any more
Presence  ``peer``, ``type``: subscribe, subscribed, unsubscribe, unsubscribed or subBoth, as SetRoster has them
probe     ``peer``: tells the contact's status (``Presence``) if the Account may watch it
========  ==========================================================================================================

When the contact is an Account of this server, its own Roster changes along with the requests and answers it gets.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Callable

from ..._cli.sections import account_service as commands
from ..answers import refusals
from ..handling.registry import handles
from ..handling.request import Request
from ..model import roster as model
from ..model.account import Account, find_account
from ..model.measures import limit
from ..model.names import fold, legal_domain_name, legal_object_name, split_address
from ..model.roster import Contact, Roster
from ..model.settings import Settings, update_literally
from . import operations

_OFFLINE = "offline"


@handles(commands.ROSTER)
def roster(request: Request, accountName: str, parameters: dict[str, Any]) -> dict[str, Any]:
    account = request.open_account(accountName)
    return operations.chosen(_OPERATIONS, parameters, "what")(request, account, parameters)


@dataclass(frozen=True)
class _Relation:
    """Both sides of a contact. ``friend`` is its Account; for one elsewhere ``other`` is a side that nobody sees."""

    own: Contact
    other: Contact
    friend: Account | None


def _relation(request: Request, account: Account, parameters: Settings) -> _Relation:
    peer = operations.text(parameters, "peer")
    name, domain_name = split_address(peer)
    legal_object_name(name)
    domain = request.server.find_domain(legal_domain_name(domain_name))
    friend = find_account(domain, name) if domain is not None else None
    if friend is account:
        raise refusals.bad_parameters("an account is no contact of its own")
    return _Relation(
        Contact(account.roster, fold(friend.address if friend is not None else peer)),
        Contact(friend.roster if friend is not None else Roster(), fold(account.address)),
        friend,
    )


def _require_room(request: Request, account: Account, peer: str) -> None:
    """Refuse a new contact when the setting MaxRosterItems allows no more."""
    most = limit(request.server.account_setting(account, "MaxRosterItems"))
    items = account.roster.items
    if most is not None and peer not in items and len(items) >= most:
        raise refusals.impossible("the roster has as many items as it may have")


# --- operations

def _list(_request: Request, account: Account, _parameters: Settings) -> dict[str, Any]:
    return dict(account.roster.items)


def _update(request: Request, account: Account, parameters: Settings) -> dict[str, Any]:
    """The subscription modes change by requests and answers only."""
    peer = _relation(request, account, parameters).own.peer
    data = operations.dictionary(parameters, "data") if "data" in parameters else {}
    if any(mode in data for mode in model.MODES):
        raise refusals.bad_parameters("the element data cannot hold a subscription mode")
    _require_room(request, account, peer)
    update_literally(account.roster.items.setdefault(peer, {}), data)
    return {}


def _remove(request: Request, account: Account, parameters: Settings) -> dict[str, Any]:
    relation = _relation(request, account, parameters)
    account.roster.item(relation.own.peer)
    model.unsubscribe(relation.own, relation.other)
    model.unsubscribed(relation.own, relation.other)
    del account.roster.items[relation.own.peer]
    return {}


def _presence(request: Request, account: Account, parameters: Settings) -> dict[str, Any]:
    relation = _relation(request, account, parameters)
    change = operations.chosen(_PRESENCE, parameters, "type")
    if change in _MAKING_ITEMS:
        _require_room(request, account, relation.own.peer)
    change(relation.own, relation.other)
    return {}


def _probe(request: Request, account: Account, parameters: Settings) -> dict[str, Any]:
    relation = _relation(request, account, parameters)
    account.roster.item(relation.own.peer)
    if relation.friend is None or not model.watches(relation.own, relation.other):
        return {}
    presence = relation.friend.presence
    return {"Presence": presence[0] if presence else _OFFLINE}


_OPERATIONS: dict[str, Callable[[Request, Account, Settings], dict[str, Any]]] = {
    "List": _list,
    "Update": _update,
    "remove": _remove,
    "Presence": _presence,
    "probe": _probe,
}

_PRESENCE: dict[str, Callable[[Contact, Contact], None]] = {
    "subscribe": model.subscribe,
    "subscribed": model.subscribed,
    "subBoth": model.subscribe_both,
    "unsubscribe": model.unsubscribe,
    "unsubscribed": model.unsubscribed,
}
_MAKING_ITEMS = (model.subscribe, model.subscribed, model.subscribe_both)
