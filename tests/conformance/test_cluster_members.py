# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Miscellaneous Commands: the Dynamic Cluster; and every command by which members of one change what they share."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.members import cluster_directory, join

__all__ = ["cluster_directory", "join"]


@pytest.fixture
def member(options, connect):
    """The postmaster of a cluster member that shares its state with no other."""
    return connect("postmaster", options.password)


@pytest.fixture
def options(options):
    return replace(options, cluster=True)


# --- the controller


def test_getcurrentcontroller_tells_an_ip_address(member):
    assert member.ask(b"GETCURRENTCONTROLLER") == b"201 127.0.0.1"


def test_getcurrentcontroller_needs_the_monitoring_right(member, connect):
    member.do(b"CREATEACCOUNT watcher {Password=w;}", b"CREATEACCOUNT bob {Password=p;}",
              b'SETACCOUNTRIGHTS watcher ("Can Monitor")')
    assert connect("watcher", "w").ask(b"GETCURRENTCONTROLLER") == b"201 127.0.0.1"
    assert connect("bob", "p").refused(b"GETCURRENTCONTROLLER")


def test_getcurrentcontroller_is_answered_alike_by_all_members(join):
    first, second = join(1, host="127.0.0.2"), join(2, host="127.0.0.3")
    assert second.ask(b"GETCURRENTCONTROLLER") == b"201 127.0.0.2"
    assert first.ask(b"GETCURRENTCONTROLLER") == b"201 127.0.0.2"


def test_getcurrentcontroller_names_another_member_when_the_controller_has_left(join):
    first, second, third = (join(number, host="127.0.0.%d" % (number + 1)) for number in (1, 2, 3))
    first.leave()
    new = third.ask(b"GETCURRENTCONTROLLER")
    assert new in (b"201 127.0.0.3", b"201 127.0.0.4")
    assert second.ask(b"GETCURRENTCONTROLLER") == new


def test_reconnectclusteradmin_keeps_a_member_in_touch_with_the_others(join):
    first, second = join(1), join(2)
    second.do(b"RECONNECTCLUSTERADMIN")
    first.do(b"RECONNECTCLUSTERADMIN", b"CREATEDOMAIN s.example SHARED")
    assert second.ask(b"LISTDOMAINS") == b"201 (node2.example,s.example)"
    second.do(b"DELETEDOMAIN s.example")
    assert first.ask(b"LISTDOMAINS") == b"201 (node1.example)"


def test_reconnectclusteradmin_is_open_to_a_user_without_rights(member, connect):
    member.do(b"CREATEACCOUNT bob {Password=p;}")
    connect("bob", "p").do(b"RECONNECTCLUSTERADMIN")


@pytest.mark.parametrize("command", [b"GETCURRENTCONTROLLER", b"RECONNECTCLUSTERADMIN"], ids=bytes.decode)
def test_without_a_cluster_there_is_no_controller(join, command):
    alone = join(1, cluster_state="")
    assert alone.refused(command)


# --- what is changed through one member is seen through the other

# verb: the command and a question whose answer it changes. The world is that of ``shared_world``.
SHARED = {
    "CREATEDOMAIN": (b"CREATEDOMAIN new.example SHARED", b"GETDOMAINSETTINGS new.example"),
    "RENAMEDOMAIN": (b"RENAMEDOMAIN s.example INTO t.example", b"GETDOMAINSETTINGS t.example"),
    "DELETEDOMAIN": (b"DELETEDOMAIN s.example FORCE", b"GETDOMAINSETTINGS s.example"),
    "SETDOMAINALIASES": (b"SETDOMAINALIASES s.example (alias.example)", b"GETDOMAINALIASES s.example"),
    "UPDATEDOMAINSETTINGS": (b"UPDATEDOMAINSETTINGS s.example {A=1;}", b"GETDOMAINSETTINGS s.example"),
    "SETDOMAINSETTINGS": (b"SETDOMAINSETTINGS s.example {B=1;}", b"GETDOMAINSETTINGS s.example"),
    "UPDATEACCOUNTDEFAULTS": (b"UPDATEACCOUNTDEFAULTS s.example {A=1;}", b"GETACCOUNTDEFAULTS s.example"),
    "UPDATEACCOUNTDEFAULTPREFS": (b"UPDATEACCOUNTDEFAULTPREFS s.example {A=1;}", b"GETACCOUNTDEFAULTPREFS s.example"),
    "UPDATEACCOUNTTEMPLATE": (b"UPDATEACCOUNTTEMPLATE s.example {A=1;}", b"GETACCOUNTTEMPLATE s.example"),
    "SETDOMAINMAILRULES": (b"SETDOMAINMAILRULES s.example ((1,a,(),()))", b"GETDOMAINMAILRULES s.example"),
    "SETDOMAINSIGNALRULES": (b"SETDOMAINSIGNALRULES s.example ((1,a,(),()))", b"GETDOMAINSIGNALRULES s.example"),
    "CREATEACCOUNTSTORAGE": (b"CREATEACCOUNTSTORAGE s.example PATH disk", b"LISTACCOUNTSTORAGE s.example"),
    "POSTDOMAINALERT": (b"POSTDOMAINALERT s.example ALERT text", b"GETDOMAINALERTS s.example"),
    "CREATEACCOUNT": (b"CREATEACCOUNT eve@s.example", b"LISTACCOUNTS s.example"),
    "RENAMEACCOUNT": (b"RENAMEACCOUNT bob@s.example INTO rob@s.example", b"LISTACCOUNTS s.example"),
    "DELETEACCOUNT": (b"DELETEACCOUNT amy@s.example", b"LISTACCOUNTS s.example"),
    "UPDATEACCOUNTSETTINGS": (b"UPDATEACCOUNTSETTINGS bob@s.example {A=1;}", b"GETACCOUNTSETTINGS bob@s.example"),
    "SETACCOUNTTYPE": (b"SETACCOUNTTYPE bob@s.example AGrade", b"LISTACCOUNTS s.example"),
    "SETACCOUNTPASSWORD": (b"SETACCOUNTPASSWORD bob@s.example PASSWORD new",
                           b"VERIFYACCOUNTPASSWORD bob@s.example PASSWORD new"),
    "SETACCOUNTALIASES": (b"SETACCOUNTALIASES bob@s.example (robert)", b"GETACCOUNTALIASES bob@s.example"),
    "SETACCOUNTTELNUMS": (b"SETACCOUNTTELNUMS bob@s.example (1001)", b"LISTCLUSTERTELNUMS 9"),
    "MODIFYACCOUNTTELNUMS": (b"MODIFYACCOUNTTELNUMS bob@s.example {op=add;telnum=1002;}",
                             b"GETACCOUNTTELNUMS bob@s.example"),
    "SETACCOUNTRIGHTS": (b"SETACCOUNTRIGHTS bob@s.example (Domain)", b"GETACCOUNTRIGHTS bob@s.example"),
    "SETACCOUNTPREFS": (b"SETACCOUNTPREFS bob@s.example {A=1;}", b"GETACCOUNTPREFS bob@s.example"),
    "SETACCOUNTMAILRULES": (b"SETACCOUNTMAILRULES bob@s.example ((1,a,(),()))",
                            b"GETACCOUNTMAILRULES bob@s.example"),
    "SETACCOUNTRPOPS": (b"SETACCOUNTRPOPS bob@s.example {r={domain=x;};}", b"GETACCOUNTRPOPS bob@s.example"),
    "SETACCOUNTACL": (b"SETACCOUNTACL bob@s.example {one=l;}", b"GETACCOUNTACL bob@s.example"),
    "POSTACCOUNTALERT": (b"POSTACCOUNTALERT bob@s.example ALERT text", b"GETACCOUNTALERTS bob@s.example"),
    "CREATEMAILBOX": (b"CREATEMAILBOX bob@s.example MAILBOX Work", b"LISTMAILBOXES bob@s.example"),
    "SETMAILBOXSUBSCRIPTION": (b"SETMAILBOXSUBSCRIPTION bob@s.example (x)", b"GETMAILBOXSUBSCRIPTION bob@s.example"),
    "WRITESTORAGEFILE": (b"WRITESTORAGEFILE bob@s.example FILE f DATA [AAEC]", b"READSTORAGEFILE bob@s.example FILE f"),
    "DATASET": (b'DATASET bob@s.example {subsetName=x;what=addRandomEntry;data={"addressbook.Email"="a@b.example";};}',
                b"DATASET bob@s.example {subsetName=x;what=listEntries;}"),
    "ROSTER": (b"ROSTER bob@s.example {what=Update;peer=amy@s.example;data={name=Amy;};}",
               b"ROSTER bob@s.example {what=List;}"),
    "BALANCE": (b"BALANCE bob@s.example {op=credit;amount=5;}", b"BALANCE bob@s.example {op=read;}"),
    "CREATEGROUP": (b"CREATEGROUP staff@s.example", b"LISTGROUPS s.example"),
    "CREATEFORWARDER": (b"CREATEFORWARDER fax@s.example TO x@example.org", b"LISTFORWARDERS s.example"),
    "CREATENAMEDTASK": (b"CREATENAMEDTASK robot@s.example FOR bob", b"LISTDOMAINNAMEDTASKS s.example"),
    "CREATELIST": (b"CREATELIST talk@s.example FOR bob", b"LISTLISTS s.example"),
    "UPDATELIST": (b"UPDATELIST news@s.example {A=1;}", b"GETLIST news@s.example"),
    "LIST": (b"LIST news@s.example feed silently x@example.org", b"LISTSUBSCRIBERS news@s.example"),
    "CREATEDOMAINSKIN": (b'CREATEDOMAINSKIN s.example SKIN ""', b"LISTDOMAINSKINS s.example"),
    "UPDATECLUSTERDOMAINDEFAULTS": (b"UPDATECLUSTERDOMAINDEFAULTS {A=1;}", b"GETDOMAINEFFECTIVESETTINGS s.example"),
    "UPDATECLUSTERACCOUNTDEFAULTS": (b"UPDATECLUSTERACCOUNTDEFAULTS {A=1;}",
                                     b"GETACCOUNTEFFECTIVESETTINGS bob@s.example"),
    "CREATEDOMAINSTORAGE": (b"CREATEDOMAINSTORAGE SHARED PATH disk", b"LISTDOMAINSTORAGE SHARED"),
    "POSTCLUSTERALERT": (b"POSTCLUSTERALERT text", b"GETCLUSTERALERTS"),
    "CREATECLUSTERSKIN": (b'CREATECLUSTERSKIN ""', b"LISTCLUSTERSKINS"),
    "SETCLUSTERLANIPS": (b"SETCLUSTERLANIPS 10.0.0.1", b"GETCLUSTERLANIPS"),
    "SETCLUSTERROUTERTABLE": (b"SETCLUSTERROUTERTABLE x", b"GETCLUSTERROUTERTABLE"),
    "CREATEDIRECTORYUNIT": (b'CREATEDIRECTORYUNIT unit SHARED "o=x"', b"LISTDIRECTORYUNITS SHARED"),
}

# The same for what each member has for itself.
LOCAL = {
    "CREATEDOMAIN": (b"CREATEDOMAIN own.example", b"GETDOMAINSETTINGS own.example"),
    "CREATEDOMAINSTORAGE": (b"CREATEDOMAINSTORAGE PATH disk", b"LISTDOMAINSTORAGE"),
    "UPDATEDOMAINDEFAULTS": (b"UPDATEDOMAINDEFAULTS {A=1;}", b"GETDOMAINDEFAULTS"),
    "SETLANIPS": (b"SETLANIPS 10.0.0.1", b"GETLANIPS"),
    "POSTSERVERALERT": (b"POSTSERVERALERT text", b"GETSERVERALERTS"),
    "CREATEACCOUNT": (b"CREATEACCOUNT eve", b"LISTACCOUNTS"),
    "CREATEDIRECTORYUNIT": (b'CREATEDIRECTORYUNIT unit "o=x"', b"LISTDIRECTORYUNITS"),
    "TEMPBLACKLISTIP": (b"TEMPBLACKLISTIP 10.0.0.9 TIMEOUT 600", b"GETTEMPBLACKLISTEDIPS"),
}


@pytest.fixture
def members(join):
    """Two members of a cluster with a shared Domain that has an Account and a mailing list."""
    first, second = join(1), join(2)
    first.do(b"CREATEDOMAIN s.example SHARED", b"CREATEACCOUNT bob@s.example {Password=p;}",
             b"CREATEACCOUNT amy@s.example", b"CREATELIST news@s.example FOR bob")
    return first, second


@pytest.mark.parametrize("verb", SHARED)
def test_what_is_changed_through_one_member_is_seen_through_the_others_at_once(members, verb):
    first, second = members
    command, question = SHARED[verb]
    before = first.ask(question)
    assert second.ask(command).startswith((b"200 OK", b"201 "))
    after = first.ask(question)
    assert after != before
    assert after == second.ask(question)
    assert first.shared() == second.shared()


@pytest.mark.parametrize("verb", LOCAL)
def test_what_is_changed_for_one_member_is_nothing_to_the_others(members, verb):
    first, second = members
    command, question = LOCAL[verb]
    before = first.ask(question)
    second.do(command)
    assert first.ask(question) == before


def test_releasesmtpqueue_releases_the_queue_on_all_members(members):
    first, second = members
    for member in members:
        control = member.control()
        control.ask(b'QUEUE {queue="example.org"; delayedTill=#T01-01-2040;}')
    assert b"delayedTill" in first.ask(b"GETMESSAGEQUEUEINFO SMTP QUEUE example.org")
    second.do(b"RELEASESMTPQUEUE example.org")
    assert b"delayedTill" not in first.ask(b"GETMESSAGEQUEUEINFO SMTP QUEUE example.org")


def test_rejectqueuemessages_rejects_the_messages_on_all_members(members):
    first, second = members
    first.control().ask(b'QUEUE {queue="example.org"; sender="bob@s.example";}')
    assert first.ask(b"GETMESSAGEQUEUEINFO SMTP QUEUE example.org") != b"201 {}"
    second.ask(b"REJECTQUEUEMESSAGES SENDER bob@s.example")
    assert first.ask(b"GETMESSAGEQUEUEINFO SMTP QUEUE example.org") == b"201 {}"


def test_killaccountsessions_ends_the_sessions_on_all_members(members):
    first, second = members
    session = first.connect("bob@s.example", "p")
    second.do(b"KILLACCOUNTSESSIONS bob@s.example")
    assert first.ask(b"NOOP") == b"200 OK"
    assert session.rest() == b""
