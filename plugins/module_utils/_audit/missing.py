# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Names that stand in other objects, and that nobody has: members, owners, targets, and who is let into Mailboxes."""

from __future__ import annotations

from typing import Any, Iterator, Mapping

from ..connector.errors import CgpError
from .addresses import LOCAL, OUTSIDE, names_there, parsed, split_addresses, where, why_unknown
from .model import (
    ACCOUNT,
    FORWARDER,
    GROUP,
    LIST,
    TASK,
    WARNING,
    Check,
    Facts,
    Finding,
    Look,
    Name,
    Route,
    Subject,
    Told,
    Unread,
)
from .outside import MAIL, SETTINGS, TO, members_of

OWNER, ACL, MAILBOX_ACLS = "owner", "acl", "mailbox_acls"
_OWNER_SETTING = "owner"
_EVERYBODY = ("anyone", "anonymous")


def _of_group(subject: Subject, facts: Facts) -> Iterator[Told]:
    for member in members_of(subject):
        yield from _reached(member, subject, facts, "has a member that does not exist: %s", member=member)


def _of_forwarder(subject: Subject, facts: Facts) -> Iterator[Told]:
    for address in split_addresses(str(subject.parts[TO])):
        yield from _reached(address, subject, facts, "leads to a name that does not exist: %s", to=address)


def _of_list(subject: Subject, facts: Facts) -> Iterator[Told]:
    folded = {str(name).lower(): value for name, value in subject.parts[SETTINGS].items()}
    yield from _owner(folded.get(_OWNER_SETTING), subject, facts)


def _of_task(subject: Subject, facts: Facts) -> Iterator[Told]:
    yield from _owner(subject.parts[OWNER], subject, facts)


def _owner(owner: Any, subject: Subject, facts: Facts) -> Iterator[Told]:
    """Not every server tells it."""
    if isinstance(owner, str) and owner.strip():
        names = _names(owner, subject, facts)
        if names:
            yield Finding(WARNING, "has an owner that does not exist: %s" % owner, {"owner": owner}, names)


def _reached(name: str, subject: Subject, facts: Facts, what: str, **detail: Any) -> Iterator[Told]:
    """What is sent to it may find its way by the Router's table."""
    names = _names(name, subject, facts)
    for home, local in names:
        yield Finding(WARNING, what % name, detail, names, Route("%s@%s" % (local, home), MAIL, False))


def _names(name: str, subject: Subject, facts: Facts) -> tuple[Name, ...]:
    """The name, if it is one of this server, that may be missing."""
    address = parsed(name, facts)
    return tuple(names_there(address, subject.domain, facts)) if where(address, facts) == LOCAL else ()


# --- access rights


def _of_account(subject: Subject, facts: Facts) -> Iterator[Told]:
    yield from _identifiers(subject.parts[ACL], "", subject, facts)


def _of_mailboxes(subject: Subject, facts: Facts) -> Iterator[Told]:
    acls: Mapping[str, Any] = subject.parts[MAILBOX_ACLS]
    for mailbox, acl in acls.items():
        if isinstance(acl, CgpError):
            yield Unread(acl.message)
        else:
            yield from _identifiers(acl, mailbox, subject, facts)


def _identifiers(acl: Mapping[str, Any], mailbox: str, subject: Subject, facts: Facts) -> Iterator[Told]:
    for identifier, rights in acl.items():
        if rights and not _is_nobodys(identifier):
            yield from _identifier(identifier, mailbox, subject, facts)


def _is_nobodys(identifier: str) -> bool:
    """Whether it is no name of an Account: everybody, of a Domain too, and what begins with ``#``, as Groups do."""
    folded = identifier.strip().lower()
    return not folded or folded.startswith("#") or folded.partition("@")[0].lstrip("-") in _EVERYBODY


def _identifier(identifier: str, mailbox: str, subject: Subject, facts: Facts) -> Iterator[Told]:
    """What is taken from somebody begins with a minus; a name may, too."""
    there = " to the Mailbox %s" % mailbox if mailbox else ""
    detail = {"identifier": identifier, **({"mailbox": mailbox} if mailbox else {})}
    address = parsed(identifier, facts)
    place = where(address, facts)
    if place == OUTSIDE:
        what = "gives access%s to %s, of no Domain of this server"
        yield Finding(WARNING, what % (there, identifier), detail)
    elif place != LOCAL:
        yield Unread(why_unknown(address, facts))
    else:
        spellings = [address, address._replace(local=address.local.lstrip("-"))]
        names = [name for spelling in spellings for name in names_there(spelling, subject.domain, facts)]
        if len(names) == len(spellings):
            what = "gives access%s to %s, who does not exist"
            yield Finding(WARNING, what % (there, identifier), detail, tuple(dict.fromkeys(names)))


MISSING_NAMES = Check(
    "missing_names",
    (
        Look(GROUP, (SETTINGS,), _of_group),
        Look(FORWARDER, (TO,), _of_forwarder),
        Look(LIST, (SETTINGS,), _of_list),
        Look(TASK, (OWNER,), _of_task),
    ),
    names=True,
)
ACL_NAMES = Check(
    "acl_names", (Look(ACCOUNT, (ACL,), _of_account), Look(ACCOUNT, (MAILBOX_ACLS,), _of_mailboxes)), names=True
)
