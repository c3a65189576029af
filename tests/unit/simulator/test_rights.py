# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The simulator reads what commands ask for from the catalogue's words; the tests have a table of their own."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli import catalogue, demand
from support.permissions import PERMISSIONS


def test_the_table_of_permissions_has_every_line_of_the_manual():
    lines = {catalogue.read_line(line).spec.syntax for line, _who in PERMISSIONS}
    assert lines == {spec.syntax for specs in catalogue.COMMANDS.values() for spec in specs}


def test_every_wording_of_the_catalogue_is_understood():
    for specs in catalogue.COMMANDS.values():
        for spec in specs:
            asked = demand.demand(spec.rights)
            assert asked.everybody or asked.server, spec.verb


@pytest.mark.parametrize(("verb", "server", "domain", "owner"), [
    ("LISTDOMAINS", {"All Domains"}, None, False),
    ("GETLANIPS", {"Settings"}, None, False),
    ("ROUTE", {"Settings", "All Domains"}, None, False),
    ("SETACCOUNTRIGHTS", {"Master", "All Domains"}, None, False),
    ("GETDOMAINSETTINGS", {"All Domains"}, ("",), False),
    ("CREATEACCOUNT", {"All Domains"}, ("CanCreateAccounts",), False),
    ("READSTORAGEFILE", {"All Domains"}, ("WebSite",), True),
    ("STORESESSIONFILE", {"All Domains"}, ("CanCreateWebUserSessions", "CanAccessWebSites"), False),
    ("GETACCOUNTSETTINGS", {"All Domains"}, ("",), True),
])
def test_what_commands_ask_for(verb, server, domain, owner):
    asked = demand.demand(catalogue.COMMANDS[verb][0].rights)
    assert (set(asked.server), asked.domain, asked.owner) == (server, domain, owner)
