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


# verb: what is there before, the command, and a question whose answer it changes.
SHARED_AFTER = {
    "RENAMELIST": (b"NOOP", b"RENAMELIST news@s.example INTO old", b"LISTLISTS s.example"),
    "DELETELIST": (b"NOOP", b"DELETELIST news@s.example", b"LISTLISTS s.example"),
    "SETPOSTINGMODE": (b"LIST news@s.example feed x@example.org",
                       b"SETPOSTINGMODE news@s.example FOR x@example.org PROHIBITED",
                       b"GETSUBSCRIBERINFO news@s.example NAME x@example.org"),
    "PROCESSBOUNCE": (b"LIST news@s.example feed x@example.org", b"PROCESSBOUNCE news@s.example FOR x@example.org",
                      b"READSUBSCRIBERS news@s.example"),
    "RENAMESTORAGEFILE": (b"WRITESTORAGEFILE bob@s.example FILE f DATA []",
                          b"RENAMESTORAGEFILE bob@s.example FILE f INTO g", b"LISTSTORAGEFILES bob@s.example"),
    "DELETESTORAGEFILE": (b"WRITESTORAGEFILE bob@s.example FILE f DATA []", b"DELETESTORAGEFILE bob@s.example FILE f",
                          b"GETSTORAGEFILEINFO bob@s.example"),
    "UPDATESTORAGEFILEATTR": (b"WRITESTORAGEFILE bob@s.example FILE f DATA []",
                              b"UPDATESTORAGEFILEATTR bob@s.example FILE f (<x/>)",
                              b"READSTORAGEFILEATTR bob@s.example FILE f"),
    "SETFILESUBSCRIPTION": (b"NOOP", b"SETFILESUBSCRIPTION bob@s.example (f)", b"GETFILESUBSCRIPTION bob@s.example"),
    "RENAMEDOMAINSKIN": (b"CREATEDOMAINSKIN s.example SKIN Blue", b"RENAMEDOMAINSKIN s.example SKIN Blue INTO Red",
                         b"LISTDOMAINSKINS s.example"),
    "DELETEDOMAINSKIN": (b"CREATEDOMAINSKIN s.example SKIN Blue", b"DELETEDOMAINSKIN s.example SKIN Blue",
                         b"LISTDOMAINSKINS s.example"),
    "STOREDOMAINSKINFILE": (b'STOREDOMAINSKINFILE s.example SKIN "" FILE f DATA [AAEC]',
                            b'STOREDOMAINSKINFILE s.example SKIN "" FILE f DATA [QUJD]',
                            b'READDOMAINSKINFILE s.example SKIN "" FILE f'),
    "RENAMECLUSTERSKIN": (b"CREATECLUSTERSKIN Blue", b"RENAMECLUSTERSKIN Blue INTO Red", b"LISTCLUSTERSKINS"),
    "DELETECLUSTERSKIN": (b"CREATECLUSTERSKIN Blue", b"DELETECLUSTERSKIN Blue", b"LISTCLUSTERSKINS"),
    "STORECLUSTERSKINFILE": (b'STORECLUSTERSKINFILE "" FILE f DATA [AAEC]',
                             b'STORECLUSTERSKINFILE "" FILE f DATA [QUJD]', b'READCLUSTERSKINFILE "" FILE f'),
    "CREATEDOMAINPBX": (b"NOOP", b"CREATEDOMAINPBX s.example FILE french", b"LISTDOMAINPBXFILES s.example FILE french"),
    "DELETEDOMAINPBX": (b"CREATEDOMAINPBX s.example FILE french", b"DELETEDOMAINPBX s.example FILE french",
                        b"LISTDOMAINPBXFILES s.example FILE french"),
    "STOREDOMAINPBXFILE": (b"STOREDOMAINPBXFILE s.example FILE f DATA [AAEC]",
                           b"STOREDOMAINPBXFILE s.example FILE f DATA [QUJD]", b"READDOMAINPBXFILE s.example FILE f"),
    "CREATECLUSTERPBX": (b"NOOP", b"CREATECLUSTERPBX french", b"LISTCLUSTERPBXFILES french"),
    "DELETECLUSTERPBX": (b"CREATECLUSTERPBX french", b"DELETECLUSTERPBX french", b"LISTCLUSTERPBXFILES french"),
    "STORECLUSTERPBXFILE": (b"STORECLUSTERPBXFILE f DATA [AAEC]", b"STORECLUSTERPBXFILE f DATA [QUJD]",
                            b"READCLUSTERPBXFILE f"),
    "REMOVEACCOUNTSUBSET": (b"NOOP", b"REMOVEACCOUNTSUBSET bob@s.example SUBSET Book",
                            b'DATASET bob@s.example {what=listSubsets;subsetName="";}'),
    "RESETACCOUNTSTAT": (b"NOOP", b"RESETACCOUNTSTAT bob@s.example", b"GETACCOUNTSTAT bob@s.example"),
    "RESETDOMAINSTAT": (b"NOOP", b"RESETDOMAINSTAT s.example", b"GETDOMAINSTAT s.example"),
    "SETCLUSTERSETTINGS": (b"NOOP", b"SETCLUSTERSETTINGS {A=1;}", b"GETCLUSTERSETTINGS"),
    "SETCLUSTERNETWORK": (b"NOOP", b"SETCLUSTERNETWORK {A=1;}", b"GETCLUSTERNETWORK"),
    "SETCLUSTERBANNED": (b"NOOP", b"SETCLUSTERBANNED {A=1;}", b"GETCLUSTERBANNED"),
    "SETCLUSTERMAILRULES": (b"NOOP", b"SETCLUSTERMAILRULES ((1,a,(),()))", b"GETCLUSTERMAILRULES"),
    "SETCLUSTERSIGNALRULES": (b"NOOP", b"SETCLUSTERSIGNALRULES ((1,a,(),()))", b"GETCLUSTERSIGNALRULES"),
    "SETCLUSTERROUTERSETTINGS": (b"NOOP", b"SETCLUSTERROUTERSETTINGS {A=1;}", b"GETCLUSTERROUTERSETTINGS"),
    "SETCLUSTERINTERCEPT": (b"NOOP", b"SETCLUSTERINTERCEPT {A=1;}", b"GETCLUSTERINTERCEPT"),
    "RELOCATEDIRECTORYUNIT": (b'CREATEDIRECTORYUNIT unit SHARED "o=x"', b'RELOCATEDIRECTORYUNIT unit SHARED "o=y"',
                              b"LISTDIRECTORYUNITS SHARED"),
    "DELETEDIRECTORYUNIT": (b'CREATEDIRECTORYUNIT unit SHARED "o=x"', b"DELETEDIRECTORYUNIT unit SHARED",
                            b"LISTDIRECTORYUNITS SHARED"),
    "SETDIRECTORYUNIT": (b'CREATEDIRECTORYUNIT unit SHARED "o=x"', b"SETDIRECTORYUNIT unit SHARED {A=1;}",
                         b"GETDIRECTORYUNIT unit SHARED"),
    "SETDIRECTORYACCESSRIGHTS": (b"NOOP", b"SETDIRECTORYACCESSRIGHTS SHARED (a)", b"GETDIRECTORYACCESSRIGHTS SHARED"),
}


@pytest.mark.parametrize("verb", SHARED_AFTER)
def test_what_members_share_is_changed_for_all_of_them(members, verb):
    first, second = members
    prepared, command, question = SHARED_AFTER[verb]
    first.do(b'CREATEDOMAINSKIN s.example SKIN ""', b'CREATECLUSTERSKIN ""', b"CREATEDOMAINPBX s.example",
             b'CREATECLUSTERPBX ""')
    assert first.ask(b"DATASET bob@s.example {what=createSet;subsetName=Book;}") == b"201 {}"
    first.do(prepared)
    before = first.ask(question)
    second.do(command)
    after = first.ask(question)
    assert after != before
    assert after == second.ask(question)
    assert first.shared() == second.shared()


# Settings that each member has for itself.
OWN = {
    "SETMODULE": (b"SETMODULE SMTP {A=1;}", b"GETMODULE SMTP"),
    "UPDATEMODULE": (b"UPDATEMODULE SMTP {A=1;}", b"GETMODULE SMTP"),
    "SETQUEUESETTINGS": (b"SETQUEUESETTINGS {A=1;}", b"GETQUEUESETTINGS"),
    "SETSIGNALSETTINGS": (b"SETSIGNALSETTINGS {A=1;}", b"GETSIGNALSETTINGS"),
    "SETNETWORK": (b"SETNETWORK {A=1;}", b"GETNETWORK"),
    "SETBANNED": (b"SETBANNED {A=1;}", b"GETBANNED"),
    "UPDATELOGSETTINGS": (b"UPDATELOGSETTINGS {A=1;}", b"GETLOGSETTINGS"),
    "UPDATESERVERSETTINGS": (b"UPDATESERVERSETTINGS {A=1;}", b"GETSERVERSETTINGS"),
    "SETSERVERMAILRULES": (b"SETSERVERMAILRULES ((1,a,(),()))", b"GETSERVERMAILRULES"),
    "SETSERVERSIGNALRULES": (b"SETSERVERSIGNALRULES ((1,a,(),()))", b"GETSERVERSIGNALRULES"),
    "SETROUTERTABLE": (b"SETROUTERTABLE x", b"GETROUTERTABLE"),
    "SETSERVERINTERCEPT": (b"SETSERVERINTERCEPT {A=1;}", b"GETSERVERINTERCEPT"),
    "CREATESERVERSKIN": (b'CREATESERVERSKIN ""', b"LISTSERVERSKINS"),
    "CREATESERVERPBX": (b'CREATESERVERPBX ""', b"LISTSERVERPBXFILES"),
    "SETDIRECTORYACCESSRIGHTS": (b"SETDIRECTORYACCESSRIGHTS (a)", b"GETDIRECTORYACCESSRIGHTS"),
    "SETSTATELEMENT": (b"SETSTATELEMENT custom1 SET 5", b"GETSTATELEMENT custom1"),
}


@pytest.mark.parametrize("verb", OWN)
def test_what_a_member_has_for_itself_is_changed_for_it_alone(members, verb):
    first, second = members
    command, question = OWN[verb]
    before = first.ask(question)
    second.do(command)
    assert first.ask(question) == before
    assert second.ask(question) != before


def test_releasesmtpqueue_releases_the_queue_on_all_members(members):
    first, second = members
    for member in members:
        control = member.control()
        control.ask(b'QUEUE {queue="example.org"; delayedTill=#T01-01-2040;}')
    assert b"delayedTill" in first.ask(b"GETMESSAGEQUEUEINFO SMTP QUEUE example.org")
    second.do(b"RELEASESMTPQUEUE example.org")
    assert b"delayedTill" not in first.ask(b"GETMESSAGEQUEUEINFO SMTP QUEUE example.org")


def test_rejectqueuemessage_rejects_a_message_of_its_own_server_only(members):
    first, second = members
    numbers = [member.control().ask(b'QUEUE {queue="example.org";}') for member in members]
    assert numbers == [b"201 #1", b"201 #1"]
    second.do(b"REJECTQUEUEMESSAGE 1")
    assert second.ask(b"GETMESSAGEQUEUEINFO SMTP QUEUE example.org") == b"201 {}"
    assert first.ask(b"GETMESSAGEQUEUEINFO SMTP QUEUE example.org") == b"201 {nTotal=#1;size=#0;}"


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
