# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Router: where an address leads, through the Router Tables, the objects of the Domains and their settings.

An address is sent on by records of the Router Tables (the server's, then the cluster's) until none of them changes
it, then by the Domain it belongs to:

- an Account or one of its aliases, a Group, a Named Task: to the module Local;
- a mailing list: to the module LIST;
- a Forwarder: on to the Forwarder's address, which begins anew;
- ``box#account``: to the Account; ``application#pbx``: to the built-in PBX;
- an unknown name: by the Domain's settings MailToUnknown, AccessToUnknown or SignalToUnknown.

The domain of an address that is no Domain of the server is another server's: the module SIP takes it to there in the
signal mode, the module SMTP in the others. A domain that ends with ``._via`` (``.via`` up to version 6.0), or is an IP
address in brackets, only names the server to connect to: ``bob%example.com@other.example._via`` leads there as
``bob@example.com`` (the vendor's page of How To, seen of versions 4 to 6.3).

The manual tells only the form of ROUTE's answer, so these are the simulator's own choices: host and address are full
names (``bob@example.com``); the address is the one that led to the object (that of an alias, not its Account's); the
names of modules are those of LISTMODULES; an address without a domain means the main Domain, in a Forwarder or a
setting the Domain that has it; a record that would not change an address is passed over; an unknown name that is to be
rejected is refused with the code of an unknown account, one that is to be bounced leads to ERROR; other suffixes of
domains that name modules are not understood.
"""

from __future__ import annotations

from typing import Iterator, NamedTuple

from ..answers.refusals import bad_parameters, impossible, unknown_account
from .account import find_account
from .domain import Alias, Domain, DomainObject
from .mailing_list import MailingList
from .names import fold
from .objects import Forwarder
from .router_table import SIGNAL, Address, Record, is_special, read_address, read_table, special
from .server import Server

SYSTEM = "SYSTEM"
_PBX = "PBX"

_MOST_HOPS = 30
_LONGEST_ADDRESS = 512
_VIA = ("._via", ".via")


class Destination(NamedTuple):
    """Where an address leads: a module or SYSTEM, the module's queue or object, and the address in it."""

    module: str
    host: str
    address: str


class Router:
    """The Router of a server for one mode: MAIL, ACCESS or SIGNAL."""

    def __init__(self, server: Server, mode: str) -> None:
        self._server = server
        self._mode = mode
        self._main = server.main_domain.name

    def route(self, text: str) -> Destination:
        """Where an address leads. Refusals: it is none, it leads to an unknown name, or in a circle."""
        records = list(self._records())
        for _hop in range(_MOST_HOPS):
            step = self._next(_checked(text), records)
            if isinstance(step, Destination):
                return step
            text = step
        raise impossible("the address is routed in a circle")

    def _records(self) -> Iterator[Record]:
        scopes = [self._server.local] + ([self._server.cluster] if self._server.cluster is not None else [])
        for scope in scopes:
            yield from read_table(scope.router_table, self._main)

    def _next(self, text: str, records: list[Record]) -> str | Destination:
        """One step: the destination, or the address that comes next."""
        if is_special(text):
            return Destination(SYSTEM, special(text), text)
        address = read_address(text, self._main)
        if not address.local:
            raise bad_parameters("the address has no name")
        for record in records:
            target = record.applied(address, self._mode)
            if target is not None and fold(str(read_address(target, self._main))) != fold(str(address)):
                return target
        domain = self._server.find_domain(address.domain)
        if domain is None:
            return Destination("SIP" if self._mode == SIGNAL else "SMTP", *_elsewhere(address))
        return self._in_domain(domain, address)

    def _in_domain(self, domain: Domain, address: Address) -> str | Destination:
        found = domain.find(address.local)
        if found is not None:
            return _object(domain, found, address)
        box, _hash, name = address.local.rpartition("#")
        if box and fold(name) == "pbx":
            return Destination(SYSTEM, _PBX, str(address))
        account = find_account(domain, name) if box else None
        if account is not None:
            return Destination("Local", account.address, str(address))
        return self._unknown(domain, address)

    def _unknown(self, domain: Domain, address: Address) -> str | Destination:
        """What the Domain's settings say of a name that no object has."""
        settings = self._server.domain_settings(domain)
        action = str(settings.get(self._mode + "ToUnknown", "")).lower()
        reroute = settings.get(self._mode + "RerouteAddress")
        if action == "rerouted to" and isinstance(reroute, str) and reroute:
            return _of(domain, reroute.replace("*", address.local))
        if action == "discarded":
            return Destination(SYSTEM, special("null"), str(address))
        if action.startswith("accepted"):
            return Destination(SYSTEM, special("error"), str(address))
        raise unknown_account()


def _elsewhere(address: Address) -> tuple[str, str]:
    """The server that an address leads to, and the address there."""
    suffix = next((end for end in _VIA if fold(address.domain).endswith(end)), "")
    host = address.domain[: len(address.domain) - len(suffix)]
    local, route, domain = address.local.rpartition("%")
    if route and local and (suffix or host.startswith("[")):
        return host, "%s@%s" % (local, domain)
    return host, "%s@%s" % (address.local, host)


def _object(domain: Domain, found: DomainObject, address: Address) -> str | Destination:
    """Where an object of a Domain takes what is sent to it."""
    if isinstance(found, Forwarder):
        return _of(domain, found.to)
    if isinstance(found, MailingList):
        return Destination("LIST", found.address, str(address))
    owner = found.target if isinstance(found, Alias) and found.target is not None else found
    return Destination("Local", owner.address, str(address))


def _of(domain: Domain, target: str) -> str:
    """A target in a Domain's own objects and settings: without a domain it is of that Domain."""
    return target if "@" in target or is_special(target) else "%s@%s" % (target, domain.name)


def _checked(text: str) -> str:
    """An address that can be one."""
    if not text.strip() or len(text) > _LONGEST_ADDRESS or any(char < " " or char == "\x7f" for char in text):
        raise bad_parameters("this is no address")
    return text.strip()
