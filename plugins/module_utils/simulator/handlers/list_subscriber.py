# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Mailing Lists Administration: the subscribers of a list.

Nothing is mailed here, so SILENTLY shows in nothing. A subscriber's answer to a request for confirmation, and postings,
come over the control language.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from ..._cli.sections import mailing_list as commands
from ..answers import refusals
from ..control.language import control
from ..handling.arguments import not_negative
from ..handling.registry import handles
from ..handling.request import Request
from ..model import subscriber as modes
from ..model.mailing_list import MailingList
from ..model.names import split_address
from ..model.subscriber import Subscriber
from ..service.service import Service

_NAMED = re.compile(r'"((?:[^"\\]|\\.)*)" <([^<>]+)>').fullmatch


@handles(commands.LIST)
def change_subscription(
    request: Request, listName: str, operation: str, subscriber: str, SILENTLY: bool = False, CONFIRM: bool = False
) -> None:
    """A subscription that waits for confirmation is no subscription yet, and a change that waits changes nothing."""
    mailing_list = request.object(MailingList, listName)
    name, address = _parts(subscriber)
    address = _full(mailing_list, address)
    if not all(split_address(address)):
        raise refusals.bad_parameters("the subscriber is no E-mail address")
    carry_out = mailing_list.subscribers.request if CONFIRM else mailing_list.subscribers.apply
    carry_out(address, name, operation, mailing_list.settings, request.service.clock.now())


@handles(commands.LISTSUBSCRIBERS)
def list_subscribers(request: Request, listName: str, filter: str = "", limit: int | None = None) -> list[str]:
    mailing_list = request.object(MailingList, listName)
    return [subscriber.address for subscriber in _matching(mailing_list, filter, limit)]


@handles(commands.READSUBSCRIBERS)
def read_subscribers(request: Request, listName: str, filter: str = "", limit: int | None = None) -> list[Any]:
    """The total is that of all subscribers, whatever the filter."""
    mailing_list = request.object(MailingList, listName)
    described = [subscriber.descriptor() for subscriber in _matching(mailing_list, filter, limit)]
    return [len(mailing_list.subscribers.active), described]


@handles(commands.GETSUBSCRIBERINFO)
def get_subscriber_info(request: Request, listName: str, subscriberAddress: str) -> dict[str, Any]:
    mailing_list = request.object(MailingList, listName)
    address = _full(mailing_list, subscriberAddress)
    found = mailing_list.subscribers.find(address, mailing_list.settings, request.service.clock.now())
    return found.info() if found is not None else {}


@handles(commands.SETPOSTINGMODE)
def set_posting_mode(
    request: Request,
    listName: str,
    subscriberAddress: str,
    UNMODERATED: bool = False,
    MODERATEALL: bool = False,
    PROHIBITED: bool = False,
    SPECIAL: bool = False,
    numberOfModerated: int = 0,
) -> None:
    """Without a mode the subscriber's postings are not moderated."""
    mailing_list = request.object(MailingList, listName)
    chosen = {modes.MODERATE_ALL: MODERATEALL, modes.PROHIBITED: PROHIBITED, modes.SPECIAL: SPECIAL}
    posting = next((mode for mode, is_chosen in chosen.items() if is_chosen), modes.UNMODERATED)
    moderated = not_negative(numberOfModerated)
    _subscriber(mailing_list, subscriberAddress, request.service.clock.now()).set_posting_mode(posting, moderated)


@handles(commands.PROCESSBOUNCE)
def process_bounce(request: Request, listName: str, subscriberAddress: str, FATAL: bool = False) -> None:
    mailing_list = request.object(MailingList, listName)
    address = _full(mailing_list, subscriberAddress)
    mailing_list.subscribers.bounce(address, FATAL, mailing_list.settings, request.service.clock.now())


# --- what subscribers do

@control("CONFIRM")
def confirm(service: Service, argument: Any) -> None:
    """A subscriber confirms what LIST ... CONFIRM asked for: {list="news@example.com"; subscriber="a@example.org";}"""
    mailing_list, address = _controlled(service, argument)
    mailing_list.subscribers.confirm(address, mailing_list.settings, service.clock.now())


@control("POSTING")
def post(service: Service, argument: Any) -> None:
    """A subscriber posts a message on a list: {list="news@example.com"; subscriber="a@example.org";}"""
    mailing_list, address = _controlled(service, argument)
    _subscriber(mailing_list, address, service.clock.now()).post()


def _controlled(service: Service, argument: Any) -> tuple[MailingList, str]:
    """The list and the subscriber that a control command names; a list without a Domain is in the main Domain."""
    values = argument if isinstance(argument, dict) else {}
    list_name, address = values.get("list"), values.get("subscriber")
    if not isinstance(list_name, str) or not isinstance(address, str):
        raise refusals.bad_parameters("list and subscriber must be names")
    name, domain_name = split_address(list_name)
    domain = service.server.find_domain(domain_name) if domain_name else service.server.main_domain
    if domain is None:
        raise refusals.unknown_domain()
    mailing_list = domain.find(name)
    if not isinstance(mailing_list, MailingList):
        raise refusals.unknown(MailingList.kind)
    return mailing_list, address


def _matching(mailing_list: MailingList, wanted: str, limit: int | None) -> list[Subscriber]:
    return mailing_list.subscribers.matching(wanted, not_negative(limit) if limit is not None else None)


def _subscriber(mailing_list: MailingList, address: str, now: datetime) -> Subscriber:
    return mailing_list.subscribers.get(_full(mailing_list, address), mailing_list.settings, now)


def _parts(subscriber: str) -> tuple[str, str]:
    """The real name and the address of a subscriber as _cli/address.py spells them."""
    match = _NAMED(subscriber)
    if match is None:
        return "", subscriber
    return re.sub(r"\\(.)", r"\1", match.group(1)), match.group(2)


def _full(mailing_list: MailingList, address: str) -> str:
    """An address with its Domain, which may be left out for that of the list."""
    return address if "@" in address or not address else "%s@%s" % (address, mailing_list.domain.name)
