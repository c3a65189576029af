# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Mailboxes of one Account: a tree whose names are paths with "/".

A path may be a Mailbox, a folder (other Mailboxes lie below it) or both. Mailboxes are kept under their full path, so
a folder exists exactly as long as something lies below it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Iterator

from ..answers.refusals import bad_parameters, exists, illegal_mailbox_name, impossible, unknown
from .acl import Acl
from .settings import Settings

INBOX = "INBOX"
COUNTED = frozenset(("Messages", "Size", "UIDNext", "UIDValidity", "Unseen"))
_LONGEST = 1024
_LONGEST_FILTER = 256
_WILDCARDS = re.compile(r"[*%]+")


@dataclass
class Mailbox:
    """One Mailbox. Of its messages only their numbers are known: there is no mail module that would bring any.

    ``settings`` is what is known of it that was set by no command of its own.
    """

    mailbox_class: str = ""
    uid_validity: int = 1
    acl: Acl = field(default_factory=dict)
    messages: int = 0
    unseen: int = 0
    size: int = 0
    uid_next: int = 1
    settings: Settings = field(default_factory=dict)

    def deliver(self, count: int, size: int, seen: bool) -> None:
        """Take in ``count`` messages of ``size`` bytes each."""
        self.messages += count
        self.unseen += 0 if seen else count
        self.size += count * size
        self.uid_next += count

    def info(self) -> dict[str, Any]:
        """The dictionary of GETMAILBOXINFO and LISTMAILBOXES: Class, Messages and Size as seen live, and more."""
        info: dict[str, Any] = {
            "Messages": self.messages, "Size": self.size, "UIDNext": self.uid_next,
            "UIDValidity": self.uid_validity, "Unseen": self.unseen,
        }
        if self.mailbox_class:
            info["Class"] = self.mailbox_class
        return info


@dataclass
class MailboxTree:
    """All Mailboxes of one Account, with its subscription and Mailbox aliases."""

    boxes: dict[str, Mailbox] = field(default_factory=dict, metadata={"of": Mailbox})
    subscription: list[str] = field(default_factory=list)
    aliases: dict[str, str] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """The size of all messages in all Mailboxes."""
        return sum(box.size for box in self.boxes.values())

    def find(self, name: str) -> Mailbox:
        box = self.boxes.get(path(name))
        if box is None:
            raise unknown("mailbox")
        return box

    def create(self, name: str, box: Mailbox) -> None:
        name = path(name)
        self._require_free(name)
        self.boxes[name] = box

    def delete(self, name: str, nested: bool) -> None:
        """Remove the Mailbox, with ``nested`` all below it, too; INBOX stays."""
        if path(name) == INBOX:
            raise impossible("INBOX cannot be removed")
        for old in self.affected(name, nested):
            del self.boxes[old]

    def rename(self, name: str, new: str, nested: bool, uid_validity: int) -> None:
        """Give the Mailbox, with ``nested`` all below it, too, a new path; a new INBOX comes for one that had it."""
        name, new = path(name), path(new)
        if nested and new.startswith(name + "/"):
            raise impossible("a mailbox cannot be moved into itself")
        moves = {old: new + old[len(name):] for old in self.affected(name, nested)}
        for target in moves.values():
            if target not in moves:
                self._require_free(target)
        self.boxes.update({moves[old]: self.boxes.pop(old) for old in list(moves)})
        self.boxes.setdefault(INBOX, Mailbox(uid_validity=uid_validity))

    def _require_free(self, name: str) -> None:
        if name in self.boxes:
            raise exists("mailbox")
        if name in self.aliases:
            raise exists("mailbox alias")

    def affected(self, name: str, nested: bool) -> list[str]:
        """The paths of what goes when ``name`` goes, with ``nested`` all below it included."""
        name = path(name)
        below = [other for other in self.boxes if other.startswith(name + "/")] if nested else []
        affected = ([name] if name in self.boxes else []) + below
        if not affected:
            raise unknown("mailbox")
        return affected


def new_tree(uid_validity: int) -> MailboxTree:
    """What an Account comes into being with: an INBOX."""
    return MailboxTree(boxes={INBOX: Mailbox(uid_validity=uid_validity)})


def path(name: str) -> str:
    """The legal path for ``name``: INBOX in capitals, no empty component, no control character."""
    parts = name.split("/")
    if len(name) > _LONGEST or not all(parts) or any(character < " " or character == "\x7f" for character in name):
        raise illegal_mailbox_name()
    if parts[0].upper() == INBOX:
        parts[0] = INBOX
    return "/".join(parts)


def outer(name: str) -> str:
    """The path that holds ``name``, empty for the top."""
    return path(name).rpartition("/")[0]


def folders(names: Iterator[str]) -> set[str]:
    """All paths that have something below them, given the paths of some Mailboxes."""
    return {name[:end] for name in names for end, character in enumerate(name) if character == "/"}


def wildcard(pattern: str, name: str) -> bool:
    """IMAP LIST matching: ``*`` stands for anything, ``%`` for anything without "/".

    Every position of the pattern that can be reached is carried along, so the time is bounded by the product of the
    two lengths whatever the pattern.
    """
    if len(pattern) > _LONGEST_FILTER:
        raise bad_parameters("the filter is too long")
    pattern = _WILDCARDS.sub(lambda run: "*" if "*" in run.group() else "%", pattern)
    reached = _past_wildcard(pattern, {0})
    for character in name:
        moved = set()
        for position in reached:
            expected = pattern[position:position + 1]
            if expected == "*" or (expected == "%" and character != "/"):
                moved.add(position)
            elif expected == character:
                moved.add(position + 1)
        reached = _past_wildcard(pattern, moved)
    return len(pattern) in reached


def _past_wildcard(pattern: str, positions: set[int]) -> set[int]:
    """``positions`` and those behind a wildcard that matches nothing; no two wildcards are neighbours."""
    return positions | {position + 1 for position in positions if pattern[position:position + 1] in ("*", "%")}
