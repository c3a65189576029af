# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Mailbox Administration: the tree of Mailboxes, subscription and aliases."""

from __future__ import annotations

import re

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.control.language import CONTROLS

BOB = b"bob@client.example"
SET = b"SETMAILBOXACL bob@client.example MAILBOX Work "
OLD = b"SETMAILBOXACL bob@client.example MAILBOX Work/Old "


@pytest.fixture(autouse=True)
def accounts(admin):
    admin.do(
        b"CREATEDOMAIN client.example", b"CREATEACCOUNT bob@client.example {Password=pass;}",
        b"CREATEACCOUNT ann@client.example {Password=pass;}",
    )


def listing(wire, command):
    """A listing with i for an information dictionary: what the manual says about the values is their form."""
    reply = wire.ask(command)
    assert reply.startswith(b"201 {"), reply
    return re.sub(rb"\{(?:Access=\{[^{}]*\};)?[^{}]*Messages=[^{}]*\}", b"i", reply[4:])


def create(admin, *names):
    for name in names:
        admin.do(b'CREATEMAILBOX bob@client.example MAILBOX "%s"' % name)


@pytest.fixture
def work(admin):
    create(admin, b"Work")


# --- the tree

def test_listmailboxes_shows_the_inbox_of_a_new_account(admin):
    assert listing(admin, b"LISTMAILBOXES bob@client.example") == b"{INBOX=i;}"


def test_listmailboxes_tells_mailboxes_folders_and_both_apart_by_the_value(admin):
    create(admin, b"Sent", b"Archive/2023/March", b"Work", b"Work/Old")
    assert listing(admin, b"LISTMAILBOXES bob@client.example") == (
        b'{Archive=();"Archive/2023"=();"Archive/2023/March"=i;INBOX=i;Sent=i;Work=(i);"Work/Old"=i;}'
    )


def test_listmailboxes_has_the_access_of_a_mailbox_when_it_is_set(admin):
    create(admin, b"Work", b"Work/Old")
    line = b'LISTMAILBOXES bob@client.example FILTER "Work%s"'
    assert b"Access=" not in admin.ask(line % b"*")
    admin.do(
        b"SETMAILBOXACL bob@client.example MAILBOX Work {ann=lr;}",
        b"SETMAILBOXACL bob@client.example MAILBOX Work/Old {ann=lra;}",
    )
    assert admin.ask(line % b"").startswith(b"201 {Work=({Access={ann=lr;};Messages=#0;")
    assert admin.ask(line % b"/Old").startswith(b'201 {"Work/Old"={Access={ann=lra;};Messages=#0;')
    seen = admin.ask(line % b"*" + b" AUTH ann@client.example")
    assert seen.count(b"Access=") == 1 and b'"Work/Old"={Access=' in seen


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
def test_listmailboxes_filters_with_the_wildcards_of_imap(admin, wanted, names):
    create(admin, b"Sent", b"Archive/March", b"Archive/May")
    found = listing(admin, b'LISTMAILBOXES bob@client.example FILTER "%s"' % wanted)
    assert [pair.split(b"=")[0].strip(b'"') for pair in found[1:-1].split(b";")[:-1]] == names


def test_listmailboxes_answers_a_costly_filter_at_once(admin):
    create(admin, b"a" * 200)
    assert listing(admin, b'LISTMAILBOXES bob@client.example FILTER "%s"' % (b"*a" * 100 + b"b")) == b"{}"


def test_createmailbox_takes_legal_names_that_are_free(admin):
    create(admin, b"Sent")
    assert admin.code(b"CREATEMAILBOX bob@client.example MAILBOX Sent") == 532
    assert admin.code(b"CREATEMAILBOX bob@client.example MAILBOX inbox") == 532
    for name in (b'""', b'"/"', b'"a//b"', b'"/a"', b'"a/"', b'"a\\tb"'):
        assert admin.code(b"CREATEMAILBOX bob@client.example MAILBOX " + name) == 539
    assert listing(admin, b"LISTMAILBOXES " + BOB) == b"{INBOX=i;Sent=i;}"


@pytest.mark.parametrize("command", [
    b"CREATEMAILBOX bob@client.example MAILBOX Old", b"RENAMEMAILBOX bob@client.example MAILBOX Sent INTO Old",
], ids=lambda command: command.split()[0].decode())
def test_the_name_of_a_mailbox_alias_is_taken(admin, command):
    create(admin, b"Sent")
    admin.do(b"SETMAILBOXALIASES bob@client.example {Old=INBOX;}")
    assert admin.ask(command) == b"533 mailbox alias with this name already exists"
    assert listing(admin, b"LISTMAILBOXES " + BOB) == b"{INBOX=i;Sent=i;}"
    admin.do(b"SETMAILBOXALIASES bob@client.example {}", command)


def test_createmailbox_tells_names_by_their_case_but_for_inbox(admin):
    create(admin, b"Sent", b"sent")
    assert admin.ask(b"GETMAILBOXINFO bob@client.example MAILBOX Inbox") == admin.ask(
        b"GETMAILBOXINFO bob@client.example MAILBOX INBOX"
    )
    assert admin.refused(b"GETMAILBOXINFO bob@client.example MAILBOX SENT")


@pytest.mark.parametrize("account_type", [b"TextMailbox", b"MailDirMailbox", b"SlicedMailbox"])
def test_createmailbox_is_refused_for_accounts_with_a_single_mailbox(admin, account_type):
    admin.do(b"CREATEACCOUNT one@client.example " + account_type)
    assert listing(admin, b"LISTMAILBOXES one@client.example") == b"{INBOX=i;}"
    assert admin.code(b"CREATEMAILBOX one@client.example MAILBOX Sent") == 501
    assert listing(admin, b"LISTMAILBOXES one@client.example") == b"{INBOX=i;}"


def test_deletemailbox_leaves_nested_ones(admin):
    create(admin, b"Work", b"Work/Old", b"Workshop")
    admin.do(b"DELETEMAILBOX bob@client.example MAILBOX Work")
    assert listing(admin, b"LISTMAILBOXES bob@client.example") == b'{INBOX=i;Work=();"Work/Old"=i;Workshop=i;}'
    assert admin.refused(b"DELETEMAILBOX bob@client.example MAILBOX Work")


def test_deletemailbox_mailboxes_takes_nested_ones_along(admin):
    create(admin, b"Work", b"Work/Old", b"Work/Old/Older", b"Workshop")
    admin.do(b"DELETEMAILBOX bob@client.example MAILBOXES Work")
    assert listing(admin, b"LISTMAILBOXES bob@client.example") == b"{INBOX=i;Workshop=i;}"
    assert admin.refused(b"DELETEMAILBOX bob@client.example MAILBOXES Work")


def test_renamemailbox_leaves_nested_ones(admin):
    create(admin, b"Work", b"Work/Old")
    admin.do(b"RENAMEMAILBOX bob@client.example MAILBOX Work INTO Jobs")
    assert listing(admin, b"LISTMAILBOXES bob@client.example") == b'{INBOX=i;Jobs=i;Work=();"Work/Old"=i;}'


def test_renamemailbox_mailboxes_takes_nested_ones_along(admin):
    create(admin, b"Work", b"Work/Old", b"Work/Old/Older", b"Workshop")
    admin.do(
        b"SETMAILBOXCLASS bob@client.example MAILBOX Work/Old CLASS IPF.Contact",
        b'RENAMEMAILBOX bob@client.example MAILBOXES Work INTO "Archive/Jobs"',
    )
    assert listing(admin, b"LISTMAILBOXES bob@client.example") == (
        b'{Archive=();"Archive/Jobs"=(i);"Archive/Jobs/Old"=(i);"Archive/Jobs/Old/Older"=i;INBOX=i;Workshop=i;}'
    )
    assert b"Class=IPF.Contact;" in admin.ask(b"GETMAILBOXINFO bob@client.example MAILBOX Archive/Jobs/Old")


def test_renamemailbox_takes_free_names_for_existing_mailboxes(admin):
    create(admin, b"A", b"A/x", b"B/x")
    assert admin.code(b"RENAMEMAILBOX bob@client.example MAILBOXES A INTO B") == 532
    assert admin.code(b"RENAMEMAILBOX bob@client.example MAILBOX A INTO INBOX") == 532
    assert admin.refused(b"RENAMEMAILBOX bob@client.example MAILBOXES A INTO A/B")
    assert admin.refused(b"RENAMEMAILBOX bob@client.example MAILBOX missing INTO C")
    assert listing(admin, b"LISTMAILBOXES bob@client.example") == b'{A=(i);"A/x"=i;B=();"B/x"=i;INBOX=i;}'


def test_renamemailbox_may_put_a_mailbox_below_its_old_name(admin):
    create(admin, b"Work", b"Work/Old")
    admin.do(b"RENAMEMAILBOX bob@client.example MAILBOX Work INTO Work/New")
    assert listing(admin, b"LISTMAILBOXES " + BOB) == b'{INBOX=i;Work=();"Work/New"=i;"Work/Old"=i;}'


def test_renamemailbox_mailboxes_may_use_names_that_it_gives_up(admin):
    create(admin, b"Up/Up", b"Up/Up/Up")
    admin.do(b"SETMAILBOXCLASS bob@client.example MAILBOX Up/Up CLASS IPF.Note")
    admin.do(b"RENAMEMAILBOX bob@client.example MAILBOXES Up/Up INTO Up")
    assert listing(admin, b"LISTMAILBOXES " + BOB) == b'{INBOX=i;Up=(i);"Up/Up"=i;}'
    assert b"Class=IPF.Note;" in admin.ask(b"GETMAILBOXINFO bob@client.example MAILBOX Up")


@pytest.mark.parametrize("command", [
    b"DELETEMAILBOX %s MAILBOX INBOX", b"DELETEMAILBOX %s MAILBOXES inbox",
], ids=["DELETEMAILBOX", "DELETEMAILBOX-nested"])
def test_inbox_is_not_removed(admin, command):
    create(admin, b"INBOX/Old")
    assert admin.code(command % BOB) == 501
    assert listing(admin, b"LISTMAILBOXES " + BOB) == b'{INBOX=(i);"INBOX/Old"=i;}'


@pytest.mark.parametrize(("keyword", "left"), [
    (b"MAILBOX", b'{INBOX=(i);"INBOX/Old"=i;x=i;}'), (b"MAILBOXES", b'{INBOX=i;x=(i);"x/Old"=i;}'),
])
def test_renamemailbox_of_inbox_leaves_a_new_and_empty_one(admin, simulator, keyword, left):
    """Scripts in use do so; RFC 3501, RENAME: the messages move."""
    create(admin, b"INBOX/Old")
    CONTROLS["MAIL"](simulator.service, {"account": "bob@client.example", "count": 3})
    admin.do(b"RENAMEMAILBOX %s %s INBOX INTO x" % (BOB, keyword))
    assert listing(admin, b"LISTMAILBOXES " + BOB) == left
    assert b"Messages=#0;" in admin.ask(b"GETMAILBOXINFO bob@client.example MAILBOX INBOX")
    assert b"Messages=#3;" in admin.ask(b"GETMAILBOXINFO bob@client.example MAILBOX x")


def test_createmailbox_stays_within_the_limit_of_the_account(admin):
    admin.do(b"UPDATEACCOUNTSETTINGS bob@client.example {MaxMailboxes=2;}")
    create(admin, b"Sent")
    assert admin.code(b"CREATEMAILBOX bob@client.example MAILBOX Drafts") == 501
    assert listing(admin, b"LISTMAILBOXES " + BOB) == b"{INBOX=i;Sent=i;}"


def test_deletemailbox_takes_a_folder_only_with_all_that_is_nested(admin):
    create(admin, b"Archive/March", b"Archive/May")
    assert admin.code(b"DELETEMAILBOX bob@client.example MAILBOX Archive") == 516
    admin.do(b"DELETEMAILBOX bob@client.example MAILBOXES Archive")
    assert listing(admin, b"LISTMAILBOXES " + BOB) == b"{INBOX=i;}"


@pytest.mark.parametrize("command", [
    b"LISTMAILBOXES nobody@client.example", b"CREATEMAILBOX nobody@client.example MAILBOX x",
    b"DELETEMAILBOX nobody@client.example MAILBOX x", b"RENAMEMAILBOX nobody@client.example MAILBOX x INTO y",
    b"GETMAILBOXSUBSCRIPTION nobody@client.example", b"SETMAILBOXSUBSCRIPTION nobody@client.example ()",
    b"GETMAILBOXALIASES nobody@client.example", b"SETMAILBOXALIASES nobody@client.example {}",
    b"LISTMAILBOXES bob@client.example AUTH nobody@client.example",
    b"CREATEMAILBOX bob@client.example MAILBOX x AUTH nobody@client.example",
    b"DELETEMAILBOX bob@client.example MAILBOX INBOX AUTH nobody@client.example",
    b"RENAMEMAILBOX bob@client.example MAILBOX INBOX INTO y AUTH nobody@client.example",
], ids=lambda command: command.partition(b" ")[0].decode())
def test_the_accounts_must_exist(admin, command):
    assert admin.code(command) == 513
    assert listing(admin, b"LISTMAILBOXES " + BOB) == b"{INBOX=i;}"


# --- AUTH

def test_listmailboxes_auth_hides_what_cannot_be_looked_up_and_the_information_of_what_cannot_be_selected(admin, work):
    create(admin, b"Secret", b"Work/Old")
    admin.do(SET + b"{ann=l;}", b"SETMAILBOXACL bob@client.example MAILBOX Work/Old {ann=lr;}")
    assert listing(admin, b"LISTMAILBOXES bob@client.example AUTH ann@client.example") == b'{Work=(());"Work/Old"=i;}'
    assert listing(admin, b"LISTMAILBOXES bob@client.example FILTER W% AUTH ann@client.example") == b"{Work=(());}"
    assert listing(admin, b"LISTMAILBOXES bob@client.example AUTH postmaster") == b"{}"
    assert listing(admin, b"LISTMAILBOXES bob@client.example AUTH bob@client.example") == (
        b'{INBOX=i;Secret=i;Work=(i);"Work/Old"=i;}'
    )


def test_listmailboxes_auth_shows_an_empty_array_for_what_cannot_be_selected(admin, work):
    admin.do(SET + b"{ann=l;}")
    assert listing(admin, b"LISTMAILBOXES bob@client.example AUTH ann@client.example") == b"{Work=();}"
    admin.do(SET + b"{ann=r;}")
    assert listing(admin, b"LISTMAILBOXES bob@client.example AUTH ann@client.example") == b"{}"
    admin.do(SET + b"{ann=lr;}")
    assert listing(admin, b"LISTMAILBOXES bob@client.example AUTH ann@client.example") == b"{Work=i;}"


def test_listmailboxes_auth_shows_an_empty_array_for_a_folder_that_is_no_mailbox(admin):
    create(admin, b"Archive/March")
    admin.do(b"SETMAILBOXACL bob@client.example MAILBOX Archive/March {ann=lr;}")
    assert listing(admin, b"LISTMAILBOXES bob@client.example AUTH ann@client.example") == (
        b'{Archive=();"Archive/March"=i;}'
    )


def test_createmailbox_auth_finds_no_create_right_where_there_is_no_outer_mailbox(admin):
    create(admin, b"Archive/March")
    admin.do(b"SETMAILBOXACL bob@client.example MAILBOX Archive/March {ann=lrswdipca;}")
    assert admin.code(b"CREATEMAILBOX bob@client.example MAILBOX Archive/May AUTH ann@client.example") == 511
    assert listing(admin, b"LISTMAILBOXES " + BOB) == b'{Archive=();"Archive/March"=i;INBOX=i;}'


@pytest.mark.parametrize("command", [
    b"DELETEMAILBOX %s MAILBOX Work", b"DELETEMAILBOX %s MAILBOXES Work", b"RENAMEMAILBOX %s MAILBOX Work INTO Play",
    b"RENAMEMAILBOX %s MAILBOX Work/Old INTO Old",
], ids=["DELETEMAILBOX", "DELETEMAILBOX-nested", "RENAMEMAILBOX", "RENAMEMAILBOX-up"])
def test_auth_leaves_the_top_to_the_owner(admin, work, command):
    create(admin, b"Work/Old")
    admin.do(SET + b"{ann=lrswdipca;}", OLD + b"{ann=lrswdipca;}")
    assert admin.code(command % BOB + b" AUTH ann@client.example") == 511
    assert listing(admin, b"LISTMAILBOXES " + BOB) == b'{INBOX=i;Work=(i);"Work/Old"=i;}'
    admin.do(command % BOB + b" AUTH bob@client.example")


def test_renamemailbox_auth_needs_the_delete_right_on_all_that_is_nested(admin, work):
    create(admin, b"Work/Old", b"Work/Old/Older")
    command = b"RENAMEMAILBOX bob@client.example MAILBOXES Work/Old INTO Work/New AUTH ann@client.example"
    admin.do(SET + b"{ann=c;}", OLD + b"{ann=d;}")
    assert admin.code(command) == 511
    assert listing(admin, b"LISTMAILBOXES " + BOB) == b'{INBOX=i;Work=(i);"Work/Old"=(i);"Work/Old/Older"=i;}'
    admin.do(b"SETMAILBOXACL bob@client.example MAILBOX Work/Old/Older {ann=d;}", command)
    assert listing(admin, b"LISTMAILBOXES " + BOB) == b'{INBOX=i;Work=(i);"Work/New"=(i);"Work/New/Older"=i;}'


def test_createmailbox_auth_needs_the_create_right_on_the_outer_mailbox(admin, work):
    command = b"CREATEMAILBOX bob@client.example MAILBOX %s CLASS IPF.Note AUTH ann@client.example"
    assert admin.code(command % b"Work/New") == 511
    assert listing(admin, b"LISTMAILBOXES " + BOB) == b"{INBOX=i;Work=i;}"
    admin.do(SET + b"{ann=c;}", command % b"Work/New")
    admin.do(b"CREATEMAILBOX bob@client.example MAILBOX Work/Two AUTH ann@client.example CLASS IPF.Note")
    assert listing(admin, b"LISTMAILBOXES " + BOB) == b'{INBOX=i;Work=(i);"Work/New"=i;"Work/Two"=i;}'


def test_createmailbox_auth_leaves_the_top_to_the_owner(admin, work):
    command = b"CREATEMAILBOX bob@client.example MAILBOX Top AUTH %s@client.example"
    admin.do(SET + b"{ann=lrswdipca;}")
    assert admin.code(command % b"ann") == 511
    admin.do(command % b"bob")
    assert listing(admin, b"LISTMAILBOXES " + BOB) == b"{INBOX=i;Top=i;Work=i;}"


def test_deletemailbox_auth_needs_create_on_the_outer_and_delete_on_the_mailbox(admin, work):
    create(admin, b"Work/Old")
    command = b"DELETEMAILBOX bob@client.example MAILBOX Work/Old AUTH ann@client.example"
    admin.do(SET + b"{ann=c;}", OLD + b"{ann=lrswipca;}")
    assert admin.code(command) == 511
    admin.do(SET + b"{ann=lrswdipa;}", OLD + b"{ann=d;}")
    assert admin.code(command) == 511
    assert listing(admin, b"LISTMAILBOXES " + BOB) == b'{INBOX=i;Work=(i);"Work/Old"=i;}'
    admin.do(SET + b"{ann=c;}", command)
    assert listing(admin, b"LISTMAILBOXES " + BOB) == b"{INBOX=i;Work=i;}"


def test_renamemailbox_auth_needs_to_be_allowed_to_delete_the_old_and_to_create_the_new(admin, work):
    create(admin, b"Work/Old", b"Other")
    command = b"RENAMEMAILBOX bob@client.example MAILBOX Work/Old INTO Other/Old AUTH ann@client.example"
    admin.do(SET + b"{ann=c;}", OLD + b"{ann=d;}")
    assert admin.code(command) == 511
    admin.do(b"SETMAILBOXACL bob@client.example MAILBOX Other {ann=c;}", OLD + b"{ann=l;}")
    assert admin.code(command) == 511
    assert listing(admin, b"LISTMAILBOXES " + BOB) == b'{INBOX=i;Other=i;Work=(i);"Work/Old"=i;}'
    admin.do(OLD + b"{ann=d;}", command)
    assert listing(admin, b"LISTMAILBOXES " + BOB) == b'{INBOX=i;Other=(i);"Other/Old"=i;Work=i;}'


def test_deletemailbox_auth_needs_the_delete_right_on_all_that_is_nested(admin, work):
    create(admin, b"Work/Old", b"Work/Old/Older")
    command = b"DELETEMAILBOX bob@client.example MAILBOXES Work/Old AUTH ann@client.example"
    admin.do(SET + b"{ann=c;}", OLD + b"{ann=d;}")
    assert admin.code(command) == 511
    assert listing(admin, b"LISTMAILBOXES " + BOB) == b'{INBOX=i;Work=(i);"Work/Old"=(i);"Work/Old/Older"=i;}'
    admin.do(b"SETMAILBOXACL bob@client.example MAILBOX Work/Old/Older {ann=d;}", command)
    assert listing(admin, b"LISTMAILBOXES " + BOB) == b"{INBOX=i;Work=i;}"


def test_deletemailbox_auth_lets_the_owner_remove_a_folder_with_all_that_is_nested(admin):
    create(admin, b"Archive/March")
    admin.do(b"DELETEMAILBOX bob@client.example MAILBOXES Archive AUTH bob@client.example")
    assert listing(admin, b"LISTMAILBOXES " + BOB) == b"{INBOX=i;}"


# --- subscription and aliases

def test_setmailboxsubscription_replaces_the_list_of_subscribed_mailboxes(admin):
    assert admin.ask(b"GETMAILBOXSUBSCRIPTION bob@client.example") == b"201 ()"
    admin.do(
        b"SETMAILBOXSUBSCRIPTION bob@client.example (INBOX)",
        b'SETMAILBOXSUBSCRIPTION bob@client.example ("~ann/Work",Sent)',
    )
    assert admin.ask(b"GETMAILBOXSUBSCRIPTION bob@client.example") == b'201 ("~ann/Work",Sent)'
    assert admin.ask(b"GetAccountSubscription bob@client.example") == b'201 ("~ann/Work",Sent)'
    assert admin.code(b"SETMAILBOXSUBSCRIPTION bob@client.example ((x))") == 501
    assert admin.ask(b"GETMAILBOXSUBSCRIPTION bob@client.example") == b'201 ("~ann/Work",Sent)'


def test_setmailboxaliases_replaces_all_aliases(admin):
    assert admin.ask(b"GETMAILBOXALIASES bob@client.example") == b"201 {}"
    admin.do(
        b"SETMAILBOXALIASES bob@client.example {a=INBOX;}", b'SETMAILBOXALIASES bob@client.example {b="~ann/Work";}'
    )
    assert admin.ask(b"GETMAILBOXALIASES bob@client.example") == b'201 {b="~ann/Work";}'
    assert admin.code(b"SETMAILBOXALIASES bob@client.example {a=(x);}") == 501
    assert admin.ask(b"GETMAILBOXALIASES bob@client.example") == b'201 {b="~ann/Work";}'


# --- who may

EACH = pytest.mark.parametrize("command", [
    b"LISTMAILBOXES %s", b"CREATEMAILBOX %s MAILBOX New", b"RENAMEMAILBOX %s MAILBOX Work INTO Play",
    b"DELETEMAILBOX %s MAILBOX Work", b"GETMAILBOXSUBSCRIPTION %s", b"SETMAILBOXSUBSCRIPTION %s (x)",
    b"GETMAILBOXALIASES %s", b"SETMAILBOXALIASES %s {x=INBOX;}",
], ids=lambda command: command.partition(b" ")[0].decode())


def seen(admin):
    """All that these commands could have changed."""
    return [admin.ask(verb + BOB) for verb in (b"LISTMAILBOXES ", b"GETMAILBOXSUBSCRIPTION ", b"GETMAILBOXALIASES ")]


@EACH
def test_the_owner_manages_the_own_mailboxes(connect, work, command):
    assert connect("bob@client.example", "pass").ask(command % b"*").startswith(b"20")


@EACH
def test_rights_to_a_mailbox_make_nobody_its_owner(admin, connect, work, command):
    admin.do(SET + b"{ann=lrswdipca;}")
    before = seen(admin)
    assert connect("ann@client.example", "pass").code(command % BOB) == 510
    assert seen(admin) == before


@EACH
def test_a_domain_administrator_needs_canaccessmailboxes(admin, connect, work, command):
    admin.do(b"SETACCOUNTRIGHTS ann@client.example (BasicSettings)")
    ann, before = connect("ann@client.example", "pass"), seen(admin)
    assert ann.code(command % BOB) == 510
    assert seen(admin) == before
    admin.do(b"SETACCOUNTRIGHTS ann@client.example (CanAccessMailboxes)")
    assert ann.code(command % b"postmaster@example.com") == 510
    assert ann.ask(command % BOB).startswith(b"20")
