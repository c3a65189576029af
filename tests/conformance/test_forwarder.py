# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Forwarder Administration."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def domain(admin):
    admin.do(b"CREATEDOMAIN client1.com")


def test_create_get_list(admin):
    admin.do(b'CREATEFORWARDER sales@client1.com TO "bob@example.org"', b"CREATEFORWARDER all@client1.com TO null")
    assert admin.ask(b"LISTFORWARDERS client1.com") == b"201 (all,sales)"
    assert admin.ask(b"GETFORWARDER SALES@client1.com") == b"201 bob@example.org"
    assert admin.ask(b"LISTFORWARDERS") == b"201 ()"


def test_special_addresses_are_kept(admin):
    admin.do(b'CREATEFORWARDER app TO "gateway{a,b}#pbx@example.com"')
    assert admin.ask(b"GETFORWARDER app") == b'201 "gateway{a,b}#pbx@example.com"'


def test_an_address_is_needed(admin):
    assert admin.refused(b'CREATEFORWARDER x TO ""')
    assert admin.refused(b"CREATEFORWARDER x")
    assert admin.refused(b"CREATEFORWARDER x bob@example.org")


def test_rename(admin):
    admin.do(
        b"CREATEFORWARDER a TO x@example.org", b"RENAMEFORWARDER a INTO b", b"RENAMEFORWARDER b INTO c@client1.com",
    )
    assert admin.ask(b"GETFORWARDER c@client1.com") == b"201 x@example.org"
    assert admin.refused(b"GETFORWARDER a")
    assert admin.code(b"RENAMEFORWARDER c@client1.com INTO postmaster@example.com") == 520


def test_delete(admin):
    admin.do(b"CREATEFORWARDER a TO x@example.org", b"DELETEFORWARDER a")
    assert admin.refused(b"DELETEFORWARDER a")
    assert admin.ask(b"LISTFORWARDERS") == b"201 ()"


@pytest.mark.parametrize("command", [b"GETFORWARDER %s", b"DELETEFORWARDER %s", b"RENAMEFORWARDER %s INTO x"])
def test_unknown_forwarders(admin, command):
    assert admin.refused(command % b"missing")
    assert admin.refused(command % b"postmaster")
    assert admin.code(command % b"x@nowhere.example") == 512


def test_findforwarders(admin):
    admin.do(
        b"CREATEFORWARDER a@client1.com TO Bob@Client1.com", b"CREATEFORWARDER b@client1.com TO bob",
        b"CREATEFORWARDER c@client1.com TO bob@example.org",
    )
    assert admin.ask(b"FINDFORWARDERS client1.com TO bob@client1.com") == b"201 (a,b)"
    assert admin.ask(b"FINDFORWARDERS client1.com TO bob") == b"201 (a,b)"
    assert admin.ask(b"FINDFORWARDERS client1.com TO nobody") == b"201 ()"
