# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A command that names no Domain is about the Domain of the administrator who sends it, not about the main one.

The administrator here is one of a secondary Domain; both Domains have objects of the same names.
"""

from __future__ import annotations

import pytest
from support.permissions import DOMAIN_RIGHTS

HOME, MAIN = b"own.example", b"example.com"


@pytest.fixture(autouse=True)
def domains(admin):
    admin.do(b"CREATEDOMAIN own.example", b"CREATEACCOUNT boss@own.example {Password=pass;}")
    admin.do(b"SETACCOUNTRIGHTS boss@own.example (%s)" % ",".join(DOMAIN_RIGHTS).encode())
    for domain in (HOME, MAIN):
        admin.do(
            b"CREATEACCOUNT bob@%s {Password=%s;}" % (domain, domain), b"CREATEGROUP g@" + domain,
            b"CREATEFORWARDER f@%s TO x@%s" % (domain, domain), b"CREATENAMEDTASK t@%s FOR bob" % domain,
        )


@pytest.fixture
def boss(domains, connect):
    return connect("boss@own.example", "pass")


def verb(line):
    return line.split()[0].decode()


# --- changes: what is sent, and the command that shows what it has changed

ACCOUNT_CHANGES = [
    (b"CREATEACCOUNT new", b"LISTACCOUNTS %s"), (b"RENAMEACCOUNT bob INTO new", b"LISTACCOUNTS %s"),
    (b"SETACCOUNTTYPE bob AGrade", b"LISTACCOUNTS %s"),
    (b"UPDATEACCOUNTSETTINGS bob {RealName=x;}", b"GETACCOUNTSETTINGS bob@%s"),
    (b"SETACCOUNTPASSWORD bob PASSWORD new", b"GETACCOUNTSETTINGS bob@%s"),
    (b"SETACCOUNTALIASES bob (x)", b"GETACCOUNTALIASES bob@%s"),
    (b"SETACCOUNTTELNUMS bob (1001)", b"GETACCOUNTTELNUMS bob@%s"),
    (b"MODIFYACCOUNTTELNUMS bob {op=add;telnum=1001;}", b"GETACCOUNTTELNUMS bob@%s"),
    (b"SETACCOUNTMAILRULES bob ((1,x,(),()))", b"GETACCOUNTMAILRULES bob@%s"),
    (b"SETACCOUNTSIGNALRULES bob ((1,x,(),()))", b"GETACCOUNTSIGNALRULES bob@%s"),
    (b"UPDATEACCOUNTMAILRULE bob (1,x,(),())", b"GETACCOUNTMAILRULES bob@%s"),
    (b"UPDATEACCOUNTSIGNALRULE bob (1,x,(),())", b"GETACCOUNTSIGNALRULES bob@%s"),
    (b"SETACCOUNTRPOPS bob {x={};}", b"GETACCOUNTRPOPS bob@%s"),
    (b"SETACCOUNTRIMAPS bob {x={};}", b"GETACCOUNTRIMAPS bob@%s"),
    (b"SETACCOUNTRSIPS bob {x={};}", b"GETACCOUNTRSIPS bob@%s"),
    (b"UPDATEACCOUNTPREFS bob {x=1;}", b"GETACCOUNTPREFS bob@%s"),
    (b"SETACCOUNTPREFS bob {x=1;}", b"GETACCOUNTPREFS bob@%s"), (b"SETACCOUNTACL bob {x=l;}", b"GETACCOUNTACL bob@%s"),
    (b"CREATEMAILBOX bob MAILBOX x", b"LISTMAILBOXES bob@%s"),
    (b"SETMAILBOXACL bob MAILBOX INBOX {x=l;}", b"GETMAILBOXACL bob@%s MAILBOX INBOX"),
    (b"SETMAILBOXSUBSCRIPTION bob (x)", b"GETMAILBOXSUBSCRIPTION bob@%s"),
    (b"SETMAILBOXALIASES bob {x=INBOX;}", b"GETMAILBOXALIASES bob@%s"),
    (b"SETACCOUNTALERTS bob {20300101000000=x;}", b"GETACCOUNTALERTS bob@%s"),
    (b"POSTACCOUNTALERT bob ALERT x", b"GETACCOUNTALERTS bob@%s"),
]
OBJECT_CHANGES = [
    (b"CREATEGROUP new", b"LISTGROUPS %s"), (b"RENAMEGROUP g INTO new", b"LISTGROUPS %s"),
    (b"DELETEGROUP g", b"LISTGROUPS %s"), (b"SETGROUP g {RealName=x;}", b"GETGROUP g@%s"),
    (b"CREATEFORWARDER new TO x", b"LISTFORWARDERS %s"), (b"RENAMEFORWARDER f INTO new", b"LISTFORWARDERS %s"),
    (b"DELETEFORWARDER f", b"LISTFORWARDERS %s"), (b"CREATENAMEDTASK new FOR bob", b"LISTDOMAINNAMEDTASKS %s"),
    (b"RENAMENAMEDTASK t INTO new", b"LISTDOMAINNAMEDTASKS %s"), (b"DELETENAMEDTASK t", b"LISTDOMAINNAMEDTASKS %s"),
    (b"UPDATENAMEDTASK t {RealName=x;}", b"LISTDOMAINNAMEDTASKS %s"),
    (b"SETDOMAINALERTS {20300101000000=x;}", b"GETDOMAINALERTS %s"),
]


@pytest.mark.parametrize(("line", "look"), ACCOUNT_CHANGES + OBJECT_CHANGES, ids=[
    verb(line) for line, _look in ACCOUNT_CHANGES + OBJECT_CHANGES
])
def test_a_change_is_made_in_the_administrators_domain_and_in_no_other(admin, boss, line, look):
    own, other = admin.ask(look % HOME), admin.ask(look % MAIN)
    assert boss.code(line) in (200, 201)
    assert admin.ask(look % HOME) != own
    assert admin.ask(look % MAIN) == other


def test_deleteaccount_removes_the_account_of_the_administrators_domain(admin, boss):
    admin.do(b"DELETENAMEDTASK t@own.example")
    boss.do(b"DELETEACCOUNT bob")
    assert admin.code(b"GETACCOUNTSETTINGS bob@own.example") == 513
    assert admin.ask(b"GETACCOUNTSETTINGS bob") == b"201 {Password=example.com;}"


# --- what is read, without and with the Domain

READS = [
    (b"LISTACCOUNTS", b"LISTACCOUNTS %s"), (b"LISTGROUPS", b"LISTGROUPS %s"),
    (b"LISTFORWARDERS", b"LISTFORWARDERS %s"), (b"LISTDOMAINNAMEDTASKS", b"LISTDOMAINNAMEDTASKS %s"),
    (b"GETDOMAINALERTS", b"GETDOMAINALERTS %s"), (b"GETDOMAINEFFECTIVESETTINGS", b"GETDOMAINEFFECTIVESETTINGS %s"),
    (b"GETACCOUNTSETTINGS bob", b"GETACCOUNTSETTINGS bob@%s"), (b"GETFORWARDER f", b"GETFORWARDER f@%s"),
    (b"GETACCOUNTEFFECTIVESETTINGS bob", b"GETACCOUNTEFFECTIVESETTINGS bob@%s"),
    (b"GETACCOUNTONESETTING bob Password", b"GETACCOUNTONESETTING bob@%s Password"),
    (b"GETGROUP g", b"GETGROUP g@%s"), (b"GETNAMEDTASK t", b"GETNAMEDTASK t@%s"),
    (b"LISTACCOUNTNAMEDTASKS bob", b"LISTACCOUNTNAMEDTASKS bob@%s"),
]


@pytest.mark.parametrize(("line", "named"), READS, ids=[verb(line) for line, _named in READS])
def test_what_is_read_is_that_of_the_administrators_domain(admin, boss, line, named):
    admin.do(
        b"CREATEACCOUNT ann@own.example", b"CREATEGROUP h@own.example", b"CREATEFORWARDER i@own.example TO x",
        b"UPDATENAMEDTASK t@own.example {RealName=Own;}", b"SETGROUP g@own.example {RealName=Own;}",
        b"SETDOMAINALERTS own.example {20300101000000=x;}", b"SETDOMAINSETTINGS own.example {Own=1;}",
    )
    assert boss.ask(line) == admin.ask(named % HOME) != admin.ask(named % MAIN)


def test_verifyaccountpassword_is_about_the_account_of_the_administrators_domain(boss):
    boss.do(b"VERIFYACCOUNTPASSWORD bob PASSWORD own.example")
    assert boss.code(b"VERIFYACCOUNTPASSWORD bob PASSWORD example.com") == 515


@pytest.mark.parametrize("line", [
    b"GETACCOUNTACLRIGHTS boss AUTH bob", b"GETMAILBOXRIGHTS boss MAILBOX INBOX AUTH bob",
], ids=verb)
def test_the_account_after_auth_is_one_of_the_administrators_domain(admin, boss, line):
    admin.do(b"SETACCOUNTACL boss@own.example {bob=lr;}", b"SETMAILBOXACL boss@own.example MAILBOX INBOX {bob=lr;}")
    assert boss.ask(line) == b"201 lr"
    assert boss.ask(line + b"@example.com") == b'201 ""'


# --- new names

@pytest.mark.parametrize(("line", "look"), [
    (b"RENAMEACCOUNT ann@%s INTO new", b"LISTACCOUNTS %s"), (b"RENAMEGROUP g@%s INTO new", b"LISTGROUPS %s"),
    (b"RENAMEFORWARDER f@%s INTO new", b"LISTFORWARDERS %s"),
], ids=["RENAMEACCOUNT", "RENAMEGROUP", "RENAMEFORWARDER"])
def test_a_new_name_without_a_domain_brings_the_object_into_the_administrators_domain(admin, line, look):
    admin.do(b"CREATEACCOUNT ann@own.example", line % HOME)
    assert b"new" in admin.ask(look % MAIN)
    assert b"new" not in admin.ask(look % HOME)


def test_renamenamedtask_with_a_new_name_without_a_domain_stays_in_its_domain(admin):
    admin.do(b"RENAMENAMEDTASK t@own.example INTO new")
    assert admin.ask(b"GETNAMEDTASK new@own.example") == b"201 {Owner=bob;}"
    assert admin.ask(b"GETNAMEDTASK t") == b"201 {Owner=bob;}"
