# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Named Task Administration."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def accounts(admin):
    admin.do(b"CREATEDOMAIN client1.com", b"CREATEACCOUNT bob", b"CREATEACCOUNT ann")


def test_create_update_get_list(admin):
    admin.do(b"CREATENAMEDTASK robot FOR bob", b'UPDATENAMEDTASK robot {RealName="The Robot";ProgramName=echo;}')
    admin.do(b"CREATENAMEDTASK other FOR ann")
    assert admin.ask(b"GETNAMEDTASK robot") == b'201 {Owner=bob;ProgramName=echo;RealName="The Robot";}'
    assert admin.ask(b"LISTDOMAINNAMEDTASKS") == (
        b'201 {other={Owner=ann;ProgramName="";RealName="";};robot={Owner=bob;ProgramName=echo;RealName="The Robot";};}'
    )
    assert admin.ask(b"LISTACCOUNTNAMEDTASKS ann") == b'201 {other={Owner=ann;ProgramName="";RealName="";};}'
    assert admin.ask(b"LISTDOMAINNAMEDTASKS client1.com") == b"201 {}"


def test_the_owner_must_be_an_account_of_the_same_domain(admin):
    assert admin.code(b"CREATENAMEDTASK robot FOR nobody") == 513
    assert admin.code(b"CREATENAMEDTASK robot@client1.com FOR bob") == 513
    assert admin.code(b"CREATENAMEDTASK robot FOR bob@example.com") == 513


def test_rename_stays_in_the_domain(admin):
    admin.do(b"CREATENAMEDTASK robot FOR bob", b"RENAMENAMEDTASK robot into android")
    assert admin.ask(b"GETNAMEDTASK android") == b"201 {Owner=bob;}"
    assert admin.refused(b"RENAMENAMEDTASK android into android@client1.com")
    assert admin.code(b"RENAMENAMEDTASK android into bob") == 520


def test_delete(admin):
    admin.do(b"CREATENAMEDTASK robot FOR bob", b"DELETENAMEDTASK robot")
    for command in (b"GETNAMEDTASK robot", b"DELETENAMEDTASK robot", b"UPDATENAMEDTASK robot {}", b"GETNAMEDTASK bob"):
        assert admin.refused(command)
