# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How an Account's Mailboxes are listed and their names compared: the manual, Mailbox Administration."""

from __future__ import annotations

import re
from base64 import b64decode
from collections import Counter
from typing import Any, Mapping, Match, Sequence

from ..._cli.sections.mailbox import GETMAILBOXALIASES, LISTMAILBOXES
from ..._engine.dialogue import ask
from ..._engine.model import Conversation, Found
from ...connector.errors import CliError

MAILBOX_NOUN = "mailbox"
_SUFFIX = re.compile(r"(?<=[^/])\.(?:mbox|mdir|mslc)$", re.IGNORECASE)
_ENCODED = re.compile(r"&([A-Za-z0-9+,]*)-")


def fold_mailbox(name: str) -> str:
    """The form in which names are compared. INBOX has no case, also as the first part of a path; all else has.

    Servers may list names in the modified UTF-7 of IMAP, and take a suffix for the type that a new Mailbox is to have:
    it is addressed without (evidence.md, section 2).
    """
    return _SUFFIX.sub("", fold_with_suffix(name))


def fold_with_suffix(name: str) -> str:
    """The same with the suffix, for a server may as well keep it: then Work and Work.mdir are two Mailboxes."""
    first, slash, rest = _decoded(name).partition("/")
    return ("INBOX" if first.upper() == "INBOX" else first) + slash + rest


def _decoded(name: str) -> str:
    """A name in UTF-7 as it is read; what is none stays (RFC 3501, section 5.1.3)."""

    def letters(match: Match[str]) -> str:
        coded = match.group(1).replace(",", "/")
        return b64decode(coded + "=" * (-len(coded) % 4)).decode("utf-16-be") if coded else "&"

    try:
        return _ENCODED.sub(letters, name)
    except ValueError:
        return name


def find_mailboxes(account: str, names: Sequence[str] | None) -> Conversation:
    """``{folded name: Found}`` of all Mailboxes of an Account."""
    return found_mailboxes((yield from ask(LISTMAILBOXES(account))))


def found_mailboxes(listed: Mapping[str, Any]) -> dict[str, Found]:
    """The Mailboxes of a listing; those whose names fold alike go by their names.

    The manual does not say that a server tells classes. Only where it tells one, no class means that there is none.
    """
    infos = {name: mailbox_info(value) for name, value in listed.items()}
    classes = {name: _mailbox_class(info) for name, info in infos.items() if info is not None}
    told, alike = any(classes.values()), Counter(map(fold_mailbox, classes))
    return {
        fold_mailbox(name) if alike[fold_mailbox(name)] == 1 else name: Found(
            MAILBOX_NOUN, {"class": own} if told else {}, spelt=name
        )
        for name, own in classes.items()
    }


def find_mailboxes_and_aliases(account: str, names: Sequence[str] | None) -> Conversation:
    """The same, and the aliases among names that are no Mailboxes: those cannot be made, and mean others."""
    found = yield from find_mailboxes(account, names)
    if names is not None and any(name not in found and fold_mailbox(name) not in found for name in names):
        (aliases,) = yield [GETMAILBOXALIASES(account)]
        if not isinstance(aliases, CliError):  # it only tells of names that are taken: without them is no error
            for name, target in aliases.items():
                found.setdefault(fold_mailbox(name), Found("mailbox alias", note="the Mailbox %s" % target))
    return found


def mailbox_info(value: Any) -> dict[str, Any] | None:
    """The manual, LISTMAILBOXES: ``()`` is a folder without a Mailbox of its own, ``(info)`` one with."""
    if isinstance(value, list):
        value = value[0] if value else None
        return value if isinstance(value, dict) else ({} if value == [] else None)
    return value if isinstance(value, dict) else {}


def _mailbox_class(info: dict[str, Any]) -> str:
    """The manual does not name the key of the class in a Mailbox's information."""
    named = {key.lower(): value for key, value in info.items()}
    return str(named.get("class") or named.get("mailboxclass") or "")
