# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Group Administration."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def domain(admin):
    admin.do(b"CREATEDOMAIN client1.com")


def test_create_get_list(admin):
    admin.do(
        b'CREATEGROUP staff@client1.com {RealName="All Staff";Members=(bob,"x@example.org");Expand=YES;}',
        b"CREATEGROUP empty@client1.com",
    )
    assert admin.ask(b"LISTGROUPS client1.com") == b"201 (empty,staff)"
    assert admin.ask(b"GETGROUP Staff@client1.com") == (
        b'201 {Expand=YES;Members=(bob,x@example.org);RealName="All Staff";}'
    )
    assert admin.ask(b"GETGROUP empty@client1.com") == b"201 {}"
    assert admin.ask(b"LISTGROUPS") == b"201 ()"


def test_setgroup_replaces_all(admin):
    admin.do(b"CREATEGROUP g {Members=(a);Expand=YES;}", b"SETGROUP g {Members=(b);}")
    assert admin.ask(b"GETGROUP g") == b"201 {Members=(b);}"


@pytest.mark.parametrize("members", [b"text", b"{a=b;}", b"((a))", b"(#5)"])
def test_members_must_be_names(admin, members):
    assert admin.refused(b"CREATEGROUP g {Members=%s;}" % members)
    admin.do(b"CREATEGROUP g {Members=(a);}")
    assert admin.refused(b"SETGROUP g {Members=%s;}" % members)
    assert admin.ask(b"GETGROUP g") == b"201 {Members=(a);}"


def test_rename(admin):
    admin.do(b"CREATEGROUP g {Expand=YES;}", b"RENAMEGROUP g into h", b"RENAMEGROUP h into g@client1.com")
    assert admin.ask(b"GETGROUP g@client1.com") == b"201 {Expand=YES;}"
    assert admin.ask(b"LISTGROUPS") == b"201 ()"


def test_a_rename_that_fails_changes_nothing(admin):
    admin.do(b"CREATEGROUP g {Expand=YES;}", b"CREATEGROUP g@client1.com")
    assert admin.code(b"RENAMEGROUP g into g@client1.com") == 520
    assert admin.code(b"RENAMEGROUP g into postmaster") == 520
    assert admin.code(b"RENAMEGROUP g into g@nowhere.example") == 512
    assert admin.ask(b"GETGROUP g") == b"201 {Expand=YES;}"


def test_delete(admin):
    admin.do(b"CREATEGROUP g", b"DELETEGROUP g", b"CREATEACCOUNT g")
    assert admin.refused(b"DELETEGROUP g")
    assert admin.ask(b"LISTACCOUNTS") == b"201 {g=macnt;postmaster=macnt;}"


@pytest.mark.parametrize("command", [b"GETGROUP %s", b"SETGROUP %s {}", b"DELETEGROUP %s", b"RENAMEGROUP %s into x"])
def test_unknown_groups(admin, command):
    assert admin.refused(command % b"missing")
    assert admin.refused(command % b"postmaster")
    assert admin.code(command % b"g@nowhere.example") == 512
