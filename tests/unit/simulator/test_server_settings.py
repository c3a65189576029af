# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Server Settings."""

from __future__ import annotations

import pytest

SET_ONLY = [
    b"QUEUESETTINGS", b"SIGNALSETTINGS", b"MEDIASERVERSETTINGS", b"SESSIONSETTINGS", b"NETWORK", b"DNRSETTINGS",
    b"BANNED",
    b"ROUTERSETTINGS", b"SMTPSENDPROFILES", b"SERVERINTERCEPT",
]


@pytest.mark.parametrize("name", SET_ONLY)
def test_set_replaces(admin, name):
    admin.do(b"SET%s {A=1;B=(x,y);}" % name)
    assert admin.ask(b"GET" + name) == b"201 {A=1;B=(x,y);}"
    admin.do(b"SET%s {C={D=#3;};}" % name)
    assert admin.ask(b"GET" + name) == b"201 {C={D=#3;};}"


def test_the_dictionaries_are_apart(admin):
    for number, name in enumerate(SET_ONLY):
        admin.do(b"SET%s {Number=%d;}" % (name, number))
    assert [admin.ask(b"GET" + name) for name in SET_ONLY] == [b"201 {Number=%d;}" % n for n in range(len(SET_ONLY))]


@pytest.mark.parametrize("name", [b"LOGSETTINGS", b"SERVERSETTINGS"])
def test_update_merges(admin, name):
    admin.do(b"UPDATE%s {A=1;B=2;}" % name, b"UPDATE%s {B=3;C=4;}" % name)
    assert admin.ask(b"GET" + name) == b"201 {A=1;B=3;C=4;}"
    admin.do(b"UPDATE%s {A=#NULL#;}" % name)
    assert admin.ask(b"GET" + name) == b"201 {B=3;C=4;}"


# --- modules

def test_modules_are_listed_read_replaced_and_updated(admin):
    assert b"SMTP" in admin.ask(b"LISTMODULES")[5:-1].split(b",")
    admin.do(b"SETMODULE SMTP {LogLevel=3;Channels=5;}", b"UPDATEMODULE smtp {Channels=6;}")
    assert admin.ask(b"GETMODULE Smtp") == b"201 {Channels=6;LogLevel=3;}"
    admin.do(b"SETMODULE SMTP {LogLevel=4;}")
    assert admin.ask(b"GETMODULE SMTP") == b"201 {LogLevel=4;}"


def test_every_listed_module_can_be_read(admin):
    for name in admin.ask(b"LISTMODULES")[5:-1].split(b","):
        assert admin.ask(b"GETMODULE " + name).startswith(b"201 {")


@pytest.mark.parametrize("command", [b"GETMODULE NoSuch", b"SETMODULE NoSuch {}", b"UPDATEMODULE NoSuch {}"])
def test_unknown_modules(admin, command):
    assert admin.refused(command)


# --- Rules and the Router

@pytest.mark.parametrize("name", [b"SERVERMAILRULES", b"SERVERSIGNALRULES"])
def test_server_rules_keep_their_order(admin, name):
    rules = b"((5,b,(),()),(9,a,(),((Discard))))"
    admin.do(b"SET%s %s" % (name, rules))
    assert admin.ask(b"GET" + name) == b"201 " + rules
    assert admin.refused(b"SET%s (text)" % name)
    assert admin.ask(b"GET" + name) == b"201 " + rules


def test_the_router_table_is_one_string_of_lines(admin):
    table = rb'"; comment\e<*@old.example> = *@new.example\eS:<+(7-20d)@*> = x\\y\e"'
    admin.do(b"SETROUTERTABLE " + table)
    assert admin.ask(b"GETROUTERTABLE") == b"201 " + table
    admin.do(b'SETROUTERTABLE ""')
    assert admin.ask(b"GETROUTERTABLE") == b'201 ""'


# --- IP address sets

LISTS = [b"LAN", b"CLIENT", b"BLACKLISTED", b"WHITEHOLE", b"NATED", b"NATSITE", b"DEBUG", b"DENIED"]


@pytest.mark.parametrize("name", LISTS)
def test_address_sets_are_replaced(admin, name):
    assert admin.ask(b"GET%sIPS" % name) == b'201 ""'
    admin.do(rb'SET%sIPS "10.0.0.0-10.0.0.255\e192.168.1.1\e"' % name)
    assert admin.ask(b"GET%sIPS" % name) == rb'201 "10.0.0.0-10.0.0.255\e192.168.1.1\e"'
    admin.do(b"SET%sIPS 10.0.0.1" % name)
    assert admin.ask(b"GET%sIPS" % name) == b"201 10.0.0.1"


def test_the_address_sets_are_apart(admin):
    for number, name in enumerate(LISTS):
        admin.do(b"SET%sIPS 10.0.0.%d" % (name, number))
    assert [admin.ask(b"GET%sIPS" % name) for name in LISTS] == [b"201 10.0.0.%d" % n for n in range(len(LISTS))]


def test_refreshosdata(admin):
    admin.do(b"REFRESHOSDATA")
