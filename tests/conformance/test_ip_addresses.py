# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Server Settings: sets of IP addresses, and GETIPSTATE."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.control.language import obey
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options


@pytest.fixture
def options():
    return Options(port=0, main_domain="example.com", password="secret", cluster=True,
                   clock="fixed:2030-01-31T12:00:00")


NAMES = ("LAN", "CLIENT", "BLACKLISTED", "WHITEHOLE", "NATED", "NATSITE", "DEBUG", "DENIED")
SETS = ["GET%s%sIPS-SET%s%sIPS" % (prefix, name, prefix, name) for name in NAMES for prefix in ("", "CLUSTER")]


def verbs(pair: str) -> list[bytes]:
    return [verb.encode() for verb in pair.split("-")]


@pytest.mark.parametrize("pair", SETS)
def test_a_set_of_addresses_and_ranges_is_one_string_of_lines(admin, pair):
    get, replace = verbs(pair)
    assert admin.ask(get) == b'201 ""'
    admin.do(replace + rb' "10.0.0.0-10.0.0.255\e192.168.1.1\e"')
    assert admin.ask(get) == rb'201 "10.0.0.0-10.0.0.255\e192.168.1.1\e"'


@pytest.mark.parametrize("pair", SETS)
def test_new_addresses_replace_the_whole_set(admin, pair):
    get, replace = verbs(pair)
    admin.do(replace + rb' "10.0.0.1\e10.0.0.2"', replace + b" 10.0.0.3")
    assert admin.ask(get) == b"201 10.0.0.3"
    admin.do(replace + b' ""')
    assert admin.ask(get) == b'201 ""'


@pytest.mark.parametrize("pair", SETS)
def test_what_is_no_address_is_refused_and_changes_nothing(admin, pair):
    get, replace = verbs(pair)
    admin.do(replace + b" 10.0.0.1")
    for wrong in (b"", b" host.example", rb' "10.0.0.2\e10.0.0.999"', b' "10.0.0.9-10.0.0.1"', b" 10.0.0.0/33",
                  b' "10.0.0.1-2001:db8::1"', b" (10.0.0.1)", b' "010.0.0.1"'):
        assert admin.refused(replace + wrong)
    assert admin.ask(get) == b"201 10.0.0.1"


def test_setlanips_and_the_others_keep_sets_of_their_own(admin):
    for number, pair in enumerate(SETS):
        admin.do(verbs(pair)[1] + b" 10.0.0.%d" % number)
    assert [admin.ask(verbs(pair)[0]) for pair in SETS] == [b"201 10.0.0.%d" % number for number in range(len(SETS))]


def test_setlanips_names_the_line_that_is_no_address(admin):
    assert admin.ask(rb'SETLANIPS "10.0.0.1\e; a comment\enonsense"').startswith(b"501 line 3 ")


class TestWithoutACluster:
    @pytest.fixture
    def options(self):
        return Options(port=0, main_domain="example.com", password="secret")

    @pytest.mark.parametrize("pair", SETS)
    def test_only_the_clusterwide_sets_are_refused(self, admin, pair):
        get, replace = verbs(pair)
        refused = pair.startswith("GETCLUSTER")
        assert (admin.code(replace + b" 10.0.0.1") == 570) is refused
        assert admin.ask(get) == b"201 10.0.0.1" or refused
        assert (admin.code(get) == 570) is refused


# --- GETIPSTATE

TYPES = [
    (b"DENIED", b"Denied"), (b"WHITEHOLE", b"WhiteHole"), (b"BLACKLISTED", b"Blacklisted"), (b"CLIENT", b"Client"),
    (b"LAN", b"LAN"), (b"NATED", b"NATed"), (b"NATSITE", b"NATSite"), (b"DEBUG", b"Debug"),
]


@pytest.mark.parametrize(("name", "kind"), TYPES)
@pytest.mark.parametrize("prefix", [b"", b"CLUSTER"])
def test_getipstate_answers_a_string_with_the_type(admin, name, kind, prefix):
    assert admin.ask(b"GETIPSTATE 10.0.0.5") == b'201 ""'
    admin.do(b"SET%s%sIPS 10.0.0.5" % (prefix, name))
    assert admin.ask(b"GETIPSTATE 10.0.0.5") == b"201 " + kind
    assert admin.ask(b"GETIPSTATE 10.0.0.6") == b'201 ""'


def test_getipstate_answers_the_first_type_of_an_address_in_several_sets(admin):
    for name, kind in reversed(TYPES):
        admin.do(b"SET%sIPS 10.0.0.5" % name)
        assert admin.ask(b"GETIPSTATE 10.0.0.5") == b"201 " + kind


@pytest.mark.parametrize("address", [
    b"10.1.2.3", b'"10.1.2.3"', b"[10.1.2.3]", b"[10.1.2.3]:25", b"#I[10.1.2.3]", b"#I[10.1.2.3]:25",
    b'"::ffff:10.1.2.3"',
])
def test_getipstate_takes_a_string_or_an_ip_address(admin, address):
    admin.do(b"SETLANIPS 10.1.2.3")
    assert admin.ask(b"GETIPSTATE " + address) == b"201 LAN"


@pytest.mark.parametrize(("lines", "inside", "outside"), [
    (rb"10.0.0.1", [b"10.0.0.1"], [b"10.0.0.0", b"10.0.0.2"]),
    (rb"[10.0.0.1] ; a router", [b"10.0.0.1"], [b"10.0.0.2"]),
    (rb"10.0.0.5-10.0.1.5", [b"10.0.0.5", b"10.0.0.255", b"10.0.1.5"], [b"10.0.0.4", b"10.0.1.6"]),
    (rb"[10.0.0.5] - [10.0.1.5]", [b"10.0.0.6"], [b"10.0.0.4"]),
    (rb"10.1.0.0/16", [b"10.1.0.0", b"10.1.255.255"], [b"10.2.0.0", b"10.0.255.255"]),
    (rb"10.1.7.9/255.255.0.0", [b"10.1.0.0"], [b"10.2.0.0"]),
    (rb"2001:db8::/32", [b"2001:db8::1"], [b"2001:db9::1", b"10.0.0.1"]),
    (rb"2001:db8::1-2001:db8::ff", [b"2001:db8::20"], [b"2001:db8::100"]),
    (rb"; 10.0.0.1\e\e 10.0.0.2 \e;", [b"10.0.0.2"], [b"10.0.0.1"]),
    (rb"10.0.0.0/8\e!10.0.7.0/24", [b"10.0.6.255"], [b"10.0.7.1"]),
])
def test_getipstate_understands_the_lines_of_a_set(admin, lines, inside, outside):
    admin.do(b'SETLANIPS "%s"' % lines)
    assert {admin.ask(b'GETIPSTATE "%s"' % address) for address in inside} == {b"201 LAN"}
    assert {admin.ask(b'GETIPSTATE "%s"' % address) for address in outside} == {b'201 ""'}


def test_getipstate_checks_temporary_clients_only_with_temp(admin, simulator):
    obey(simulator.service, 'TEMPCLIENT {address="[10.0.0.9]"; seconds=#60;}')
    assert admin.ask(b"GETIPSTATE 10.0.0.9") == b'201 ""'
    assert admin.ask(b"GETIPSTATE 10.0.0.9 TEMP") == b"201 Client"
    assert admin.ask(b"GETIPSTATE 10.0.0.8 TEMP") == b'201 ""'
    simulator.service.clock.advance(60)
    assert admin.ask(b"GETIPSTATE 10.0.0.9 TEMP") == b'201 ""'


def test_getipstate_calls_a_temporarily_blocked_address_blacklisted(admin):
    admin.do(b"TEMPBLACKLISTIP 10.0.0.9")
    assert admin.ask(b"GETIPSTATE 10.0.0.9") == b"201 Blacklisted"


@pytest.mark.parametrize("address", [b"", b" host.example", b" 10.0.0", b' ""', b" [10.0.0.1", b" (10.0.0.1)", b" [[]"])
def test_getipstate_refuses_what_is_no_address(admin, address):
    assert admin.refused(b"GETIPSTATE" + address)


@pytest.mark.parametrize("right", [b"Settings", b"User"])
def test_getipstate_needs_one_of_two_rights(admin, connect, right):
    admin.do(b"CREATEACCOUNT bob {Password=pass;}")
    bob = connect("bob", "pass")
    assert bob.code(b"GETIPSTATE 10.0.0.1") == 510
    admin.do(b"SETACCOUNTRIGHTS bob (%s)" % right)
    assert bob.ask(b"GETIPSTATE 10.0.0.1") == b'201 ""'
