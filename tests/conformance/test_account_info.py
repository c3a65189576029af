# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Account Administration: "info" data and presence."""

from __future__ import annotations

import re

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.connector.data import Timestamp
from ansible_collections.communigate.pro.plugins.module_utils.simulator.answers.refusals import Refusal
from ansible_collections.communigate.pro.plugins.module_utils.simulator.control.language import CONTROLS


@pytest.fixture(autouse=True)
def bob(admin):
    admin.do(b"CREATEACCOUNT bob {Password=pass;}")


@pytest.fixture
def control(simulator):
    """Obeys a control command; no command of the CLI is on its way then."""
    return lambda word, argument: CONTROLS[word](simulator.service, argument)


def test_getaccountinfo_has_the_last_login(admin, connect):
    assert admin.ask(b"GETACCOUNTINFO bob Key LastLogin") == b'201 ""'
    connect("bob", "pass")
    assert re.fullmatch(rb"201 #T\d\d-\d\d-\d{4}_\d\d:\d\d:\d\d", admin.ask(b"GETACCOUNTINFO bob Key LastLogin"))
    assert admin.ask(b"GETACCOUNTINFO bob Key LastAddress") == b"201 #I[127.0.0.1]"


def test_getaccountinfo_with_a_key_list_has_those_elements_that_exist(admin, control):
    control("ACCOUNTINFO", {"account": "bob@example.com", "info": {"LastLogin": Timestamp("T01-02-2030_03:04:05")}})
    assert admin.ask(b"GETACCOUNTINFO bob (LastLogin,LastAddress)") == b"201 {LastLogin=#T01-02-2030_03:04:05;}"
    assert admin.ask(b'GETACCOUNTINFO "bob@example.com" (LastLogin,StorageUsed)') == (
        b"201 {LastLogin=#T01-02-2030_03:04:05;StorageUsed=#0;}"
    )
    assert admin.ask(b"GETACCOUNTINFO bob ()") == b"201 {}"


def test_getaccountinfo_with_key_is_the_element_itself(admin, control):
    control("ACCOUNTINFO", {"account": "bob", "info": {"AirSyncs": ["one", "two"], "Other": {"a": "b"}}})
    assert admin.ask(b"GETACCOUNTINFO bob Key AirSyncs") == b"201 (one,two)"
    assert admin.ask(b"GETACCOUNTINFO bob KEY Other") == b"201 {a=b;}"


def test_getaccountinfo_with_key_is_an_empty_string_for_an_element_that_is_not_found(admin):
    assert admin.ask(b"GETACCOUNTINFO bob Key Missing") == b'201 ""'


def test_getaccountinfo_wants_names_without_the_hash(admin):
    assert admin.ask(b'GETACCOUNTINFO bob Key "#StorageUsed"') == b'201 ""'
    assert admin.ask(b"GETACCOUNTINFO bob Key StorageUsed") == b"201 #0"


def test_getaccountinfo_has_case_sensitive_names(admin):
    assert admin.ask(b"GETACCOUNTINFO * Key storageused") == b'201 ""'
    assert admin.ask(b"GETACCOUNTINFO * (storageused)") == b"201 {}"


def test_getaccountinfo_takes_a_key_or_a_list_of_keys(admin):
    assert admin.code(b"GETACCOUNTINFO bob (LastLogin) Key LastLogin") == 500
    assert admin.code(b"GETACCOUNTINFO bob Key LastLogin (LastLogin)") == 500
    assert admin.code(b"GETACCOUNTINFO bob ((LastLogin))") == 501


def test_getaccountinfo_of_the_asterisk_is_the_own_one(connect):
    assert connect("bob", "pass").ask(b"GETACCOUNTINFO * (LastAddress)") == b"201 {LastAddress=#I[127.0.0.1];}"


def test_getaccountinfo_without_a_key_is_the_whole_dictionary(admin):
    admin.do(b"WRITESTORAGEFILE bob FILE x DATA [AAECAw==]")
    assert admin.ask(b"GETACCOUNTINFO bob") == b"201 {StorageUsed=#4;}"


def test_getaccountpresence_is_the_null_object_when_nothing_is_set(admin):
    assert admin.ask(b"GETACCOUNTPRESENCE bob") == b"201 #NULL#"


def test_getaccountpresence_is_a_string_when_there_is_no_custom_message(admin, control):
    control("PRESENCE", {"account": "bob@example.com", "status": "online"})
    assert admin.ask(b"GETACCOUNTPRESENCE bob") == b"201 online"


def test_getaccountpresence_is_an_array_of_status_and_custom_message(admin, control):
    control("PRESENCE", {"account": "bob", "status": "away", "message": "At lunch"})
    assert admin.ask(b"GETACCOUNTPRESENCE bob") == b'201 (away,"At lunch")'
    control("PRESENCE", {"account": "bob"})
    assert admin.ask(b"GETACCOUNTPRESENCE bob") == b"201 #NULL#"


@pytest.mark.parametrize(("word", "argument"), [
    ("PRESENCE", None), ("PRESENCE", {"status": "x"}), ("PRESENCE", {"account": "nobody"}),
    ("PRESENCE", {"account": "bob@nowhere.example"}), ("PRESENCE", {"account": "bob", "message": "x"}),
    ("PRESENCE", {"account": "bob", "status": 5}), ("ACCOUNTINFO", {"account": "bob"}),
    ("ACCOUNTINFO", {"account": "bob", "info": ["x"]}),
])
def test_getaccountpresence_and_the_info_stay_as_they_are_when_control_commands_are_refused(
    admin, control, word, argument
):
    with pytest.raises(Refusal):
        control(word, argument)
    assert admin.ask(b"GETACCOUNTPRESENCE bob") == b"201 #NULL#"
    assert admin.ask(b"GETACCOUNTINFO bob") == b"201 {StorageUsed=#0;}"
