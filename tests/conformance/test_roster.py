# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Account Services: the Roster. The manual names no more than the operations."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.control.language import CONTROLS


class Roster:
    """ROSTER of one Account, as the administrator gives it."""

    def __init__(self, admin, account: bytes) -> None:
        self.admin = admin
        self.account = account

    def ask(self, parameters: bytes) -> bytes:
        return self.admin.ask(b"ROSTER %s {%s}" % (self.account, parameters))

    def do(self, parameters: bytes) -> None:
        assert self.ask(parameters) == b"201 {}", parameters

    def code(self, parameters: bytes) -> int:
        return self.admin.code(b"ROSTER %s {%s}" % (self.account, parameters))

    def presence(self, change: bytes, peer: bytes) -> None:
        self.do(b"what=Presence;peer=%s;type=%s;" % (peer, change))

    @property
    def list(self) -> bytes:
        return self.ask(b"what=List;")


@pytest.fixture
def bob(admin):
    admin.do(b"CREATEACCOUNT bob {Password=pass;}")
    return Roster(admin, b"bob@example.com")


@pytest.fixture
def eve(admin):
    admin.do(b"CREATEACCOUNT eve {Password=pass;}")
    return Roster(admin, b"eve@example.com")


# --- whose roster, and what is to be done

def test_roster_of_the_authenticated_account_is_named_with_an_asterisk(bob, connect):
    bob.do(b"what=Update;peer=x@example.org;")
    assert connect("bob", "pass").ask(b"ROSTER * {what=List;}") == b"201 {x@example.org={};}"


def test_roster_of_another_account_is_refused_without_the_basicsettings_right(bob, eve, admin, connect):
    wire = connect("eve", "pass")
    assert wire.code(b"ROSTER bob {what=Update;peer=x@example.org;}") == 510
    assert bob.list == b"201 {}"
    admin.do(b"SETACCOUNTRIGHTS eve (BasicSettings)")
    assert wire.ask(b"ROSTER bob {what=Update;peer=x@example.org;}") == b"201 {}"


def test_roster_needs_an_existing_account(bob, admin):
    assert admin.code(b"ROSTER nobody {what=List;}") == 513
    assert admin.code(b"ROSTER bob@nowhere.example {what=List;}") == 512


_NO_OPERATION = [
    b"", b"what=Nothing;", b"what=(List);", b"what=Update;", b"what=Update;peer=(a@b);",
    b"what=Update;peer=bob@example.com;", b"what=Update;peer=x@example.org;data=x;",
    b"what=Update;peer=x@example.org;data={Inp=YES;};", b"what=Presence;peer=x@example.org;",
    b"what=Presence;peer=x@example.org;type=marry;", b"what=remove;", b"what=probe;",
]
_NO_ADDRESS = [
    b"what=Update;peer=nobody;", b'what=Update;peer="a b@example.org";', b"what=Update;peer=@example.org;",
]


@pytest.mark.parametrize(("parameters", "code"), [
    *((parameters, 501) for parameters in _NO_OPERATION), *((parameters, 525) for parameters in _NO_ADDRESS),
])
def test_roster_refuses_what_is_not_one_of_its_operations(bob, parameters, code):
    assert bob.code(parameters) == code
    assert bob.list == b"201 {}"


# --- items

def test_roster_update_adds_a_contact_and_changes_what_is_known_of_it(bob):
    bob.do(b'what=Update;peer=X@example.org;data={RealName="Ann Lee";Groups=(a,b);};')
    assert bob.list == b'201 {x@example.org={Groups=(a,b);RealName="Ann Lee";};}'
    bob.do(b"what=Update;peer=x@example.org;data={RealName=Ann;Groups=#NULL#;};")
    assert bob.list == b"201 {x@example.org={RealName=Ann;};}"


def test_roster_remove_removes_a_contact(bob):
    bob.do(b"what=Update;peer=x@example.org;")
    bob.do(b"what=Update;peer=y@example.org;")
    bob.do(b"what=remove;peer=x@example.org;")
    assert bob.list == b"201 {y@example.org={};}"
    assert bob.code(b"what=remove;peer=x@example.org;") == 501


def test_roster_remove_ends_the_relation_on_both_sides(bob, eve):
    bob.presence(b"subBoth", b"eve@example.com")
    eve.presence(b"subBoth", b"bob@example.com")
    bob.do(b"what=remove;peer=eve@example.com;")
    assert bob.list == b"201 {}"
    assert eve.list == b"201 {bob@example.com={};}"


def test_roster_takes_no_more_items_than_the_account_may_have(bob, admin):
    admin.do(b"UPDATEACCOUNTSETTINGS bob {MaxRosterItems=1;}")
    bob.do(b"what=Update;peer=x@example.org;")
    assert bob.code(b"what=Update;peer=y@example.org;") == 501
    assert bob.code(b"what=Presence;type=subscribe;peer=y@example.org;") == 501
    bob.do(b"what=Update;peer=x@example.org;data={RealName=X;};")
    assert bob.list == b"201 {x@example.org={RealName=X;};}"
    admin.do(b'UPDATEACCOUNTSETTINGS bob {MaxRosterItems="-1";}')
    bob.do(b"what=Update;peer=y@example.org;")


# --- presence

def test_roster_presence_subscribe_waits_for_the_contact(bob, eve):
    bob.presence(b"subscribe", b"eve@example.com")
    assert bob.list == b"201 {eve@example.com={Out=Pending;};}"
    assert eve.list == b"201 {bob@example.com={Inp=Pending;};}"


def test_roster_presence_subscribed_confirms_a_request(bob, eve):
    bob.presence(b"subscribe", b"EVE@example.com")
    eve.presence(b"subscribed", b"bob@example.com")
    assert bob.list == b"201 {eve@example.com={Out=YES;};}"
    assert eve.list == b"201 {bob@example.com={Inp=YES;};}"


def test_roster_presence_subscribe_of_one_who_confirmed_in_advance_needs_no_answer(bob, eve):
    eve.presence(b"subscribed", b"bob@example.com")
    bob.presence(b"subscribe", b"eve@example.com")
    assert bob.list == b"201 {eve@example.com={Out=YES;};}"


def test_roster_presence_subboth_confirms_and_asks_back(bob, eve):
    bob.presence(b"subscribe", b"eve@example.com")
    eve.presence(b"subBoth", b"bob@example.com")
    assert bob.list == b"201 {eve@example.com={Inp=Pending;Out=YES;};}"
    assert eve.list == b"201 {bob@example.com={Inp=YES;Out=Pending;};}"


def test_roster_presence_unsubscribed_rejects_a_request_and_blocks_the_contact(bob, eve):
    bob.presence(b"subscribe", b"eve@example.com")
    eve.presence(b"unsubscribed", b"bob@example.com")
    assert bob.list == b"201 {eve@example.com={};}"
    assert eve.list == b"201 {bob@example.com={Inp=Blocked;};}"
    bob.presence(b"subscribe", b"eve@example.com")
    assert eve.list == b"201 {bob@example.com={Inp=Blocked;};}"


def test_roster_presence_unsubscribed_takes_a_permission_back(bob, eve):
    bob.presence(b"subscribe", b"eve@example.com")
    eve.presence(b"subscribed", b"bob@example.com")
    eve.presence(b"unsubscribed", b"bob@example.com")
    assert bob.list == b"201 {eve@example.com={};}"
    assert eve.list == b"201 {bob@example.com={};}"


def test_roster_presence_unsubscribe_stops_watching(bob, eve):
    bob.presence(b"subscribe", b"eve@example.com")
    eve.presence(b"subscribed", b"bob@example.com")
    bob.presence(b"unsubscribe", b"eve@example.com")
    assert bob.list == b"201 {eve@example.com={};}"
    assert eve.list == b"201 {bob@example.com={};}"


def test_roster_presence_of_a_contact_elsewhere_changes_the_own_side_only(bob):
    bob.presence(b"subscribe", b"x@example.org")
    assert bob.list == b"201 {x@example.org={Out=Pending;};}"


def test_roster_presence_of_an_alias_is_that_of_its_account(bob, eve, admin):
    admin.do(b"SETACCOUNTALIASES eve (evelyn)")
    bob.presence(b"subscribe", b"evelyn@example.com")
    eve.presence(b"subscribed", b"bob@example.com")
    assert bob.list == b"201 {eve@example.com={Out=YES;};}"


def test_roster_probe_tells_the_status_of_a_contact_that_may_be_watched(bob, eve, simulator):
    bob.presence(b"subscribe", b"eve@example.com")
    CONTROLS["PRESENCE"](simulator.service, {"account": "eve@example.com", "status": "busy"})
    assert bob.ask(b"what=probe;peer=eve@example.com;") == b"201 {}"
    eve.presence(b"subscribed", b"bob@example.com")
    assert bob.ask(b"what=probe;peer=eve@example.com;") == b"201 {Presence=busy;}"
    CONTROLS["PRESENCE"](simulator.service, {"account": "eve@example.com"})
    assert bob.ask(b"what=probe;peer=eve@example.com;") == b"201 {Presence=offline;}"
    assert bob.code(b"what=probe;peer=x@example.org;") == 501
