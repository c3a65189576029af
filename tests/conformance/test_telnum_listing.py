# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Listings of telephone numbers, in the manual's sections Domain Set Administration and Domain Administration."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options


@pytest.fixture
def options():
    return Options(port=0, main_domain="example.com", password="secret", cluster=True)


@pytest.fixture(autouse=True)
def numbers(admin):
    admin.do(
        b"CREATEDOMAIN client1.example", b"CREATEACCOUNT bob@client1.example", b"CREATEACCOUNT ann@client1.example",
        b"SETACCOUNTTELNUMS bob@client1.example (15551001,15551002)", b"SETACCOUNTTELNUMS ann@client1.example (2001)",
        b"SETACCOUNTTELNUMS postmaster (4420)",
        b"CREATEDOMAIN shared.example SHARED", b"CREATEACCOUNT eve@shared.example",
        b"SETACCOUNTTELNUMS eve@shared.example (3001,3002)",
    )


def test_listservertelnums_gives_the_account_of_each_number_and_the_total_under_the_empty_key(admin):
    assert admin.ask(b"LISTSERVERTELNUMS 10") == (
        b'201 {""=#4;15551001=bob@client1.example;15551002=bob@client1.example;2001=ann@client1.example;'
        b"4420=postmaster@example.com;}"
    )


def test_listclustertelnums_gives_those_of_shared_domains(admin):
    assert admin.ask(b"LISTCLUSTERTELNUMS 10") == b'201 {""=#2;3001=eve@shared.example;3002=eve@shared.example;}'


def test_listdomaintelnums_gives_those_of_one_domain(admin):
    assert admin.ask(b"LISTDOMAINTELNUMS client1.example 10") == b'201 {""=#3;15551001=bob;15551002=bob;2001=ann;}'
    assert admin.ask(b"LISTDOMAINTELNUMS shared.example 10") == b'201 {""=#2;3001=eve;3002=eve;}'


@pytest.mark.parametrize(("command", "found"), [
    (b"LISTSERVERTELNUMS FILTER 1002 10", b'{""=#4;15551002=bob@client1.example;}'),
    (b"LISTSERVERTELNUMS FILTER 3001 10", b'{""=#4;}'),
    (b'LISTSERVERTELNUMS FILTER "" 1', b'{""=#4;15551001=bob@client1.example;}'),
    (b"LISTCLUSTERTELNUMS FILTER 2 10", b'{""=#2;3002=eve@shared.example;}'),
    (b"LISTDOMAINTELNUMS client1.example FILTER 2001 10", b'{""=#3;2001=ann;}'),
    (b"LISTDOMAINTELNUMS client1.example FILTER 00 2", b'{""=#3;15551001=bob;15551002=bob;}'),
])
def test_a_filter_takes_the_numbers_that_contain_it_and_leaves_the_total(admin, command, found):
    assert admin.ask(command) == b"201 " + found


@pytest.mark.parametrize(("command", "found"), [
    (b"LISTSERVERTELNUMS 1", b'{""=#4;15551001=bob@client1.example;}'), (b"LISTSERVERTELNUMS 0", b'{""=#4;}'),
    (b"LISTCLUSTERTELNUMS 1", b'{""=#2;3001=eve@shared.example;}'), (b"LISTCLUSTERTELNUMS 0", b'{""=#2;}'),
    (b"LISTDOMAINTELNUMS client1.example 1", b'{""=#3;15551001=bob;}'),
    (b"LISTDOMAINTELNUMS client1.example 0", b'{""=#3;}'),
])
def test_a_limit_is_the_most_numbers_that_are_listed(admin, command, found):
    assert admin.ask(command) == b"201 " + found


@pytest.mark.parametrize("command", [b"LISTSERVERTELNUMS", b"LISTCLUSTERTELNUMS", b"LISTDOMAINTELNUMS client1.example"])
def test_a_limit_is_needed_and_not_negative(admin, command):
    assert admin.code(command) == 500
    assert admin.code(command + b" -1") == 501
    assert admin.code(command + b" FILTER 5") == 500


def test_listdomaintelnums_needs_an_existing_domain(admin):
    assert admin.code(b"LISTDOMAINTELNUMS nowhere.example 5") == 512


def test_listservertelnums_follows_numbers_that_come_and_go(admin):
    admin.do(b"DELETEACCOUNT bob@client1.example", b"SETACCOUNTTELNUMS postmaster (4420,4421)")
    assert admin.ask(b"LISTSERVERTELNUMS 9") == (
        b'201 {""=#3;2001=ann@client1.example;4420=postmaster@example.com;4421=postmaster@example.com;}'
    )


@pytest.mark.parametrize("account", [b"postmaster", b"eve@shared.example"])
def test_listservertelnums_has_each_number_once_on_the_whole_server(admin, account):
    before = admin.ask(b"LISTSERVERTELNUMS 9")
    assert admin.code(b"SETACCOUNTTELNUMS %s (2001)" % account) == 501
    assert admin.ask(b"LISTSERVERTELNUMS 9") == before


class TestNoMember:
    @pytest.fixture
    def options(self):
        return Options(port=0, main_domain="example.com", password="secret")

    @pytest.fixture(autouse=True)
    def numbers(self):
        """No shared Domain can be made here."""

    def test_listclustertelnums_is_refused_by_a_server_that_is_in_no_cluster(self, admin):
        assert admin.code(b"LISTCLUSTERTELNUMS 5") == 570
