# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How an Account's Mailboxes are listed and their names compared: the manual, Mailbox Administration."""

from __future__ import annotations

from typing import Any, Sequence

from ..._cli.sections.mailbox import GETMAILBOXALIASES, LISTMAILBOXES
from ..._engine.dialogue import ask
from ..._engine.model import Conversation, Found
from ...connector.errors import CliError

MAILBOX_NOUN = "mailbox"


def fold_mailbox(name: str) -> str:
    """INBOX has no case, also as the first part of a path; other Mailbox names have."""
    first, slash, rest = name.partition("/")
    return ("INBOX" if first.upper() == "INBOX" else first) + slash + rest


def find_mailboxes(account: str, names: Sequence[str] | None) -> Conversation:
    """``{folded name: Found}`` of all Mailboxes of an Account.

    The manual does not say that a server tells classes. Only where it tells one, no class means that there is none.
    """
    listed = yield from ask(LISTMAILBOXES(account))
    infos = {fold_mailbox(name): mailbox_info(value) for name, value in listed.items()}
    classes = {name: _mailbox_class(info) for name, info in infos.items() if info is not None}
    told = any(classes.values())
    return {name: Found(MAILBOX_NOUN, {"class": own} if told else {}) for name, own in classes.items()}


def find_mailboxes_and_aliases(account: str, names: Sequence[str] | None) -> Conversation:
    """The same, and the aliases among names that are no Mailboxes: those cannot be made, and mean others."""
    found = yield from find_mailboxes(account, names)
    if names is not None and any(fold_mailbox(name) not in found for name in names):
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
