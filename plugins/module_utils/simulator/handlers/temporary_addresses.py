# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Miscellaneous Commands: temporary Clients, temporarily blocked addresses, and those that are never blocked.

The manual leaves open, and this simulator chose:

- An address that is put into a set without a time stays for ever, as does one without ``-nnnn`` in a list.
- What is in the UnBlockable set cannot be blocked: blocking it is refused, failed logins from it do nothing, and
  entering that set takes an address out of the blocked ones.
- To put one address into a set asks for the same right as to put in several (SETTEMPBLACKLISTEDIPS).
- A login does not make its address a temporary Client; a test does that with the control word TEMPCLIENT.
- Blocked addresses can still connect: a test that blocks 127.0.0.1 goes on.
- An address is blocked after so many failed logins in so long a time as the Network setting ``FailedLoginFlow`` says,
  an array (count, seconds) like the Account setting of that name; without it after 10 within an hour. It stays
  blocked for an hour. Failed logins to the simulator itself are not counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._cli.rights import server_right
from ..._cli.sections import miscellaneous as commands
from ..answers import refusals
from ..control.arguments import member
from ..control.language import control
from ..handling.arguments import not_negative
from ..handling.registry import handles
from ..handling.request import Request
from ..model import measures
from ..model.ip_sets import Address, read_address, written
from ..model.settings import Settings
from ..model.temporary_addresses import read_timed, write_timed

if TYPE_CHECKING:
    from ..model.runtime import Runtime
    from ..service.service import Service

_LIKE_THE_SET = server_right("Settings")
_FLOW = "FailedLoginFlow"
_DEFAULT_FLOW = (10, 3600)
_BLOCKED_SECONDS = 3600


def now(service: Service) -> int:
    """The time that the sets of temporary addresses count in."""
    return int(service.clock.now().timestamp())


# --- temporary Clients

@handles(commands.GETTEMPCLIENTIPS)
def get_temporary_clients(request: Request) -> str:
    remaining = request.server.runtime.temp_clients.remaining(now(request.service))
    return ",".join(written(address) for address, _left in remaining)


@control("TEMPCLIENT")
def put_temporary_client(service: Service, argument: Any) -> None:
    """Make an address a temporary Client: {address="[10.0.0.1]"; seconds=#600;}, without seconds for ever."""
    address, seconds = member(argument, "address", str), member(argument, "seconds", int, None)
    service.server.runtime.temp_clients.put(read_address(address), seconds, now(service))


# --- blocked addresses

@handles(commands.TEMPBLACKLISTIP, rights=_LIKE_THE_SET)
def block(request: Request, address: str, seconds: int | None = None, DELETE: bool = False) -> None:
    blocked = read_address(address)
    if _removes(seconds, DELETE):
        request.server.runtime.temp_blacklisted.remove(blocked)
        return
    _block(request, [(blocked, seconds)])


@handles(commands.GETTEMPBLACKLISTEDIPS)
def get_blocked(request: Request) -> str:
    return write_timed(request.server.runtime.temp_blacklisted.remaining(now(request.service)))


@handles(commands.SETTEMPBLACKLISTEDIPS)
def add_blocked(request: Request, addresses: str) -> None:
    """What is not named stays blocked; a time of 0 ends a block, as it does in TEMPBLACKLISTIP."""
    _block(request, read_timed(addresses))


@handles(commands.REPORTFAILEDLOGINADDRESS)
def report_failed_login(request: Request, address: str) -> None:
    failed, time, runtime = read_address(address), now(request.service), request.server.runtime
    if runtime.temp_unblockable.has(failed, time):
        return
    most, period = _flow(request.server.local.sections.get("Network", {}))
    if runtime.failed_logins.count(failed, time, period) >= most:
        runtime.failed_logins.forget(failed)
        if not runtime.temp_blacklisted.has(failed, time):
            runtime.temp_blacklisted.put(failed, _BLOCKED_SECONDS, time)


def _block(request: Request, entries: list[tuple[Address, int | None]]) -> None:
    runtime, time = request.server.runtime, now(request.service)
    if any(runtime.temp_unblockable.has(address, time) for address, _seconds in entries):
        raise refusals.impossible("the address cannot be blocked")
    for address, seconds in entries:
        runtime.temp_blacklisted.put(address, seconds, time)


def _flow(network: Settings) -> tuple[int, int]:
    """How many failed logins in how many seconds block an address."""
    flow = network.get(_FLOW)
    if isinstance(flow, list) and len(flow) == 2:
        most, period = measures.limit(flow[0]), measures.seconds(flow[1])
        if most is not None and period is not None:
            return most, period
    return _DEFAULT_FLOW


# --- addresses that are never blocked

@handles(commands.TEMPUNBLOCKIP, rights=_LIKE_THE_SET)
def keep_unblocked(request: Request, address: str, seconds: int | None = None, DELETE: bool = False) -> None:
    kept = read_address(address)
    if _removes(seconds, DELETE):
        request.server.runtime.temp_unblockable.remove(kept)
        return
    _keep_unblocked(request.server.runtime, [(kept, seconds)], now(request.service))


@handles(commands.GETTEMPUNBLOCKABLEIPS)
def get_unblockable(request: Request) -> str:
    return write_timed(request.server.runtime.temp_unblockable.remaining(now(request.service)))


@handles(commands.SETTEMPUNBLOCKABLEIPS)
def add_unblockable(request: Request, addresses: str) -> None:
    """What is not named stays; a time of 0 takes an address out, as it does in TEMPUNBLOCKIP."""
    _keep_unblocked(request.server.runtime, read_timed(addresses), now(request.service))


def _keep_unblocked(runtime: Runtime, entries: list[tuple[Address, int | None]], time: int) -> None:
    for address, seconds in entries:
        runtime.temp_unblockable.put(address, seconds, time)
        if seconds != 0:
            runtime.temp_blacklisted.remove(address)
            runtime.failed_logins.forget(address)


def _removes(seconds: int | None, delete: bool) -> bool:
    """Whether a command takes an address out of a set."""
    return delete or (seconds is not None and not_negative(seconds) == 0)
