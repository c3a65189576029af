# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Forwarder Administration."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options


@pytest.fixture
def options() -> Options:
    return Options(port=0, main_domain="example.com", password="secret", cluster=True)


@pytest.fixture(autouse=True)
def domain(admin):
    admin.do(b"CREATEDOMAIN client1.com")


def test_listforwarders_names_all_forwarders_of_a_domain_or_the_own_one(admin):
    assert admin.ask(b"LISTFORWARDERS") == b"201 ()"
    admin.do(
        b"CREATEFORWARDER sales@client1.com TO a@example.org", b"CREATEFORWARDER all@client1.com TO b@example.org",
        b"CREATEFORWARDER here TO c@example.org",
    )
    assert admin.ask(b"LISTFORWARDERS client1.com") == b"201 (all,sales)"
    assert admin.ask(b"LISTFORWARDERS") == b"201 (here)"
    assert admin.code(b"LISTFORWARDERS nowhere.example") == 512


@pytest.mark.parametrize(("address", "returned"), [
    (b'"bob@example.org"', b"bob@example.org"), (b"bob", b"bob"), (b"null", b"null"),
    (b'"gateway{a,b}#pbx@example.com"', b'"gateway{a,b}#pbx@example.com"'),
])
def test_createforwarder_reroutes_to_an_address_of_any_kind(admin, address, returned):
    admin.do(b"CREATEFORWARDER sales@client1.com TO " + address)
    assert admin.ask(b"GETFORWARDER SALES@client1.com") == b"201 " + returned


def test_createforwarder_without_a_domain_name_is_about_the_administrators_domain(admin, connect):
    admin.do(
        b"CREATEACCOUNT bob@client1.com {Password=pass;}", b"SETACCOUNTRIGHTS bob@client1.com (CanCreateForwarders)",
    )
    connect("bob@client1.com", "pass").do(b"CREATEFORWARDER f TO x@example.org")
    assert admin.ask(b"GETFORWARDER f@client1.com") == b"201 x@example.org"


def test_createforwarder_needs_an_address(admin):
    assert admin.code(b'CREATEFORWARDER x TO ""') == 501
    assert admin.code(b"CREATEFORWARDER x") == 500
    assert admin.code(b"CREATEFORWARDER x bob@example.org") == 500
    assert admin.ask(b"LISTFORWARDERS") == b"201 ()"


def test_createforwarder_does_not_change_an_existing_one(admin):
    admin.do(b"CREATEFORWARDER f TO x@example.org")
    assert admin.code(b"CREATEFORWARDER F TO y@example.org") == 524
    assert admin.code(b"CREATEFORWARDER f@nowhere.example TO y@example.org") == 512
    assert admin.ask(b"GETFORWARDER f") == b"201 x@example.org"


def test_renameforwarder_keeps_the_address_in_another_domain_too(admin):
    admin.do(
        b"CREATEFORWARDER a TO x@example.org", b"RENAMEFORWARDER a INTO b", b"RENAMEFORWARDER b INTO c@client1.com",
    )
    assert admin.ask(b"GETFORWARDER c@client1.com") == b"201 x@example.org"
    assert admin.refused(b"GETFORWARDER a")
    assert admin.refused(b"GETFORWARDER b")


def test_renameforwarder_changes_nothing_when_it_is_refused(admin):
    admin.do(b"CREATEDOMAIN shared.example SHARED", b"CREATEFORWARDER a TO x@example.org")
    assert admin.code(b"RENAMEFORWARDER a INTO postmaster") == 520
    assert admin.code(b"RENAMEFORWARDER a INTO a@nowhere.example") == 512
    assert admin.code(b'RENAMEFORWARDER a INTO "a b"') == 525
    assert admin.code(b"RENAMEFORWARDER a INTO a@shared.example") == 501
    assert admin.ask(b"GETFORWARDER a") == b"201 x@example.org"


def test_deleteforwarder_frees_the_name(admin):
    admin.do(b"CREATEFORWARDER a TO x@example.org", b"DELETEFORWARDER a")
    assert admin.refused(b"DELETEFORWARDER a")
    assert admin.ask(b"LISTFORWARDERS") == b"201 ()"
    admin.do(b"CREATEGROUP a")


@pytest.mark.parametrize("command", [b"GETFORWARDER %s", b"DELETEFORWARDER %s", b"RENAMEFORWARDER %s INTO x"])
def test_the_forwarder_must_exist(admin, command):
    assert admin.refused(command % b"missing")
    assert admin.refused(command % b"postmaster")
    assert admin.code(command % b"x@nowhere.example") == 512


def test_findforwarders_finds_all_that_point_to_an_address(admin):
    admin.do(
        b"CREATEFORWARDER a@client1.com TO Bob@Client1.com", b"CREATEFORWARDER b@client1.com TO bob",
        b"CREATEFORWARDER c@client1.com TO bob@example.org", b"CREATEFORWARDER d TO bob@client1.com",
    )
    assert admin.ask(b"FINDFORWARDERS client1.com TO bob@client1.com") == b"201 (a,b)"
    assert admin.ask(b"FINDFORWARDERS client1.com TO bob") == b"201 (a,b)"
    assert admin.ask(b"FINDFORWARDERS example.com TO bob@client1.com") == b"201 (d)"
    assert admin.ask(b"FINDFORWARDERS client1.com TO nobody") == b"201 ()"
    assert admin.code(b"FINDFORWARDERS nowhere.example TO bob") == 512
