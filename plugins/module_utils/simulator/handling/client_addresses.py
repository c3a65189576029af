# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""IP addresses of clients as commands name them."""

from __future__ import annotations

import ipaddress
import re

from ...connector.data import BadValue, IPAddress
from ..answers.refusals import bad_parameters

_WITH_PORT = re.compile(r"([0-9.]+)(:[0-9]+)").fullmatch


def client_address(named: str | IPAddress) -> IPAddress:
    """The address in an object, or in a string with or without brackets and port."""
    if isinstance(named, IPAddress):
        return named
    text = named.strip()
    if not text.startswith("["):
        with_port = _WITH_PORT(text)
        text = "[%s]%s" % (with_port.groups() if with_port else (text, ""))
    try:
        return IPAddress(text)
    except BadValue:
        raise bad_parameters("an address is not an IP address") from None


def same_host(one: IPAddress | None, other: IPAddress | None) -> bool:
    """Whether both are the same address; a client has another port for each connection. Two Nones are the same."""
    return _host(one) == _host(other)


def _host(address: IPAddress | None) -> object:
    return ipaddress.ip_address(address.text.partition("]")[0][1:]) if address is not None else None
