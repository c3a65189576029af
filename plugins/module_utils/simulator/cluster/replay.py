# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The replay of the cluster's log: what another member has done is done again, so that it has the same effect here.

Everything that could make a difference comes from the record: the time, what the user may do, and what the user is
called. Objects that only the other member has (its local Domains) are stood in for.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Iterator

from ..._cli import catalogue
from ...connector.errors import CgpError
from ..answers import refusals
from ..answers.refusals import Refusal
from ..control import language
from ..handlers.obeying import obeyed
from ..handling.request import OWN_ACCOUNT, Request
from ..model.account import Account, find_account
from ..model.chance import repeatable
from ..model.domain import Domain
from ..model.names import split_address
from ..rights import rights
from ..service import newer_commands
from ..service.account_actions import ACCOUNT_ACTIONS
from ..service.clock import Clock
from ..service.service import Service
from .record import COMMAND, CONTROL, Record
from .shared_commands import EVERYWHERE


class Diverged(CgpError):
    """What another member has done had another effect here: from now on nothing here can be relied on."""


class StoppedClock(Clock):
    """One moment."""

    def __init__(self, moment: datetime) -> None:
        self._moment = moment

    def now(self) -> datetime:
        return self._moment


@contextmanager
def as_recorded(service: Service, record: Record) -> Iterator[None]:
    """Nothing depends on when or where it is done here: the time and generated names are those of the record."""
    clock, service.clock = service.clock, StoppedClock(record.time)
    try:
        with repeatable(record.chance):
            yield
    finally:
        service.clock = clock


@dataclass(eq=False)
class StandIn(Account):
    """An Account that only another member has. It is in no Domain here, but knows its own name."""

    full_name: str = ""

    @property
    def address(self) -> str:
        return self.full_name


@dataclass(frozen=True)
class ReplayedRequest(Request):
    """A Request of another member's user, whose home Domain there is called ``home``. It was found permitted there."""

    home: str = ""

    def account(self, address: str) -> Account:
        """An Account that can only be one of the other member's local Domains is stood in for, too."""
        name, domain_name = split_address(address)
        domain = self.server.find_domain(domain_name or self.home)
        if address == OWN_ACCOUNT or (domain is not None and domain.shared):
            return super().account(address)
        return _stand_in(self.service, "%s@%s" % (name, domain_name or self.home), main=False)

    def may(self, right: str, domain: Domain) -> bool:
        held = rights.domain_rights(self.user)
        if isinstance(self.user, StandIn) and (right in held if right else held):
            return True
        return super().may(right, domain)


def replay(service: Service, record: Record) -> None:
    """Do what the record says. Diverged if it does not end as it did where it was done first."""
    service.server.following = True
    try:
        with as_recorded(service, record):
            code = _replay(service, record)
    except Exception as error:
        raise Diverged("%s failed here (%s)" % (_shown(record), type(error).__name__)) from error
    finally:
        service.server.following = False
    if code not in (record.code, None):
        raise Diverged("%s ended here with %d and there with %d" % (_shown(record), code, record.code))


def _replay(service: Service, record: Record) -> int | None:
    """How it ended: a code, or None when each member has its own answer."""
    try:
        if record.kind == CONTROL:
            language.obey(service, record.text)
        elif record.kind == COMMAND:
            return _command(service, record)
        else:
            ACCOUNT_ACTIONS[record.kind](service, _user(service, record), record.text)
    except Refusal as refusal:
        return refusal.code
    return 200


def _command(service: Service, record: Record) -> int | None:
    command = catalogue.read_line(record.text, newer_commands.ALL)  # the other member may be of another version
    request = ReplayedRequest(service, _user(service, record), record.home)
    try:
        code = obeyed(request, command).code
    except Refusal as refusal:
        code = refusal.code
    except Exception:  # noqa: BLE001 (a fault of the handler, which has the same effect on all members)
        code = refusals.internal_error().code
    return None if command.spec in EVERYWHERE else code


def _user(service: Service, record: Record) -> Account:
    home = service.server.find_domain(record.home)
    found = find_account(home, split_address(record.user)[0]) if home is not None and home.shared else None
    if found is not None and not record.main:
        return found
    stand_in = _stand_in(service, record.user, record.main)
    stand_in.rights = record.rights
    return stand_in


def _stand_in(service: Service, address: str, main: bool) -> StandIn:
    name, domain_name = split_address(address)
    domain = service.server.main_domain if main else Domain(domain_name)
    return StandIn(name, domain=domain, full_name=address)


def _shown(record: Record) -> str:
    """What a record is about, without what may be secret."""
    if record.kind != COMMAND:
        return "the %s of %s" % (record.kind, record.user or "the simulator's user")
    return "the command %s of %s" % (record.text.strip().partition(" ")[0].upper(), record.user)
