# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""From options to a service that is ready to take connections."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import Iterator

from ..._cli.demand import MASTER
from ..answers.refusals import Refusal
from ..cluster.member import Member
from ..faults.faults import Faults
from ..habits import conduct
from ..habits.choice import chosen
from ..habits.in_force import Habits
from ..logins import password_policy
from ..model.account import Account, find_account
from ..model.domain import Domain
from ..model.names import fold
from ..model.server import POSTMASTER, Server
from ..options import DEFAULT_PASSWORD, OptionError, Options
from ..rights.rights import is_master
from ..service.clock import AdjustableClock, Clock, parse
from ..service.journal import Journal
from ..service.keeping import Keeping
from ..service.service import Service
from . import seed
from .kept_state import KeptState


def make_service(options: Options, clock: Clock | None = None) -> Service:
    """The service: its state loaded or new, its administrator able to log in. CgpError when that cannot be."""
    clock = clock or AdjustableClock(parse(options.clock))
    faults = Faults(options.faults)
    habits = Habits(chosen(options.habits, options.random, options.habits_file))
    kept = KeptState(options.state) if options.state else None
    try:
        with _uncollected():
            service = _make_service(options, clock, kept, habits)
            service.faults = faults
            service.habits = habits
            service.keeping = kept or Keeping()
            if options.cluster_state:
                service.membership = Member(service, options.cluster_state)
    except BaseException:
        if kept is not None:
            kept.release()
        raise
    return service


def _make_service(options: Options, clock: Clock, kept: KeptState | None, habits: Habits) -> Service:
    cluster = options.cluster or bool(options.cluster_state)
    server = kept.load(cluster) if kept is not None else None
    password = options.password
    new = server is None
    try:
        if server is None:
            server = Server(Domain(options.main_domain), cluster)
            _administrator(server, POSTMASTER, clock)
            password = password or _default_password(options)
        account = _administrator(server, options.login, clock)
    except Refusal as refusal:
        raise OptionError("the main domain or the login cannot be used: %s" % refusal.text) from refusal
    if password:
        password_policy.change(server, account, password)
    if new:
        conduct.begin(habits.in_force, server)
        _sow(server, options.seed, password, clock)
    service = Service(server, clock, Journal(options.journal, clock), options.version)
    service.administrator = account
    return service


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keeps Python from looking for garbage while very many objects come into being, none of which is any."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _sow(server: Server, number: int, password: str, clock: Clock) -> None:
    try:
        seed.sow(server, number, password, int(clock.now().timestamp()))
    except Refusal as refusal:
        raise OptionError("the main domain has the name of a domain that --seed makes: %s" % refusal.text) from refusal


def _administrator(server: Server, name: str, clock: Clock) -> Account:
    """The Account of the main Domain with this name, made when there is none, and Master."""
    name = name.partition("@")[0]
    account = find_account(server.main_domain, name)
    if account is None:
        account = Account(name, uid_validity=int(clock.now().timestamp()))
        server.main_domain.add(account)
    if not is_master(server, account) or fold(name) == POSTMASTER and not account.rights:
        account.rights = account.rights + [MASTER]
    return account


def _default_password(options: Options) -> str:
    if not options.local_only:
        raise OptionError(
            "a simulator that other machines can reach needs a password of its own",
            "Set CGP_PASSWORD or --password-file",
        )
    return DEFAULT_PASSWORD
