# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Miscellaneous Commands."""

from __future__ import annotations

import re

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options


@pytest.fixture
def options():
    return Options(port=0, main_domain="example.com", password="secret", version="6.1.20")


def test_listclicommands_lists_what_is_answered(admin):
    listed = admin.ask(b"LISTCLICOMMANDS")[5:-1].split(b",")
    assert listed == sorted(set(listed))
    assert {b"NOOP", b"CREATEACCOUNT", b"LISTDOMAINOBJECTS", b"GETLANIPS", b"UPDATEACCOUNTMAILRULE"} <= set(listed)
    assert b"SHUTDOWN" not in listed
    for verb in listed:
        assert admin.code(verb + b" (()) (()) (())") not in (500, 599)


def test_noop(admin):
    admin.do(b"NOOP")


@pytest.mark.parametrize("value", [
    b"word", b'"a b"', b"#5", b"(a,(),{})", b"{a=(b);}", b"[AAEC]", b"#NULL#", b"#TPAST", b"<a/>",
])
def test_echo_returns_its_parameter(admin, value):
    assert admin.ask(b"ECHO " + value) == b"201 " + value


def test_version(admin, connect):
    assert admin.ask(b"GETVERSION") == b"201 6.1.20"
    assert b" PWD Server 6.1.20 ready " in connect().greeting


def test_system_info(admin):
    assert admin.ask(b"GETSYSTEMINFO mainDomainName") == b"201 example.com"
    assert admin.ask(b"GETSYSTEMINFO serverVersion") == b"201 6.1.20"
    assert re.fullmatch(rb"201 #T[0-9_:-]+", admin.ask(b"GETSYSTEMINFO startTime"))
    assert admin.refused(b"GETSYSTEMINFO nothing")


def test_current_time(admin):
    assert re.fullmatch(rb"201 #T\d\d-\d\d-\d{4}_\d\d:\d\d:\d\d", admin.ask(b"GETCURRENTTIME"))


def test_any_user_may_ask(admin, connect):
    admin.do(b"CREATEACCOUNT bob {Password=pass;}")
    bob = connect("bob", "pass")
    bob.do(b"NOOP")
    assert bob.ask(b"GETVERSION") == b"201 6.1.20"
    assert bob.ask(b"LISTCLICOMMANDS").startswith(b"201 (")
