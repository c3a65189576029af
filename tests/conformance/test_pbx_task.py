# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Real-Time Application Control."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options
from support.wire import PASSWORD


@pytest.fixture(autouse=True)
def accounts(admin):
    admin.do(
        b"CREATEDOMAIN client1.com", b"CREATEACCOUNT bob {Password=pass;}", b"CREATEACCOUNT ann {Password=pass;}",
        b"CREATEACCOUNT bob@client1.com {Password=pass;}",
    )


def start(wire, command: bytes) -> bytes:
    """The ID of a new Task."""
    code, _space, task = wire.ask(b"STARTPBXTASK " + command).partition(b" ")
    assert code == b"201" and task
    return task


# --- starting

def test_startpbxtask_gives_the_id_of_a_new_task(admin):
    first, second = (start(admin, b"bob PROGRAM gateway") for _task in range(2))
    assert first != second
    assert admin.ask(b"READNODESTATUS " + first) == admin.ask(b"READNODESTATUS " + second)


def test_startpbxtask_starts_a_program_at_an_entry_with_a_parameter(admin):
    task = start(admin, b"bob PROGRAM gateway ENTRY Second PARAM {a=(1,#2);}")
    assert admin.ask(b"READNODESTATUS " + task) == (
        b"201 {account=bob@example.com;entry=Second;events=();program=gateway;startParameter={a=(1,#2);};}"
    )


def test_startpbxtask_uses_the_main_entry_and_no_parameter_by_default(admin):
    task = start(admin, b"bob@client1.com PROGRAM gateway")
    assert admin.ask(b"READNODESTATUS " + task) == (
        b'201 {account=bob@client1.com;entry="";events=();program=gateway;startParameter=#NULL#;}'
    )


def test_startpbxtask_takes_a_name_without_domain_in_the_users_own_domain(admin, connect):
    bob = connect("bob@client1.com", "pass")
    for name in (b"bob", b"*", b"BOB@client1.com"):
        assert b"{account=bob@client1.com;" in admin.ask(b"READNODESTATUS " + start(bob, name + b" PROGRAM gateway"))


@pytest.mark.parametrize(("command", "code"), [
    (b"nobody PROGRAM gateway", 513), (b"bob@nowhere.example PROGRAM gateway", 512), (b"bob PROGRAM missing", 501),
    (b"bob PROGRAM echo", 501), (b"bob", 500),
], ids=["account", "domain", "program", "script", "no program"])
def test_startpbxtask_needs_an_account_and_a_program(admin, command, code):
    assert admin.code(b"STARTPBXTASK " + command) == code


def test_startpbxtask_needs_the_pbx_service(admin):
    admin.do(b"UPDATEACCOUNTSETTINGS bob {AccessModes=(100,PWD,Mail);}")
    assert admin.refused(b"STARTPBXTASK bob PROGRAM gateway")
    admin.do(b"UPDATEACCOUNTSETTINGS bob {AccessModes=(100,PWD,PBX);}")
    start(admin, b"bob PROGRAM gateway")


def test_startpbxtask_needs_an_account_that_can_be_opened(admin):
    admin.do(b"SUSPENDDOMAIN client1.com")
    assert admin.code(b"STARTPBXTASK bob@client1.com PROGRAM gateway") == 501
    admin.do(b"RESUMEDOMAIN client1.com")
    start(admin, b"bob@client1.com PROGRAM gateway")


def test_startpbxtask_finds_programs_of_the_domain_and_of_the_server(admin):
    admin.do(
        b"CREATEDOMAINPBX client1.com", b"STOREDOMAINPBXFILE client1.com FILE local.sppr DATA [QUJD]",
        b'CREATESERVERPBX ""', b"STORESERVERPBXFILE global.sppr DATA [QUJD]",
    )
    for command in (b"bob@client1.com PROGRAM local", b"bob@client1.com PROGRAM global", b"bob PROGRAM global"):
        start(admin, command)
    assert admin.code(b"STARTPBXTASK bob PROGRAM local") == 501
    admin.do(b"STOREDOMAINPBXFILE client1.com FILE local.sppr DELETE")
    assert admin.code(b"STARTPBXTASK bob@client1.com PROGRAM local") == 501


class TestInACluster:
    """A member of a Dynamic Cluster."""

    @pytest.fixture
    def options(self):
        return Options(port=0, main_domain="example.com", password=PASSWORD, cluster=True)

    def test_startpbxtask_takes_the_clusters_environment_for_shared_domains(self, admin):
        admin.do(
            b"CREATEDOMAIN shared.example SHARED", b"CREATEACCOUNT x@shared.example", b'CREATESERVERPBX ""',
            b"STORESERVERPBXFILE global.sppr DATA [QUJD]", b'CREATECLUSTERPBX ""',
            b"STORECLUSTERPBXFILE common.sppr DATA [QUJD]",
        )
        start(admin, b"x@shared.example PROGRAM common")
        start(admin, b"bob PROGRAM global")
        assert admin.code(b"STARTPBXTASK x@shared.example PROGRAM global") == 501
        assert admin.code(b"STARTPBXTASK bob PROGRAM common") == 501


# --- events, status, end

def test_sendtaskevent_sends_an_event_with_or_without_a_parameter(admin):
    task = start(admin, b"bob PROGRAM gateway")
    admin.do(b"SENDTASKEVENT %s EVENT Ring" % task, b"SENDTASKEVENT %s EVENT Stop PARAM (a,{b=c;})" % task)
    assert b";events=({event=Ring;parameter=#NULL#;},{event=Stop;parameter=(a,{b=c;});});" in (
        admin.ask(b"READNODESTATUS " + task)
    )


def test_sendtaskevent_reaches_one_task_only(admin):
    first, second = (start(admin, b"bob PROGRAM gateway") for _task in range(2))
    admin.do(b"SENDTASKEVENT %s EVENT Ring" % first)
    assert b";events=();" in admin.ask(b"READNODESTATUS " + second)


def test_killnode_ends_the_task(admin):
    first, second = (start(admin, b"bob PROGRAM gateway") for _task in range(2))
    admin.do(b"KILLNODE " + first)
    assert admin.code(b"KILLNODE " + first) == 501
    assert admin.code(b"READNODESTATUS " + second) == 201
    assert start(admin, b"bob PROGRAM gateway") not in (first, second)


@pytest.mark.parametrize("command", [b"SENDTASKEVENT %s EVENT Ring", b"KILLNODE %s", b"READNODESTATUS %s"],
                         ids=["SENDTASKEVENT", "KILLNODE", "READNODESTATUS"])
def test_the_task_must_exist(admin, command):
    assert admin.code(command % b"12345") == 501


@pytest.mark.parametrize(
    "end", [b"DELETEACCOUNT bob@client1.com", b"DELETEDOMAIN client1.com FORCE"], ids=["account", "domain"]
)
@pytest.mark.parametrize("command", [b"SENDTASKEVENT %s EVENT Ring", b"KILLNODE %s", b"READNODESTATUS %s"],
                         ids=["SENDTASKEVENT", "KILLNODE", "READNODESTATUS"])
def test_the_task_ends_with_its_account(admin, command, end):
    task = start(admin, b"bob@client1.com PROGRAM gateway")
    admin.do(end)
    assert admin.code(command % task) == 501


# --- who may: the manual does not say

COMMANDS = [
    b"STARTPBXTASK bob PROGRAM gateway", b"SENDTASKEVENT %s EVENT Ring", b"READNODESTATUS %s", b"KILLNODE %s",
]
VERBS = ["STARTPBXTASK", "SENDTASKEVENT", "READNODESTATUS", "KILLNODE"]


@pytest.mark.parametrize("command", COMMANDS[:2], ids=VERBS[:2])
def test_everybody_has_tasks_of_the_own(admin, connect, command):
    task = start(admin, b"bob PROGRAM gateway")
    assert connect("bob", "pass").code(command.replace(b"%s", task)) in (200, 201)


@pytest.mark.parametrize("command", COMMANDS[2:], ids=VERBS[2:])
def test_looking_into_tasks_and_killing_them_is_for_administrators_the_own_ones_included(admin, connect, command):
    command = command.replace(b"%s", start(admin, b"bob PROGRAM gateway"))
    bob = connect("bob", "pass")
    assert bob.code(command) == 510
    admin.do(b"SETACCOUNTRIGHTS bob (BasicSettings)")
    assert bob.code(command) == 510
    admin.do(b"SETACCOUNTRIGHTS bob (CanImpersonate)")
    assert bob.code(command) in (200, 201)


@pytest.mark.parametrize("command", COMMANDS, ids=VERBS)
def test_tasks_of_others_are_for_those_who_may_impersonate_them(admin, connect, command):
    command = command.replace(b"%s", start(admin, b"bob PROGRAM gateway"))
    ann = connect("ann", "pass")
    admin.do(b"SETACCOUNTRIGHTS ann (Domain)")
    assert ann.code(command) == 510
    admin.do(b"SETACCOUNTRIGHTS ann (CanImpersonate)")
    assert ann.code(command) in (200, 201)
