# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Account Administration: aliases, telephone numbers, remote records, Scheduled Tasks."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def bob(admin):
    admin.do(b"CREATEACCOUNT bob", b"CREATEACCOUNT ann")


# --- aliases

def test_aliases_are_replaced(admin):
    assert admin.ask(b"GETACCOUNTALIASES bob") == b"201 ()"
    admin.do(b"SETACCOUNTALIASES bob (z,a)")
    assert admin.ask(b"GETACCOUNTALIASES bob") == b"201 (z,a)"
    admin.do(b"SETACCOUNTALIASES bob (a,b)", b"SETACCOUNTALIASES ann (z)")
    assert admin.ask(b"GETACCOUNTALIASES A") == b"201 (a,b)"


@pytest.mark.parametrize("aliases", [b"(ann)", b"(bob)", b"(x,X)", b"(taken)"])
def test_aliases_must_be_free(admin, aliases):
    admin.do(b"SETACCOUNTALIASES ann (taken)", b"SETACCOUNTALIASES bob (mine)")
    assert admin.code(b"SETACCOUNTALIASES bob " + aliases) == 520
    assert admin.ask(b"GETACCOUNTALIASES bob") == b"201 (mine)"


@pytest.mark.parametrize("aliases", [b'("")', b'("a b")', b"((x))", b"(a@example.com)"])
def test_aliases_must_be_names(admin, aliases):
    assert admin.refused(b"SETACCOUNTALIASES bob " + aliases)


# --- telephone numbers

def test_telnums_are_replaced(admin):
    assert admin.ask(b"GETACCOUNTTELNUMS bob") == b"201 ()"
    admin.do(b'SETACCOUNTTELNUMS bob ("+4420",1001)', b"SETACCOUNTTELNUMS bob (1001,1002)")
    assert admin.ask(b"GETACCOUNTTELNUMS bob") == b"201 (1001,1002)"
    admin.do(b'SETACCOUNTTELNUMS ann ("+4420")')


def test_telnums_are_unique_over_the_server(admin):
    admin.do(b"CREATEDOMAIN client1.com", b"CREATEACCOUNT eve@client1.com", b"SETACCOUNTTELNUMS bob (1001)")
    assert admin.code(b"SETACCOUNTTELNUMS eve@client1.com (1000,1001)") == 520
    assert admin.code(b"SETACCOUNTTELNUMS ann (7,7)") == 520
    assert admin.ask(b"LISTSERVERTELNUMS 9") == b'201 {""=#1;1001=bob@example.com;}'


def test_telnums_must_be_numbers(admin):
    assert admin.refused(b"SETACCOUNTTELNUMS bob ((1))")
    assert admin.refused(b'SETACCOUNTTELNUMS bob ("")')


def test_modify_adds_atomically(admin):
    admin.do(b"SETACCOUNTTELNUMS ann (2001)")
    assert admin.ask(b"MODIFYACCOUNTTELNUMS bob {op=add;telnum=1001;}") == b"201 {}"
    assert admin.ask(b"MODIFYACCOUNTTELNUMS bob {op=add;telnum=1002;}") == b"201 {}"
    assert admin.ask(b"GETACCOUNTTELNUMS bob") == b"201 (1001,1002)"
    assert 500 < admin.code(b"MODIFYACCOUNTTELNUMS bob {op=add;telnum=1001;}") < 600
    assert 500 < admin.code(b"MODIFYACCOUNTTELNUMS bob {op=add;telnum=2001;}") < 600
    assert admin.ask(b"GETACCOUNTTELNUMS bob") == b"201 (1001,1002)"


def test_modify_deletes_atomically(admin):
    admin.do(b"SETACCOUNTTELNUMS bob (1001,1002,1003)")
    assert admin.ask(b"MODIFYACCOUNTTELNUMS bob {op=del;telnum=1002;}") == b"201 {}"
    assert admin.ask(b"GETACCOUNTTELNUMS bob") == b"201 (1001,1003)"
    assert admin.refused(b"MODIFYACCOUNTTELNUMS bob {op=del;telnum=1002;}")


def test_modify_pops_the_first(admin):
    admin.do(b"SETACCOUNTTELNUMS bob (1001,1002)")
    assert admin.ask(b"MODIFYACCOUNTTELNUMS bob {op=pop;}") == b"201 {telnum=1001;}"
    assert admin.ask(b"MODIFYACCOUNTTELNUMS bob {op=pop;}") == b"201 {telnum=1002;}"
    assert admin.ask(b"MODIFYACCOUNTTELNUMS bob {op=pop;}") == b"201 {}"


@pytest.mark.parametrize("parameters", [
    b"{}", b"{op=swap;telnum=1;}", b"{op=add;}", b"{telnum=1;}", b"{op=add;telnum=(1);}",
])
def test_modify_with_bad_parameters(admin, parameters):
    assert admin.refused(b"MODIFYACCOUNTTELNUMS bob " + parameters)


# --- records

@pytest.mark.parametrize("name", [b"RPOPS", b"RIMAPS", b"RSIPS"])
def test_remote_records_are_replaced(admin, name):
    assert admin.ask(b"GETACCOUNT%s bob" % name) == b"201 {}"
    admin.do(b"SETACCOUNT%s bob {one={domain=example.org;period=600s;};}" % name)
    admin.do(b"SETACCOUNT%s bob {two={domain=example.org;};}" % name)
    assert admin.ask(b"GETACCOUNT%s bob" % name) == b"201 {two={domain=example.org;};}"
    assert admin.refused(b"SETACCOUNT%s bob {one=text;}" % name)


def test_scheduled_tasks_are_stored_and_deleted(admin, simulator):
    admin.do(
        b"UPDATESCHEDULEDTASK bob {id=wake;program=call;when=now;}",
        b"UPDATESCHEDULEDTASK bob {id=rest;script=x;}",
    )
    tasks = simulator.service.server.main_domain.find_account("bob").scheduled_tasks  # no command reads them
    assert tasks["wake"] == {"id": "wake", "program": "call", "when": "now"}
    admin.do(b"UPDATESCHEDULEDTASK bob {id=wake;}", b"UPDATESCHEDULEDTASK bob {id=missing;}")
    assert list(tasks) == ["rest"]
    assert admin.refused(b"UPDATESCHEDULEDTASK bob {program=call;}")
