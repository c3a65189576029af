# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Domain Administration: aliases, Rules, location, suspension, and who may use its commands."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def domain(admin):
    admin.do(b"CREATEDOMAIN client1.example")


# --- aliases

def test_getdomainaliases_gives_an_array_of_names(admin):
    assert admin.ask(b"GETDOMAINALIASES client1.example") == b"201 ()"
    admin.do(b"SETDOMAINALIASES client1.example (b.example,A.example)")
    assert admin.ask(b"GETDOMAINALIASES client1.example") == b"201 (b.example,A.example)"


def test_setdomainaliases_removes_all_old_aliases(admin):
    admin.do(
        b"SETDOMAINALIASES client1.example (a.example,b.example)",
        b"SETDOMAINALIASES client1.example (c.example,B.example)",
    )
    assert admin.ask(b"GETDOMAINALIASES client1.example") == b"201 (c.example,B.example)"
    assert admin.code(b"GETDOMAINSETTINGS a.example") == 512
    admin.do(b"CREATEDOMAIN a.example", b"SETDOMAINALIASES client1.example ()", b"CREATEDOMAIN b.example")
    assert admin.ask(b"GETDOMAINALIASES client1.example") == b"201 ()"


def test_setdomainaliases_gives_a_domain_other_names_for_all_commands(admin, connect):
    admin.do(
        b"SETDOMAINALIASES client1.example (alias.example)", b"CREATEACCOUNT bob@ALIAS.example {Password=pass;}",
        b"UPDATEDOMAINSETTINGS alias.example {A=1;}",
    )
    assert admin.ask(b"GETDOMAINSETTINGS client1.example") == b"201 {A=1;}"
    assert admin.ask(b"LISTACCOUNTS client1.example") == b"201 {bob=macnt;}"
    assert connect().login(b"bob@alias.example", b"pass") == b"200 login OK"


@pytest.mark.parametrize("aliases", [
    b"(example.com)", b"(client1.example)", b"(CLIENT1.example)", b"(x.example,X.example)", b"(other.example)",
    b"(new.example,taken.example)", b"(TAKEN.example)",
])
def test_setdomainaliases_refuses_names_that_any_domain_has(admin, aliases):
    admin.do(
        b"CREATEDOMAIN other.example", b"SETDOMAINALIASES other.example (taken.example)",
        b"SETDOMAINALIASES client1.example (mine.example)",
    )
    assert admin.code(b"SETDOMAINALIASES client1.example " + aliases) == 500
    assert admin.ask(b"GETDOMAINALIASES client1.example") == b"201 (mine.example)"
    assert admin.ask(b"GETDOMAINALIASES other.example") == b"201 (taken.example)"
    assert admin.code(b"GETDOMAINSETTINGS new.example") == 512


@pytest.mark.parametrize(("aliases", "code"), [
    (b'("")', 525), (b'("a b")', 525), (b"(good.example,a..b)", 525), (b"((x))", 501), (b"(#5)", 501), (b"text", 500),
    (b"{a=b;}", 500),
])
def test_setdomainaliases_refuses_what_is_no_array_of_names(admin, aliases, code):
    admin.do(b"SETDOMAINALIASES client1.example (mine.example)")
    assert admin.code(b"SETDOMAINALIASES client1.example " + aliases) == code
    assert admin.ask(b"GETDOMAINALIASES client1.example") == b"201 (mine.example)"


def test_setdomainaliases_gives_the_main_domain_aliases_too(admin, connect):
    admin.do(b"SETDOMAINALIASES example.com (main.example)")
    assert admin.ask(b"GETDOMAINALIASES main.example") == b"201 (main.example)"
    assert admin.ask(b"MAINDOMAINNAME") == b"201 example.com"


# --- Rules

RULES = [(b"GETDOMAINMAILRULES", b"SETDOMAINMAILRULES"), (b"GETDOMAINSIGNALRULES", b"SETDOMAINSIGNALRULES")]


@pytest.mark.parametrize(("get", "replace"), RULES)
def test_rules_are_an_array_that_is_replaced_as_a_whole(admin, get, replace):
    assert admin.ask(get + b" client1.example") == b"201 ()"
    rules = b'((5,Second,(),((Discard))),(2,"#First",(("Human Generated","---")),((Mark,Read),("Stop Processing"))))'
    admin.do(replace + b" client1.example " + rules)
    assert admin.ask(get + b" client1.example") == b"201 " + rules
    admin.do(replace + b" client1.example ((1,Third,(),()))")
    assert admin.ask(get + b" client1.example") == b"201 ((1,Third,(),()))"
    admin.do(replace + b" client1.example ()")
    assert admin.ask(get + b" client1.example") == b"201 ()"


def test_setdomainmailrules_leaves_the_signal_rules_alone(admin):
    admin.do(b"SETDOMAINSIGNALRULES client1.example ((1,a,(),()))", b"SETDOMAINMAILRULES client1.example ((1,b,(),()))")
    assert admin.ask(b"GETDOMAINSIGNALRULES client1.example") == b"201 ((1,a,(),()))"
    assert admin.ask(b"GETDOMAINMAILRULES client1.example") == b"201 ((1,b,(),()))"
    assert admin.ask(b"GETDOMAINMAILRULES example.com") == b"201 ()"


@pytest.mark.parametrize("rules", [
    b"(text)", b"((1))", b"((high,x,(),()))", b'((1,"",(),()))', b"((1,x,text,()))", b"((1,x,(),()),(2,x,(),()))",
    b"((1,x,(),(),comment,more))", b"text", b"{a=b;}",
])
@pytest.mark.parametrize(("get", "replace"), RULES)
def test_rules_that_are_none_are_refused(admin, get, replace, rules):
    admin.do(replace + b" client1.example ((1,old,(),()))")
    assert admin.refused(replace + b" client1.example " + rules)
    assert admin.ask(get + b" client1.example") == b"201 ((1,old,(),()))"


# --- location

def test_getdomainlocation_gives_the_path_of_the_domains_directory(admin):
    """Where the directories are is this simulator's choice; no two Domains share one."""
    assert admin.ask(b"GETDOMAINLOCATION client1.example") == b'201 "Domains/client1.example"'
    assert admin.ask(b"GETDOMAINLOCATION example.com") == b"201 Accounts"


def test_getdomainlocation_without_a_name_is_that_of_the_own_domain(admin):
    assert admin.ask(b"GETDOMAINLOCATION") == b"201 Accounts"


# --- suspension

@pytest.fixture
def bob(admin):
    admin.do(b"CREATEACCOUNT bob@client1.example {Password=pass;}", b"CREATEACCOUNT ann {Password=pass;}")


def test_suspenddomain_closes_the_active_accounts_of_the_domain_and_no_others(admin, connect, bob):
    user, other = connect("bob@client1.example", "pass"), connect("ann", "pass")
    admin.do(b"SUSPENDDOMAIN client1.example")
    assert user.line() == b""
    assert other.ask(b"NOOP") == b"200 OK"


def test_suspenddomain_ends_the_sessions_of_its_accounts(admin, bob):
    assert admin.code(b"CREATEWEBUSERSESSION bob@client1.example ADDRESS 10.0.0.1") == 201
    assert admin.code(b"CREATEWEBUSERSESSION ann ADDRESS 10.0.0.1") == 201
    admin.do(b"SUSPENDDOMAIN client1.example")
    assert admin.ask(b"LISTACCOUNTSESSIONS bob@client1.example") == b"201 ()"
    assert admin.ask(b"LISTACCOUNTSESSIONS ann") != b"201 ()"


def test_suspenddomain_lets_no_account_be_opened(admin, connect, bob):
    admin.do(b"SUSPENDDOMAIN client1.example")
    assert connect().login(b"bob@client1.example", b"pass")[:4] not in (b"200 ", b"515 ")
    assert admin.code(b"LISTMAILBOXES bob@client1.example") == 501
    assert admin.code(b"CREATEMAILBOX bob@client1.example MAILBOX x") == 501
    assert admin.code(b"LISTSTORAGEFILES bob@client1.example") == 501
    assert admin.ask(b"LISTMAILBOXES ann").startswith(b"201 {INBOX=")


def test_suspenddomain_leaves_settings_within_reach(admin, bob):
    admin.do(b"SUSPENDDOMAIN client1.example", b"UPDATEACCOUNTSETTINGS bob@client1.example {RealName=Bob;}")
    assert admin.ask(b"GETACCOUNTONESETTING bob@client1.example RealName") == b"201 Bob"
    assert admin.ask(b"GETDOMAINSETTINGS client1.example") == b"201 {}"


def test_suspenddomain_twice_is_the_same_as_once(admin, connect, bob):
    admin.do(b"SUSPENDDOMAIN client1.example", b"SUSPENDDOMAIN client1.example", b"RESUMEDOMAIN client1.example")
    assert connect().login(b"bob@client1.example", b"pass") == b"200 login OK"


def test_suspenddomain_leaves_the_main_domain_alone(admin):
    assert admin.code(b"SUSPENDDOMAIN example.com") == 501
    assert admin.ask(b"LISTMAILBOXES postmaster").startswith(b"201 {INBOX=")


def test_resumedomain_lets_accounts_be_opened_again(admin, connect, bob):
    admin.do(b"SUSPENDDOMAIN client1.example", b"RESUMEDOMAIN client1.example")
    assert admin.ask(b"LISTMAILBOXES bob@client1.example").startswith(b"201 {INBOX=")
    assert connect().login(b"bob@client1.example", b"pass") == b"200 login OK"


def test_resumedomain_takes_a_domain_that_is_not_suspended(admin):
    admin.do(b"RESUMEDOMAIN client1.example", b"RESUMEDOMAIN example.com")


# --- unknown Domains

@pytest.mark.parametrize("command", [
    b"GETDOMAINALIASES %s", b"SETDOMAINALIASES %s ()", b"GETDOMAINMAILRULES %s", b"SETDOMAINMAILRULES %s ()",
    b"GETDOMAINSIGNALRULES %s", b"SETDOMAINSIGNALRULES %s ()", b"GETDOMAINLOCATION %s", b"SUSPENDDOMAIN %s",
    b"RESUMEDOMAIN %s",
], ids=lambda command: command.split()[0].decode())
def test_the_domain_must_exist(admin, command):
    assert admin.code(command % b"nowhere.example") == 512


# --- who may

OWN = b"own.example"
OPEN = [
    (b"", b"GETDOMAINSETTINGS %s"), (b"", b"GETDOMAINEFFECTIVESETTINGS %s"), (b"", b"UPDATEDOMAINSETTINGS %s {}"),
    (b"", b"GETACCOUNTDEFAULTS %s"), (b"", b"UPDATEACCOUNTDEFAULTS %s {}"), (b"", b"GETACCOUNTDEFAULTPREFS %s"),
    (b"", b"GETACCOUNTTEMPLATE %s"), (b"", b"UPDATEACCOUNTTEMPLATE %s {}"), (b"", b"GETDOMAINALIASES %s"),
    (b"", b"GETDOMAINMAILRULES %s"), (b"", b"GETDOMAINSIGNALRULES %s"), (b"", b"LISTADMINDOMAINS %s"),
    (b"", b"LISTDOMAINOBJECTS %s 5"), (b"", b"LISTACCOUNTS %s"), (b"", b"LISTDOMAINTELNUMS %s 5"),
    (b"", b"CREATEACCOUNTSTORAGE %s PATH disk1"), (b"", b"LISTACCOUNTSTORAGE %s"),
    (b"WebUserSettings", b"SETACCOUNTDEFAULTPREFS %s {}"), (b"WebUserSettings", b"UPDATEACCOUNTDEFAULTPREFS %s {}"),
    (b"RulesAllowed", b"SETDOMAINMAILRULES %s ()"), (b"SignalRulesAllowed", b"SETDOMAINSIGNALRULES %s ()"),
    (b"CentralDirectory", b"INSERTDIRECTORYRECORDS %s"), (b"CentralDirectory", b"DELETEDIRECTORYRECORDS %s"),
]
CLOSED = [
    b"SETDOMAINALIASES own.example (x.example)", b"SETDOMAINSETTINGS own.example {A=1;}",
    b"SETACCOUNTDEFAULTS own.example {A=1;}", b"SETACCOUNTTEMPLATE own.example {A=1;}",
    b"GETDOMAINLOCATION own.example", b"SUSPENDDOMAIN own.example", b"RESUMEDOMAIN own.example",
]
ALL_RIGHTS = (
    b"Domain,BasicSettings,PSTNSettings,WebUserSettings,RulesAllowed,SignalRulesAllowed,CentralDirectory,"
    b"CanCreateAccounts,CanCreateAliases,CanCreateGroups,CanCreateForwarders,CanCreateLists"
)


def verb(command):
    return command.split()[0].decode()


@pytest.fixture
def administrator(admin, connect):
    """Logs bob@own.example in, who administers own.example and child.example, with some rights."""
    admin.do(
        b"CREATEDOMAIN own.example", b"CREATEDOMAIN child.example {AdminDomainName=own.example;}",
        b"CREATEACCOUNT bob@own.example {Password=pass;}",
    )

    def login(rights):
        admin.do(b"SETACCOUNTRIGHTS bob@own.example (%s)" % rights)
        return connect("bob@own.example", "pass")

    return login


@pytest.mark.parametrize(("right", "command"), OPEN, ids=[verb(command) for _right, command in OPEN])
def test_a_domain_administrator_may_in_the_domains_administered(administrator, right, command):
    bob = administrator(right or b"Domain")
    for where in (OWN, b"child.example"):
        assert bob.code(command % where) in (200, 201)
    for where in (b"client1.example", b"example.com"):
        assert bob.code(command % where) == 510


@pytest.mark.parametrize(
    ("right", "command"), [entry for entry in OPEN if entry[0]], ids=[verb(line) for right, line in OPEN if right]
)
def test_a_domain_administrator_needs_the_right_that_the_manual_names(administrator, right, command):
    others = b",".join(code for code in ALL_RIGHTS.split(b",") if code != right)
    assert administrator(others).code(command % OWN) == 510


@pytest.mark.parametrize("command", CLOSED, ids=verb)
def test_a_domain_administrator_is_no_system_administrator(admin, administrator, command):
    bob = administrator(ALL_RIGHTS)
    assert bob.code(command) == 510
    assert admin.ask(b"GETDOMAINALIASES own.example") == b"201 ()"
    for get in (b"GETDOMAINSETTINGS", b"GETACCOUNTDEFAULTS", b"GETACCOUNTTEMPLATE"):
        assert admin.ask(get + b" own.example") == b"201 {}"
    assert bob.code(b"LISTACCOUNTS") == 201


@pytest.mark.parametrize("command", [line % OWN for _right, line in OPEN] + CLOSED, ids=verb)
def test_a_user_without_rights_may_not(administrator, command):
    assert administrator(b"").code(command) == 510
