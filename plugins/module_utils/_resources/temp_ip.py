# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sets of IP addresses that a running server keeps for a time: the manual, Miscellaneous Commands."""

from __future__ import annotations

import ipaddress
import re
from typing import Any, Mapping, Sequence

from .._cli.sections import miscellaneous as cli
from .._engine import canon
from .._engine.dialogue import ask
from .._engine.info import Info, Known, Objects
from .._engine.model import Conversation, Edit, Facet, Field, Found, Key, Resource, Values, fold
from .._engine.shapes import Shape
from .._engine.side_by_side import together
from ..connector.errors import CgpError
from .shared.ip_entries import bare

PERMANENT = "permanent"
UNTOLD = "untold"
"""Of an address in the set of which the server does not say how long it stays."""
_COMMANDS = {
    "blacklisted": (cli.GETTEMPBLACKLISTEDIPS, cli.TEMPBLACKLISTIP, cli.SETTEMPBLACKLISTEDIPS),
    "unblockable": (cli.GETTEMPUNBLOCKABLEIPS, cli.TEMPUNBLOCKIP, cli.SETTEMPUNBLOCKABLEIPS),
}
"""The read command of a set, the one for a single address and a time, and the one that knows permanent addresses."""
_ENTRY = re.compile(r"(.+?)(?:-(\d+|\*))?")


def fold_address(text: str) -> str:
    """An address in the one form that all its spellings have; square brackets around it do not count."""
    try:
        return str(ipaddress.ip_address(bare(text)))
    except ValueError:
        return fold(text)


def read_entries(reply: Any) -> dict[str, Any]:
    """``{address: seconds left, PERMANENT or UNTOLD}`` of ``[10.0.0.1]-830,[10.0.0.2]-*,[10.0.0.3]``."""
    entries: dict[str, Any] = {}
    for item in str(reply or "").split(","):
        entry = _ENTRY.fullmatch(item.strip())
        if entry is not None:
            address, left = entry.groups()
            entries[fold_address(address)] = UNTOLD if left is None else PERMANENT if left == "*" else int(left)
    return entries


def _find(scope: str, names: Sequence[str] | None) -> Conversation:
    if scope not in _COMMANDS:
        raise CgpError("%s is no set of temporary addresses" % scope, "The sets are %s" % " and ".join(_COMMANDS))
    entries = read_entries((yield from ask(_COMMANDS[scope][0]())))
    return {
        address: Found("temporary address", {} if left == UNTOLD else {"left": left})
        for address, left in entries.items()
    }


def _find_all(scope: str) -> Conversation:
    """Those that stay: of the others none is to be put there again when its time has run out."""
    found: dict[str, Found] = (yield from _find(scope, None))
    return {address: one for address, one in found.items() if one.facts.get("left") == PERMANENT}


def _seconds(option: str, value: str) -> Any:
    """A period in seconds, or the word for no end."""
    text = value.strip().lower()
    seconds = canon.period(text)
    if option == "timeout" and text == PERMANENT:
        return text
    if not seconds.isdigit() or (option == "timeout" and seconds == "0"):
        words = ", or %s" % PERMANENT if option == "timeout" else ""
        hint = "Give a number of seconds, a period such as 30m, 12h or 2d%s" % words
        raise CgpError("%s is no time: %s" % (option, value), hint)
    return int(seconds)


def _from_options(values: Values) -> Any:
    if "timeout" not in values:
        raise CgpError("renew_below goes with a timeout", "Give both, or neither")
    wanted = {"timeout": _seconds("timeout", values["timeout"]), "renew_below": 0}
    if "renew_below" in values:
        wanted["renew_below"] = _seconds("renew_below", values["renew_below"])
    if wanted["timeout"] != PERMANENT and wanted["renew_below"] >= wanted["timeout"]:
        raise CgpError("renew_below is not below the timeout", "Every run would renew it")
    return wanted


def _target(have: Any, want: Any, whole: bool) -> Any:
    """The time that runs out is left to run out: an address with less time than wanted was put there before."""
    timeout = want["timeout"]
    if PERMANENT in (have, timeout):
        return timeout
    return have if have and want["renew_below"] <= have <= timeout else timeout


def _put(key: Key, timeout: Any) -> Any:
    name, address = key[0], fold_address(key[1])
    _read, one, several = _COMMANDS[name]
    return [several("[%s]-*" % address) if timeout == PERMANENT else one(address, seconds=timeout)]


def _create(key: Key, values: Values) -> Any:
    if not values.get("timeout"):
        raise CgpError("the option timeout is missing", "Say how long the address is to stay in the set")
    return _put(key, values["timeout"])


def _check(key: Key, values: Values) -> None:
    try:
        ipaddress.ip_address(fold_address(key[1]))
    except ValueError:
        raise CgpError("this is no IP address", "Give one address, such as 192.0.2.7 or 2001:db8::7") from None


def _write(key: Key, edit: Edit) -> Any:
    return _put(key, edit.after)


TEMP_IP = Resource(
    noun="temporary address",
    plural="temporary addresses",
    list_option="addresses",
    key=(Field("set", choices=tuple(_COMMANDS), default="blacklisted"), Field("address", required=True)),
    facets=(
        Facet(
            "timeout",
            (Field("timeout", digits=True), Field("renew_below", digits=True)),
            Shape(empty=0, target=_target),
            write=_write,
            from_options=_from_options,
            to_options=lambda left: {"timeout": str(left)},
            listed="left",
            created=True,
        ),
    ),
    find=_find,
    scope=lambda key: key[0],
    member=lambda scope, name: (scope, name),
    folded=fold_address,
    create=_create,
    delete=lambda key, values: [_COMMANDS[key[0]][1](fold_address(key[1]), DELETE=True)],
    check=_check,
    purge=True,
    within={"server": lambda: list(_COMMANDS)},
    find_all=_find_all,
    told=True,
)


# --- what can be read

CLIENTS = "clients"


def _addresses(params: Mapping[str, Any]) -> Conversation:
    """The addresses of the sets that are asked for, and beside them the clients, which nobody puts there."""
    chosen = params.get("include") or (*_COMMANDS, CLIENTS)
    sets = [name for name in _COMMANDS if name in chosen]
    told = yield from together(_find(name, None) for name in sets)
    found = [
        Known((name, address), one.facts, {"seconds": left} if isinstance(left, int) else {})
        for name, entries in zip(sets, told)
        for address, one in entries.items()
        for left in [one.facts.get("left")]
    ]
    if CLIENTS not in chosen:
        return Objects(found)
    clients = read_entries((yield from ask(cli.GETTEMPCLIENTIPS())))
    return Objects(found, besides={CLIENTS: list(clients)})


TEMP_IP_INFO = Info(
    noun="temporary address",
    result="addresses",
    resource=TEMP_IP,
    objects=_addresses,
    always=("timeout",),
    others=(*_COMMANDS, CLIENTS),
    default=(*_COMMANDS, CLIENTS),
)
