# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What tests of lost connections have in common: objects of every kind of change, and what must not have happened."""

from __future__ import annotations

from typing import Any

from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.domain import LISTACCOUNTS
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT

from support.cutting_proxy import CuttingProxy
from support.engine_server import Server
from support.verbs import kind_of

WRITES = ("CREATEACCOUNT", "UPDATEACCOUNTSETTINGS", "SETACCOUNTALIASES", "DELETEACCOUNT", "RENAMEACCOUNT")
MOMENTS = ("before", "after", "reply")


def through(server: Server, proxy: CuttingProxy, **limits: Any) -> Any:
    return server.session(port=proxy.port, **limits)


def accounts(server: Server, domain: str) -> set[str]:
    return set(server.ask(LISTACCOUNTS(domainName=domain)))


def mixed_rows(server: Server, domain: str) -> list[dict[str, Any]]:
    """Rows that mean a creation, an update, a rename, a deletion and nothing, each with more than one command."""
    server.apply(ACCOUNT, [{"name": name} for name in ("there", "old", "gone", "same")], domain=domain)
    return [
        {"name": "new", "settings": {"RealName": "New"}, "aliases": ["new.alias"]},
        {"name": "there", "settings": {"RealName": "There"}, "aliases": ["there.alias"]},
        {"name": "renamed", "rename_from": "old", "settings": {"RealName": "Renamed"}},
        {"name": "gone", "state": "absent"},
        {"name": "same"},
        {"name": "new2", "settings": {"RealName": "New 2"}},
    ]


def assert_nothing_was_sent_twice_blindly(entries: list[dict[str, Any]]) -> None:
    """A change that was sent already is sent again only in a later session, after that session has looked."""
    seen: dict[tuple[str, str], int] = {}
    read_in: set[int] = set()
    for entry in entries:
        if entry["verb"].startswith(("LIST", "GETACCOUNT", "GETFORWARDER")):
            read_in.add(entry["session"])
        if kind_of(entry["verb"]) == "read":
            continue
        what = (entry["verb"], repr(sorted(entry["arguments"].items())))
        if what in seen:
            assert entry["session"] != seen[what]
            assert entry["session"] in read_in
        seen[what] = entry["session"]
