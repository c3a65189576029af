# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Domain Set Administration: defaults, Trusted Certificates and Directory Integration."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options

# (GET, SET, UPDATE) of one dictionary; the cluster's have the same rules as the server's.
SERVER = [
    (b"GETDOMAINDEFAULTS", b"SETDOMAINDEFAULTS", b"UPDATEDOMAINDEFAULTS"),
    (b"GETSERVERACCOUNTDEFAULTS", b"SETSERVERACCOUNTDEFAULTS", b"UPDATESERVERACCOUNTDEFAULTS"),
    (b"GETSERVERACCOUNTPREFS", b"SETSERVERACCOUNTPREFS", b"UPDATESERVERACCOUNTPREFS"),
]
CLUSTER = [
    (b"GETCLUSTERDOMAINDEFAULTS", b"SETCLUSTERDOMAINDEFAULTS", b"UPDATECLUSTERDOMAINDEFAULTS"),
    (b"GETCLUSTERACCOUNTDEFAULTS", b"SETCLUSTERACCOUNTDEFAULTS", b"UPDATECLUSTERACCOUNTDEFAULTS"),
    (b"GETCLUSTERACCOUNTPREFS", b"SETCLUSTERACCOUNTPREFS", b"UPDATECLUSTERACCOUNTPREFS"),
]
INTEGRATION = [
    (b"GETDIRECTORYINTEGRATION", b"SETDIRECTORYINTEGRATION"),
    (b"GETCLUSTERDIRECTORYINTEGRATION", b"SETCLUSTERDIRECTORYINTEGRATION"),
]
CERTIFICATES = [
    (b"GETSERVERTRUSTEDCERTS", b"SETSERVERTRUSTEDCERTS"), (b"GETCLUSTERTRUSTEDCERTS", b"SETCLUSTERTRUSTEDCERTS"),
]
CLUSTER_COMMANDS = [
    b"GETCLUSTERDOMAINDEFAULTS", b"UPDATECLUSTERDOMAINDEFAULTS {}", b"SETCLUSTERDOMAINDEFAULTS {}",
    b"GETCLUSTERACCOUNTDEFAULTS", b"UPDATECLUSTERACCOUNTDEFAULTS {}", b"SETCLUSTERACCOUNTDEFAULTS {}",
    b"GETCLUSTERACCOUNTPREFS", b"SETCLUSTERACCOUNTPREFS {}", b"UPDATECLUSTERACCOUNTPREFS {}",
    b"GETCLUSTERTRUSTEDCERTS", b"SETCLUSTERTRUSTEDCERTS ()",
    b"GETCLUSTERDIRECTORYINTEGRATION", b"SETCLUSTERDIRECTORYINTEGRATION {}",
]


def verb(command):
    return command.split()[0].decode()


class TestMember:
    """A member of a Dynamic Cluster, which has the dictionaries of both scopes."""

    @pytest.fixture
    def options(self):
        return Options(port=0, main_domain="example.com", password="secret", cluster=True)

    @pytest.mark.parametrize(("get", "replace", "update"), SERVER + CLUSTER)
    def test_a_set_replaces_the_dictionary_and_an_update_leaves_what_it_omits(self, admin, get, replace, update):
        admin.do(replace + b" {First=1;Second=2;}")
        assert admin.ask(get) == b"201 {First=1;Second=2;}"
        admin.do(update + b" {Second=(3,x);Third={a=4;};}")
        assert admin.ask(get) == b"201 {First=1;Second=(3,x);Third={a=4;};}"
        admin.do(replace + b" {Fourth=5;}")
        assert admin.ask(get) == b"201 {Fourth=5;}"
        admin.do(replace + b" {}")
        assert admin.ask(get) == b"201 {}"

    @pytest.mark.parametrize(("get", "replace", "update"), SERVER + CLUSTER)
    def test_an_update_with_nothing_changes_nothing(self, admin, get, replace, update):
        admin.do(replace + b" {First=1;}", update + b" {}")
        assert admin.ask(get) == b"201 {First=1;}"

    @pytest.mark.parametrize(("get", "replace", "update"), SERVER + CLUSTER)
    def test_the_word_default_is_a_value_like_any_other(self, admin, get, replace, update):
        """The manual gives it a meaning only for Domains and Accounts, below which these dictionaries are the last."""
        admin.do(replace + b" {First=1;Second=2;}", update + b" {First=default;}")
        assert admin.ask(get) == b"201 {First=default;Second=2;}"
        admin.do(update + b" {First=#NULL#;}")
        assert admin.ask(get) == b"201 {Second=2;}"

    @pytest.mark.parametrize(("get", "replace", "update"), SERVER + CLUSTER)
    @pytest.mark.parametrize("bad", [b"(a,b)", b"text", b"{a=1;", b""], ids=["array", "string", "half", "nothing"])
    def test_new_settings_must_be_a_dictionary(self, admin, get, replace, update, bad):
        admin.do(replace + b" {First=1;}")
        assert admin.code(replace + b" " + bad) == 500
        assert admin.code(update + b" " + bad) == 500
        assert admin.ask(get) == b"201 {First=1;}"

    @pytest.mark.parametrize(("server", "cluster"), list(zip(SERVER, CLUSTER)), ids=[
        "%s-%s" % (ours[1].decode(), theirs[1].decode()) for ours, theirs in zip(SERVER, CLUSTER)
    ])
    def test_the_server_and_the_cluster_have_a_dictionary_each(self, admin, server, cluster):
        admin.do(server[1] + b" {A=server;}", cluster[1] + b" {A=cluster;}", cluster[2] + b" {B=1;}")
        assert admin.ask(server[0]) == b"201 {A=server;}"
        assert admin.ask(cluster[0]) == b"201 {A=cluster;B=1;}"

    @pytest.mark.parametrize(("get", "replace"), INTEGRATION)
    def test_directory_integration_settings_are_replaced_as_a_whole(self, admin, get, replace):
        assert admin.ask(get) == b"201 {}"
        admin.do(replace + b" {A=1;B=2;}", replace + b" {C=3;}")
        assert admin.ask(get) == b"201 {C=3;}"
        for other, _replace in INTEGRATION:
            assert other == get or admin.ask(other) == b"201 {}"

    @pytest.mark.parametrize(("get", "replace"), CERTIFICATES)
    def test_trusted_certificates_are_an_array_of_datablocks_that_is_replaced(self, admin, get, replace):
        assert admin.ask(get) == b"201 ()"
        admin.do(replace + b" ([AQID],[BAUG])")
        assert admin.ask(get) == b"201 ([AQID],[BAUG])"
        admin.do(replace + b" ([BAUG])")
        assert admin.ask(get) == b"201 ([BAUG])"
        for other, _replace in CERTIFICATES:
            assert other == get or admin.ask(other) == b"201 ()"

    @pytest.mark.parametrize("bad", [b"(text)", b"([AQID],text)", b"({a=[AQID];})", b"(([AQID]))", b"(#NULL#)"])
    @pytest.mark.parametrize(("get", "replace"), CERTIFICATES)
    def test_trusted_certificates_that_are_no_datablocks_are_refused(self, admin, get, replace, bad):
        admin.do(replace + b" ([AQID])")
        assert admin.code(replace + b" " + bad) == 501
        assert admin.ask(get) == b"201 ([AQID])"

    # --- how the defaults show through in the Domains

    @pytest.fixture
    def domains(self, admin):
        """(Domain, the scope whose defaults it has)"""
        admin.do(
            b"CREATEDOMAIN shared.example SHARED", b"CREATEDOMAIN local.example",
            b"CREATEACCOUNT bob@shared.example", b"CREATEACCOUNT bob@local.example",
        )
        return (b"shared.example", b"cluster"), (b"local.example", b"server")

    def test_setclusterdomaindefaults_sets_the_defaults_of_shared_domains_and_no_others(self, admin, domains):
        admin.do(b"SETCLUSTERDOMAINDEFAULTS {A=cluster;}", b"SETDOMAINDEFAULTS {A=server;}")
        for domain, scope in domains:
            assert admin.ask(b"GETDOMAINEFFECTIVESETTINGS " + domain) == b"201 {A=%s;}" % scope
            assert admin.ask(b"GETDOMAINSETTINGS " + domain) == b"201 {}"

    def test_setclusteraccountdefaults_sets_the_defaults_of_accounts_in_shared_domains(self, admin, domains):
        admin.do(b"SETCLUSTERACCOUNTDEFAULTS {A=cluster;}", b"SETSERVERACCOUNTDEFAULTS {A=server;}")
        for domain, scope in domains:
            assert admin.ask(b"GETACCOUNTEFFECTIVESETTINGS bob@" + domain) == b"201 {A=%s;}" % scope

    def test_setclusteraccountprefs_sets_the_preferences_of_accounts_in_shared_domains(self, admin, domains):
        admin.do(b"SETCLUSTERACCOUNTPREFS {A=cluster;}", b"SETSERVERACCOUNTPREFS {A=server;}")
        for domain, scope in domains:
            told = admin.ask(b"GETACCOUNTEFFECTIVEPREFS bob@" + domain)
            assert told == b"201 {A=%s;AccountName=bob@%s;}" % (scope, domain)

    def test_updateserveraccountdefaults_reaches_all_accounts_that_have_no_value_of_their_own(self, admin, domains):
        admin.do(
            b"SETSERVERACCOUNTDEFAULTS {}", b"UPDATESERVERACCOUNTDEFAULTS {A=server;B=server;C=server;}",
            b"SETACCOUNTDEFAULTS local.example {B=domain;C=domain;}", b"SETACCOUNTSETTINGS bob@local.example {C=own;}",
        )
        assert admin.ask(b"GETACCOUNTEFFECTIVESETTINGS bob@local.example") == b"201 {A=server;B=domain;C=own;}"


@pytest.mark.parametrize("command", CLUSTER_COMMANDS, ids=verb)
def test_commands_of_the_cluster_are_refused_by_a_server_that_is_in_none(admin, command):
    assert admin.code(command) == 570
