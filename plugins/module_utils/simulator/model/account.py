# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""An Account and all that belongs to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar

from .acl import Acl
from .files import FileStorage
from .mailbox import INBOX, Mailbox, MailboxTree
from .objects import DomainObject
from .rules import Rule
from .settings import Settings

MULTI_MAILBOX = "MultiMailbox"

# Account type -> file extension, which listings show. Only macnt is evidenced (protocol.md section 6.3).
EXTENSIONS = {
    MULTI_MAILBOX: "macnt",
    "TextMailbox": "tmbox",
    "MailDirMailbox": "mdmbox",
    "SlicedMailbox": "slmbox",
    "AGrade": "agrade",
    "BGrade": "bgrade",
    "CGrade": "cgrade",
}
SINGLE_MAILBOX_TYPES = frozenset(("TextMailbox", "MailDirMailbox", "SlicedMailbox"))


@dataclass(eq=False)
class Account(DomainObject):
    """An Account. ``settings`` holds what is explicitly set, the stored form of the password (Password) included."""

    kind: ClassVar[str] = "account"

    account_type: str = MULTI_MAILBOX
    legacy: bool = False
    storage: str = ""
    settings: Settings = field(default_factory=dict)
    prefs: Settings = field(default_factory=dict)
    aliases: list[str] = field(default_factory=list)
    telnums: list[str] = field(default_factory=list)
    rights: list[str] = field(default_factory=list)
    mail_rules: list[Rule] = field(default_factory=list)
    signal_rules: list[Rule] = field(default_factory=list)
    rpops: dict[str, Any] = field(default_factory=dict)
    rimaps: dict[str, Any] = field(default_factory=dict)
    rsips: dict[str, Any] = field(default_factory=dict)
    scheduled_tasks: dict[str, Any] = field(default_factory=dict)
    info: dict[str, Any] = field(default_factory=dict)
    acl: Acl = field(default_factory=dict)
    app_passwords: dict[str, str] = field(default_factory=dict)
    mailboxes: MailboxTree = field(default_factory=MailboxTree, metadata={"is": MailboxTree})
    files: FileStorage = field(default_factory=FileStorage, metadata={"is": FileStorage})

    @property
    def single_mailbox(self) -> bool:
        """Whether the Account has an INBOX and no other Mailbox."""
        return self.account_type in SINGLE_MAILBOX_TYPES

    @property
    def extension(self) -> str:
        return EXTENSIONS[self.account_type]

    @property
    def location(self) -> str:
        """The file path of the Account, relative to its Domain."""
        file_name = "%s.%s" % (self.name, self.extension)
        return "%s.mnt/%s" % (self.storage, file_name) if self.storage else file_name


def new_account(name: str, uid_validity: int) -> Account:
    """An Account as it comes into being: with an INBOX."""
    account = Account(name)
    account.mailboxes.create(INBOX, Mailbox(uid_validity=uid_validity))
    return account
