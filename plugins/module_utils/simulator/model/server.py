# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole model: all Domains of a server, and what is set for all of them."""

from __future__ import annotations

from collections import ChainMap
from typing import Iterator, Mapping

from ..answers.refusals import exists, impossible
from . import settings
from .account import Account
from .domain import Domain
from .names import fold, legal_domain_name
from .runtime import Runtime
from .scope import Scope
from .settings import Settings

POSTMASTER = "postmaster"
SHARED_DIRECTORY = "SharedDomains"


class Server:
    """Domains by name and alias, the scopes, and the telephone numbers, which are unique over all Domains.

    ``cluster`` is None on a server that is no member of a Dynamic Cluster. ``following``: the server does what another
    member of the cluster has done with shared Domains, and must come to the same result whatever its local Domains
    are. So a shared Domain may come to have a name that a local one has already: here it is hidden behind that then.
    """

    def __init__(self, main_domain: Domain, cluster: bool = False) -> None:
        self.main_domain = main_domain
        self.local = Scope()
        self.cluster: Scope | None = Scope() if cluster else None
        self.runtime = Runtime()
        self.following = False
        # For local Domains (False) and for shared ones (True): by name, by name and alias, by number.
        self._domains: dict[bool, dict[str, Domain]] = {False: {}, True: {}}
        self._names: dict[bool, dict[str, Domain]] = {False: {}, True: {}}
        self._telnums: dict[bool, dict[str, Account]] = {False: {}, True: {}}
        self.add_domain(main_domain)

    # --- Domains

    def domains(self) -> Iterator[Domain]:
        """All Domains, the main one first, the others by name."""
        yield self.main_domain
        local, shared = self._domains[False], self._domains[True]
        for name in sorted(set(local) | set(shared)):
            domain = local.get(name) or shared[name]
            if domain is not self.main_domain and self.find_domain(name) is domain:
                yield domain

    def shared_domains(self) -> list[Domain]:
        """All Domains of the Dynamic Cluster by name, hidden ones included."""
        return [domain for _name, domain in sorted(self._domains[True].items())]

    def find_domain(self, name: str) -> Domain | None:
        """The Domain with this name or alias."""
        key = fold(name)
        return self._names[self.following].get(key) or self._names[not self.following].get(key)

    def add_domain(self, domain: Domain) -> None:
        """Take in a Domain under its name and aliases, all of which must be legal and free."""
        for name in [domain.name] + domain.aliases:
            self.require_free(legal_domain_name(name))
        self._domains[domain.shared][fold(domain.name)] = domain
        for name in [domain.name] + domain.aliases:
            self._names[domain.shared][fold(name)] = domain

    def remove_domain(self, domain: Domain) -> None:
        """Let a secondary Domain go with everything in it."""
        self._refuse_main(domain)
        for account in domain.all(Account):
            if account.has("telnums"):
                self.set_telnums(account, [])
        del self._domains[domain.shared][fold(domain.name)]
        for name in [domain.name] + domain.aliases:
            del self._names[domain.shared][fold(name)]

    def rename_domain(self, domain: Domain, new_name: str) -> None:
        self._refuse_main(domain)
        if fold(legal_domain_name(new_name)) != fold(domain.name):
            self.require_free(new_name)
        for mapping in (self._domains[domain.shared], self._names[domain.shared]):
            mapping[fold(new_name)] = mapping.pop(fold(domain.name))
        domain.name = new_name

    def set_domain_aliases(self, domain: Domain, aliases: list[str]) -> None:
        """Let ``aliases`` be all other names of a Domain."""
        if len({fold(alias) for alias in aliases}) != len(aliases):
            raise exists("domain alias")
        for alias in aliases:
            if fold(legal_domain_name(alias)) not in {fold(old) for old in domain.aliases}:
                self.require_free(alias)
        names = self._names[domain.shared]
        for old in domain.aliases:
            del names[fold(old)]
        for alias in aliases:
            names[fold(alias)] = domain
        domain.aliases = list(aliases)

    def require_free(self, name: str) -> None:
        """Refuse a Domain name that a Domain has as its name or alias."""
        taken = self._names[True].get(fold(name)) if self.following else self.find_domain(name)
        if taken is not None:
            raise exists("domain" if fold(taken.name) == fold(name) else "domain alias")

    def location(self, domain: Domain) -> str:
        """The directory of a Domain, relative to the server's base directory; the layout is this simulator's own."""
        if domain is self.main_domain:
            return "Accounts"
        storage = ["%s.mnt" % domain.storage] if domain.storage else []
        return "/".join([SHARED_DIRECTORY if domain.shared else "Domains"] + storage + [domain.name])

    def _refuse_main(self, domain: Domain) -> None:
        if domain is self.main_domain:
            raise impossible("the main domain cannot be removed or renamed")

    # --- settings that show through

    def scope_of(self, domain: Domain) -> Scope:
        """The scope whose defaults hold for a Domain: the cluster's for a shared one."""
        return self.cluster if domain.shared and self.cluster is not None else self.local

    def domain_settings(self, domain: Domain) -> Settings:
        """The effective settings of a Domain."""
        return settings.effective(domain.settings, self.scope_of(domain).domain_defaults)

    def domain_setting(self, domain: Domain, key: str) -> object:
        """One effective setting of a Domain, or None."""
        return settings.first_set(key, domain.settings, self.scope_of(domain).domain_defaults)

    def account_settings(self, account: Account) -> Settings:
        """The effective settings of an Account: its own, its Domain's defaults, the server's defaults."""
        return settings.effective(*self._account_layers(account))

    def account_setting(self, account: Account, key: str) -> object:
        """One effective setting of an Account, or None."""
        return settings.first_set(key, *self._account_layers(account))

    def account_default(self, account: Account, key: str) -> object:
        """What one setting is where the Account has no value of its own, or None."""
        return settings.first_set(key, *self._account_layers(account)[1:])

    def account_prefs(self, account: Account) -> Settings:
        """The effective Preferences of an Account."""
        domain = account.domain
        return settings.effective(account.prefs, domain.account_prefs, self.scope_of(domain).account_prefs)

    def _account_layers(self, account: Account) -> tuple[Settings, Settings, Settings]:
        domain = account.domain
        return account.settings, domain.account_defaults, self.scope_of(domain).account_defaults

    # --- telephone numbers

    def set_telnums(self, account: Account, telnums: list[str]) -> None:
        """Let ``telnums`` be all numbers of an Account; a number that another Account has is refused."""
        if len(set(telnums)) != len(telnums):
            raise exists("telnum")
        shared = account.domain.shared
        owners = self._telnums[shared]
        others = {} if self.following else self._telnums[not shared]
        for telnum in telnums:
            if owners.get(telnum, account) is not account or telnum in others:
                raise exists("telnum")
        for old in account.telnums:
            del owners[old]
        for telnum in telnums:
            owners[telnum] = account
        account.telnums = list(telnums)

    def telnums(self) -> Mapping[str, Account]:
        """All numbers of all Domains."""
        return ChainMap(self._telnums[False], self._telnums[True])
