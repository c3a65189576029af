# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""An Account and all that belongs to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar, Sequence

from .acl import Acl
from .alerts import Alerts
from .balance import Billing
from .dataset import Datasets
from .domain import Alias, Domain, DomainObject
from .files import FileStorage
from .lazy import Lazy, lazily, lazy
from .mailbox import MailboxTree, new_tree
from .roster import Roster
from .rules import Rule
from .schedule import Schedule
from .settings import Settings
from .statistics import Statistics

MULTI_MAILBOX = "MultiMailbox"

# Account type -> file extension, which listings show (evidence.md section 1).
EXTENSIONS = {
    MULTI_MAILBOX: "macnt",
    "TextMailbox": "mbox",
    "MailDirMailbox": "mdir",
    "SlicedMailbox": "mslc",
    "AGrade": "aacnt",
    "BGrade": "bacnt",
    "CGrade": "cacnt",
}
SINGLE_MAILBOX_TYPES = frozenset(("TextMailbox", "MailDirMailbox", "SlicedMailbox"))


@dataclass(eq=False)
class Account(DomainObject, Lazy):
    """An Account. ``settings`` holds what is explicitly set, the stored form of the password (Password) included.

    ``uid_validity`` is that of its INBOX. ``presence`` is its status, perhaps with a message; nothing when none is set.
    """

    kind: ClassVar[str] = "account"

    account_type: str = MULTI_MAILBOX
    legacy: bool = False
    storage: str = ""
    settings: Settings = field(default_factory=dict)
    uid_validity: int = 1
    prefs: Settings = lazy(dict)
    aliases: list[str] = lazy(list)
    telnums: list[str] = lazy(list)
    rights: list[str] = lazy(list)
    mail_rules: list[Rule] = lazy(list)
    signal_rules: list[Rule] = lazy(list)
    rpops: dict[str, Any] = lazy(dict)
    rimaps: dict[str, Any] = lazy(dict)
    rsips: dict[str, Any] = lazy(dict)
    schedule: Schedule = lazy(Schedule, **{"is": Schedule})
    info: dict[str, Any] = lazy(dict)
    presence: list[str] = lazy(list, saved=False)
    acl: Acl = lazy(dict)
    alerts: Alerts = lazy(dict)
    app_passwords: dict[str, str] = lazy(dict)
    device_tokens: dict[str, Settings] = lazy(dict)
    mailboxes: MailboxTree = lazily(lambda account: new_tree(account.uid_validity), **{"is": MailboxTree})
    files: FileStorage = lazy(FileStorage, **{"is": FileStorage})
    datasets: Datasets = lazy(Datasets, **{"is": Datasets})
    roster: Roster = lazy(Roster, **{"is": Roster})
    billing: Billing = lazy(Billing, **{"is": Billing})
    statistics: Statistics = lazy(Statistics, **{"is": Statistics})

    def other_names(self) -> Sequence[str]:
        """Its aliases. That it has none costs it nothing (lazy.py)."""
        return self.aliases if self.has("aliases") else ()

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


def find_account(domain: Domain, name: str) -> Account | None:
    """The Account of a Domain with this name or alias."""
    found = domain.find(name)
    if isinstance(found, Alias):
        found = found.target
    return found if isinstance(found, Account) else None


def set_aliases(account: Account, aliases: list[str]) -> None:
    """Let ``aliases`` be all other names of an Account."""
    account.domain.exchange_aliases(account, aliases)
    account.aliases = list(aliases)
