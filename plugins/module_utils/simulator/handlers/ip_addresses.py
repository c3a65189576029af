# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Server Settings: the sets of IP addresses of the server and the cluster, and what kind of address one is."""

from __future__ import annotations

from ..._cli import catalogue
from ..._cli.sections import server_settings as commands
from ..._cli.syntax import CommandSpec
from ...connector.data import IPAddress
from ..handling.registry import handles
from ..handling.request import Request
from ..model.ip_sets import Address, read_address, read_set
from .temporary_addresses import now

# A set's name in the commands -> what GETIPSTATE calls an address of it, in the order in which the sets are asked.
TYPES = {
    "DENIED": "Denied",
    "WHITEHOLE": "WhiteHole",
    "BLACKLISTED": "Blacklisted",
    "CLIENT": "Client",
    "LAN": "LAN",
    "NATED": "NATed",
    "NATSITE": "NATSite",
    "DEBUG": "Debug",
}


def _serve(name: str, cluster: bool, get: CommandSpec, replace: CommandSpec) -> None:
    """Register the two commands of one set. Its text is kept as it comes when every line of it is understood."""

    def read(request: Request) -> str:
        return request.scope(cluster).addresses.get(name, "")

    def write(request: Request, newAddresses: str) -> None:
        read_set(newAddresses)
        request.scope(cluster).addresses[name] = newAddresses

    handles(get)(read)
    handles(replace)(write)


for _name in TYPES:
    for _prefix, _cluster in (("", False), ("CLUSTER", True)):
        (_get,) = catalogue.COMMANDS["GET%s%sIPS" % (_prefix, _name)]
        (_set,) = catalogue.COMMANDS["SET%s%sIPS" % (_prefix, _name)]
        _serve(_name, _cluster, _get, _set)


@handles(commands.GETIPSTATE)
def get_ip_state(request: Request, ip_address: str | IPAddress, TEMP: bool = False) -> str:
    """The type of an address by the sets of the server and the cluster, which count together.

    The manual tells no type and no order, so both are this simulator's choice (``TYPES``): the first set that has the
    address names its type; what none has is the empty string. A temporarily blocked address is a Blacklisted one. With
    TEMP an address of the temporary Clients is a Client.
    """
    address = read_address(ip_address)
    for name, kind in TYPES.items():
        if _has(request, name, address, TEMP):
            return kind
    return ""


def _has(request: Request, name: str, address: Address, temporary: bool) -> bool:
    """Whether an address is in a set, or in its temporary companion."""
    server = request.server
    scopes = [server.local] + ([server.cluster] if server.cluster is not None else [])
    if any(read_set(scope.addresses.get(name, "")).has(address) for scope in scopes):
        return True
    if name == "BLACKLISTED":
        return server.runtime.temp_blacklisted.has(address, now(request.service))
    return name == "CLIENT" and temporary and server.runtime.temp_clients.has(address, now(request.service))
