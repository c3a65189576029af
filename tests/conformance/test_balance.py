# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Account Services: Billing Balances.

The manual names the operations and leaves their parameters to another chapter: see the table in the handlers' module.
"""

from __future__ import annotations

import re

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.embedded import Embedded
from support.hand_clock import HandClock


@pytest.fixture
def clock():
    return HandClock()


@pytest.fixture
def simulator(options, clock):
    with Embedded(options, clock) as running:
        yield running


class Balance:
    """BALANCE of one Account, as one session gives it."""

    def __init__(self, wire, account: bytes = b"bob") -> None:
        self.wire = wire
        self.account = account

    def ask(self, operation: bytes, parameters: bytes = b"") -> bytes:
        return self.wire.ask(b"BALANCE %s {op=%s;%s}" % (self.account, operation, parameters))

    def code(self, operation: bytes, parameters: bytes = b"") -> int:
        return self.wire.code(b"BALANCE %s {op=%s;%s}" % (self.account, operation, parameters))

    @property
    def state(self) -> bytes:
        return self.ask(b"readAll")


@pytest.fixture
def empty(admin):
    """An Account without a Balance."""
    admin.do(b"CREATEACCOUNT bob {Password=pass;}")
    return Balance(admin)


@pytest.fixture
def balance(empty):
    """100 on the generic Balance."""
    assert empty.ask(b"credit", b"amount=#100;") == b"201 {amount=#100;}"
    return empty


def read(amount: bytes, reserved: bytes = b"0", reservations: bytes = b"") -> bytes:
    return b"201 {amount=#%s;reservations={%s};reserved=#%s;}" % (amount, reservations, reserved)


# --- whose balances, and what is to be done

def test_balance_of_the_authenticated_account_is_named_with_an_asterisk(balance, connect):
    assert Balance(connect("bob", "pass"), b"*").ask(b"read") == read(b"100")


def test_balance_of_another_account_is_refused_without_the_cancreditaccounts_right(balance, admin, connect):
    admin.do(b"CREATEACCOUNT eve {Password=pass;}", b"SETACCOUNTRIGHTS eve (BasicSettings)")
    eve = Balance(connect("eve", "pass"))
    assert eve.code(b"credit", b"amount=#1;") == 510
    assert balance.ask(b"read") == read(b"100")
    admin.do(b"SETACCOUNTRIGHTS eve (CanCreditAccounts)")
    assert eve.ask(b"credit", b"amount=#1;") == b"201 {amount=#101;}"


def test_balance_needs_an_existing_account(empty):
    empty.account = b"nobody"
    assert empty.code(b"list") == 513


@pytest.mark.parametrize("parameters", [b"{}", b"{op=steal;}", b"{op=(list);}", b"{op=List;}"])
def test_balance_needs_an_operation_that_is_listed(empty, admin, parameters):
    assert admin.code(b"BALANCE bob " + parameters) == 501


# --- what there is

def test_balance_list_tells_the_names_of_all_balances(empty):
    assert empty.ask(b"list") == b"201 {balance=();}"
    empty.ask(b"credit", b"balance=minutes;amount=#5;")
    empty.ask(b"credit", b"amount=#5;")
    assert empty.ask(b"list") == b'201 {balance=("",minutes);}'


def test_balance_read_tells_one_balance(balance):
    balance.ask(b"credit", b"balance=minutes;amount=#7;")
    assert balance.ask(b"read") == read(b"100")
    assert balance.ask(b"read", b"balance=minutes;") == read(b"7")
    assert balance.code(b"read", b"balance=other;") == 501


def test_balance_readall_tells_all_balances(balance):
    balance.ask(b"credit", b"balance=minutes;amount=#7;")
    assert balance.ask(b"readAll") == (
        b'201 {""={amount=#100;reservations={};reserved=#0;};minutes={amount=#7;reservations={};reserved=#0;};}'
    )


# --- credits and charges

def test_balance_credit_adds_funds(balance):
    assert balance.ask(b"credit", b"amount=#23;") == b"201 {amount=#123;}"
    assert balance.ask(b"read") == read(b"123")


@pytest.mark.parametrize("amount", [
    b"", b"amount=#-1;", b"amount=much;", b"amount=(5);", b"amount=#9223372036854775808;",
])
@pytest.mark.parametrize("operation", [b"credit", b"charge", b"reserve"])
def test_balance_amounts_are_numbers_and_not_negative(balance, operation, amount):
    assert balance.code(operation, amount) == 501
    assert balance.ask(b"read") == read(b"100")


def test_balance_amounts_may_be_strings_of_digits(balance):
    assert balance.ask(b"credit", b'amount="11";') == b"201 {amount=#111;}"


def test_balance_credit_stays_within_64_bits(empty):
    assert empty.ask(b"credit", b"amount=#9223372036854775807;") == b"201 {amount=#9223372036854775807;}"
    assert empty.code(b"credit", b"amount=#1;") == 501
    assert empty.ask(b"read") == read(b"9223372036854775807")


def test_balance_charge_takes_funds(balance):
    assert balance.ask(b"charge", b"amount=#30;") == b"201 {amount=#70;reserved=#0;}"
    assert balance.ask(b"read") == read(b"70")


def test_balance_charge_is_refused_when_there_is_not_enough(balance):
    assert balance.code(b"charge", b"amount=#101;") == 501
    assert balance.code(b"charge", b"balance=other;amount=#0;") == 501
    assert balance.ask(b"read") == read(b"100")
    assert balance.ask(b"list") == b'201 {balance=("");}'
    assert balance.ask(b"charge", b"amount=#100;") == b"201 {amount=#0;reserved=#0;}"


def test_balance_remove_tells_what_there_was(balance):
    balance.ask(b"credit", b"balance=minutes;amount=#7;")
    assert balance.ask(b"remove", b"balance=minutes;") == b"201 {amount=#7;}"
    assert balance.ask(b"list") == b'201 {balance=("");}'
    assert balance.code(b"remove", b"balance=minutes;") == 501


# --- reservations

def test_balance_reserve_keeps_funds_from_other_charges(balance):
    assert balance.ask(b"reserve", b"amount=#60;reserve=call;") == b"201 {amount=#100;reserve=call;reserved=#60;}"
    assert balance.code(b"charge", b"amount=#41;") == 501
    assert balance.code(b"reserve", b"amount=#41;reserve=other;") == 501
    assert balance.ask(b"read") == read(b"100", b"60", b"call={amount=#60;};")
    assert balance.ask(b"charge", b"amount=#40;") == b"201 {amount=#60;reserved=#60;}"


def test_balance_reserve_without_a_name_generates_one(balance):
    replies = [balance.ask(b"reserve", b"amount=#10;") for _time in range(2)]
    names = [re.search(rb'reserve="?(\w+)"?;', reply).group(1) for reply in replies]
    assert names[0] != names[1]
    assert balance.ask(b"release", b"reserve=%s;" % names[0]) == b"201 {amount=#100;reserved=#10;}"


def test_balance_reserve_under_the_same_name_extends_the_reservation(balance):
    balance.ask(b"reserve", b"amount=#60;reserve=call;")
    assert balance.ask(b"reserve", b"amount=#30;reserve=call;") == b"201 {amount=#100;reserve=call;reserved=#90;}"
    assert balance.code(b"reserve", b"amount=#11;reserve=call;") == 501
    assert balance.ask(b"read") == read(b"100", b"90", b"call={amount=#90;};")


def test_balance_reserve_needs_an_existing_balance(empty):
    assert empty.code(b"reserve", b"amount=#0;reserve=call;") == 501
    assert empty.ask(b"list") == b"201 {balance=();}"


def test_balance_reserve_ends_by_itself_after_some_seconds(balance, clock):
    balance.ask(b"reserve", b"amount=#60;reserve=call;expires=#90;")
    held = b"call={amount=#60;expires=#T31-01-2030_12:01:30;};"
    assert balance.ask(b"read") == read(b"100", b"60", held)
    clock.forward(seconds=89)
    assert balance.code(b"charge", b"amount=#41;") == 501
    clock.forward(seconds=1)
    assert balance.ask(b"read") == read(b"100")
    assert balance.code(b"release", b"reserve=call;") == 501


def test_balance_reserve_ends_by_itself_at_a_moment(balance, clock):
    balance.ask(b"reserve", b"amount=#60;reserve=call;expires=#T01-02-2030;")
    clock.forward(hours=11)
    assert balance.ask(b"read") == read(b"100", b"60", b"call={amount=#60;expires=#T01-02-2030;};")
    clock.forward(hours=1)
    assert balance.ask(b"charge", b"amount=#100;") == b"201 {amount=#0;reserved=#0;}"


def test_balance_reserve_again_puts_the_end_off(balance, clock):
    balance.ask(b"reserve", b"amount=#10;reserve=call;expires=#60;")
    clock.forward(seconds=30)
    balance.ask(b"reserve", b"amount=#10;reserve=call;expires=#60;")
    balance.ask(b"reserve", b"amount=#10;reserve=call;")
    clock.forward(seconds=59)
    assert balance.ask(b"read") == read(b"100", b"30", b"call={amount=#30;expires=#T31-01-2030_12:01:30;};")
    clock.forward(seconds=1)
    assert balance.ask(b"read") == read(b"100")


@pytest.mark.parametrize("expires", [
    b"expires=soon;", b"expires=(1);", b"expires=#9999999999999999;", b"expires=#T31-02-2030;", b"reserve=(a);",
])
def test_balance_reserve_needs_a_name_and_an_end_that_make_sense(balance, expires):
    assert balance.code(b"reserve", b"amount=#10;" + expires) == 501
    assert balance.ask(b"read") == read(b"100")


def test_balance_release_returns_what_is_reserved(balance):
    balance.ask(b"reserve", b"amount=#60;reserve=call;")
    assert balance.ask(b"release", b"reserve=call;") == b"201 {amount=#100;reserved=#0;}"
    assert balance.code(b"release", b"reserve=call;") == 501
    assert balance.code(b"release") == 501


def test_balance_charge_may_use_a_reservation(balance):
    balance.ask(b"reserve", b"amount=#60;reserve=call;")
    assert balance.ask(b"charge", b"amount=#20;reserve=call;") == b"201 {amount=#80;reserved=#40;}"
    assert balance.code(b"charge", b"amount=#41;reserve=call;") == 501
    assert balance.code(b"charge", b"amount=#1;reserve=other;") == 501
    assert balance.ask(b"read") == read(b"80", b"40", b"call={amount=#40;};")


def test_balance_charge_may_return_the_rest_of_the_reservation(balance):
    balance.ask(b"reserve", b"amount=#60;reserve=call;")
    assert balance.ask(b"charge", b"amount=#20;reserve=call;release=YES;") == b"201 {amount=#80;reserved=#0;}"
    assert balance.ask(b"read") == read(b"80")


# --- history

def test_balance_history_has_a_record_with_a_time_stamp_for_each_transaction(balance, clock):
    clock.forward(seconds=5)
    balance.ask(b"charge", b'amount=#30;reference=r1;description=(call,"5 min");')
    balance.ask(b"credit", b"balance=minutes;amount=#7;")
    assert balance.ask(b"history") == (
        b'201 {history=({amount=#100;balance="";op=credit;timeStamp=#T31-01-2030_12:00:00;total=#100;},'
        b'{amount=#-30;balance="";description=(call,"5 min");op=charge;reference=r1;'
        b"timeStamp=#T31-01-2030_12:00:05;total=#70;});}"
    )
    assert balance.ask(b"history", b"balance=other;") == b"201 {history=();}"


def test_balance_history_tells_nothing_of_reservations_and_refused_charges(balance):
    before = balance.ask(b"history")
    balance.ask(b"reserve", b"amount=#60;reserve=call;")
    balance.ask(b"release", b"reserve=call;")
    balance.ask(b"charge", b"amount=#101;")
    assert balance.code(b"charge", b"amount=#1;reference=(a);") == 501
    assert balance.ask(b"history") == before


def test_balance_history_outlives_its_balance(balance):
    balance.ask(b"remove")
    assert balance.ask(b"history") == (
        b'201 {history=({amount=#100;balance="";op=credit;timeStamp=#T31-01-2030_12:00:00;total=#100;},'
        b'{amount=#-100;balance="";op=remove;timeStamp=#T31-01-2030_12:00:00;total=#0;});}'
    )
