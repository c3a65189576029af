# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Domain Set Administration: which Domains there are, and who may use the section's commands."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options

# --- LISTDOMAINS and MAINDOMAINNAME


def test_listdomains_names_all_domains_of_the_server(admin):
    admin.do(b"CREATEDOMAIN client2.example", b"CREATEDOMAIN client1.example")
    assert admin.ask(b"LISTDOMAINS") == b"201 (example.com,client1.example,client2.example)"


def test_listdomains_names_domains_without_their_aliases(admin):
    admin.do(b"CREATEDOMAIN client1.example", b"SETDOMAINALIASES client1.example (alias.example)")
    assert admin.ask(b"LISTDOMAINS") == b"201 (example.com,client1.example)"


def test_maindomainname_is_a_string_with_the_name_of_the_main_domain(admin):
    admin.do(b"CREATEDOMAIN a.example")
    assert admin.ask(b"MAINDOMAINNAME") == b"201 example.com"


# --- CREATEDOMAIN

def test_createdomain_makes_a_secondary_domain_without_settings(admin):
    admin.do(b"CREATEDOMAIN client1.example")
    assert admin.ask(b"LISTDOMAINS") == b"201 (example.com,client1.example)"
    assert admin.ask(b"GETDOMAINSETTINGS client1.example") == b"201 {}"
    assert admin.ask(b"LISTDOMAINOBJECTS client1.example 9") == b"201 (0,{},0,0)"


def test_createdomain_takes_the_settings_of_the_domain(admin):
    admin.do(b'CREATEDOMAIN client1.example {TrailerText="the end";Key=#5;Unset=default;}')
    assert admin.ask(b"GETDOMAINSETTINGS client1.example") == b'201 {Key=#5;TrailerText="the end";}'


@pytest.mark.parametrize("name", [
    b"client1.example", b"CLIENT1.example", b"alias.example", b"Alias.Example", b"example.com",
])
def test_createdomain_refuses_a_name_that_a_domain_has_as_name_or_alias(admin, name):
    admin.do(b"CREATEDOMAIN client1.example", b"SETDOMAINALIASES client1.example (alias.example)")
    reply = admin.ask(b"CREATEDOMAIN " + name)
    assert reply.startswith(b"500 ") and b"already exists" in reply
    assert admin.ask(b"LISTDOMAINS") == b"201 (example.com,client1.example)"


@pytest.mark.parametrize("name", [
    b'""', b'"two words"', b"a/b", b'"a@b"', b"-", b".", b"a..b", b".a", b"a.", b"-a", b"a-.b", b"x" * 256,
])
def test_createdomain_refuses_an_illegal_name(admin, name):
    assert admin.refused(b"CREATEDOMAIN " + name)
    assert admin.ask(b"LISTDOMAINS") == b"201 (example.com)"


@pytest.mark.parametrize("settings", [b"(a,b)", b"{a=1;"], ids=["array", "half"])
def test_createdomain_refuses_settings_that_are_no_dictionary(admin, settings):
    assert admin.code(b"CREATEDOMAIN client1.example " + settings) == 500
    assert admin.ask(b"LISTDOMAINS") == b"201 (example.com)"


@pytest.mark.parametrize("command", [
    b"CREATEDOMAIN new.example PATH %s", b"RENAMEDOMAIN old.example INTO new.example PATH %s",
], ids=["CREATEDOMAIN", "RENAMEDOMAIN"])
def test_the_mount_point_is_named_without_its_suffix(admin, command):
    admin.do(b"CREATEDOMAINSTORAGE PATH big", b"CREATEDOMAIN old.example")
    assert admin.refused(command % b'"big.mnt"')
    assert admin.ask(b"LISTDOMAINS") == b"201 (example.com,old.example)"
    admin.do(command % b"big")
    assert admin.ask(b"GETDOMAINLOCATION new.example") == b'201 "Domains/big.mnt/new.example"'


def test_createdomain_keeps_the_case_of_the_name(admin):
    admin.do(b"CREATEDOMAIN Client1.Example")
    assert admin.ask(b"LISTDOMAINS") == b"201 (example.com,Client1.Example)"
    assert admin.ask(b"GETDOMAINSETTINGS client1.EXAMPLE") == b"201 {}"


def test_createdomain_puts_the_data_on_an_existing_storage_mount_point(admin):
    assert admin.refused(b"CREATEDOMAIN client1.example PATH big")
    assert admin.code(b"GETDOMAINSETTINGS client1.example") == 512
    admin.do(b"CREATEDOMAINSTORAGE PATH big", b"CREATEDOMAIN client1.example PATH big {A=1;}")
    assert admin.ask(b"GETDOMAINLOCATION client1.example") == b'201 "Domains/big.mnt/client1.example"'
    assert admin.ask(b"GETDOMAINSETTINGS client1.example") == b"201 {A=1;}"


def test_createdomain_needs_a_cluster_for_a_shared_domain(admin):
    assert admin.refused(b"CREATEDOMAIN shared.example SHARED")
    assert admin.ask(b"LISTDOMAINS") == b"201 (example.com)"


# --- RENAMEDOMAIN

def test_renamedomain_takes_everything_along(admin):
    admin.do(
        b"CREATEDOMAIN old.example {A=1;}", b"CREATEACCOUNT bob@old.example {RealName=Bob;}",
        b"SETACCOUNTTELNUMS bob@old.example (1001)", b"SETDOMAINALIASES old.example (alias.example)",
        b"CREATEFORWARDER fax@old.example TO x@example.org", b"SETACCOUNTTEMPLATE old.example {B=1;}",
        b"RENAMEDOMAIN old.example INTO new.example",
    )
    assert admin.code(b"GETDOMAINSETTINGS old.example") == 512
    assert admin.ask(b"GETDOMAINSETTINGS new.example") == b"201 {A=1;}"
    assert admin.ask(b"GETDOMAINALIASES alias.example") == b"201 (alias.example)"
    assert admin.ask(b"GETACCOUNTTEMPLATE new.example") == b"201 {B=1;}"
    assert admin.ask(b"GETACCOUNTSETTINGS bob@new.example") == b"201 {RealName=Bob;}"
    assert admin.ask(b"GETFORWARDER fax@new.example") == b"201 x@example.org"
    assert admin.ask(b"LISTSERVERTELNUMS 9") == b'201 {""=#1;1001=bob@new.example;}'
    admin.do(b"CREATEDOMAIN old.example")


def test_renamedomain_may_move_the_data_to_another_mount_point(admin):
    admin.do(
        b"CREATEDOMAINSTORAGE PATH big", b"CREATEDOMAINSTORAGE PATH small", b"CREATEDOMAIN a.example PATH big",
        b"RENAMEDOMAIN a.example INTO b.example",
    )
    assert admin.ask(b"GETDOMAINLOCATION b.example") == b'201 "Domains/big.mnt/b.example"'
    admin.do(b"RENAMEDOMAIN b.example INTO c.example PATH small")
    assert admin.ask(b"GETDOMAINLOCATION c.example") == b'201 "Domains/small.mnt/c.example"'


def test_renamedomain_may_change_nothing_but_the_case_of_the_name(admin):
    admin.do(b"CREATEDOMAIN client.example {A=1;}", b"RENAMEDOMAIN client.example INTO Client.Example")
    assert admin.ask(b"LISTDOMAINS") == b"201 (example.com,Client.Example)"
    assert admin.ask(b"GETDOMAINSETTINGS client.example") == b"201 {A=1;}"


def test_renamedomain_keeps_its_accounts_logged_in(admin, connect):
    admin.do(b"CREATEDOMAIN a.example", b"CREATEACCOUNT bob@a.example {Password=pass;}")
    bob = connect("bob@a.example", "pass")
    admin.do(b"RENAMEDOMAIN a.example INTO b.example")
    assert bob.ask(b"GETACCOUNTONESETTING bob@b.example RealName") == b"201 #NULL#"
    assert connect().login(b"bob@a.example", b"pass").startswith(b"515 ")
    assert connect().login(b"bob@b.example", b"pass") == b"200 login OK"


@pytest.mark.parametrize(("new", "code"), [
    (b"two.example", 500), (b"TWO.example", 500), (b"alias.example", 500), (b"own.example", 500), (b"example.com", 500),
    (b'"x y"', 525), (b'""', 525), (b"x.example PATH nowhere", 501),
])
def test_renamedomain_refuses_a_new_name_that_is_taken_or_illegal(admin, new, code):
    admin.do(
        b"CREATEDOMAIN one.example", b"CREATEDOMAIN two.example", b"SETDOMAINALIASES two.example (alias.example)",
        b"SETDOMAINALIASES one.example (own.example)",
    )
    assert admin.code(b"RENAMEDOMAIN one.example INTO " + new) == code
    assert admin.ask(b"LISTDOMAINS") == b"201 (example.com,one.example,two.example)"
    assert admin.ask(b"GETDOMAINLOCATION one.example") == b'201 "Domains/one.example"'


def test_renamedomain_is_for_existing_secondary_domains(admin):
    assert admin.code(b"RENAMEDOMAIN nowhere.example INTO x.example") == 512
    assert admin.refused(b"RENAMEDOMAIN example.com INTO x.example")
    assert admin.refused(b"RENAMEDOMAIN example.com INTO Example.com")
    assert admin.ask(b"MAINDOMAINNAME") == b"201 example.com"


# --- DELETEDOMAIN

def test_deletedomain_removes_an_empty_domain_with_its_aliases(admin):
    admin.do(
        b"CREATEDOMAIN client1.example", b"SETDOMAINALIASES client1.example (alias.example)",
        b"DELETEDOMAIN client1.example",
    )
    assert admin.ask(b"LISTDOMAINS") == b"201 (example.com)"
    assert admin.code(b"DELETEDOMAIN client1.example") == 512
    assert admin.code(b"GETDOMAINSETTINGS alias.example") == 512
    admin.do(b"CREATEDOMAIN alias.example")


@pytest.mark.parametrize("create", [
    b"CREATEACCOUNT x@client1.example", b"CREATEGROUP x@client1.example",
    b"CREATEFORWARDER x@client1.example TO a@example.org",
], ids=["account", "group", "forwarder"])
def test_deletedomain_needs_force_for_a_domain_that_is_not_empty(admin, create):
    admin.do(b"CREATEDOMAIN client1.example {A=1;}", create)
    assert admin.refused(b"DELETEDOMAIN client1.example")
    assert admin.ask(b"GETDOMAINSETTINGS client1.example") == b"201 {A=1;}"
    admin.do(b"DELETEDOMAIN client1.example FORCE")
    assert admin.ask(b"LISTDOMAINS") == b"201 (example.com)"


def test_deletedomain_with_force_removes_all_objects(admin):
    admin.do(
        b"CREATEDOMAIN client1.example", b"CREATEACCOUNT x@client1.example",
        b"SETACCOUNTALIASES x@client1.example (y)", b"SETACCOUNTTELNUMS x@client1.example (1001)",
        b"CREATEGROUP g@client1.example", b"CREATEFORWARDER f@client1.example TO a@example.org",
        b"CREATELIST l@client1.example FOR x", b"CREATENAMEDTASK t@client1.example FOR x",
        b"DELETEDOMAIN client1.example FORCE", b"CREATEDOMAIN client1.example",
    )
    assert admin.ask(b"LISTDOMAINOBJECTS client1.example 9") == b"201 (0,{},0,0)"
    assert admin.ask(b"LISTGROUPS client1.example") == b"201 ()"
    assert admin.ask(b"LISTLISTS client1.example") == b"201 ()"
    assert admin.ask(b"LISTDOMAINNAMEDTASKS client1.example") == b"201 {}"
    assert admin.ask(b"LISTSERVERTELNUMS 9") == b'201 {""=#0;}'
    admin.do(b"SETACCOUNTTELNUMS postmaster (1001)")


def test_deletedomain_with_force_ends_the_connections_of_its_accounts(admin, connect):
    admin.do(b"CREATEDOMAIN client1.example", b"CREATEACCOUNT x@client1.example {Password=pass;}")
    user = connect("x@client1.example", "pass")
    admin.do(b"DELETEDOMAIN client1.example FORCE")
    assert user.line() == b""


def test_deletedomain_with_force_takes_an_empty_domain_too(admin):
    admin.do(b"CREATEDOMAIN client1.example", b"DELETEDOMAIN client1.example FORCE")
    assert admin.ask(b"LISTDOMAINS") == b"201 (example.com)"


@pytest.mark.parametrize("force", [b"", b" FORCE"])
def test_deletedomain_leaves_the_main_domain_alone(admin, force):
    assert admin.refused(b"DELETEDOMAIN example.com" + force)
    assert admin.ask(b"LISTACCOUNTS example.com") == b"201 {pbx=macnt;postmaster=macnt;}"


@pytest.mark.parametrize("command", [
    b"RENAMEDOMAIN alias.example INTO new.example", b"DELETEDOMAIN alias.example",
], ids=["RENAMEDOMAIN", "DELETEDOMAIN"])
def test_an_alias_stands_for_its_domain(admin, command):
    """The manual does not say otherwise for these two, so a client had better know an alias before it deletes it."""
    admin.do(b"CREATEDOMAIN client1.example", b"SETDOMAINALIASES client1.example (alias.example)", command)
    assert admin.code(b"GETDOMAINSETTINGS client1.example") == 512


# --- who may: System Administrators with the right All Domains, and nobody else

COMMANDS = [
    b"LISTDOMAINS", b"MAINDOMAINNAME", b"GETDOMAINDEFAULTS", b"UPDATEDOMAINDEFAULTS {A=1;}",
    b"SETDOMAINDEFAULTS {A=1;}", b"GETCLUSTERDOMAINDEFAULTS", b"UPDATECLUSTERDOMAINDEFAULTS {A=1;}",
    b"SETCLUSTERDOMAINDEFAULTS {A=1;}", b"GETSERVERACCOUNTDEFAULTS", b"UPDATESERVERACCOUNTDEFAULTS {A=1;}",
    b"SETSERVERACCOUNTDEFAULTS {A=1;}", b"GETCLUSTERACCOUNTDEFAULTS", b"UPDATECLUSTERACCOUNTDEFAULTS {A=1;}",
    b"SETCLUSTERACCOUNTDEFAULTS {A=1;}", b"GETSERVERACCOUNTPREFS", b"SETSERVERACCOUNTPREFS {A=1;}",
    b"UPDATESERVERACCOUNTPREFS {A=1;}", b"GETCLUSTERACCOUNTPREFS", b"SETCLUSTERACCOUNTPREFS {A=1;}",
    b"UPDATECLUSTERACCOUNTPREFS {A=1;}", b"CREATEDOMAIN new.example", b"RENAMEDOMAIN own.example INTO x.example",
    b"DELETEDOMAIN own.example FORCE", b"CREATEDIRECTORYDOMAIN dir.example", b"RELOADDIRECTORYDOMAINS",
    b"LISTSERVERTELNUMS 9", b"LISTCLUSTERTELNUMS 9", b"GETSERVERTRUSTEDCERTS", b"SETSERVERTRUSTEDCERTS ([AQID])",
    b"GETCLUSTERTRUSTEDCERTS", b"SETCLUSTERTRUSTEDCERTS ([AQID])", b"GETDIRECTORYINTEGRATION",
    b"SETDIRECTORYINTEGRATION {A=1;}", b"GETCLUSTERDIRECTORYINTEGRATION", b"SETCLUSTERDIRECTORYINTEGRATION {A=1;}",
    b"CREATEDOMAINSTORAGE PATH big", b"LISTDOMAINSTORAGE",
]


def verb(command):
    return command.split()[0].decode()


class TestRights:
    @pytest.fixture
    def options(self):
        return Options(port=0, main_domain="example.com", password="secret", cluster=True)

    @pytest.mark.parametrize("command", COMMANDS, ids=verb)
    def test_the_section_is_for_system_administrators(self, admin, connect, simulator, command):
        admin.do(
            b"CREATEDOMAIN own.example", b"CREATEACCOUNT bob@own.example {Password=pass;}",
            b"SETACCOUNTRIGHTS bob@own.example (Domain,BasicSettings,CanCreateAccounts,CentralDirectory)",
            b"CREATEACCOUNT ann {Password=pass;}", b"SETACCOUNTRIGHTS ann (UserAccounts)",
            b"CREATEACCOUNT eve {Password=pass;}", b"SETACCOUNTRIGHTS eve (Settings,Monitoring,Directory)",
        )
        assert connect("bob@own.example", "pass").code(command) == 510
        assert connect("eve", "pass").code(command) == 510
        assert admin.ask(b"LISTDOMAINS") == b"201 (example.com,own.example)"
        assert admin.ask(b"LISTDOMAINSTORAGE") == b"201 ()"
        scopes = (simulator.service.server.local, simulator.service.server.cluster)
        assert not any("A" in scope.domain_defaults or "A" in scope.account_defaults for scope in scopes)
        assert not any("A" in scope.account_prefs or scope.directory_integration for scope in scopes)
        assert not any(scope.trusted_certificates for scope in scopes)
        assert connect("ann", "pass").code(command) in (200, 201)


class TestSharedDomains:
    @pytest.fixture
    def options(self):
        return Options(port=0, main_domain="example.com", password="secret", cluster=True)

    def test_createdomain_with_shared_makes_a_domain_of_the_cluster(self, admin):
        admin.do(
            b"CREATEDOMAIN shared.example SHARED {A=1;}", b"SETCLUSTERDOMAINDEFAULTS {B=cluster;}",
            b"SETDOMAINDEFAULTS {B=server;}",
        )
        assert admin.ask(b"LISTDOMAINS") == b"201 (example.com,shared.example)"
        assert admin.ask(b"GETDOMAINEFFECTIVESETTINGS shared.example") == b"201 {A=1;B=cluster;}"

    def test_createdomain_takes_names_that_neither_a_local_nor_a_shared_domain_has(self, admin):
        admin.do(b"CREATEDOMAIN shared.example SHARED", b"CREATEDOMAIN local.example")
        assert admin.code(b"CREATEDOMAIN shared.example") == 500
        assert admin.code(b"CREATEDOMAIN local.example SHARED") == 500

    def test_createdomain_finds_mount_points_of_its_own_kind_only(self, admin):
        admin.do(b"CREATEDOMAINSTORAGE PATH here", b"CREATEDOMAINSTORAGE SHARED PATH there")
        assert admin.refused(b"CREATEDOMAIN a.example PATH there")
        assert admin.refused(b"CREATEDOMAIN b.example SHARED PATH here")
        assert admin.ask(b"LISTDOMAINS") == b"201 (example.com)"
        admin.do(b"CREATEDOMAIN b.example SHARED PATH there")
        assert admin.ask(b"GETDOMAINLOCATION b.example") == b'201 "SharedDomains/there.mnt/b.example"'

    def test_renamedomain_leaves_a_shared_domain_shared(self, admin):
        admin.do(
            b"CREATEDOMAINSTORAGE PATH here", b"CREATEDOMAINSTORAGE SHARED PATH there",
            b"CREATEDOMAIN a.example SHARED", b"SETCLUSTERDOMAINDEFAULTS {B=cluster;}",
        )
        assert admin.refused(b"RENAMEDOMAIN a.example INTO b.example PATH here")
        admin.do(b"RENAMEDOMAIN a.example INTO b.example PATH there")
        assert admin.ask(b"GETDOMAINLOCATION b.example") == b'201 "SharedDomains/there.mnt/b.example"'
        assert admin.ask(b"GETDOMAINEFFECTIVESETTINGS b.example") == b"201 {B=cluster;}"

    def test_deletedomain_removes_a_shared_domain(self, admin):
        admin.do(
            b"CREATEDOMAIN a.example SHARED", b"CREATEACCOUNT bob@a.example",
            b"SETACCOUNTTELNUMS bob@a.example (1001)", b"DELETEDOMAIN a.example FORCE",
        )
        assert admin.ask(b"LISTDOMAINS") == b"201 (example.com)"
        assert admin.ask(b"LISTCLUSTERTELNUMS 9") == b'201 {""=#0;}'
