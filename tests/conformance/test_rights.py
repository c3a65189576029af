# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may use which command (support/permissions.py), where rights end, and what restricted updates leave out."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options
from support.permissions import DOMAIN_RIGHTS, OTHER_NAMES, PERMISSIONS, SERVER_RIGHTS

OWNER, STRANGER = "owner@own.example", "stranger@own.example"


@pytest.fixture
def options() -> Options:
    return Options(port=0, main_domain="example.com", password="secret", cluster=True)


@pytest.fixture(autouse=True)
def domains(admin):
    admin.do(
        b"CREATEDOMAIN parent.example", b"CREATEDOMAIN other.example",
        b"CREATEDOMAIN own.example {AdminDomainName=parent.example;}",
        b"CREATEACCOUNT owner@own.example {Password=pass;}", b"CREATEACCOUNT stranger@own.example {Password=pass;}",
    )


@pytest.fixture
def user(admin, connect):
    """Makes a user with access rights, and logs in."""
    def make(address: str, *codes: str):
        name = address.encode()
        if address not in (OWNER, STRANGER):
            admin.do(b"CREATEACCOUNT %s {Password=pass;}" % name)
        admin.do(b"SETACCOUNTRIGHTS %s (%s)" % (name, ",".join(codes).encode()))
        return connect(address, "pass")

    return make


# --- every command

def roles(who: frozenset[str]):
    """All kinds of users: address, access rights, and whether they may do what ``who`` stands for."""
    needed = [right for right in DOMAIN_RIGHTS if right in who]
    delegated = bool(needed) or "any" in who
    exactly = needed or (DOMAIN_RIGHTS[:1] if delegated else DOMAIN_RIGHTS)
    kinds = [
        (STRANGER, (), False),
        ("foreign@other.example", DOMAIN_RIGHTS, "home" in who),
        (OWNER, (), "owner" in who),
        ("exactly@own.example", exactly, delegated),
        ("exactly@parent.example", exactly, delegated),
    ]
    for right in needed:
        others = tuple(other for other in DOMAIN_RIGHTS if other not in (right, OTHER_NAMES.get(right)))
        kinds.append(("no-%s@own.example" % right, others, False))
    if set(needed) & set(OTHER_NAMES):
        renamed = tuple(OTHER_NAMES.get(right, right) for right in needed)
        kinds.append(("renamed@own.example", renamed, True))
    for word, code in SERVER_RIGHTS.items():
        kinds.append(("server-%s@example.com" % word, (code,), word in who))
    return [(address, codes, may or "everybody" in who) for address, codes, may in kinds]


def session(admin) -> bytes:
    """The ID of a new session."""
    reply = admin.ask(b"CREATEWEBUSERSESSION owner@own.example ADDRESS 10.0.0.1")
    assert reply.startswith(b"201 ")
    return reply[len(b"201 "):]


@pytest.mark.parametrize(("line", "who"), PERMISSIONS, ids=[line.partition(" ")[0] for line, _who in PERMISSIONS])
def test_only_those_whom_the_manual_permits_are_obeyed(admin, user, line, who):
    admin.do(
        b"CREATELIST news@own.example for owner", b"CREATEGROUP staff@own.example",
        b"CREATEFORWARDER fax@own.example TO owner", b"CREATENAMEDTASK robot@own.example FOR owner",
    )
    command = line.encode().replace(b" SESSION", b" " + session(admin))
    cast = [(user(address, *codes), may) for address, codes, may in roles(who)]
    for wire, may in cast:
        if not may:
            assert wire.ask(command).startswith(b"510 ")
    permitted = [wire for wire, may in cast if may] + [admin]
    # Whoever is the first to shut the server down is also the last.
    for wire in permitted[:1] if line == "SHUTDOWN" else permitted:
        assert not wire.ask(command).startswith((b"500 unknown command", b"510 ", b"590 "))


@pytest.mark.parametrize("line", [
    b"GETSESSION %s", b"UPDATESESSION %s {}", b"KILLSESSION %s", b"STORESESSIONFILE %s FILE f UPLOADID u",
], ids=lambda line: line.split()[0].decode())
def test_a_domain_administrator_names_the_domain_of_a_session(admin, user, line):
    assert user("all@own.example", *DOMAIN_RIGHTS).code(line % session(admin)) == 510


def test_blesssession_asks_for_no_right_where_the_user_knows_the_secret_of_an_own_session(admin, user):
    command = b"BLESSSESSION %s PASSWORD y" % session(admin)
    assert user(OWNER).code(command) not in (510, 599)
    assert user(STRANGER).code(command) == 510


# --- whose rights reach where

def test_listaccounts_is_allowed_with_any_domain_right_at_all(user):
    wire = user("bob@own.example", "SomethingElse")
    assert wire.ask(b"LISTACCOUNTS") == b"201 {bob=macnt;owner=macnt;stranger=macnt;}"
    assert wire.code(b"LISTACCOUNTS other.example") == 510
    assert wire.code(b"LISTACCOUNTS parent.example") == 510


def test_listadmindomains_tells_the_domains_that_name_the_own_one_as_their_parent(user):
    assert user("bob@parent.example", "BasicSettings").ask(b"LISTADMINDOMAINS") == b"201 (own.example,parent.example)"


def test_createaccount_in_a_domain_that_names_the_own_one_as_its_parent(user, admin):
    wire = user("bob@parent.example", "CanCreateAccounts")
    wire.do(b"CREATEACCOUNT new@own.example")
    assert wire.code(b"CREATEACCOUNT new@other.example") == 510
    assert wire.code(b"CREATEACCOUNT new@example.com") == 510
    admin.do(b"UPDATEDOMAINSETTINGS own.example {AdminDomainName=default;}")
    assert wire.code(b"CREATEACCOUNT newer@own.example") == 510


@pytest.mark.parametrize(("right", "create", "rename", "get"), [
    ("CanCreateAccounts", b"CREATEACCOUNT x@parent.example", b"RENAMEACCOUNT x into %s", b"GETACCOUNTSETTINGS x"),
    ("CanCreateGroups", b"CREATEGROUP x@parent.example", b"RENAMEGROUP x into %s", b"GETGROUP x"),
    (
        "CanCreateForwarders", b"CREATEFORWARDER x@parent.example TO a@example.org", b"RENAMEFORWARDER x INTO %s",
        b"GETFORWARDER x",
    ),
], ids=["RENAMEACCOUNT", "RENAMEGROUP", "RENAMEFORWARDER"])
def test_moving_needs_the_right_in_both_domains(user, admin, right, create, rename, get):
    admin.do(create)
    wire = user("bob@parent.example", right)
    assert wire.code(rename % b"x@other.example") == 510
    assert wire.code(get) == 201
    wire.do(rename % b"x@own.example")
    assert wire.code(get + b"@own.example") == 201


def test_getaccountsettings_of_the_own_account_under_all_its_names(user, admin):
    admin.do(b"SETACCOUNTALIASES owner@own.example (me)")
    wire = user(OWNER)
    for name in (b"*", b"owner", b"OWNER@Own.example", b"me"):
        assert wire.code(b"GETACCOUNTSETTINGS " + name) == 201
    assert wire.code(b"GETACCOUNTSETTINGS stranger") == 510


@pytest.mark.parametrize("command", [
    b"UPDATEACCOUNTSETTINGS * {RealName=x;}", b"GETACCOUNTALIASES *", b"GETACCOUNTMAILRULES *",
    b"SETACCOUNTSIGNALRULES * ()", b"SETACCOUNTPREFS * {}", b"KILLACCOUNTSESSIONS *", b"SETACCOUNTRIGHTS * (Domain)",
    b"GETDOMAINSETTINGS", b"LISTACCOUNTS", b"LISTGROUPS",
], ids=lambda command: command.split()[0].decode())
def test_not_everything_about_the_own_account_is_the_users(user, command):
    assert user(OWNER).code(command) == 510


def test_getlist_is_not_for_the_owner_of_another_list(admin, user):
    admin.do(b"CREATELIST a@own.example for owner", b"CREATELIST b@own.example for stranger")
    wire = user(OWNER)
    assert wire.code(b"GETLIST a") == 201
    assert wire.code(b"GETLIST b") == 510


def test_setaccountrights_takes_effect_with_the_next_command(user, admin):
    wire = user("bob@own.example", "BasicSettings")
    assert wire.code(b"LISTACCOUNTS") == 201
    admin.do(b"SETACCOUNTRIGHTS bob@own.example ()")
    assert wire.code(b"LISTACCOUNTS") == 510


@pytest.mark.parametrize("code", ["Master", "UserAccounts"])
def test_renameaccount_takes_the_server_rights_away_on_the_way_to_a_secondary_domain(admin, user, connect, code):
    user("eve@example.com", code)
    admin.do(b"RENAMEACCOUNT eve into eve@own.example")
    wire = connect("eve@own.example", "pass")
    assert wire.code(b"LISTDOMAINS") == 510
    admin.do(b"RENAMEACCOUNT eve@own.example into eve")
    assert connect("eve", "pass").code(b"LISTDOMAINS") == 201


# --- what a Domain Administrator's updates leave out

SETTINGS = b"{RealName=Name;Password=pw;ou=Sales;MaxAccountSize=1G;AccessModes=None;PSTNAreaCode=20;RulesAllowed=Any;}"


@pytest.mark.parametrize(("codes", "kept"), [
    (["CanCreateAliases"], b"{}"),
    (["BasicSettings"], b"{Password=pw;RealName=Name;ou=Sales;}"),
    (["PSTNSettings"], b"{PSTNAreaCode=20;}"),
    (["MaxAccountSize", "RulesAllowed"], b"{MaxAccountSize=1G;RulesAllowed=Any;}"),
    (["BasicSettings", "AccessModes"], b"{AccessModes=None;Password=pw;RealName=Name;ou=Sales;}"),
], ids=["none", "basic", "telephony", "named", "several"])
@pytest.mark.parametrize(("command", "get"), [
    (b"UPDATEACCOUNTSETTINGS stranger@own.example ", b"GETACCOUNTSETTINGS stranger@own.example"),
    (b"UPDATEACCOUNTDEFAULTS own.example ", b"GETACCOUNTDEFAULTS own.example"),
    (b"UPDATEACCOUNTTEMPLATE own.example ", b"GETACCOUNTTEMPLATE own.example"),
    (b"CREATEACCOUNT y@own.example ", b"GETACCOUNTSETTINGS y@own.example"),
], ids=["UPDATEACCOUNTSETTINGS", "UPDATEACCOUNTDEFAULTS", "UPDATEACCOUNTTEMPLATE", "CREATEACCOUNT"])
def test_settings_that_the_administrator_may_not_modify_are_left_out_silently(
    user, admin, codes, kept, command, get
):
    admin.do(b"SETACCOUNTSETTINGS stranger@own.example {}")
    user("bob@own.example", *codes, "CanCreateAccounts").do(command + SETTINGS)
    assert admin.ask(get) == b"201 " + kept


def test_updateaccountsettings_does_not_remove_what_the_administrator_may_not_modify(user, admin):
    admin.do(b"SETACCOUNTSETTINGS stranger@own.example {MaxAccountSize=1G;RealName=X;}")
    user("bob@own.example", "BasicSettings").do(
        b"UPDATEACCOUNTSETTINGS stranger {MaxAccountSize=default;RealName=default;}",
    )
    assert admin.ask(b"GETACCOUNTSETTINGS stranger@own.example") == b"201 {MaxAccountSize=1G;}"


def test_updatedomainsettings_leaves_out_silently_what_the_administrator_may_not_modify(user, admin):
    user("bob@own.example", "BasicSettings", "DKIM").do(
        b"UPDATEDOMAINSETTINGS {AccountsLimit=5;MailToUnknown=Discarded;DKIM={Enabled=No;};}",
    )
    assert admin.ask(b"GETDOMAINSETTINGS own.example") == (
        b"201 {AdminDomainName=parent.example;DKIM={Enabled=No;};MailToUnknown=Discarded;}"
    )


@pytest.mark.parametrize("code", ["Master", "UserAccounts"])
def test_updateaccountsettings_of_a_server_administrator_is_not_restricted(user, admin, code):
    user("eve@example.com", code).do(b"UPDATEACCOUNTSETTINGS stranger@own.example {MaxAccountSize=1G;}")
    assert admin.ask(b"GETACCOUNTONESETTING stranger@own.example MaxAccountSize") == b"201 1G"
