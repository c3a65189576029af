# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A Domain, what all its objects have in common, and the one space of names that they share.

A Domain knows nothing of Accounts, Groups ...: what is special about them stands above, in account.py, objects.py and
mailing_list.py.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar, Iterator, Sequence, TypeVar

from ..answers.refusals import exists
from .alerts import Alerts
from .names import NameIndex, fold, legal_object_name
from .pbx import PbxEnvironment
from .rules import Rule
from .settings import Settings
from .skins import Skins
from .statistics import Statistics

AnyObject = TypeVar("AnyObject", bound="DomainObject")


@dataclass(eq=False)
class DomainObject:
    """What all objects of a Domain, Accounts included, have in common.

    ``name`` is without the Domain, ``kind`` the word that error texts use; ``domain`` is there while it is in one.
    """

    kind: ClassVar[str] = "object"

    name: str
    domain: Domain = field(default=None, repr=False, metadata={"saved": False})  # type: ignore[assignment]

    @property
    def address(self) -> str:
        """The full name, ``name@domain``."""
        return "%s@%s" % (self.name, self.domain.name)

    def other_names(self) -> Sequence[str]:
        """The aliases it has; only Accounts have any."""
        return ()


@dataclass(eq=False)
class Alias(DomainObject):
    """Another name of an object. That keeps the list of its aliases; this is the entry among the Domain's names."""

    kind: ClassVar[str] = "account alias"

    target: DomainObject | None = None


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
        """What has this name, which may be an Alias."""
        return self.objects.get(fold(name))

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
        """Take in an object under its name, which must be legal and free; it brings its aliases along."""
        aliases = new.other_names()
        self._require_admissible(new.name, aliases)
        self._enter(new)
        for alias in aliases:
            self._enter(Alias(alias, target=new))

    def remove(self, old: DomainObject) -> None:
        """Let an object go; it takes its aliases along."""
        self._leave(old)
        for alias in old.other_names():
            self._leave(self.objects[fold(alias)])

    def take(self, moved: DomainObject, new_name: str) -> None:
        """Let an object of another Domain move into this one; it brings its aliases along."""
        self._require_admissible(new_name, moved.other_names())
        moved.domain.remove(moved)
        moved.name = new_name
        self.add(moved)

    def rename(self, renamed: DomainObject, new_name: str) -> None:
        """Give an object of this Domain another name; a change of case alone is one, too."""
        if self.find(legal_object_name(new_name)) is not renamed:
            self.require_free(new_name)
        self._leave(renamed)
        renamed.name = new_name
        self._enter(renamed)

    def exchange_aliases(self, target: DomainObject, aliases: Sequence[str]) -> None:
        """Let ``aliases`` be all other names of an object, in place of those that it has told up to now."""
        if len({fold(alias) for alias in aliases}) != len(aliases):
            raise exists(Alias.kind)
        for alias in aliases:
            taken = self.find(legal_object_name(alias))
            if taken is not None and not (isinstance(taken, Alias) and taken.target is target):
                raise exists(taken.kind)
        for old in target.other_names():
            self._leave(self.objects[fold(old)])
        for alias in aliases:
            self._enter(Alias(alias, target=target))

    def _require_admissible(self, name: str, aliases: Sequence[str]) -> None:
        """Refuse an object whose name or aliases are illegal, taken, or the same."""
        if fold(legal_object_name(name)) in {fold(alias) for alias in aliases}:
            raise exists(Alias.kind)
        for each in (name, *aliases):
            self.require_free(each)

    def _enter(self, new: DomainObject) -> None:
        new.domain = self
        name = fold(new.name)
        self.objects[name] = new
        self.index(type(new)).add(name)

    def _leave(self, old: DomainObject) -> None:
        del self.objects[fold(old.name)]
        self.index(type(old)).discard(fold(old.name))
