# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""IP addresses as the commands name them, and the multi-line sets of them (SETLANIPS and its like).

Each line of a set is one address, a range or a network; the rest of a line behind a ``;`` is a comment, and empty
lines mean nothing::

    10.0.0.1                   ; an address, in square brackets or not
    10.0.1.0-10.0.1.255        ; a range
    192.168.0.0/16             ; a network
    2001:db8::/32
    !192.168.7.0/24            ; not these, whatever the other lines say

This is the simulator's choice, as the manual says only "addresses and address ranges". It is strict: a set with
another line is refused as a whole, so that a playbook's typing error shows.
"""

from __future__ import annotations

import ipaddress
import re
from typing import NamedTuple, Tuple, Union

from ...connector.data import IPAddress
from ..answers.refusals import bad_parameters

Address = Union[ipaddress.IPv4Address, ipaddress.IPv6Address]
_Range = Tuple[Address, Address]

_BRACKETED = re.compile(r"\[([^\[\]]*)\](?::[0-9]{1,5})?")
# What Python versions disagree about: zones of IPv6 addresses and numbers that begin with 0.
_DOUBTFUL = re.compile(r"%|(?:^|\.)0[0-9]")


def read_address(value: str | IPAddress) -> Address:
    """The address that a parameter names: bare, in square brackets with or without a port, or an IP address object."""
    text = value.text if isinstance(value, IPAddress) else value.strip()
    bracketed = _BRACKETED.fullmatch(text)
    return _address(bracketed.group(1) if bracketed else text)


def written(address: Address) -> str:
    """An address as replies show it, in square brackets (protocol.md section 6.8)."""
    return "[%s]" % address


class IpSet(NamedTuple):
    """What the lines of a set mean: the ranges that belong to it, and those that do not in any case."""

    inside: tuple[_Range, ...]
    outside: tuple[_Range, ...]

    def has(self, address: Address) -> bool:
        """Whether an address belongs to the set."""
        return _among(address, self.inside) and not _among(address, self.outside)


def read_set(text: str) -> IpSet:
    """The set that a multi-line string describes, or a refusal that names the line which is no address."""
    inside: list[_Range] = []
    outside: list[_Range] = []
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        entry = line.partition(";")[0].strip()
        if not entry:
            continue
        ranges = outside if entry.startswith("!") else inside
        try:
            ranges.append(_range(entry.lstrip("!").strip()))
        except ValueError:
            raise bad_parameters("line %d is no IP address, range or network" % number) from None
    return IpSet(tuple(inside), tuple(outside))


def _address(text: str) -> Address:
    """An address without brackets; an IPv4 address in the clothes of IPv6 is that IPv4 address."""
    try:
        address = ipaddress.ip_address(_undoubted(text))
    except ValueError:
        raise bad_parameters("this is no IP address") from None
    return getattr(address, "ipv4_mapped", None) or address


def _range(entry: str) -> _Range:
    """The first and the last address of one entry; ValueError when it is none."""
    if "/" in entry:
        network = ipaddress.ip_network(_undoubted(entry), strict=False)
        return network[0], network[-1]
    first, dash, last = (_unbracketed(part) for part in entry.partition("-"))
    lowest = ipaddress.ip_address(_undoubted(first))
    highest = ipaddress.ip_address(_undoubted(last)) if dash else lowest
    if lowest.version != highest.version or int(lowest) > int(highest):
        raise ValueError("no range")
    return lowest, highest


def _unbracketed(text: str) -> str:
    text = text.strip()
    return text[1:-1] if text.startswith("[") and text.endswith("]") else text


def _undoubted(text: str) -> str:
    if _DOUBTFUL.search(text):
        raise ValueError("no address")
    return text


def _among(address: Address, ranges: tuple[_Range, ...]) -> bool:
    return any(
        lowest.version == address.version and int(lowest) <= int(address) <= int(highest) for lowest, highest in ranges
    )
