# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Server Settings: ROUTE, and what the Router Tables say to it."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options


@pytest.fixture
def options():
    return Options(port=0, main_domain="example.com", password="secret", cluster=True)


@pytest.fixture(autouse=True)
def objects(admin):
    admin.do(
        b"CREATEDOMAIN acme.example", b"SETDOMAINALIASES acme.example (alias.example)",
        b"CREATEACCOUNT bob", b"SETACCOUNTALIASES bob (robert)", b"CREATEACCOUNT ann@acme.example",
        b"CREATEGROUP staff@acme.example", b"CREATELIST news@acme.example for ann",
        b"CREATENAMEDTASK robot@acme.example FOR ann",
        b"CREATEFORWARDER near@acme.example TO ann", b"CREATEFORWARDER far@acme.example TO x@remote.example",
        b"CREATEFORWARDER hole@acme.example TO null",
    )


# --- modes and modules

def test_route_answers_an_array_of_module_host_and_address(admin):
    assert admin.ask(b"ROUTE bob@example.com") == b"201 (Local,bob@example.com,bob@example.com)"


@pytest.mark.parametrize(("mode", "module"), [(b"mail", b"SMTP"), (b"access", b"SMTP"), (b"signal", b"SIP"),
                                              (b"SIGNAL", b"SIP")])
def test_route_takes_an_address_of_another_server_to_the_module_of_the_mode(admin, mode, module):
    expected = b"201 (%s,remote.example,who@remote.example)" % module
    assert admin.ask(b"ROUTE who@remote.example " + mode) == expected


def test_route_has_the_mode_access_when_none_is_given(admin):
    admin.do(b'SETROUTERTABLE "Access:<x> = bob\\eMail:<x> = ann@acme.example\\eSignal:<x> = null"')
    assert admin.ask(b"ROUTE x") == admin.ask(b"ROUTE x access") == b"201 (Local,bob@example.com,bob@example.com)"
    assert admin.ask(b"ROUTE x mail") == b"201 (Local,ann@acme.example,ann@acme.example)"
    assert admin.ask(b"ROUTE x signal") == b"201 (SYSTEM,NULL,null)"


@pytest.mark.parametrize("word", [b"other", b"mail signal", b"(mail)"])
def test_route_refuses_another_mode(admin, word):
    assert admin.refused(b"ROUTE bob " + word)


def test_route_means_the_main_domain_without_a_domain(admin):
    assert admin.ask(b"ROUTE bob") == b"201 (Local,bob@example.com,bob@example.com)"
    assert admin.code(b"ROUTE ann") == 513


@pytest.mark.parametrize("host", [b"other.example._via", b"other.example.via", b"OTHER.example._VIA"])
def test_route_leads_to_the_server_that_a_record_names_and_leaves_the_address_as_it_is(admin, host):
    """What a Domain that has moved needs: its own Accounts are there still, and mail for them goes elsewhere."""
    record = b"<*@acme.example> = *%%acme.example@%s" % host
    admin.do(b'SETROUTERTABLE "Mail:%s\\eSignal:%s"' % (record, record))
    server = host.rpartition(b".")[0]
    for mode, module in ((b"mail", b"SMTP"), (b"signal", b"SIP")):
        for name in (b"ann", b"nobody"):
            expected = b"201 (%s,%s,%s@acme.example)" % (module, server, name)
            assert admin.ask(b"ROUTE %s@acme.example %s" % (name, mode)) == expected
    assert admin.ask(b"ROUTE ann@acme.example access") == b"201 (Local,ann@acme.example,ann@acme.example)"


def test_route_leads_to_the_ip_address_that_a_record_names(admin):
    admin.do(b'SETROUTERTABLE "<*@acme.example> = *%acme.example@[192.0.2.1]"')
    assert admin.ask(b"ROUTE ann@acme.example mail") == b'201 (SMTP,"[192.0.2.1]",ann@acme.example)'


def test_route_takes_an_ip_address_as_a_domain(admin):
    assert admin.ask(b'ROUTE "x@[192.0.2.1]" mail') == b'201 (SMTP,"[192.0.2.1]","x@[192.0.2.1]")'


@pytest.mark.parametrize("address", [b'""', b'" "', b'"@example.com"', b'"<>"', b'"a\\eb@example.com"'])
def test_route_refuses_what_is_no_address(admin, address):
    assert admin.refused(b"ROUTE " + address)


# --- objects of Domains

@pytest.mark.parametrize(("address", "answer"), [
    (b"ROBERT@Example.com", b"(Local,bob@example.com,ROBERT@Example.com)"),
    (b"ann@alias.example", b"(Local,ann@acme.example,ann@alias.example)"),
    (b'"<ann@acme.example>"', b"(Local,ann@acme.example,ann@acme.example)"),
    (b"staff@acme.example", b"(Local,staff@acme.example,staff@acme.example)"),
    (b"robot@acme.example", b"(Local,robot@acme.example,robot@acme.example)"),
    (b"news@acme.example", b"(LIST,news@acme.example,news@acme.example)"),
    (b"near@acme.example", b"(Local,ann@acme.example,ann@acme.example)"),
    (b"far@acme.example", b"(SMTP,remote.example,x@remote.example)"),
    (b"hole@acme.example", b"(SYSTEM,NULL,null)"),
    (b'"Work#ann@acme.example"', b'(Local,ann@acme.example,"Work#ann@acme.example")'),
    (b'"app{1,2}#pbx@acme.example"', b'(SYSTEM,PBX,"app{1,2}#pbx@acme.example")'),
], ids=[
    "alias", "alias of the domain", "account", "group", "named task", "mailing list", "forwarder", "forwarder outwards",
    "forwarder to nothing", "mailbox", "pbx",
])
def test_route_leads_to_the_object_with_the_name(admin, address, answer):
    assert admin.ask(b"ROUTE " + address) == b"201 " + answer


@pytest.mark.parametrize("word", [b"NULL", b"ERROR", b"SPAMTRAP", b"BLACKLISTED"])
def test_route_answers_system_for_a_builtin_destination(admin, word):
    assert admin.ask(b"ROUTE " + word.lower()) == b"201 (SYSTEM,%s,%s)" % (word, word.lower())


# --- unknown names

MODES = [(b"mail", b"Mail"), (b"access", b"Access"), (b"signal", b"Signal")]


@pytest.mark.parametrize(("mode", "key"), MODES)
class TestUnknownNames:
    def test_route_refuses_a_name_that_is_to_be_rejected(self, admin, mode, key):
        assert admin.code(b"ROUTE no@acme.example " + mode) == 513
        admin.do(b"UPDATEDOMAINSETTINGS acme.example {%sToUnknown=Rejected;}" % key)
        assert admin.code(b"ROUTE no@acme.example " + mode) == 513

    def test_route_leads_to_null_when_it_is_to_be_discarded(self, admin, mode, key):
        admin.do(b"UPDATEDOMAINSETTINGS acme.example {%sToUnknown=Discarded;}" % key)
        assert admin.ask(b"ROUTE no@acme.example " + mode) == b"201 (SYSTEM,NULL,no@acme.example)"

    def test_route_leads_on_when_it_is_to_be_rerouted(self, admin, mode, key):
        admin.do(b'UPDATEDOMAINSETTINGS acme.example {%sToUnknown="Rerouted to";}' % key)
        assert admin.code(b"ROUTE no@acme.example " + mode) == 513
        admin.do(b"UPDATEDOMAINSETTINGS acme.example {%sRerouteAddress=ann;}" % key)
        assert admin.ask(b"ROUTE no@acme.example " + mode) == b"201 (Local,ann@acme.example,ann@acme.example)"
        admin.do(b'UPDATEDOMAINSETTINGS acme.example {%sRerouteAddress="*@alias.example";}' % key)
        assert admin.refused(b"ROUTE no@acme.example " + mode)
        admin.do(b"UPDATEDOMAINSETTINGS acme.example {%sRerouteAddress=spamtrap;}" % key)
        assert admin.ask(b"ROUTE no@acme.example " + mode) == b"201 (SYSTEM,SPAMTRAP,spamtrap)"

    def test_route_leads_to_error_when_it_is_to_be_bounced(self, admin, mode, key):
        admin.do(b'UPDATEDOMAINSETTINGS acme.example {%sToUnknown="Accepted and Bounced";}' % key)
        assert admin.ask(b"ROUTE no@acme.example " + mode) == b"201 (SYSTEM,ERROR,no@acme.example)"

    def test_route_asks_the_setting_of_its_own_mode_and_its_default(self, admin, mode, key):
        admin.do(b"UPDATEDOMAINDEFAULTS {%sToUnknown=Discarded;}" % key)
        for other, _key in MODES:
            answer = admin.ask(b"ROUTE no@acme.example " + other)
            assert answer.startswith(b"201 (SYSTEM,NULL," if other == mode else b"513 ")

    @pytest.mark.parametrize("value", [b"{a=b;}", b"(x)", b"#5", b"nonsense"])
    def test_route_rejects_when_the_setting_makes_no_sense(self, admin, mode, key, value):
        admin.do(b"UPDATEDOMAINSETTINGS acme.example {%sToUnknown=%s;%sRerouteAddress=%s;}" % (key, value, key, value))
        assert admin.code(b"ROUTE no@acme.example " + mode) == 513


# --- the Router Table

@pytest.mark.parametrize(("table", "address", "answer"), [
    (b"old.example = acme.example", b"ann@old.example", b"(Local,ann@acme.example,ann@acme.example)"),
    (b"old.example = remote.example", b"who@old.example", b"(SMTP,remote.example,who@remote.example)"),
    (b"*.old.example = *.new.example", b"a@x.old.example", b"(SMTP,x.new.example,a@x.new.example)"),
    (b"OLD.example=Acme.example;why", b"ann@old.EXAMPLE", b"(Local,ann@acme.example,ann@Acme.example)"),
    (b"closed.example = error", b"who@closed.example", b"(SYSTEM,ERROR,error)"),
    (b"all.example = bob@example.com", b"who@all.example", b"(Local,bob@example.com,bob@example.com)"),
    (b"<sales@acme.example> = ann@acme.example", b"Sales@acme.example", b"(Local,ann@acme.example,ann@acme.example)"),
    (b"<sales> = <bob>", b"sales", b"(Local,bob@example.com,bob@example.com)"),
    (b"sales = bob", b"sales@example.com", b"(Local,bob@example.com,bob@example.com)"),
    (b"<sales> = spamtrap", b"sales@example.com", b"(SYSTEM,SPAMTRAP,spamtrap)"),
    (b"<*@old.example> = *@acme.example", b"ann@old.example", b"(Local,ann@acme.example,ann@acme.example)"),
    (b"<*-box@*.old.example> = *@*.remote.example", b"a-box@b.old.example",
     b"(SMTP,b.remote.example,a@b.remote.example)"),
    (b"Relay:<x@old.example> = bob", b"x@old.example", b"(Local,bob@example.com,bob@example.com)"),
    (rb"; one\e<x> = bob ; two\e<x> = null", b"x", b"(Local,bob@example.com,bob@example.com)"),
    (rb"no record\e= x\ey =\e<a@b@c> = null\e<x> = bob", b"x", b"(Local,bob@example.com,bob@example.com)"),
    (rb"<x> = y\e<y> = bob", b"x", b"(Local,bob@example.com,bob@example.com)"),
    (b"<bob> = ann@acme.example", b"bob", b"(Local,ann@acme.example,ann@acme.example)"),
    (b"<bob> = bob", b"bob", b"(Local,bob@example.com,bob@example.com)"),
])
def test_setroutertable_says_where_route_leads(admin, table, address, answer):
    admin.do(b'SETROUTERTABLE "%s"' % table)
    assert admin.ask(b"ROUTE " + address) == b"201 " + answer


@pytest.mark.parametrize(("number", "found"), [
    (b"+123456", False), (b"+1234567", True), (b"+12345678901234567890", True), (b"+123456789012345678901", False),
    (b"1234567", False), (b"+12345x7", False),
])
def test_setroutertable_takes_a_number_of_digits_for_signals(admin, number, found):
    admin.do(b'SETROUTERTABLE "S:<+(7-20d)@example.com> = gateway{*}#pbx"')
    answer = admin.ask(b'ROUTE "%s" signal' % number)
    expected = b'201 (SYSTEM,PBX,"gateway{%s}#pbx@example.com")' % number[1:]
    assert (answer == expected) is found
    assert found or answer.startswith(b"513 ")
    assert admin.code(b'ROUTE "%s" mail' % number) == 513


@pytest.mark.parametrize(("prefix", "modes"), [
    (b"M:", {b"mail"}), (b"A:", {b"access"}), (b"S:", {b"signal"}), (b"A:S:", {b"access", b"signal"}),
    (b"Mail: Signal: ", {b"mail", b"signal"}), (b"", {b"mail", b"access", b"signal"}),
    (b"NoRelay:", {b"mail", b"access", b"signal"}),
])
def test_setroutertable_limits_records_to_modes(admin, prefix, modes):
    admin.do(b'SETROUTERTABLE "%s<x> = bob"' % prefix)
    answered = {mode for mode, _key in MODES if admin.ask(b"ROUTE x " + mode).startswith(b"201 (Local,bob@")}
    assert answered == modes


def test_setclusterroutertable_comes_after_the_server_s_table(admin):
    admin.do(
        rb'SETCLUSTERROUTERTABLE "<x> = ann@acme.example\e<y> = ann@acme.example"', b'SETROUTERTABLE "<x> = bob"',
    )
    assert admin.ask(b"ROUTE x") == b"201 (Local,bob@example.com,bob@example.com)"
    assert admin.ask(b"ROUTE y") == b"201 (Local,ann@acme.example,ann@acme.example)"


@pytest.mark.parametrize("table", [rb"<x> = y\e<y> = x", b"<x*> = x*x", b"<x@*> = x@a.*"])
def test_route_refuses_a_circle(admin, table):
    admin.do(b'SETROUTERTABLE "%s"' % table)
    assert admin.refused(b"ROUTE x@example.com")


def test_route_refuses_a_circle_of_forwarders(admin):
    admin.do(b"CREATEFORWARDER one TO two", b"CREATEFORWARDER two TO one")
    assert admin.code(b"ROUTE one") == 501


@pytest.mark.parametrize("right", [b"Settings", b"User"])
def test_route_needs_one_of_two_rights(admin, connect, right):
    admin.do(b"UPDATEACCOUNTSETTINGS bob {Password=pass;}")
    bob = connect("bob", "pass")
    assert bob.code(b"ROUTE bob") == 510
    admin.do(b"SETACCOUNTRIGHTS bob (%s)" % right)
    assert bob.code(b"ROUTE bob") == 201
