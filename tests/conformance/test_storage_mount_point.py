# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Storage mount points, in the manual's sections Domain Set Administration and Domain Administration."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options

ILLEGAL = [b'""', b"a/b", b'"../up"', b".hidden", b"big.mnt"]


def test_createdomainstorage_makes_a_mount_point_for_new_domains(admin):
    assert admin.ask(b"LISTDOMAINSTORAGE") == b"201 ()"
    admin.do(b"CREATEDOMAINSTORAGE PATH big", b"CREATEDOMAIN client1.example PATH big")
    assert admin.ask(b"GETDOMAINLOCATION client1.example") == b'201 "Domains/big.mnt/client1.example"'


def test_listdomainstorage_gives_an_array_of_names(admin):
    admin.do(b"CREATEDOMAINSTORAGE PATH big", b"CREATEDOMAINSTORAGE PATH bigger")
    assert admin.ask(b"LISTDOMAINSTORAGE") == b"201 (big,bigger)"


def test_createdomainstorage_refuses_a_name_in_use(admin):
    admin.do(b"CREATEDOMAINSTORAGE PATH big")
    assert admin.code(b"CREATEDOMAINSTORAGE PATH big") == 501
    assert admin.ask(b"LISTDOMAINSTORAGE") == b"201 (big)"


@pytest.mark.parametrize("name", ILLEGAL)
def test_createdomainstorage_refuses_what_is_no_plain_name_without_suffix(admin, name):
    assert admin.code(b"CREATEDOMAINSTORAGE PATH " + name) == 501
    assert admin.ask(b"LISTDOMAINSTORAGE") == b"201 ()"


@pytest.mark.parametrize("command", [b"CREATEDOMAINSTORAGE SHARED PATH x", b"LISTDOMAINSTORAGE SHARED"])
def test_shared_mount_points_are_refused_by_a_server_that_is_in_no_cluster(admin, command):
    assert admin.refused(command)
    assert admin.ask(b"LISTDOMAINSTORAGE") == b"201 ()"


class TestMember:
    @pytest.fixture
    def options(self):
        return Options(port=0, main_domain="example.com", password="secret", cluster=True)

    def test_createdomainstorage_with_shared_makes_a_mount_point_for_shared_domains(self, admin):
        admin.do(b"CREATEDOMAINSTORAGE SHARED PATH big", b"CREATEDOMAIN shared.example SHARED PATH big")
        assert admin.ask(b"GETDOMAINLOCATION shared.example") == b'201 "SharedDomains/big.mnt/shared.example"'
        assert admin.refused(b"CREATEDOMAIN local.example PATH big")

    def test_listdomainstorage_with_shared_lists_those_of_the_cluster(self, admin):
        admin.do(b"CREATEDOMAINSTORAGE SHARED PATH big", b"CREATEDOMAINSTORAGE PATH small")
        assert admin.ask(b"LISTDOMAINSTORAGE SHARED") == b"201 (big)"
        assert admin.ask(b"LISTDOMAINSTORAGE") == b"201 (small)"

    def test_createdomainstorage_takes_one_name_for_the_server_and_for_the_cluster(self, admin):
        admin.do(b"CREATEDOMAINSTORAGE SHARED PATH big", b"CREATEDOMAINSTORAGE PATH big")
        assert admin.code(b"CREATEDOMAINSTORAGE SHARED PATH big") == 501


# --- of the Accounts of one Domain

@pytest.fixture
def domain(admin):
    admin.do(b"CREATEDOMAIN client1.example")


def test_createaccountstorage_makes_a_mount_point_for_new_accounts_of_the_domain(admin, domain):
    assert admin.refused(b"CREATEACCOUNT bob@client1.example PATH disk1")
    admin.do(b"CREATEACCOUNTSTORAGE client1.example PATH disk1", b"CREATEACCOUNT bob@client1.example PATH disk1")
    assert b"disk1.mnt/bob.macnt" in admin.ask(b"GETACCOUNTLOCATION bob@client1.example")
    assert admin.refused(b"CREATEACCOUNT bob@example.com PATH disk1")


def test_createaccountstorage_refuses_a_name_in_use(admin, domain):
    admin.do(b"CREATEACCOUNTSTORAGE client1.example PATH disk1", b"CREATEACCOUNTSTORAGE example.com PATH disk1")
    assert admin.code(b"CREATEACCOUNTSTORAGE client1.example PATH disk1") == 501
    assert admin.ask(b"LISTACCOUNTSTORAGE client1.example") == b"201 (disk1)"


@pytest.mark.parametrize("name", ILLEGAL)
def test_createaccountstorage_refuses_what_is_no_plain_name_without_suffix(admin, domain, name):
    assert admin.code(b"CREATEACCOUNTSTORAGE client1.example PATH " + name) == 501
    assert admin.ask(b"LISTACCOUNTSTORAGE client1.example") == b"201 ()"


def test_createaccountstorage_needs_an_existing_domain(admin):
    assert admin.code(b"CREATEACCOUNTSTORAGE nowhere.example PATH disk1") == 512


def test_listaccountstorage_gives_an_array_of_names(admin, domain):
    assert admin.ask(b"LISTACCOUNTSTORAGE client1.example") == b"201 ()"
    admin.do(b"CREATEACCOUNTSTORAGE client1.example PATH disk1", b"CREATEACCOUNTSTORAGE client1.example PATH disk2")
    assert admin.ask(b"LISTACCOUNTSTORAGE client1.example") == b"201 (disk1,disk2)"
    assert admin.ask(b"LISTACCOUNTSTORAGE example.com") == b"201 ()"


def test_listaccountstorage_needs_an_existing_domain(admin):
    assert admin.code(b"LISTACCOUNTSTORAGE nowhere.example") == 512
