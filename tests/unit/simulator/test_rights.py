# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may do what (protocol.md section 6.5), and what a Domain Administrator's updates leave out."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.cli import catalogue
from ansible_collections.communigate.pro.plugins.module_utils.simulator import rights


@pytest.fixture(autouse=True)
def domains(admin):
    admin.do(
        b"CREATEDOMAIN own.example", b"CREATEDOMAIN other.example",
        b"CREATEDOMAIN child.example {AdminDomainName=own.example;}",
        b"CREATEACCOUNT bob@own.example {Password=pass;}", b"CREATEACCOUNT x@own.example",
        b"CREATEACCOUNT x@other.example",
        b"CREATEACCOUNT x@child.example",
    )


@pytest.fixture
def bob(admin, connect):
    """Logs bob@own.example in with some rights."""
    def make(*codes: bytes):
        admin.do(b"SETACCOUNTRIGHTS bob@own.example (%s)" % b",".join(codes))
        return connect("bob@own.example", "pass")
    return make


def test_every_wording_of_the_catalogue_is_understood():
    for specs in catalogue.COMMANDS.values():
        for spec in specs:
            asked = rights.demand(spec.rights)
            assert asked.everybody or asked.server, spec.verb


@pytest.mark.parametrize(("verb", "server", "domain", "owner"), [
    ("LISTDOMAINS", {"All Domains"}, None, False),
    ("GETLANIPS", {"Settings"}, None, False),
    ("GETSERVERINTERCEPT", {"Master"}, None, False),
    ("ROUTE", {"Settings", "All Domains"}, None, False),
    ("SHUTDOWN", {"Monitoring"}, None, False),
    ("LISTDIRECTORYUNITS", {"Directory"}, None, False),
    ("REJECTQUEUEMESSAGE", {"Can Reject Queues"}, None, False),
    ("GETDOMAINSETTINGS", {"All Domains"}, "", False),
    ("CREATEACCOUNT", {"All Domains"}, "CanCreateAccounts", False),
    ("VERIFYACCOUNTPASSWORD", {"All Domains"}, "", False),
    ("READSTORAGEFILE", {"All Domains"}, "WebSite", True),
    ("LISTMAILBOXES", {"All Domains"}, "CanAccessMailboxes", True),
    ("GETACCOUNTACL", {"All Domains"}, "CanImpersonate", True),
    ("GETLIST", {"All Domains"}, "CanAccessLists", True),
    ("GETACCOUNTSETTINGS", {"All Domains"}, "", True),
])
def test_what_commands_ask_for(verb, server, domain, owner):
    asked = rights.demand(catalogue.COMMANDS[verb][0].rights)
    assert (set(asked.server), asked.domain, asked.owner) == (server, domain, owner)


# --- users without rights

@pytest.mark.parametrize("command", [
    b"LISTDOMAINS", b"GETDOMAINSETTINGS", b"LISTACCOUNTS", b"CREATEACCOUNT y", b"GETACCOUNTSETTINGS x",
    b"DELETEACCOUNT bob",
    b"UPDATEACCOUNTSETTINGS * {RealName=x;}", b"GETLANIPS", b"GETACCOUNTALIASES *", b"CREATEGROUP g",
    b"LISTMAILBOXES x",
    b"VERIFYACCOUNTPASSWORD bob PASSWORD pass", b"SETACCOUNTRIGHTS * (Domain)", b"KILLACCOUNTSESSIONS *",
])
def test_a_user_without_rights_may_not(bob, command):
    assert bob().refused(command)


@pytest.mark.parametrize("command", [
    b"GETACCOUNTSETTINGS *", b"GETACCOUNTSETTINGS bob", b"GETACCOUNTEFFECTIVESETTINGS BOB@own.example",
    b"GETACCOUNTONESETTING * RealName", b"GETACCOUNTINFO *", b"GETACCOUNTPREFS *", b"GETACCOUNTEFFECTIVEPREFS bob",
    b"LISTMAILBOXES *", b"GETACCOUNTACL *",
])
def test_a_user_without_rights_may_read_what_is_the_own(bob, command):
    assert bob().code(command) == 201


# --- Domain Administrators

def test_any_domain_right_makes_a_domain_administrator_of_the_own_domain(bob):
    wire = bob(b"Domain")
    assert wire.ask(b"LISTACCOUNTS") == b"201 {bob=macnt;x=macnt;}"
    assert wire.ask(b"GETACCOUNTSETTINGS x") == b"201 {}"
    assert wire.ask(b"GETDOMAINSETTINGS own.example") == b"201 {}"
    for command in (b"LISTDOMAINS", b"GETLANIPS", b"LISTACCOUNTS other.example", b"GETACCOUNTSETTINGS x@other.example"):
        assert wire.refused(command)
    for command in (b"SETACCOUNTSETTINGS x {}", b"SETDOMAINSETTINGS own.example {}", b"SUSPENDDOMAIN own.example"):
        assert wire.refused(command)


def test_administered_domains_name_the_parent(bob):
    wire = bob(b"CanCreateAccounts")
    assert wire.ask(b"LISTADMINDOMAINS") == b"201 (child.example,own.example)"
    wire.do(b"CREATEACCOUNT y@child.example")
    assert wire.ask(b"LISTACCOUNTS child.example") == b"201 {x=macnt;y=macnt;}"


@pytest.mark.parametrize(("right", "command"), [
    (b"CanCreateAccounts", b"CREATEACCOUNT y"), (b"CanCreateAccounts", b"RENAMEACCOUNT x into y"),
    (b"CanCreateAccounts", b"DELETEACCOUNT x"), (b"CanCreateAccounts", b"SETACCOUNTTYPE x AGrade"),
    (b"CanCreateGroups", b"CREATEGROUP g"), (b"CanCreateForwarders", b"CREATEFORWARDER f TO a@example.org"),
    (b"CanCreateAliases", b"SETACCOUNTALIASES x (z)"), (b"CanCreateTelnums", b"SETACCOUNTTELNUMS x (1)"),
    (b"CanCreateNamedTasks", b"CREATENAMEDTASK t FOR x"), (b"CanCreateLists", b"CREATELIST l for x"),
    (b"RulesAllowed", b"SETACCOUNTMAILRULES x ()"), (b"RulesAllowed", b"SETDOMAINMAILRULES own.example ()"),
    (b"SignalRulesAllowed", b"SETACCOUNTSIGNALRULES x ()"), (b"CanModifyRPOP", b"SETACCOUNTRPOPS x {}"),
    (b"CanModifyRSIP", b"SETACCOUNTRSIPS x {}"), (b"WebUserSettings", b"SETACCOUNTPREFS x {}"),
    (b"WebUserSettings", b"UPDATEACCOUNTDEFAULTPREFS {}"), (b"BasicSettings", b"SETACCOUNTPASSWORD x PASSWORD p"),
    (b"CanAccessMailboxes", b"CREATEMAILBOX x MAILBOX m"), (b"CanImpersonate", b"SETACCOUNTACL x {}"),
    (b"WebSite", b"WRITESTORAGEFILE x FILE f DATA []"), (b"CentralDirectory", b"INSERTDIRECTORYRECORDS own.example"),
])
def test_each_command_needs_its_right_and_no_other(bob, right, command):
    assert bob(b"Domain", b"CanPostAlerts").refused(command)
    bob(right).do(command)


def test_rights_end_at_the_borders_of_the_domain(bob, admin):
    wire = bob(b"CanCreateAccounts", b"CanCreateGroups", b"CanCreateForwarders")
    wire.do(b"CREATEGROUP g", b"CREATEFORWARDER f TO a@example.org")
    for command in (
        b"CREATEACCOUNT y@other.example", b"DELETEACCOUNT x@other.example", b"RENAMEACCOUNT x into y@other.example",
        b"RENAMEGROUP g into g@other.example", b"RENAMEFORWARDER f INTO f@other.example",
        b"CREATEACCOUNT y@example.com",
    ):
        assert wire.refused(command)
    wire.do(b"RENAMEACCOUNT x into y@child.example", b"RENAMEGROUP g into g@child.example")


def test_special_accounts_need_a_right_of_their_own(bob):
    wire = bob(b"CanCreateAccounts")
    assert wire.refused(b"CREATEACCOUNT y TextMailbox")
    assert wire.refused(b"CREATEACCOUNT y LEGACY")
    wire.do(b"CREATEACCOUNT y AGrade")
    wire = bob(b"CanCreateAccounts", b"CanCreateSpecialAccounts")
    wire.do(b"CREATEACCOUNT z TextMailbox LEGACY")


# --- what their updates leave out

SETTINGS = b"{RealName=Name;Password=pw;ou=Sales;MaxAccountSize=1G;AccessModes=None;PSTNAreaCode=20;RulesAllowed=Any;}"


@pytest.mark.parametrize(("codes", "kept"), [
    ((b"Domain",), b"{}"),
    ((b"BasicSettings",), b"{Password=pw;RealName=Name;ou=Sales;}"),
    ((b"PSTNSettings",), b"{PSTNAreaCode=20;}"),
    ((b"MaxAccountSize", b"RulesAllowed"), b"{MaxAccountSize=1G;RulesAllowed=Any;}"),
    ((b"BasicSettings", b"AccessModes"), b"{AccessModes=None;Password=pw;RealName=Name;ou=Sales;}"),
])
@pytest.mark.parametrize(("command", "get"), [
    (b"UPDATEACCOUNTSETTINGS x@own.example ", b"GETACCOUNTSETTINGS x@own.example"),
    (b"UPDATEACCOUNTDEFAULTS own.example ", b"GETACCOUNTDEFAULTS own.example"),
    (b"UPDATEACCOUNTTEMPLATE own.example ", b"GETACCOUNTTEMPLATE own.example"),
    (b"CREATEACCOUNT y@own.example ", b"GETACCOUNTSETTINGS y@own.example"),
])
def test_settings_that_an_administrator_may_not_change_are_left_out_silently(bob, admin, codes, kept, command, get):
    bob(*codes, b"CanCreateAccounts").do(command + SETTINGS)
    assert admin.ask(get) == b"201 " + kept


def test_what_is_left_out_is_not_removed_either(bob, admin):
    admin.do(b"UPDATEACCOUNTSETTINGS x@own.example {MaxAccountSize=1G;RealName=X;}")
    bob(b"BasicSettings").do(b"UPDATEACCOUNTSETTINGS x {MaxAccountSize=default;RealName=default;}")
    assert admin.ask(b"GETACCOUNTSETTINGS x@own.example") == b"201 {MaxAccountSize=1G;}"


def test_domain_settings_are_left_out_silently_too(bob, admin):
    wire = bob(b"BasicSettings", b"DKIM")
    wire.do(b"UPDATEDOMAINSETTINGS {AccountsLimit=5;MailToUnknown=Discarded;DKIM={Enabled=No;};}")
    assert admin.ask(b"GETDOMAINSETTINGS own.example") == b"201 {DKIM={Enabled=No;};MailToUnknown=Discarded;}"


def test_server_administrators_are_not_restricted(admin):
    admin.do(b"UPDATEACCOUNTSETTINGS x@own.example {MaxAccountSize=1G;AccessModes=None;}")
    assert admin.ask(b"GETACCOUNTSETTINGS x@own.example") == b"201 {AccessModes=None;MaxAccountSize=1G;}"


# --- server administrators

@pytest.mark.parametrize(("codes", "allowed", "refused"), [
    (b"UserAccounts", [b"LISTDOMAINS", b"LISTACCOUNTS other.example"], [b"GETLANIPS", b"GETSERVERINTERCEPT"]),
    (b'"All Domains"', [b"LISTDOMAINS"], [b"GETNETWORK"]),
    (
        b"Settings", [b"GETLANIPS", b"LISTMODULES"],
        [b"LISTDOMAINS", b"GETSERVERINTERCEPT", b"LISTACCOUNTS other.example"],
    ),
    (b"Master", [b"GETLANIPS", b"LISTDOMAINS", b"GETSERVERINTERCEPT"], []),
])
def test_server_rights(admin, connect, codes, allowed, refused):
    admin.do(b"CREATEACCOUNT eve {Password=pass;}", b"SETACCOUNTRIGHTS eve (%s)" % codes)
    eve = connect("eve", "pass")
    for command in allowed:
        assert eve.code(command) == 201
    for command in refused:
        assert eve.refused(command)


@pytest.mark.parametrize("code", [b"Master", b"UserAccounts"])
def test_server_rights_are_lost_on_the_way_to_a_secondary_domain(admin, connect, code):
    admin.do(
        b"CREATEACCOUNT eve {Password=pass;}", b"SETACCOUNTRIGHTS eve (%s)" % code,
        b"RENAMEACCOUNT eve into eve@own.example",
    )
    assert connect("eve@own.example", "pass").refused(b"LISTDOMAINS")


def test_rights_are_checked_for_each_command(bob, admin):
    wire = bob(b"Domain")
    assert wire.code(b"LISTACCOUNTS") == 201
    admin.do(b"SETACCOUNTRIGHTS bob@own.example ()")
    assert wire.refused(b"LISTACCOUNTS")
