# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands that are not in the manual, but were seen on servers of some version (evidence.md section 6)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options
from support.wire import PASSWORD

NEWER = {"UPDATEMAILBOXINFO", "UPDATEDEVICETOKEN", "LISTCONTROLLEDDOMAINS"}
BOX = b'bob@example.com MAILBOX "INBOX"'


@pytest.fixture
def options(request):
    plain = Options(port=0, main_domain="example.com", password=PASSWORD, version="6.5.6", cluster=True)
    return replace(plain, **getattr(request, "param", {}))


def listed(wire) -> set[str]:
    return set(wire.ask(b"LISTCLICOMMANDS")[5:-1].decode().split(","))


@pytest.mark.parametrize(("options", "known"), [
    ({"version": "5.4.10"}, set()),
    ({"version": "6.2.14"}, {"UPDATEMAILBOXINFO"}),
    ({"version": "6.3.6a"}, {"UPDATEMAILBOXINFO", "UPDATEDEVICETOKEN"}),
    ({"version": "6.5.6"}, NEWER),
    ({"version": "7.1.10"}, NEWER),
    ({"version": "current"}, set()),
], indirect=["options"], ids=["5.4.10", "6.2.14", "6.3.6a", "6.5.6", "7.1.10", "no number"])
def test_the_version_decides_which_newer_commands_there_are(admin, known):
    assert listed(admin) & NEWER == known
    for verb in NEWER:
        assert (admin.ask(verb.encode() + b" (").startswith(b"500 unknown command")) == (verb not in known)


def test_listcontrolleddomains_tells_the_shared_domains_and_listdomains_all(admin):
    admin.do(b"CREATEDOMAIN own.example", b"CREATEDOMAIN all.example SHARED", b"CREATEDOMAIN both.example SHARED")
    assert admin.ask(b"LISTCONTROLLEDDOMAINS") == b"201 (all.example,both.example)"
    assert admin.ask(b"LISTDOMAINS") == b"201 (example.com,all.example,both.example,own.example)"


@pytest.mark.parametrize("options", [{"cluster": False}], indirect=True)
def test_listcontrolleddomains_is_empty_on_a_server_that_is_no_cluster(admin):
    admin.do(b"CREATEDOMAIN own.example")
    assert admin.ask(b"LISTCONTROLLEDDOMAINS") == b"201 ()"


def test_listcontrolleddomains_needs_the_right_to_read_all_domains(admin, connect):
    admin.do(b"CREATEACCOUNT bob {Password=pass;}", b"SETACCOUNTRIGHTS bob (Domain,BasicSettings)")
    bob = connect("bob", "pass")
    assert bob.code(b"LISTCONTROLLEDDOMAINS") == bob.code(b"LISTDOMAINS") == 510


def test_updatemailboxinfo_sets_and_resets_the_lock(admin):
    admin.do(b"CREATEACCOUNT bob", b"UpdateMailboxInfo %s {Lock=YES;}" % BOX)
    assert b";Lock=YES;" in b";" + admin.ask(b"GETMAILBOXINFO " + BOX)[5:]
    admin.do(b"UpdateMailboxInfo %s {Lock=Default;}" % BOX)
    assert b"Lock" not in admin.ask(b"GETMAILBOXINFO " + BOX)


def test_updatemailboxinfo_needs_the_mailbox_and_sets_nothing_that_is_counted(admin):
    admin.do(b"CREATEACCOUNT bob")
    assert admin.code(b"UPDATEMAILBOXINFO bob MAILBOX Other {Lock=YES;}") == 530
    assert admin.code(b"UPDATEMAILBOXINFO nobody MAILBOX INBOX {Lock=YES;}") == 513
    before = admin.ask(b"GETMAILBOXINFO " + BOX)
    assert admin.refused(b"UPDATEMAILBOXINFO %s {Messages=#5;}" % BOX)
    assert admin.ask(b"GETMAILBOXINFO " + BOX) == before


def test_updatemailboxinfo_is_for_the_owner_and_those_who_may_access_mailboxes(admin, connect):
    admin.do(b"CREATEACCOUNT bob {Password=pass;}", b"CREATEACCOUNT ann {Password=pass;}")
    connect("bob", "pass").do(b"UPDATEMAILBOXINFO * MAILBOX INBOX {Lock=YES;}")
    ann = connect("ann", "pass")
    assert ann.code(b"UPDATEMAILBOXINFO %s {Lock=YES;}" % BOX) == 510
    admin.do(b"SETACCOUNTRIGHTS ann (CanAccessMailboxes)")
    ann.do(b"UPDATEMAILBOXINFO %s {Lock=YES;}" % BOX)


def test_updatedevicetoken_takes_what_a_client_was_seen_to_send(admin, connect):
    admin.do(b"CREATEACCOUNT bob {Password=pass;}")
    bob = connect("bob", "pass")
    bob.do(b'UpdateDeviceToken * {appName=samoware-android;id="c0:ffee_1";type=FCM;}')
    assert bob.refused(b"UPDATEDEVICETOKEN * {type=FCM;}")
    assert bob.code(b"UPDATEDEVICETOKEN postmaster {id=x;}") == 510


def test_getaccountrules_is_the_older_name_of_getaccountmailrules(admin):
    admin.do(b"CREATEACCOUNT bob", b"SETACCOUNTMAILRULES bob ((#1,one,(),((Discard))))")
    assert admin.ask(b"GETACCOUNTRULES bob") == admin.ask(b"GETACCOUNTMAILRULES bob") == (
        b"201 ((#1,one,(),((Discard))))"
    )
