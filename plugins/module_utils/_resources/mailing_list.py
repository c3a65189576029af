# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Mailing lists, and what is read of them: the manual, Mailing Lists Administration; protocol.md section 6.7."""

from __future__ import annotations

from typing import Any, Mapping, Sequence

from .._cli.sections.mailing_list import (
    CREATELIST,
    DELETELIST,
    GETACCOUNTLISTS,
    GETDOMAINLISTS,
    GETLIST,
    GETSUBSCRIBERINFO,
    LISTSUBSCRIBERS,
    READSUBSCRIBERS,
    RENAMELIST,
    UPDATELIST,
)
from .._cli.vocabulary.mailing_list import LIST
from .._engine.dialogue import ask
from .._engine.info import Info, Known, Reading
from .._engine.model import Conversation, Field, Key
from .._engine.wants import complete
from ..connector.errors import CgpError, CliError
from .shared.across_domains import across_domains
from .shared.listed import NAMES_AND_DOMAIN, all_listed, named_or_all
from .shared.names import domain_of, list_names_in_domain, local_name
from .shared.owned import owned

MAILING_LIST = owned(
    noun="mailing list",
    plural="mailing lists",
    list_option="lists",
    find=list_names_in_domain,
    read=GETLIST,
    create=CREATELIST,
    update=UPDATELIST,
    rename=lambda old, new: RENAMELIST(old[0], local_name(new)),
    delete=DELETELIST,
    words=LIST,
)


# --- what can be read

SUBSCRIBERS = Field("subscribers", choices=("none", "addresses", "summary", "full"), default="none")


def _count(key: Key, listed: Any, name: str) -> Known:
    """GETDOMAINLISTS: the number of subscribers is a numeric string, -1 when it is not known."""
    count = int(listed[name])
    return Known(key, facts={"subscriber_count": count if count >= 0 else None})


def _lists(params: Mapping[str, Any]) -> Conversation:
    account = params.get("account")
    if not account:
        return (yield from named_or_all(params, GETDOMAINLISTS, _count))
    if params.get("names") is not None:
        raise CgpError("the option account does not go with names", "Give one of them")
    account = complete(account, params.get("domain") or "")
    listed = yield from ask(GETACCOUNTLISTS(account))
    return all_listed(listed, domain_of((account,)), _count)


def _asked(params: Mapping[str, Any]) -> Sequence[Reading]:
    """What the option subscribers asks for. The manual: a limit is possible only together with a filter."""
    text, limit = params.get("filter") or "", params.get("limit") or 0
    chosen: dict[str, Any] = {"filter": text, "limit": limit} if limit else {"filter": text} if text else {}
    reads: dict[str, Reading] = {
        "addresses": Reading("subscribers", lambda name: LISTSUBSCRIBERS(name, **chosen)),
        "summary": Reading("subscribers", lambda name: READSUBSCRIBERS(name, **chosen), lambda reply: reply[1]),
        "full": Reading("subscribers", lambda name: _full(name, params.get("addresses"), chosen)),
    }
    asked = reads.get(params.get(SUBSCRIBERS.name) or "")
    return [asked] if asked is not None else []


def _full(name: str, addresses: Sequence[str] | None, chosen: Mapping[str, Any]) -> Conversation:
    """All that is known of each subscriber, or of each address: an address that is not known is told of, too."""
    if addresses is None:
        addresses = yield from ask(LISTSUBSCRIBERS(name, **chosen))
    replies = yield [GETSUBSCRIBERINFO(name, address) for address in addresses]
    for reply in replies:
        if isinstance(reply, CliError):
            raise reply
    return [{"Sub": address, **info} for address, info in zip(addresses, replies)]


MAILING_LIST_INFO = Info(
    noun="mailing list",
    result="lists",
    resource=MAILING_LIST,
    fields=(
        *NAMES_AND_DOMAIN,
        Field("account"),
        SUBSCRIBERS,
        Field("filter"),
        Field("limit", type="int", default=0),
        Field("addresses", type="list", elements="str"),
    ),
    objects=across_domains(_lists),
    asked=_asked,
    default=("settings",),
)
