# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""IP addresses that a running server keeps for a time: its temporary Clients, those it blocks, those it never blocks.

Times are whole seconds since 1970; what has run out is dropped when the set is read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..answers.refusals import bad_parameters
from .ip_sets import Address, read_address, written

_ITEM = re.compile(r"(.*?)(?:-([0-9]{1,19}|\*))?")
_MOST_COUNTED = 10000


@dataclass
class TimedAddresses:
    """Addresses with the time at which each leaves the set; None is never."""

    until: dict[str, int | None] = field(default_factory=dict)

    def put(self, address: Address, seconds: int | None, now: int) -> None:
        """Take in an address for some seconds, or for ever; for no time at all is to remove it."""
        if seconds is not None and seconds <= 0:
            self.remove(address)
        else:
            self.until[str(address)] = None if seconds is None else now + seconds

    def remove(self, address: Address) -> None:
        """Let an address go, if it is there."""
        self.until.pop(str(address), None)

    def has(self, address: Address, now: int) -> bool:
        until = self.until.get(str(address), now)
        return until is None or until > now

    def remaining(self, now: int) -> list[tuple[Address, int | None]]:
        """The addresses in their order, each with the seconds it has left."""
        for text in [text for text, until in self.until.items() if until is not None and until <= now]:
            del self.until[text]
        found = [(read_address(text), until) for text, until in self.until.items()]
        found.sort(key=lambda entry: (entry[0].version, int(entry[0])))
        return [(address, None if until is None else until - now) for address, until in found]


@dataclass
class FailedLogins:
    """When logins from an address have failed. Only so many addresses are watched; the longest quiet go first."""

    times: dict[str, list[int]] = field(default_factory=dict)

    def count(self, address: Address, now: int, period: int) -> int:
        """Note one more failure, and tell how many there were in the last ``period`` seconds."""
        recent = [time for time in self.times.pop(str(address), []) if time > now - period] + [now]
        self.times[str(address)] = recent
        if len(self.times) > _MOST_COUNTED:
            del self.times[next(iter(self.times))]
        return len(recent)

    def forget(self, address: Address) -> None:
        """Begin to count anew."""
        self.times.pop(str(address), None)


def write_timed(entries: list[tuple[Address, int | None]]) -> str:
    """The string that tells of addresses and their time: ``[10.0.0.1]-830,[10.0.0.2]-*``."""
    return ",".join("%s-%s" % (written(address), "*" if left is None else left) for address, left in entries)


def read_timed(text: str) -> list[tuple[Address, int | None]]:
    """Addresses and their times from such a string. Spaces may follow commas; without a time it is for ever."""
    entries: list[tuple[Address, int | None]] = []
    for item in filter(None, (item.strip() for item in text.split(","))):
        found = _ITEM.fullmatch(item)
        if found is None:
            raise bad_parameters("a part of the string is no IP address with a time")
        seconds = found.group(2)
        entries.append((read_address(found.group(1)), None if seconds in (None, "*") else int(seconds)))
    return entries
