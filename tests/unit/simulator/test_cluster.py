# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A member of a Dynamic Cluster, and a server that is none."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options

CLUSTER_COMMANDS = [
    b"GETCLUSTERDOMAINDEFAULTS", b"UPDATECLUSTERDOMAINDEFAULTS {}", b"GETCLUSTERACCOUNTDEFAULTS",
    b"GETCLUSTERACCOUNTPREFS",
    b"LISTCLUSTERTELNUMS 5", b"GETCLUSTERTRUSTEDCERTS", b"SETCLUSTERTRUSTEDCERTS ()", b"GETCLUSTERDIRECTORYINTEGRATION",
    b"GETCLUSTERSETTINGS", b"GETCLUSTERNETWORK", b"SETCLUSTERBANNED {}", b"GETCLUSTERMAILRULES",
    b"SETCLUSTERSIGNALRULES ()",
    b"GETCLUSTERROUTERTABLE", b"GETCLUSTERROUTERSETTINGS", b"GETCLUSTERLANIPS", b'SETCLUSTERDENIEDIPS ""',
    b"GETCLUSTERINTERCEPT", b"CREATEDOMAIN shared.example SHARED", b"CREATESHAREDDOMAIN shared.example",
    b"CREATEDOMAINSTORAGE SHARED PATH x", b"LISTDOMAINSTORAGE SHARED",
]


@pytest.mark.parametrize("command", CLUSTER_COMMANDS)
def test_without_a_cluster_they_are_refused(admin, command):
    assert admin.refused(command)


class TestMember:
    @pytest.fixture
    def options(self):
        return Options(port=0, main_domain="example.com", password="secret", cluster=True)

    @pytest.mark.parametrize("command", CLUSTER_COMMANDS)
    def test_they_are_answered(self, admin, command):
        assert admin.code(command) in (200, 201)

    @pytest.mark.parametrize("name", [b"DOMAINDEFAULTS", b"ACCOUNTDEFAULTS", b"ACCOUNTPREFS"])
    def test_defaults_of_the_cluster_and_the_server_are_apart(self, admin, name):
        server = name if name == b"DOMAINDEFAULTS" else b"SERVER" + name
        admin.do(b"SETCLUSTER%s {A=cluster;}" % name, b"SET%s {A=server;}" % server)
        admin.do(b"UPDATECLUSTER%s {B=1;}" % name)
        assert admin.ask(b"GETCLUSTER" + name) == b"201 {A=cluster;B=1;}"
        assert admin.ask(b"GET" + server) == b"201 {A=server;}"

    @pytest.mark.parametrize("name", [b"NETWORK", b"BANNED", b"ROUTERSETTINGS"])
    def test_settings_of_the_cluster_and_the_server_are_apart(self, admin, name):
        admin.do(b"SETCLUSTER%s {A=1;}" % name)
        assert admin.ask(b"GETCLUSTER" + name) == b"201 {A=1;}"
        assert admin.ask(b"GET" + name) == b"201 {}"

    @pytest.mark.parametrize("name", [
        b"LAN", b"CLIENT", b"BLACKLISTED", b"WHITEHOLE", b"NATED", b"NATSITE", b"DEBUG", b"DENIED",
    ])
    def test_address_sets_of_the_cluster_and_the_server_are_apart(self, admin, name):
        admin.do(b"SETCLUSTER%sIPS 10.0.0.1" % name)
        assert admin.ask(b"GETCLUSTER%sIPS" % name) == b"201 10.0.0.1"
        assert admin.ask(b"GET%sIPS" % name) == b'201 ""'

    def test_shared_domains_take_the_defaults_of_the_cluster(self, admin):
        admin.do(
            b"CREATEDOMAIN shared.example SHARED", b"CREATEDOMAIN local.example",
            b"SETCLUSTERDOMAINDEFAULTS {A=cluster;}", b"SETDOMAINDEFAULTS {A=server;}",
            b"SETCLUSTERACCOUNTDEFAULTS {B=cluster;}", b"SETSERVERACCOUNTDEFAULTS {B=server;}",
            b"SETCLUSTERACCOUNTPREFS {C=cluster;}", b"SETSERVERACCOUNTPREFS {C=server;}",
        )
        for domain, scope in ((b"shared.example", b"cluster"), (b"local.example", b"server")):
            admin.do(b"CREATEACCOUNT bob@" + domain)
            assert admin.ask(b"GETDOMAINEFFECTIVESETTINGS " + domain) == b"201 {A=%s;}" % scope
            assert admin.ask(b"GETACCOUNTEFFECTIVESETTINGS bob@" + domain) == b"201 {B=%s;}" % scope
            assert admin.ask(b"GETACCOUNTEFFECTIVEPREFS bob@" + domain) == b"201 {C=%s;}" % scope

    def test_telnums_of_shared_domains_are_listed_apart_but_unique_together(self, admin):
        admin.do(
            b"CREATEDOMAIN shared.example SHARED", b"CREATEACCOUNT bob@shared.example",
            b"SETACCOUNTTELNUMS bob@shared.example (1001)", b"SETACCOUNTTELNUMS postmaster (2001)",
        )
        assert admin.ask(b"LISTCLUSTERTELNUMS 9") == b'201 {""=#1;1001=bob@shared.example;}'
        assert admin.ask(b"LISTSERVERTELNUMS 9") == b'201 {""=#1;2001=postmaster@example.com;}'
        assert admin.code(b"SETACCOUNTTELNUMS postmaster (1001)") == 520

    def test_shared_storage(self, admin):
        admin.do(b"CREATEDOMAINSTORAGE SHARED PATH big", b"CREATEDOMAIN shared.example SHARED PATH big")
        assert admin.ask(b"LISTDOMAINSTORAGE SHARED") == b"201 (big)"
        assert admin.ask(b"LISTDOMAINSTORAGE") == b"201 ()"
        assert admin.refused(b"CREATEDOMAIN local.example PATH big")
        assert admin.ask(b"GETDOMAINLOCATION shared.example") == b'201 "SharedDomains/big.mnt/shared.example"'
