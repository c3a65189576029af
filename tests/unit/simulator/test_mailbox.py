# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Mailbox Administration."""

from __future__ import annotations

import re

import pytest

BOB = b"bob@client1.com"


@pytest.fixture(autouse=True)
def accounts(admin):
    admin.do(
        b"CREATEDOMAIN client1.com", b"CREATEACCOUNT bob@client1.com {Password=pass;}",
        b"CREATEACCOUNT ann@client1.com {Password=pass;}",
    )


def listing(wire, command):
    """A listing with i for an information dictionary: what the manual says about the values is their form."""
    reply = wire.ask(command)
    assert reply.startswith(b"201 {"), reply
    return re.sub(rb"\{[^{}]*Messages=[^{}]*\}", b"i", reply[4:])


def create(admin, *names):
    for name in names:
        admin.do(b'CREATEMAILBOX bob@client1.com MAILBOX "%s"' % name)


# --- the tree

def test_a_new_account_has_an_inbox(admin):
    assert listing(admin, b"LISTMAILBOXES bob@client1.com") == b"{INBOX=i;}"


def test_values_tell_mailboxes_folders_and_both_apart(admin):
    create(admin, b"Sent", b"Archive/2023/March", b"Work", b"Work/Old")
    assert listing(admin, b"LISTMAILBOXES bob@client1.com") == (
        b'{Archive=();"Archive/2023"=();"Archive/2023/March"=i;INBOX=i;Sent=i;Work=(i);"Work/Old"=i;}'
    )


@pytest.mark.parametrize(("wanted", "names"), [
    (b"*", [b"Archive", b"Archive/March", b"Archive/May", b"INBOX", b"Sent"]),
    (b"%%**%", [b"Archive", b"Archive/March", b"Archive/May", b"INBOX", b"Sent"]),
    (b"%", [b"Archive", b"INBOX", b"Sent"]),
    (b"Archive/%", [b"Archive/March", b"Archive/May"]),
    (b"Archive/M%y", [b"Archive/May"]),
    (b"*M*", [b"Archive/March", b"Archive/May"]),
    (b"%/%a%", [b"Archive/March", b"Archive/May"]),
    (b"S%t", [b"Sent"]),
    (b"Sent", [b"Sent"]),
    (b"sent", []),
    (b"", []),
])
def test_filters_use_the_wildcards_of_imap(admin, wanted, names):
    create(admin, b"Sent", b"Archive/March", b"Archive/May")
    found = listing(admin, b'LISTMAILBOXES bob@client1.com FILTER "%s"' % wanted)
    assert [pair.split(b"=")[0].strip(b'"') for pair in found[1:-1].split(b";")[:-1]] == names


def test_a_costly_filter_is_answered_at_once(admin):
    create(admin, b"a" * 200)
    assert listing(admin, b'LISTMAILBOXES bob@client1.com FILTER "%s"' % (b"*a" * 100 + b"b")) == b"{}"


def test_create_refusals(admin):
    create(admin, b"Sent")
    assert admin.code(b"CREATEMAILBOX bob@client1.com MAILBOX Sent") == 520
    assert admin.code(b"CREATEMAILBOX bob@client1.com MAILBOX inbox") == 520
    for name in (b'""', b'"/"', b'"a//b"', b'"/a"', b'"a/"', b'"a\\tb"'):
        assert admin.refused(b"CREATEMAILBOX bob@client1.com MAILBOX " + name)
    assert admin.code(b"CREATEMAILBOX nobody@client1.com MAILBOX x") == 513


def test_names_are_case_sensitive_but_for_inbox(admin):
    create(admin, b"Sent", b"sent")
    assert admin.ask(b"GETMAILBOXINFO bob@client1.com MAILBOX Inbox") == admin.ask(
        b"GETMAILBOXINFO bob@client1.com MAILBOX INBOX"
    )
    assert admin.refused(b"GETMAILBOXINFO bob@client1.com MAILBOX SENT")


@pytest.mark.parametrize("account_type", [b"TextMailbox", b"MailDirMailbox", b"SlicedMailbox"])
def test_single_mailbox_accounts_have_an_inbox_only(admin, account_type):
    admin.do(b"CREATEACCOUNT one@client1.com " + account_type)
    assert listing(admin, b"LISTMAILBOXES one@client1.com") == b"{INBOX=i;}"
    assert admin.refused(b"CREATEMAILBOX one@client1.com MAILBOX Sent")


def test_deletemailbox_leaves_nested_ones(admin):
    create(admin, b"Work", b"Work/Old", b"Workshop")
    admin.do(b"DELETEMAILBOX bob@client1.com MAILBOX Work")
    assert listing(admin, b"LISTMAILBOXES bob@client1.com") == b'{INBOX=i;Work=();"Work/Old"=i;Workshop=i;}'
    assert admin.refused(b"DELETEMAILBOX bob@client1.com MAILBOX Work")


def test_deletemailboxes_takes_nested_ones_along(admin):
    create(admin, b"Work", b"Work/Old", b"Work/Old/Older", b"Workshop")
    admin.do(b"DELETEMAILBOX bob@client1.com MAILBOXES Work")
    assert listing(admin, b"LISTMAILBOXES bob@client1.com") == b"{INBOX=i;Workshop=i;}"
    assert admin.refused(b"DELETEMAILBOX bob@client1.com MAILBOXES Work")


def test_inbox_can_be_neither_deleted_nor_renamed(admin):
    for command in (
        b"DELETEMAILBOX %s MAILBOX INBOX", b"DELETEMAILBOX %s MAILBOXES inbox",
        b"RENAMEMAILBOX %s MAILBOX INBOX INTO x",
    ):
        assert admin.refused(command % BOB)


def test_renamemailbox_leaves_nested_ones(admin):
    create(admin, b"Work", b"Work/Old")
    admin.do(b"RENAMEMAILBOX bob@client1.com MAILBOX Work INTO Jobs")
    assert listing(admin, b"LISTMAILBOXES bob@client1.com") == b'{INBOX=i;Jobs=i;Work=();"Work/Old"=i;}'


def test_renamemailboxes_takes_nested_ones_along(admin):
    create(admin, b"Work", b"Work/Old", b"Work/Old/Older", b"Workshop")
    admin.do(
        b"SETMAILBOXCLASS bob@client1.com MAILBOX Work/Old CLASS IPF.Contact",
        b'RENAMEMAILBOX bob@client1.com MAILBOXES Work INTO "Archive/Jobs"',
    )
    assert listing(admin, b"LISTMAILBOXES bob@client1.com") == (
        b'{Archive=();"Archive/Jobs"=(i);"Archive/Jobs/Old"=(i);"Archive/Jobs/Old/Older"=i;INBOX=i;Workshop=i;}'
    )
    assert b"Class=IPF.Contact;" in admin.ask(b"GETMAILBOXINFO bob@client1.com MAILBOX Archive/Jobs/Old")


def test_rename_refusals(admin):
    create(admin, b"A", b"A/x", b"B/x")
    assert admin.code(b"RENAMEMAILBOX bob@client1.com MAILBOXES A INTO B") == 520
    assert admin.code(b"RENAMEMAILBOX bob@client1.com MAILBOX A INTO INBOX") == 520
    assert admin.refused(b"RENAMEMAILBOX bob@client1.com MAILBOXES A INTO A/B")
    assert admin.refused(b"RENAMEMAILBOX bob@client1.com MAILBOX missing INTO C")
    assert listing(admin, b"LISTMAILBOXES bob@client1.com") == b'{A=(i);"A/x"=i;B=();"B/x"=i;INBOX=i;}'


# --- information and class

def test_info_of_a_mailbox(admin):
    assert re.fullmatch(
        rb"201 \{Messages=#0;Size=#0;UIDNext=#1;UIDValidity=#\d+;Unseen=#0;\}",
        admin.ask(b"GETMAILBOXINFO bob@client1.com MAILBOX INBOX"),
    )
    assert admin.refused(b"GETMAILBOXINFO bob@client1.com MAILBOX missing")


def test_classes(admin):
    admin.do(b"CREATEMAILBOX bob@client1.com MAILBOX Contacts CLASS IPF.Contact")
    assert b"Class=IPF.Contact;" in admin.ask(b"GETMAILBOXINFO bob@client1.com MAILBOX Contacts")
    admin.do(b"SETMAILBOXCLASS bob@client1.com MAILBOX Contacts CLASS IPF.Note")
    assert b"Class=IPF.Note;" in admin.ask(b"GETMAILBOXINFO bob@client1.com MAILBOX Contacts")
    admin.do(b'SETMAILBOXCLASS bob@client1.com MAILBOX Contacts CLASS ""')
    assert b"Class=" not in admin.ask(b"GETMAILBOXINFO bob@client1.com MAILBOX Contacts")


# --- access rights

GET, SET = b"GETMAILBOXACL bob@client1.com MAILBOX Work", b"SETMAILBOXACL bob@client1.com MAILBOX Work "
RIGHTS = b"GETMAILBOXRIGHTS bob@client1.com MAILBOX Work AUTH "


@pytest.fixture
def work(admin):
    create(admin, b"Work")


def test_acl_plus_minus_and_replace(admin, work):
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


def test_letters_come_back_in_one_order_and_once(admin, work):
    admin.do(SET + b"{ann=acdripwslal;}")
    assert admin.ask(GET) == b"201 {ann=lrswdipca;}"


def test_effective_rights(admin, work):
    admin.do(SET + b'{ann=l;"anyone@"=r;}')
    assert admin.ask(RIGHTS + b"ann@client1.com") == b"201 lr"
    assert admin.ask(RIGHTS + b"postmaster") == b'201 ""'
    assert admin.ask(RIGHTS + b"bob@client1.com") == b"201 lrswdipca"
    assert admin.code(RIGHTS + b"nobody@client1.com") == 513


def test_auth_needs_the_right_for_the_operation(admin, work):
    as_ann = b" AUTH ann@client1.com"
    assert admin.refused(b"GETMAILBOXINFO bob@client1.com MAILBOX Work" + as_ann)
    assert admin.refused(GET + as_ann)
    assert admin.refused(b"SETMAILBOXACL bob@client1.com MAILBOX Work" + as_ann + b" {ann=l;}")
    admin.do(SET + b"{ann=ra;}")
    assert admin.ask(b"GETMAILBOXINFO bob@client1.com MAILBOX Work" + as_ann).startswith(b"201 {")
    admin.do(b"SETMAILBOXACL bob@client1.com MAILBOX Work" + as_ann + b' {ann="+l";}')
    assert admin.ask(GET + as_ann) == b"201 {ann=lra;}"


def test_auth_hides_what_cannot_be_looked_up_and_the_information_of_what_cannot_be_selected(admin, work):
    create(admin, b"Secret", b"Work/Old")
    admin.do(SET + b"{ann=l;}", b"SETMAILBOXACL bob@client1.com MAILBOX Work/Old {ann=lr;}")
    assert listing(admin, b"LISTMAILBOXES bob@client1.com AUTH ann@client1.com") == b'{Work=(());"Work/Old"=i;}'
    assert listing(admin, b"LISTMAILBOXES bob@client1.com FILTER W% AUTH ann@client1.com") == b"{Work=(());}"
    assert listing(admin, b"LISTMAILBOXES bob@client1.com AUTH postmaster") == b"{}"


def test_auth_creating_needs_the_create_right_on_the_outer_mailbox(admin, work):
    command = b"CREATEMAILBOX bob@client1.com MAILBOX %s CLASS IPF.Note AUTH ann@client1.com"
    assert admin.refused(command % b"Work/New")
    admin.do(SET + b"{ann=c;}", command % b"Work/New")
    assert admin.refused(command % b"Top")
    admin.do(b"CREATEMAILBOX bob@client1.com MAILBOX Work/Two AUTH ann@client1.com CLASS IPF.Note")


def test_auth_deleting_needs_create_on_the_outer_and_delete_on_the_mailbox(admin, work):
    create(admin, b"Work/Old")
    command = b"DELETEMAILBOX bob@client1.com MAILBOX Work/Old AUTH ann@client1.com"
    admin.do(SET + b"{ann=c;}")
    assert admin.refused(command)
    admin.do(b"SETMAILBOXACL bob@client1.com MAILBOX Work/Old {ann=d;}", SET + b"{ann=l;}")
    assert admin.refused(command)
    admin.do(SET + b"{ann=c;}", command)


def test_auth_renaming_needs_both(admin, work):
    create(admin, b"Work/Old", b"Other")
    command = b"RENAMEMAILBOX bob@client1.com MAILBOX Work/Old INTO Other/Old AUTH ann@client1.com"
    admin.do(SET + b"{ann=c;}", b"SETMAILBOXACL bob@client1.com MAILBOX Work/Old {ann=d;}")
    assert admin.refused(command)
    admin.do(b"SETMAILBOXACL bob@client1.com MAILBOX Other {ann=c;}", command)


# --- subscription and aliases

def test_subscription_is_replaced(admin):
    assert admin.ask(b"GETMAILBOXSUBSCRIPTION bob@client1.com") == b"201 ()"
    admin.do(
        b"SETMAILBOXSUBSCRIPTION bob@client1.com (INBOX)",
        b'SETMAILBOXSUBSCRIPTION bob@client1.com ("~ann/Work",Sent)',
    )
    assert admin.ask(b"GETMAILBOXSUBSCRIPTION bob@client1.com") == b'201 ("~ann/Work",Sent)'
    assert admin.ask(b"GetAccountSubscription bob@client1.com") == b'201 ("~ann/Work",Sent)'
    assert admin.refused(b"SETMAILBOXSUBSCRIPTION bob@client1.com ((x))")


def test_mailbox_aliases_are_replaced(admin):
    assert admin.ask(b"GETMAILBOXALIASES bob@client1.com") == b"201 {}"
    admin.do(b'SETMAILBOXALIASES bob@client1.com {a=INBOX;}', b'SETMAILBOXALIASES bob@client1.com {b="~ann/Work";}')
    assert admin.ask(b"GETMAILBOXALIASES bob@client1.com") == b'201 {b="~ann/Work";}'
    assert admin.refused(b"SETMAILBOXALIASES bob@client1.com {a=(x);}")


# --- the owner

def test_the_owner_manages_the_own_mailboxes_only(connect):
    bob = connect("bob@client1.com", "pass")
    bob.do(b"CREATEMAILBOX * MAILBOX Sent", b"SETMAILBOXACL bob MAILBOX Sent {ann=l;}")
    assert listing(bob, b"LISTMAILBOXES *") == b"{INBOX=i;Sent=i;}"
    assert bob.refused(b"LISTMAILBOXES ann")
    assert bob.refused(b"CREATEMAILBOX ann@client1.com MAILBOX x")
