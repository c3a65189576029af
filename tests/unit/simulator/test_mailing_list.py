# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Mailing Lists Administration, as far as it is simulated."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def accounts(admin):
    admin.do(b"CREATEDOMAIN client1.com", b"CREATEACCOUNT bob {Password=pass;}", b"CREATEACCOUNT ann")


def test_create_list_get_delete(admin):
    admin.do(b"CREATELIST news for bob", b"CREATELIST Alerts FOR ann")
    assert admin.ask(b"LISTLISTS") == b"201 (Alerts,news)"
    assert admin.ask(b"LISTLISTS client1.com") == b"201 ()"
    assert admin.ask(b"GETLIST NEWS") == b"201 {Owner=bob;}"
    admin.do(b"DELETELIST news")
    assert admin.ask(b"LISTLISTS") == b"201 (Alerts)"
    assert admin.refused(b"DELETELIST news")
    assert admin.refused(b"GETLIST bob")


def test_the_owner_must_be_an_account_of_the_same_domain(admin):
    assert admin.code(b"CREATELIST news for nobody") == 513
    assert admin.code(b"CREATELIST news@client1.com for bob") == 513
    assert admin.ask(b"LISTLISTS") == b"201 ()"


def test_updatelist_merges(admin):
    admin.do(
        b"CREATELIST news for bob",
        b'UPDATELIST news {Subscribe=anybody;}',
        b"UPDATELIST news {Owner=ann;Charset=x;}",
    )
    assert admin.ask(b"GETLIST news") == b"201 {Charset=x;Owner=ann;Subscribe=anybody;}"
    assert admin.code(b"UPDATELIST news {Owner=nobody;}") == 513


def test_rename_takes_a_name_without_a_domain(admin):
    admin.do(b"CREATELIST news for bob", b"RENAMELIST news into letters")
    assert admin.ask(b"GETLIST letters") == b"201 {Owner=bob;}"
    assert admin.refused(b"RENAMELIST letters into letters@client1.com")


def test_the_list_owner_may_read_and_update_it(admin, connect):
    admin.do(b"CREATELIST news for bob", b"CREATELIST other for ann")
    bob = connect("bob", "pass")
    assert bob.ask(b"GETLIST news") == b"201 {Owner=bob;}"
    bob.do(b"UPDATELIST news {Charset=x;}")
    assert bob.refused(b"GETLIST other")
    assert bob.refused(b"DELETELIST news")
