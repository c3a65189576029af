# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The lists of network addresses, each one multi-line string to the server: the manual, Server Settings."""

from __future__ import annotations

from typing import Any

from .._cli.sections import server_settings as cli
from .._engine.model import Edit, Facet, Field, Key, Resource, Whole
from .shared import ip_entries

_COMMANDS = {
    ("server", "lan"): (cli.GETLANIPS, cli.SETLANIPS),
    ("server", "client"): (cli.GETCLIENTIPS, cli.SETCLIENTIPS),
    ("server", "blacklisted"): (cli.GETBLACKLISTEDIPS, cli.SETBLACKLISTEDIPS),
    ("server", "white_hole"): (cli.GETWHITEHOLEIPS, cli.SETWHITEHOLEIPS),
    ("server", "nated"): (cli.GETNATEDIPS, cli.SETNATEDIPS),
    ("server", "nat_site"): (cli.GETNATSITEIPS, cli.SETNATSITEIPS),
    ("server", "debug"): (cli.GETDEBUGIPS, cli.SETDEBUGIPS),
    ("server", "denied"): (cli.GETDENIEDIPS, cli.SETDENIEDIPS),
    ("cluster", "lan"): (cli.GETCLUSTERLANIPS, cli.SETCLUSTERLANIPS),
    ("cluster", "client"): (cli.GETCLUSTERCLIENTIPS, cli.SETCLUSTERCLIENTIPS),
    ("cluster", "blacklisted"): (cli.GETCLUSTERBLACKLISTEDIPS, cli.SETCLUSTERBLACKLISTEDIPS),
    ("cluster", "white_hole"): (cli.GETCLUSTERWHITEHOLEIPS, cli.SETCLUSTERWHITEHOLEIPS),
    ("cluster", "nated"): (cli.GETCLUSTERNATEDIPS, cli.SETCLUSTERNATEDIPS),
    ("cluster", "nat_site"): (cli.GETCLUSTERNATSITEIPS, cli.SETCLUSTERNATSITEIPS),
    ("cluster", "debug"): (cli.GETCLUSTERDEBUGIPS, cli.SETCLUSTERDEBUGIPS),
    ("cluster", "denied"): (cli.GETCLUSTERDENIEDIPS, cli.SETCLUSTERDENIEDIPS),
}
LISTS = tuple(dict.fromkeys(name for _scope, name in _COMMANDS))


def _keys(scope: str) -> list[Key]:
    return [key for key in _COMMANDS if key[0] == scope]


def _read(scope: str, name: str) -> Any:
    return _COMMANDS[scope, name][0]()


def _write(key: Key, edit: Edit) -> Any:
    scope, name = key
    return [Whole(_COMMANDS[scope, name][1]("\n".join(edit.after)))]


IP_LIST = Resource(
    noun="IP list",
    plural="IP lists",
    list_option="lists",
    key=(
        Field("scope", choices=("server", "cluster"), default="server"),
        Field("name", choices=LISTS, required=True),
    ),
    facets=(
        Facet(
            "addresses",
            (Field("addresses", type="list", elements="str"),),
            ip_entries.ENTRIES,
            read=_read,
            from_reply=ip_entries.lines,
            write=_write,
            mode="mode",
        ),
    ),
    extras=(Field("mode", choices=("update", "replace"), default="replace"),),
    within={"server": lambda: _keys("server"), "cluster": lambda: _keys("cluster")},
)
