# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Mailbox Administration: information, class and access rights of one Mailbox."""

from __future__ import annotations

import re

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.answers.refusals import Refusal
from ansible_collections.communigate.pro.plugins.module_utils.simulator.control.language import CONTROLS

BOB = b"bob@client.example"
GET, SET = b"GETMAILBOXACL bob@client.example MAILBOX Work", b"SETMAILBOXACL bob@client.example MAILBOX Work "
RIGHTS = b"GETMAILBOXRIGHTS bob@client.example MAILBOX Work AUTH "


@pytest.fixture(autouse=True)
def accounts(admin):
    admin.do(
        b"CREATEDOMAIN client.example", b"CREATEACCOUNT bob@client.example {Password=pass;}",
        b"CREATEACCOUNT ann@client.example {Password=pass;}",
    )


@pytest.fixture
def work(admin):
    admin.do(b"CREATEMAILBOX bob@client.example MAILBOX Work")


def mail(simulator, **values):
    """Messages arrive."""
    CONTROLS["MAIL"](simulator.service, dict(values, account="bob@client.example"))


# --- information

def test_getmailboxinfo_tells_numbers_of_an_existing_mailbox(admin):
    assert re.fullmatch(
        rb"201 \{Messages=#0;Size=#0;UIDNext=#1;UIDValidity=#\d+;Unseen=#0;\}",
        admin.ask(b"GETMAILBOXINFO bob@client.example MAILBOX INBOX"),
    )


def test_getmailboxinfo_counts_the_messages_that_arrive(admin, simulator):
    mail(simulator)
    mail(simulator, count=2, size=50, seen="YES")
    assert re.fullmatch(
        rb"201 \{Messages=#3;Size=#1100;UIDNext=#4;UIDValidity=#\d+;Unseen=#1;\}",
        admin.ask(b"GETMAILBOXINFO bob@client.example MAILBOX INBOX"),
    )


def test_getaccountinfo_counts_messages_as_storage_that_is_used(admin, simulator):
    mail(simulator, count=2, size=50)
    assert admin.ask(b"GETACCOUNTINFO bob@client.example Key StorageUsed") == b"201 #100"


def test_getmailboxinfo_counts_the_messages_of_one_mailbox_only(admin, simulator, work):
    mail(simulator, mailbox="Work")
    assert b"Messages=#0;" in admin.ask(b"GETMAILBOXINFO bob@client.example MAILBOX INBOX")
    assert b"Messages=#1;" in admin.ask(b"GETMAILBOXINFO bob@client.example MAILBOX Work")
    admin.do(b"RENAMEMAILBOX bob@client.example MAILBOX Work INTO Play")
    assert b"Messages=#1;" in admin.ask(b"GETMAILBOXINFO bob@client.example MAILBOX Play")


@pytest.mark.parametrize("values", [
    {"mailbox": "missing"}, {"mailbox": 5}, {"count": "5"}, {"count": -1}, {"size": -1}, {"size": []},
])
def test_getmailboxinfo_knows_nothing_of_mail_that_cannot_be(admin, simulator, values):
    with pytest.raises(Refusal):
        mail(simulator, **values)
    assert b"Messages=#0;" in admin.ask(b"GETMAILBOXINFO bob@client.example MAILBOX INBOX")


def test_getmailboxinfo_auth_needs_the_select_right(admin, work):
    command = b"GETMAILBOXINFO bob@client.example MAILBOX Work AUTH ann@client.example"
    admin.do(SET + b"{ann=lswdipca;}")
    assert admin.code(command) == 511
    admin.do(SET + b"{ann=r;}")
    assert admin.ask(command).startswith(b"201 {")


# --- class

def test_createmailbox_gives_the_mailbox_a_class(admin):
    admin.do(b"CREATEMAILBOX bob@client.example MAILBOX Contacts CLASS IPF.Contact")
    assert b"Class=IPF.Contact;" in admin.ask(b"GETMAILBOXINFO bob@client.example MAILBOX Contacts")


def test_setmailboxclass_changes_and_removes_the_class(admin):
    admin.do(b"SETMAILBOXCLASS bob@client.example MAILBOX INBOX CLASS IPF.Note")
    assert b"Class=IPF.Note;" in admin.ask(b"GETMAILBOXINFO bob@client.example MAILBOX INBOX")
    admin.do(b'SETMAILBOXCLASS bob@client.example MAILBOX INBOX CLASS ""')
    assert b"Class=" not in admin.ask(b"GETMAILBOXINFO bob@client.example MAILBOX INBOX")


def test_setmailboxclass_auth_uses_the_access_rights_of_that_account(admin, work):
    command = b"SETMAILBOXCLASS bob@client.example MAILBOX Work AUTH ann@client.example CLASS IPF.Note"
    admin.do(SET + b"{ann=lrswdipc;}")
    assert admin.code(command) == 511
    assert b"Class=" not in admin.ask(b"GETMAILBOXINFO bob@client.example MAILBOX Work")
    admin.do(SET + b'{ann="+a";}', command)
    assert b"Class=IPF.Note;" in admin.ask(b"GETMAILBOXINFO bob@client.example MAILBOX Work")


# --- access rights

def test_setmailboxacl_adds_removes_and_replaces_and_drops_what_is_empty(admin, work):
    assert admin.ask(GET) == b"201 {}"
    admin.do(SET + b'{ann=lr;"anyone@"=l;}')
    admin.do(SET + b'{ann="+as";}')
    assert admin.ask(GET) == b"201 {ann=lrsa;anyone@=l;}"
    admin.do(SET + b'{ann="-r";}')
    assert admin.ask(GET) == b"201 {ann=lsa;anyone@=l;}"
    admin.do(SET + b'{ann=d;new="+l";gone="-l";}')
    assert admin.ask(GET) == b"201 {ann=d;anyone@=l;new=l;}"
    admin.do(SET + b'{ann="-d";"anyone@"="";new="-lrswdipca";}')
    assert admin.ask(GET) == b"201 {}"


def test_getmailboxacl_gives_each_letter_once_in_one_order(admin, work):
    admin.do(SET + b"{ann=acdripwslal;}")
    assert admin.ask(GET) == b"201 {ann=lrswdipca;}"


def test_getmailboxrights_adds_up_what_the_acl_grants_an_account(admin, work):
    admin.do(SET + b'{ann=l;"anyone@"=r;}')
    assert admin.ask(RIGHTS + b"ann@client.example") == b"201 lr"
    assert admin.ask(RIGHTS + b"postmaster") == b'201 ""'
    assert admin.ask(RIGHTS + b"bob@client.example") == b"201 lrswdipca"
    assert admin.code(RIGHTS + b"nobody@client.example") == 513


def test_setmailboxacl_auth_needs_the_admin_right(admin, work):
    as_ann = b"SETMAILBOXACL bob@client.example MAILBOX Work AUTH ann@client.example "
    admin.do(SET + b"{ann=lrswdipc;}")
    assert admin.code(as_ann + b"{ann=lrswdipca;}") == 511
    assert admin.ask(GET) == b"201 {ann=lrswdipc;}"
    admin.do(SET + b"{ann=a;}", as_ann + b'{ann="+l";}')
    assert admin.ask(GET) == b"201 {ann=la;}"


def test_getmailboxacl_auth_needs_the_admin_right(admin, work):
    command = GET + b" AUTH ann@client.example"
    admin.do(SET + b"{ann=lrswdipc;}")
    assert admin.code(command) == 511
    admin.do(SET + b"{ann=a;}")
    assert admin.ask(command) == b"201 {ann=a;}"


@pytest.mark.parametrize("change", [
    b'{ann="l-r";bob=l;}', b"{ann=(l);bob=l;}", b'{ann="l r";bob=l;}', b'{""=l;bob=l;}', b'{ann="++l";bob=l;}',
])
def test_setmailboxacl_changes_nothing_when_one_of_the_elements_is_wrong(admin, work, change):
    admin.do(SET + b"{ann=r;}")
    assert admin.code(SET + change) == 501
    assert admin.ask(GET) == b"201 {ann=r;}"


def test_getmailboxrights_means_everybody_of_the_domain_by_anyone_at(admin, work):
    admin.do(SET + b'{"anyone@"=lr;}')
    assert admin.ask(RIGHTS + b"ann@client.example") == b"201 lr"
    assert admin.ask(RIGHTS + b"postmaster@example.com") == b'201 ""'


def test_getmailboxrights_does_not_count_what_other_accounts_have(admin, work):
    admin.do(SET + b'{max=lr;"ann@example.com"=lr;"#nobody"=lr;}')
    assert admin.ask(RIGHTS + b"ann@client.example") == b'201 ""'


def test_getmailboxrights_counts_the_members_of_a_group(admin, work):
    admin.do(b"CREATEGROUP staff@client.example {Members=(ann);}", SET + b'{"#staff"=lr;ann=i;}')
    assert admin.ask(RIGHTS + b"ann@client.example") == b"201 lri"


# --- who may

EACH = pytest.mark.parametrize("command", [
    b"GETMAILBOXINFO %s MAILBOX Work", b"GETMAILBOXACL %s MAILBOX Work", b"SETMAILBOXACL %s MAILBOX Work {ann=r;}",
    b"GETMAILBOXRIGHTS %s MAILBOX Work AUTH ann@client.example", b"SETMAILBOXCLASS %s MAILBOX Work CLASS x",
], ids=lambda command: command.partition(b" ")[0].decode())


@EACH
def test_the_owner_may_and_an_account_with_mailbox_rights_may_not(admin, connect, work, command):
    admin.do(SET + b"{ann=lrswdipca;}")
    ann = connect("ann@client.example", "pass")
    assert ann.code(command % BOB) == 510
    assert admin.ask(GET) == b"201 {ann=lrswdipca;}"
    assert connect("bob@client.example", "pass").ask(command % b"*").startswith(b"20")


@EACH
def test_a_domain_administrator_needs_canaccessmailboxes(admin, connect, work, command):
    admin.do(b"SETACCOUNTRIGHTS ann@client.example (BasicSettings)")
    ann = connect("ann@client.example", "pass")
    assert ann.code(command % BOB) == 510
    admin.do(b"SETACCOUNTRIGHTS ann@client.example (CanAccessMailboxes)")
    assert ann.ask(command % BOB).startswith(b"20")


@EACH
def test_account_and_mailbox_must_exist(admin, command):
    assert admin.code(command % b"nobody@client.example") == 513
    assert admin.code(command % BOB) == 530
    create_below = b"CREATEMAILBOX bob@client.example MAILBOX Work/Old"
    admin.do(create_below)
    assert admin.code(command % BOB) == 531


@EACH
def test_a_mailbox_that_nobody_could_make_is_just_missing(admin, command):
    admin.do(b"CREATEACCOUNT one@client.example TextMailbox")
    assert admin.code(command % b"one@client.example") == 516


@pytest.mark.parametrize("command", [
    b"GETMAILBOXINFO %s MAILBOX Work AUTH nobody", b"GETMAILBOXACL %s MAILBOX Work AUTH nobody",
    b"SETMAILBOXACL %s MAILBOX Work AUTH nobody {bob=l;}", b"GETMAILBOXRIGHTS %s MAILBOX Work AUTH nobody",
    b"SETMAILBOXCLASS %s MAILBOX Work AUTH nobody CLASS x",
], ids=lambda command: command.partition(b" ")[0].decode())
def test_the_account_after_auth_must_exist(admin, work, command):
    assert admin.code(command % BOB) == 513
    assert admin.ask(GET) == b"201 {}"
    assert b"Class=" not in admin.ask(b"GETMAILBOXINFO bob@client.example MAILBOX Work")
