# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a server tells of Mailboxes."""

from __future__ import annotations

import base64
import re
from typing import Any, Callable

from ...._cli.catalogue import COMMANDS
from ...._cli.syntax import Command
from ...answers.answer import Answer
from ...answers.refusals import impossible
from ...model.mailbox import INBOX
from ..habit import Call, Habit, telling

_NAMES = ("mailboxName", "newMailboxName")
_NAMING = frozenset(
    verb for verb, specs in COMMANDS.items() if any(name in spec.parameters for spec in specs for name in _NAMES)
)
_RENAMING = frozenset(("RENAMEMAILBOX",))
_MAKING = _RENAMING | {"CREATEMAILBOX"}
_SUFFIX = re.compile(r"(?<=[^/])\.(?:mbox|mdir|mslc)$", re.IGNORECASE)
_OTHER = re.compile(r"[^\x20-\x7e]+|&")
_ENCODED = re.compile(r"&([A-Za-z0-9+,]*)-")


def _utf7(name: str) -> str:
    """A name in the modified UTF-7 of IMAP (RFC 3501)."""

    def encode(match: re.Match[str]) -> str:
        if match.group() == "&":
            return "&-"
        text = base64.b64encode(match.group().encode("utf-16-be")).decode("ascii")
        return "&%s-" % text.rstrip("=").replace("/", ",")

    return _OTHER.sub(encode, name)


def _from_utf7(name: str) -> str:
    """A name in UTF-7 or not as it is. What is no UTF-7 stays."""

    def decode(match: re.Match[str]) -> str:
        text = match.group(1).replace(",", "/")
        return base64.b64decode(text + "=" * (-len(text) % 4)).decode("utf-16-be") if text else "&"

    try:
        decoded = _ENCODED.sub(decode, name)
    except (ValueError, UnicodeDecodeError):
        return name
    return decoded if _utf7(decoded) == name else name


def _naming(change: Callable[[str], str]) -> Callable[[Call], Command]:
    """An ``obeys`` that changes the names of Mailboxes."""

    def obey(call: Call) -> Command:
        return call.having(**{name: change(call.arguments[name]) for name in _NAMES if name in call.arguments})

    return obey


def _encoded_keys(value: Any) -> Any:
    return {_utf7(name): item for name, item in value.items()} if isinstance(value, dict) else value


def _in_arrays(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    return {name: [item] if isinstance(item, dict) else item for name, item in value.items()}


def _without_class(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_class(item) for key, item in value.items() if key != "Class" or isinstance(item, dict)}
    return [_without_class(item) for item in value] if isinstance(value, list) else value


def _without_suffix(call: Call) -> Command:
    """The name that a Mailbox is to have; how those are called that there are is known."""
    new = "newMailboxName" if "newMailboxName" in call.arguments else "mailboxName"
    return call.having(**{new: _SUFFIX.sub("", call.arguments[new])})


def _inbox_stays(call: Call) -> Answer | None:
    if call.arguments["mailboxName"].upper() == INBOX:
        raise impossible("INBOX cannot be renamed")
    return None


HABITS = (
    Habit(
        "mailboxes-in-utf7",
        "lists names of Mailboxes in the modified UTF-7 of IMAP, and takes either spelling",
        "seen live: so they are called on disk",
        _NAMING | {"LISTMAILBOXES"},
        obeys=_naming(_from_utf7),
        tells=telling(_encoded_keys),
    ),
    Habit(
        "mailboxes-in-arrays",
        "lists each Mailbox as an array whose first element is the dictionary",
        "seen live of Mailboxes that are folders, too; the manual",
        frozenset(("LISTMAILBOXES",)),
        tells=telling(_in_arrays),
    ),
    Habit(
        "mailbox-suffixes-dropped",
        "takes .mbox, .mdir or .mslc at the end of a new Mailbox's name for its type, and not for a part of the name",
        "seen live: afterwards it is addressed without",
        _MAKING,
        one_of="suffixes of Mailboxes",
        usual=True,
        obeys=_without_suffix,
    ),
    Habit(
        "mailbox-suffixes-kept",
        "takes .mbox, .mdir or .mslc at the end of a Mailbox's name for a part of it",
        "open: the manual mentions no suffixes here",
        _MAKING,
        one_of="suffixes of Mailboxes",
    ),
    Habit(
        "inbox-stays",
        "renames no INBOX",
        "open; scripts in use do it, and find a new and empty one afterwards, as IMAP has it",
        _RENAMING,
        instead=_inbox_stays,
    ),
    Habit(
        "mailbox-class-untold",
        "does not tell the class of Mailboxes",
        "open; seen live: Class is there when it is set",
        frozenset(("LISTMAILBOXES", "GETMAILBOXINFO")),
        tells=telling(_without_class),
    ),
)
