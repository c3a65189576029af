# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Miscellaneous Commands: temporary sets of IP addresses."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.answers.refusals import Refusal
from ansible_collections.communigate.pro.plugins.module_utils.simulator.control.language import obey
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options


@pytest.fixture
def options():
    return Options(port=0, main_domain="example.com", password="secret", clock="fixed:2030-01-31T12:00:00")


@pytest.fixture
def later(simulator):
    """Lets seconds go by."""
    return simulator.service.clock.advance


class Verbs(NamedTuple):
    """The commands of one of the two sets with times: for one address, for a list of them, and to read it."""

    one: str
    many: str
    read: str


SETS = (
    Verbs("TEMPBLACKLISTIP", "SETTEMPBLACKLISTEDIPS", "GETTEMPBLACKLISTEDIPS"),
    Verbs("TEMPUNBLOCKIP", "SETTEMPUNBLOCKABLEIPS", "GETTEMPUNBLOCKABLEIPS"),
)


class Addresses:
    """What a test says to a set."""

    def __init__(self, admin, verbs: Verbs) -> None:
        self._admin = admin
        self.one, self.many, self._read = (verb.encode() for verb in verbs)

    def put(self, rest: bytes) -> None:
        self._admin.do(self.one + b" " + rest)

    def add(self, addresses: bytes) -> None:
        self._admin.do(self.many + b' "%s"' % addresses)

    def told(self) -> bytes:
        return self._admin.ask(self._read)


def each_set(*used: str):
    """Run a test for both sets. ``used``: which of their commands the test uses, for the names of its cases."""
    ids = ["-".join(getattr(verbs, name) for name in used) for verbs in SETS]
    return pytest.mark.parametrize("addresses", SETS, ids=ids, indirect=True)


@pytest.fixture
def addresses(request, admin):
    found = Addresses(admin, request.param)
    assert found.told() == b'201 ""'
    return found


@each_set("one", "read")
def test_an_address_stays_for_its_time(addresses, later):
    addresses.put(b"10.0.0.1 TIMEOUT 830")
    assert addresses.told() == b'201 "[10.0.0.1]-830"'
    later(30)
    assert addresses.told() == b'201 "[10.0.0.1]-800"'
    later(799)
    assert addresses.told() == b'201 "[10.0.0.1]-1"'
    later(1)
    assert addresses.told() == b'201 ""'


@each_set("one", "read")
def test_an_address_without_a_time_stays_for_ever(addresses, later):
    addresses.put(b"10.0.0.1")
    later(10 ** 9)
    assert addresses.told() == b'201 "[10.0.0.1]-*"'


@each_set("one", "read")
def test_a_new_time_replaces_the_old_one(addresses):
    addresses.put(b"10.0.0.1 TIMEOUT 830")
    addresses.put(b"[10.0.0.1] TIMEOUT 5")
    assert addresses.told() == b'201 "[10.0.0.1]-5"'
    addresses.put(b"10.0.0.1")
    assert addresses.told() == b'201 "[10.0.0.1]-*"'


@each_set("one", "read")
@pytest.mark.parametrize("how", [b"delete", b"timeout 0"])
def test_the_keyword_delete_or_no_time_removes_an_address(addresses, how):
    addresses.put(b"10.0.0.1")
    addresses.put(b"10.0.0.2 TIMEOUT 5")
    addresses.put(b"10.0.0.1 " + how)
    assert addresses.told() == b'201 "[10.0.0.2]-5"'
    addresses.put(b"10.0.0.1 " + how)
    assert addresses.told() == b'201 "[10.0.0.2]-5"'


@each_set("one", "read")
def test_addresses_are_separated_with_commas(addresses):
    addresses.put(b'"2001:db8::1" TIMEOUT 7')
    addresses.put(b"10.0.0.10 TIMEOUT 5")
    addresses.put(b"10.0.0.9")
    assert addresses.told() == b'201 "[10.0.0.9]-*,[10.0.0.10]-5,[2001:db8::1]-7"'


@each_set("one", "many", "read")
def test_a_list_adds_to_the_set(addresses, later):
    addresses.put(b"10.0.0.1 TIMEOUT 60")
    addresses.add(b"[10.0.0.2]-830, [10.0.0.3]-*,[2001:db8::1]-9,[10.0.0.4],10.0.0.5-3")
    assert addresses.told() == (
        b'201 "[10.0.0.1]-60,[10.0.0.2]-830,[10.0.0.3]-*,[10.0.0.4]-*,[10.0.0.5]-3,[2001:db8::1]-9"'
    )
    later(800)
    assert addresses.told() == b'201 "[10.0.0.2]-30,[10.0.0.3]-*,[10.0.0.4]-*"'


@each_set("many", "read")
def test_a_list_takes_what_was_told(addresses, later):
    """As one client clears a set: it writes it back with a second for each address."""
    addresses.add(b"[10.0.0.2]-830,[10.0.0.3]-*")
    addresses.add(addresses.told()[5:-1])
    assert addresses.told() == b'201 "[10.0.0.2]-830,[10.0.0.3]-*"'
    addresses.add(b"[10.0.0.2]-1,[10.0.0.3]-1")
    later(1)
    assert addresses.told() == b'201 ""'


@each_set("one", "many", "read")
def test_what_is_no_address_or_no_time_is_refused_and_changes_nothing(addresses, admin):
    addresses.put(b"10.0.0.1 TIMEOUT 60")
    for wrong in (b"", b" host.example", b" 10.0.0.0/8", b" 10.0.0.1 TIMEOUT", b" 10.0.0.1 TIMEOUT x",
                  b" 10.0.0.1 TIMEOUT -5", b" 10.0.0.1 FOREVER", b" 10.0.0.1 TIMEOUT 5 DELETE"):
        assert admin.refused(addresses.one + wrong)
    for wrong in (b"", b' "[10.0.0.2]-5,nonsense"', b' "[10.0.0.2]-x"', b" (10.0.0.2)", b' "[10.0.0.2]--5"'):
        assert admin.refused(addresses.many + wrong)
    assert addresses.told() == b'201 "[10.0.0.1]-60"'


# --- failed logins

def test_reportfailedloginaddress_blocks_an_address_after_ten_failures(admin):
    for _time in range(9):
        admin.do(b"REPORTFAILEDLOGINADDRESS 10.0.0.1", b"REPORTFAILEDLOGINADDRESS 10.0.0.2")
    assert admin.ask(b"GETTEMPBLACKLISTEDIPS") == b'201 ""'
    admin.do(b"REPORTFAILEDLOGINADDRESS [10.0.0.1]")
    assert admin.ask(b"GETTEMPBLACKLISTEDIPS") == b'201 "[10.0.0.1]-3600"'


def test_reportfailedloginaddress_counts_only_recent_failures(admin, later):
    for _time in range(9):
        admin.do(b"REPORTFAILEDLOGINADDRESS 10.0.0.1")
    later(3600)
    admin.do(b"REPORTFAILEDLOGINADDRESS 10.0.0.1")
    assert admin.ask(b"GETTEMPBLACKLISTEDIPS") == b'201 ""'


@pytest.mark.parametrize("flow", [b"(3,1m)", b"(#3,#60)", b"(3,60s)"])
def test_reportfailedloginaddress_goes_by_the_network_setting(admin, later, flow):
    admin.do(b"SETNETWORK {FailedLoginFlow=%s;}" % flow)
    admin.do(b"REPORTFAILEDLOGINADDRESS 10.0.0.1", b"REPORTFAILEDLOGINADDRESS 10.0.0.1")
    later(60)
    admin.do(b"REPORTFAILEDLOGINADDRESS 10.0.0.1", b"REPORTFAILEDLOGINADDRESS 10.0.0.1")
    assert admin.ask(b"GETTEMPBLACKLISTEDIPS") == b'201 ""'
    admin.do(b"REPORTFAILEDLOGINADDRESS 10.0.0.1")
    assert admin.ask(b"GETTEMPBLACKLISTEDIPS") == b'201 "[10.0.0.1]-3600"'


def test_reportfailedloginaddress_does_not_shorten_a_block(admin):
    admin.do(b"SETNETWORK {FailedLoginFlow=(1,1m);}", b"TEMPBLACKLISTIP 10.0.0.1")
    admin.do(b"REPORTFAILEDLOGINADDRESS 10.0.0.1")
    assert admin.ask(b"GETTEMPBLACKLISTEDIPS") == b'201 "[10.0.0.1]-*"'


@pytest.mark.parametrize("setting", [b"text", b"(x,y)", b"{}", b"(1)", b'("-1",5)'])
def test_reportfailedloginaddress_takes_ten_when_the_setting_makes_no_sense(admin, setting):
    admin.do(b"SETNETWORK {FailedLoginFlow=%s;}" % setting, b"REPORTFAILEDLOGINADDRESS 10.0.0.1")
    assert admin.ask(b"GETTEMPBLACKLISTEDIPS") == b'201 ""'


@pytest.mark.parametrize("address", [b"", b" nonsense", b' ""', b" (10.0.0.1)"])
def test_reportfailedloginaddress_refuses_what_is_no_address(admin, address):
    assert admin.refused(b"REPORTFAILEDLOGINADDRESS" + address)


# --- addresses that cannot be blocked

def test_tempunblockip_ends_a_block(admin):
    admin.do(b"TEMPBLACKLISTIP 10.0.0.1", b"TEMPBLACKLISTIP 10.0.0.2", b"TEMPUNBLOCKIP 10.0.0.1 TIMEOUT 60")
    assert admin.ask(b"GETTEMPBLACKLISTEDIPS") == b'201 "[10.0.0.2]-*"'


def test_tempunblockip_keeps_an_address_from_being_blocked_for_its_time(admin, later):
    admin.do(b"SETNETWORK {FailedLoginFlow=(1,1m);}", b"TEMPUNBLOCKIP 10.0.0.1 TIMEOUT 60")
    assert admin.code(b"TEMPBLACKLISTIP 10.0.0.1") == 501
    assert admin.code(b'SETTEMPBLACKLISTEDIPS "[10.0.0.2]-5,[10.0.0.1]-5"') == 501
    admin.do(b"REPORTFAILEDLOGINADDRESS 10.0.0.1")
    assert admin.ask(b"GETTEMPBLACKLISTEDIPS") == b'201 ""'
    later(60)
    admin.do(b"REPORTFAILEDLOGINADDRESS 10.0.0.1")
    assert admin.ask(b"GETTEMPBLACKLISTEDIPS") == b'201 "[10.0.0.1]-3600"'


# --- temporary Clients

def test_gettempclientips_answers_addresses_separated_with_commas(admin, simulator, later):
    assert admin.ask(b"GETTEMPCLIENTIPS") == b'201 ""'
    for address, seconds in (("10.0.0.10", "seconds=#60;"), ("10.0.0.9", ""), ("2001:db8::1", "seconds=#5;")):
        obey(simulator.service, 'TEMPCLIENT {address="%s";%s}' % (address, seconds))
    assert admin.ask(b"GETTEMPCLIENTIPS") == b'201 "[10.0.0.9],[10.0.0.10],[2001:db8::1]"'
    later(60)
    assert admin.ask(b"GETTEMPCLIENTIPS") == b'201 "[10.0.0.9]"'


@pytest.mark.parametrize("argument", ["", "x", "{}", "{address=(a);}", "{address=nonsense;}",
                                      '{address="10.0.0.1";seconds=soon;}'])
def test_gettempclientips_is_not_filled_with_nonsense(admin, simulator, argument):
    with pytest.raises(Refusal):
        obey(simulator.service, "TEMPCLIENT " + argument)
    assert admin.ask(b"GETTEMPCLIENTIPS") == b'201 ""'


# --- rights

@pytest.mark.parametrize(("verb", "rest", "right"), [
    ("GETTEMPCLIENTIPS", "", "Monitoring"),
    ("GETTEMPBLACKLISTEDIPS", "", "Monitoring"),
    ("GETTEMPUNBLOCKABLEIPS", "", "Monitoring"),
    ("REPORTFAILEDLOGINADDRESS", " 10.0.0.1", "Settings"),
    ("TEMPBLACKLISTIP", " 10.0.0.1", "Settings"),
    ("TEMPUNBLOCKIP", " 10.0.0.1", "Settings"),
    ("SETTEMPBLACKLISTEDIPS", ' "[10.0.0.1]"', "Settings"),
    ("SETTEMPUNBLOCKABLEIPS", ' "[10.0.0.1]"', "Settings"),
])
def test_the_right_that_the_manual_names_for_it_or_its_like_is_needed_and_enough(admin, connect, verb, rest, right):
    admin.do(b"CREATEACCOUNT bob {Password=pass;}")
    bob = connect("bob", "pass")
    line = (verb + rest).encode()
    for other in {"Monitoring", "Settings", "UserAccounts"} - {right}:
        admin.do(b"SETACCOUNTRIGHTS bob (%s)" % other.encode())
        assert bob.code(line) == 510
    assert admin.ask(b"GETTEMPBLACKLISTEDIPS") == admin.ask(b"GETTEMPUNBLOCKABLEIPS") == b'201 ""'
    admin.do(b"SETACCOUNTRIGHTS bob (%s)" % right.encode())
    assert bob.code(line) in (200, 201)
