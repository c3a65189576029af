# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A Domain and the one space of names that all its objects share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Iterator, TypeVar

from ..answers.refusals import exists
from .account import Account
from .alerts import Alerts
from .mailing_list import MailingList
from .names import NameIndex, fold, legal_object_name, split_address
from .objects import Alias, DomainObject, Group, NamedTask
from .pbx import PbxEnvironment
from .rules import Rule
from .settings import Settings
from .skins import Skins
from .statistics import Statistics

AnyObject = TypeVar("AnyObject", bound=DomainObject)


@dataclass(eq=False)
class Domain:
    """A Domain. ``objects`` and ``indexes`` change only through the methods below."""

    name: str
    shared: bool = False
    directory_based: bool = False
    suspended: bool = False
    storage: str = ""
    aliases: list[str] = field(default_factory=list)
    settings: Settings = field(default_factory=dict)
    account_defaults: Settings = field(default_factory=dict)
    account_prefs: Settings = field(default_factory=dict)
    account_template: Settings = field(default_factory=dict)
    mail_rules: list[Rule] = field(default_factory=list)
    signal_rules: list[Rule] = field(default_factory=list)
    account_storage: list[str] = field(default_factory=list)
    alerts: Alerts = field(default_factory=dict)
    directory_records: dict[str, Any] = field(default_factory=dict)
    skins: Skins = field(default_factory=Skins, metadata={"is": Skins})
    pbx: PbxEnvironment = field(default_factory=PbxEnvironment, metadata={"is": PbxEnvironment})
    statistics: Statistics = field(default_factory=Statistics, metadata={"is": Statistics})
    objects: dict[str, DomainObject] = field(default_factory=dict, repr=False, metadata={"saved": False})
    indexes: dict[str, NameIndex] = field(default_factory=dict, repr=False, metadata={"saved": False})

    def find(self, name: str) -> DomainObject | None:
        return self.objects.get(fold(name))

    def find_account(self, name: str) -> Account | None:
        """The Account with this name or alias."""
        found = self.objects.get(fold(name))
        if isinstance(found, Alias):
            return found.account
        return found if isinstance(found, Account) else None

    def index(self, kind: type[DomainObject]) -> NameIndex:
        """The sorted folded names of all objects of one kind."""
        index = self.indexes.get(kind.kind)
        if index is None:
            index = self.indexes[kind.kind] = NameIndex()
        return index

    def all(self, kind: type[AnyObject]) -> Iterator[AnyObject]:
        """All objects of one kind, by name."""
        for name in self.index(kind):
            yield self.objects[name]  # type: ignore[misc]

    def require_free(self, name: str) -> None:
        """Refuse a name that any object of the Domain has."""
        taken = self.find(name)
        if taken is not None:
            raise exists(taken.kind)

    def add(self, new: DomainObject) -> None:
        """Take in an object under its name, which must be legal and free; an Account brings its aliases along."""
        aliases = _aliases(new)
        self._require_admissible(new.name, aliases)
        self._enter(new)
        if isinstance(new, Account):
            for alias in aliases:
                self._enter(Alias(alias, account=new))

    def remove(self, old: DomainObject) -> None:
        """Let an object go; an Account takes its aliases along."""
        self._leave(old)
        for alias in _aliases(old):
            self._leave(self.objects[fold(alias)])

    def take(self, moved: DomainObject, new_name: str) -> None:
        """Let an object of another Domain move into this one; an Account brings its aliases along."""
        self._require_admissible(new_name, _aliases(moved))
        moved.domain.remove(moved)
        moved.name = new_name
        self.add(moved)

    def rename(self, renamed: DomainObject, new_name: str) -> None:
        """Give an object of this Domain another name; a change of case alone is one, too."""
        if self.find(legal_object_name(new_name)) is not renamed:
            self.require_free(new_name)
        if isinstance(renamed, Account):
            for owned in self.owned_by(renamed):
                owned.owner = new_name
        self._leave(renamed)
        renamed.name = new_name
        self._enter(renamed)

    def set_account_aliases(self, account: Account, aliases: list[str]) -> None:
        """Let ``aliases`` be all other names of an Account."""
        if len({fold(alias) for alias in aliases}) != len(aliases):
            raise exists(Alias.kind)
        for alias in aliases:
            taken = self.find(legal_object_name(alias))
            if taken is not None and not (isinstance(taken, Alias) and taken.account is account):
                raise exists(taken.kind)
        for old in account.aliases:
            self._leave(self.objects[fold(old)])
        for alias in aliases:
            self._enter(Alias(alias, account=account))
        account.aliases = list(aliases)

    def owned_by(self, account: Account) -> list[Any]:
        """The mailing lists and Named Tasks of an Account."""
        owner = fold(account.name)
        candidates = list(self.all(MailingList)) + list(self.all(NamedTask))
        return [item for item in candidates if fold(item.owner) == owner]

    def group_has(self, group_name: str, account: Account) -> bool:
        """Whether ``account`` is a member of a Group of this Domain; local members are named without the Domain."""
        group = self.find(group_name)
        members = group.settings.get("Members") if isinstance(group, Group) else None
        for member in members if isinstance(members, list) else []:
            local, domain = split_address(str(member))
            if fold(local) == fold(account.name) and fold(domain or self.name) == fold(account.domain.name):
                return True
        return False

    def _require_admissible(self, name: str, aliases: list[str]) -> None:
        """Refuse an object whose name or aliases are illegal, taken, or the same."""
        if fold(legal_object_name(name)) in {fold(alias) for alias in aliases}:
            raise exists(Alias.kind)
        for each in [name] + aliases:
            self.require_free(each)

    def _enter(self, new: DomainObject) -> None:
        new.domain = self
        name = fold(new.name)
        self.objects[name] = new
        self.index(type(new)).add(name)

    def _leave(self, old: DomainObject) -> None:
        del self.objects[fold(old.name)]
        self.index(type(old)).discard(fold(old.name))


def _aliases(entry: DomainObject) -> list[str]:
    """The aliases that an object has; that an Account has none costs it nothing here either (lazy.py)."""
    return entry.aliases if isinstance(entry, Account) and entry.has("aliases") else []
