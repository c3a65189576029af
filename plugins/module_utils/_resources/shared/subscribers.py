# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the subscribers of mailing lists are read: the manual, Mailing Lists Administration."""

from __future__ import annotations

from typing import Any, Mapping, Sequence

from ..._cli.sections.mailing_list import GETSUBSCRIBERINFO, LISTLISTS, READSUBSCRIBERS
from ..._engine.model import Conversation, Field, Found, fold
from ...connector.errors import CgpError, CliError, NotAllowed, NotFound, UnknownCommand
from .names import domain_of, local_name

FEW = 32
"""Up to so many subscribers are looked up one by one; for more the whole list is read."""
MODES = ("feed", "digest", "index", "null", "banned")
POSTING_MODES = ("unmoderated", "moderateAll", "prohibited", "special")
USUAL, LEFT = "subscribe", "unsubscribe"
"""Operations of LIST, and what GETSUBSCRIBERINFO shows of who has not confirmed yet, and of who has left."""
UNCONFIRMED = "unconfirmed"

LIST_NAME = Field("list", required=True)


def find_subscribers(mailing_list: str, names: Sequence[str] | None) -> Conversation:
    """``{folded address: Found}``. A banned address is no subscriber that a purge could take."""
    found: dict[str, Found] = {}
    if names is None or len(names) > FEW:
        found = yield from all_subscribers(mailing_list)
    if names is None:
        return {address: one for address, one in found.items() if one.facts["subscription"]["mode"] != "banned"}
    missing = [name for name in names if fold(name) not in found]
    unknown = yield from _add_told(mailing_list, missing, found)
    if unknown:
        yield from _add_read(mailing_list, unknown, found)
    return found


def all_subscribers(mailing_list: str) -> Conversation:
    """The same of all, banned ones too."""
    found: dict[str, Found] = {}
    _total, descriptors = yield from _ask_list(mailing_list, READSUBSCRIBERS(mailing_list))
    for descriptor in descriptors:
        if not isinstance(descriptor.get("Sub"), str):
            raise CgpError("READSUBSCRIBERS was answered with a subscriber without an address")
        _add(found, descriptor["Sub"], descriptor)
    return found


def _add_told(mailing_list: str, names: Sequence[str], found: dict[str, Found]) -> Conversation:
    """Adds those of whom the server tells one by one, and returns the names that it refuses to tell of."""
    replies = yield [GETSUBSCRIBERINFO(mailing_list, name) for name in names]
    unknown: list[str] = []
    for name, reply in zip(names, replies):
        if isinstance(reply, (NotAllowed, UnknownCommand)):
            raise reply
        if isinstance(reply, NotFound) and reply.what == "mailing list":
            meant = yield from _explained(mailing_list, reply)
            if isinstance(meant, NotFound):
                raise meant
        if isinstance(reply, CliError):
            unknown.append(name)
        else:
            _add(found, name, reply, posting_mode=posting_mode(reply))
    return unknown


def _add_read(mailing_list: str, names: Sequence[str], found: dict[str, Found]) -> Conversation:
    """Adds those among the names who are subscribers: a server may refuse to tell of one who is none."""
    wanted = set(map(fold, names))
    _total, descriptors = yield from _ask_list(mailing_list, READSUBSCRIBERS(mailing_list))
    for descriptor in descriptors:
        if fold(str(descriptor.get("Sub"))) in wanted:
            _add(found, descriptor["Sub"], descriptor)


def _ask_list(mailing_list: str, command: Any) -> Conversation:
    (reply,) = yield [command]
    if isinstance(reply, CliError):
        raise (yield from _explained(mailing_list, reply))
    return reply


def _explained(mailing_list: str, refusal: CliError) -> Conversation:
    """The refusal, as one of something that does not exist when the Domain's listing does not have the list."""
    (listed,) = yield [LISTLISTS(domainName=domain_of((mailing_list,)) or None)]
    if isinstance(listed, CliError):
        return refusal
    if fold(local_name((mailing_list,))) in map(fold, listed):
        return CliError(refusal.code, refusal.text, refusal.verb) if isinstance(refusal, NotFound) else refusal
    return NotFound(refusal.code, refusal.text, refusal.verb)


def _add(found: dict[str, Found], address: str, info: Mapping[str, Any], **facts: Any) -> None:
    """An address that left, or that is not known at all, is no subscriber."""
    mode = str(info.get("mode") or "")
    if mode in ("", LEFT):
        return
    subscription = {"mode": UNCONFIRMED if mode == USUAL else mode, "real_name": str(info.get("RealName") or "")}
    found[fold(address)] = Found("subscriber", {"subscription": subscription, **facts}).spelt_as(address)


def posting_mode(info: Mapping[str, Any]) -> str:
    """The manual, GETSUBSCRIBERINFO: a mode, or how many postings there were, or in an array how many to moderate."""
    posts = info.get("posts")
    if isinstance(posts, list):
        return str(posts[0]) if posts else POSTING_MODES[0]
    return str(posts) if posts in POSTING_MODES else POSTING_MODES[0]
