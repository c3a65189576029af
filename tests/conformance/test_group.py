# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Group Administration."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options


@pytest.fixture
def options() -> Options:
    return Options(port=0, main_domain="example.com", password="secret", cluster=True)


@pytest.fixture(autouse=True)
def domain(admin):
    admin.do(b"CREATEDOMAIN client1.com")


def test_listgroups_names_all_groups_of_a_domain_or_the_own_one(admin):
    assert admin.ask(b"LISTGROUPS") == b"201 ()"
    admin.do(b"CREATEGROUP staff@client1.com", b"CREATEGROUP Boss@client1.com", b"CREATEGROUP here")
    assert admin.ask(b"LISTGROUPS client1.com") == b"201 (Boss,staff)"
    assert admin.ask(b"LISTGROUPS") == b"201 (here)"
    assert admin.code(b"LISTGROUPS nowhere.example") == 512


def test_creategroup_takes_initial_settings_and_members(admin):
    admin.do(b'CREATEGROUP staff@client1.com {RealName="All Staff";Members=(bob,"x@example.org");Expand=YES;}')
    assert admin.ask(b"GETGROUP Staff@client1.com") == (
        b'201 {Expand=YES;Members=(bob,x@example.org);RealName="All Staff";}'
    )


def test_creategroup_without_a_domain_name_is_about_the_administrators_domain(admin, connect):
    admin.do(
        b"CREATEACCOUNT bob@client1.com {Password=pass;}", b"SETACCOUNTRIGHTS bob@client1.com (CanCreateGroups)",
    )
    connect("bob@client1.com", "pass").do(b"CREATEGROUP g")
    assert admin.ask(b"LISTGROUPS client1.com") == b"201 (g)"
    assert admin.ask(b"LISTGROUPS") == b"201 ()"


def test_creategroup_needs_a_free_legal_name_and_a_domain(admin):
    admin.do(b"CREATEGROUP g")
    assert admin.code(b"CREATEGROUP G") == 523
    assert admin.code(b"CREATEGROUP postmaster") == 520
    assert admin.code(b"CREATEGROUP g@nowhere.example") == 512
    assert admin.code(b'CREATEGROUP "two words"') == 525
    assert admin.ask(b"LISTGROUPS") == b"201 (g)"


def test_getgroup_is_a_dictionary_even_if_nothing_is_set(admin):
    admin.do(b"CREATEGROUP empty@client1.com")
    assert admin.ask(b"GETGROUP empty@client1.com") == b"201 {}"


def test_setgroup_replaces_the_settings(admin):
    admin.do(b"CREATEGROUP g {Members=(a);Expand=YES;}", b"SETGROUP g {Members=(b);}")
    assert admin.ask(b"GETGROUP g") == b"201 {Members=(b);}"
    admin.do(b"SETGROUP g {}")
    assert admin.ask(b"GETGROUP g") == b"201 {}"


@pytest.mark.parametrize("members", [b"text", b"{a=b;}", b"((a))", b"(#5)"])
@pytest.mark.parametrize("command", [b"CREATEGROUP new", b"SETGROUP g"])
def test_members_must_be_an_array_of_names(admin, command, members):
    admin.do(b"CREATEGROUP g {Members=(a);}")
    assert admin.code(command + b" {Members=%s;}" % members) == 501
    assert admin.ask(b"GETGROUP g") == b"201 {Members=(a);}"
    assert admin.ask(b"LISTGROUPS") == b"201 (g)"


def test_renamegroup_keeps_the_settings_in_another_domain_too(admin):
    admin.do(b"CREATEGROUP g {Expand=YES;}", b"RENAMEGROUP g into h", b"RENAMEGROUP h into g@client1.com")
    assert admin.ask(b"GETGROUP g@client1.com") == b"201 {Expand=YES;}"
    assert admin.ask(b"LISTGROUPS") == b"201 ()"


def test_renamegroup_changes_nothing_when_it_is_refused(admin):
    admin.do(b"CREATEGROUP g {Expand=YES;}", b"CREATEGROUP g@client1.com")
    assert admin.code(b"RENAMEGROUP g into g@client1.com") == 523
    assert admin.code(b"RENAMEGROUP g into postmaster") == 520
    assert admin.code(b"RENAMEGROUP g into g@nowhere.example") == 512
    assert admin.code(b'RENAMEGROUP g into "a b"') == 525
    assert admin.ask(b"GETGROUP g") == b"201 {Expand=YES;}"


def test_renamegroup_between_a_shared_and_a_local_domain_is_refused(admin):
    admin.do(b"CREATEDOMAIN shared.example SHARED", b"CREATEGROUP g {Expand=YES;}")
    assert admin.code(b"RENAMEGROUP g into g@shared.example") == 501
    assert admin.ask(b"GETGROUP g") == b"201 {Expand=YES;}"


def test_deletegroup_frees_the_name(admin):
    admin.do(b"CREATEGROUP g", b"DELETEGROUP g", b"CREATEACCOUNT g")
    assert admin.refused(b"DELETEGROUP g")
    assert admin.ask(b"LISTACCOUNTS") == b"201 {g=macnt;pbx=macnt;postmaster=macnt;}"


@pytest.mark.parametrize("command", [b"GETGROUP %s", b"SETGROUP %s {}", b"DELETEGROUP %s", b"RENAMEGROUP %s into x"])
def test_the_group_must_exist(admin, command):
    assert admin.refused(command % b"missing")
    assert admin.refused(command % b"postmaster")
    assert admin.code(command % b"g@nowhere.example") == 512
