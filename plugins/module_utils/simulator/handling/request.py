# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""One command on its way through a handler: who sent it, to which server, and what its names mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Callable, TypeVar

from ..._cli.demand import ALL_DOMAINS
from ..answers import refusals
from ..model.account import Account, find_account
from ..model.domain import Domain, DomainObject
from ..model.names import split_address
from ..model.scope import Scope
from ..model.server import Server
from ..model.settings import Settings
from ..rights import rights
from ..service.service import Service

AnyObject = TypeVar("AnyObject", bound=DomainObject)

OWN_ACCOUNT = "*"


@dataclass(frozen=True)
class Request:
    """What a handler gets besides the command's arguments. ``user`` is the authenticated Account."""

    service: Service
    user: Account

    @property
    def server(self) -> Server:
        return self.service.server

    # --- what a name means

    def domain(self, name: str | None = None) -> Domain:
        """The Domain with this name or alias; without a name the user's own."""
        if not name:
            return self.user.domain
        found = self.server.find_domain(name)
        if found is None:
            raise refusals.unknown_domain()
        return found

    def place(self, address: str) -> tuple[Domain, str]:
        """The Domain and the name in it that an object's name means; without a domain part the user's own Domain."""
        name, domain_name = split_address(address)
        return self.domain(domain_name), name

    def account(self, address: str) -> Account:
        """The Account with this name or alias; ``*`` is the user's own."""
        found = self.find_account(address)
        if found is None:
            raise refusals.unknown_account()
        return found

    def find_account(self, address: str) -> Account | None:
        """The same, or None. Its Domain must exist."""
        if address == OWN_ACCOUNT:
            return self.user
        domain, name = self.place(address)
        return find_account(domain, name)

    def open_account(self, address: str) -> Account:
        """The Account, for a command that works inside it: impossible while its Domain is suspended."""
        account = self.account(address)
        if account.domain.suspended:
            raise refusals.impossible("the domain is suspended")
        return account

    def object(self, kind: type[AnyObject], address: str) -> AnyObject:
        """The object of one kind with this name."""
        domain, name = self.place(address)
        found = domain.find(name)
        if not isinstance(found, kind):
            raise refusals.unknown(kind.kind)
        return found

    def scope(self, cluster: bool) -> Scope:
        """The settings of the server, or of the Dynamic Cluster."""
        if not cluster:
            return self.server.local
        if self.server.cluster is None:
            raise refusals.no_cluster()
        return self.server.cluster

    # --- what the user may do

    def may(self, right: str, domain: Domain) -> bool:
        """Whether the user has a Domain right in ``domain`` ("" for any); server administrators have all."""
        return rights.has_domain_right(self.server, self.user, domain, right)

    def require(self, right: str, domain: Domain) -> None:
        """Refuse unless the user has a Domain right in ``domain``."""
        if not self.may(right, domain):
            raise refusals.not_allowed()

    @property
    def unrestricted(self) -> bool:
        """Whether the user administers all Domains, and so may change every setting."""
        return rights.has_server_right(self.server, self.user, (ALL_DOMAINS,))

    def permitted(self, kept: Callable[[Settings, set[str]], Settings], settings: dict[str, Any]) -> Settings:
        """``settings``, or what one of the functions in ``restricted`` leaves a Domain Administrator of them."""
        return settings if self.unrestricted else kept(settings, rights.domain_rights(self.user))
