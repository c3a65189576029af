# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""From options to wants: every bad input is one clear message that names the object and the option, and no value."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._engine.rows import Place, Row
from ansible_collections.communigate.pro.plugins.module_utils._engine.wants import (
    complete_row,
    read_wants,
    rows_for_module,
)
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT
from ansible_collections.communigate.pro.plugins.module_utils._resources.account_defaults import ACCOUNT_DEFAULTS
from ansible_collections.communigate.pro.plugins.module_utils._resources.domain import DOMAIN
from ansible_collections.communigate.pro.plugins.module_utils._resources.forwarder import FORWARDER
from ansible_collections.communigate.pro.plugins.module_utils._resources.group import GROUP
from ansible_collections.communigate.pro.plugins.module_utils._resources.mailbox import MAILBOX
from ansible_collections.communigate.pro.plugins.module_utils._resources.mailbox_acl import MAILBOX_ACL
from ansible_collections.communigate.pro.plugins.module_utils._resources.rules import RULES
from ansible_collections.communigate.pro.plugins.module_utils._resources.settings import SERVER_SETTINGS
from ansible_collections.communigate.pro.plugins.module_utils._resources.storage_file import STORAGE_FILE
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from hypothesis import given
from hypothesis import strategies as st

VALUE = "XK7Q2MZP4TRW"

RULE = {"name": "x", "priority": 1}
FILE = {"account": "ann", "name": "a"}
QUEUE = {"scope": "cluster", "section": "queue", "settings": {}}

# (resource, row, what the message must contain)
BAD = [
    (ACCOUNT, {}, ["account number 2:", "option missing or empty: name"]),
    (ACCOUNT, {"name": ""}, ["option missing or empty: name"]),
    (ACCOUNT, {"name": None}, ["option missing or empty: name"]),
    (ACCOUNT, {"name": "ann", "relname": VALUE}, ["account number 2 (ann):", "unknown option: relname", "Known are"]),
    (ACCOUNT, {"name": "ann", "Setting": VALUE}, ["unknown option: Setting. Did you mean settings? Known are"]),
    (ACCOUNT, {"name": "ann", 7: VALUE, "x\ny": VALUE}, ["unknown option: 7, x?y"]),
    (ACCOUNT, {"name": "a\nb"}, ["account number 2 (a?b):", "name holds a line break"]),
    (ACCOUNT, {"name": "a\0b"}, ["name holds a line break or another control character"]),
    (ACCOUNT, {"name": "a\ud800b"}, ["name holds"]),
    (ACCOUNT, {"name": "a\u2028b\x1b[0m"}, ["(a?b?[0m)", "name holds"]),
    (ACCOUNT, {"name": True}, ["name must be text, not true or false"]),
    (ACCOUNT, {"name": ["ann"]}, ["account number 2:", "name must be text, not a list"]),
    (ACCOUNT, {"name": "ann", "state": "gone"}, ["(ann)", "state is one of present, absent"]),
    (ACCOUNT, {"name": "ann", "settings": VALUE}, ["settings must be a dictionary, not text"]),
    (ACCOUNT, {"name": "ann", "settings": {"Born": datetime.date(2020, 1, 1)}}, ["settings.Born", "date"]),
    (ACCOUNT, {"name": "ann", "settings": {"x": [1, {"y": {3: VALUE}}]}}, ["settings.x.y: a key must be text"]),
    (ACCOUNT, {"name": "ann", "settings": {1: VALUE}}, ["settings: a key must be text", "quotation marks"]),
    (ACCOUNT, {"name": "ann", "settings": {"$datablock": ""}}, ["settings", "a dictionary is needed"]),
    (ACCOUNT, {"name": "ann", "settings": {"x": {"y": "a\0b"}}}, ["settings.x.y", "zero byte"]),
    (ACCOUNT, {"name": "ann", "settings": {"x": "\udfff" + VALUE}}, ["settings.x", "half a character"]),
    (ACCOUNT, {"name": "ann", "settings": {"x": {"$datablock": "*"}}}, ["settings.x"]),
    (ACCOUNT, {"name": "ann", "settings": {"x": {"$unknown": VALUE}}}, ["settings.x", "$unknown"]),
    (ACCOUNT, {"name": "ann", "settings": {"Password": VALUE}}, ["settings.Password", "account_password"]),
    (ACCOUNT, {"name": "ann", "account_password": [VALUE]}, ["account_password must be text, not a list"]),
    (ACCOUNT, {"name": "ann", "account_password": VALUE + "\r"}, ["account_password holds a line break"]),
    (ACCOUNT, {"name": "ann", "aliases": {"a": VALUE}}, ["aliases must be a list, not a dictionary"]),
    (ACCOUNT, {"name": "ann", "aliases": ["a", None]}, ["item 2 of aliases must be text, not nothing"]),
    (ACCOUNT, {"name": "ann", "aliases": ["a", {"x": VALUE}]}, ["item 2 of aliases must be text, not a dictionary"]),
    (ACCOUNT, {"name": "ann", "legacy": "maybe"}, ["legacy must be true or false, not text"]),
    (ACCOUNT, {"name": "ann", "type": "macnt"}, ["type is one of MultiMailbox"]),
    (ACCOUNT, {"name": "ann", "rename_from": "b\nc"}, ["rename_from holds a line break"]),
    (ACCOUNT, {"name": "ann", "rename_from": "bob", "state": "absent"}, ["rename_from does not go with state=absent"]),
    (ACCOUNT, {"name": "FIRST"}, ["account number 2 (FIRST):", "named twice: it is number 1, too"]),
    (ACCOUNT, {"name": "first@Example.COM"}, ["named twice: it is number 1, too"]),
    (GROUP, {"name": "g", "members": [{"x": VALUE}]}, ["group number 2 (g)", "members"]),
    (FORWARDER, {"name": "f", "to": ["x"]}, ["forwarder number 2 (f)", "to must be text"]),
    (FORWARDER, {"name": "f", "to": "a\0"}, ["forwarder number 2 (f)", "to", "zero byte"]),
    (DOMAIN, {"name": "d.example", "aliases": "a b", "force": "x"}, ["force must be true or false"]),
    (MAILBOX, {"account": "ann"}, ["option missing or empty: name"]),
    (MAILBOX_ACL, {"account": "ann", "mailbox": "x", "acl": {"bob": "lrq"}}, ["(ann x)", "acl.bob: unknown right q"]),
    (MAILBOX_ACL, {"account": "ann", "mailbox": "x", "acl": {"bob": "+-l"}}, ["acl.bob: unknown right -"]),
    (MAILBOX_ACL, {"account": "ann", "mailbox": "x", "acl": {"bob": "l-r"}}, ["acl.bob: unknown right -"]),
    (MAILBOX_ACL, {"account": "ann", "mailbox": "x", "acl": {"bob": ["l"]}}, ["acl"]),
    (RULES, {"scope": "domain", "rules": []}, ["the option name goes with"]),
    (RULES, {"scope": "server", "name": "x", "rules": []}, ["the option name goes with"]),
    (RULES, {"name": "ann", "rules": [{"name": "x"}]}, ["rule 1: a priority and a name are needed"]),
    (RULES, {"name": "ann", "rules": [{**RULE, "action": VALUE}]}, ["rule 1 (x): unknown action"]),
    (RULES, {"name": "ann", "rules": [{**RULE, "actions": "Discard"}]}, ["rule 1 (x): actions must be a list"]),
    (RULES, {"name": "ann", "rules": ["x"]}, ["rules"]),
    (RULES, {"name": "ann"}, ["(ann)", "nothing is said of it", "Give rules"]),
    (MAILBOX_ACL, {"account": "ann", "mailbox": "x"}, ["(ann x)", "nothing is said of it", "Give acl"]),
    (SERVER_SETTINGS, QUEUE, ["no cluster settings of the section queue", "There are network"]),
    (SERVER_SETTINGS, {"section": "no"}, ["section is one of"]),
    (
        ACCOUNT_DEFAULTS,
        {"scope": "server", "domain": "d.example", "settings": {}},
        ["the option domain goes with scope: domain"],
    ),
    (STORAGE_FILE, {**FILE, "content": "x", "content_base64": "eA=="}, ["content", "do not go together"]),
    (STORAGE_FILE, {**FILE, "content_base64": VALUE + "!"}, ["content", "not Base64"]),
    (STORAGE_FILE, {**FILE, "content": "\ud800"}, ["content", "not UTF-8"]),
    (STORAGE_FILE, {"account": "ann", "name": "../a"}, ["holds no .."]),
    (STORAGE_FILE, {"account": "ann", "name": "/a"}, ["starts at its top"]),
    (STORAGE_FILE, {"account": "ann", "name": "a/", "content": "x"}, ["a directory"]),
]  # fmt: skip
GOOD = {
    ACCOUNT.noun: {"name": "first@example.com"},
    GROUP.noun: {"name": "good"},
    FORWARDER.noun: {"name": "good"},
    DOMAIN.noun: {"name": "good.example"},
    MAILBOX.noun: {"account": "good", "name": "good"},
    MAILBOX_ACL.noun: {"account": "good", "mailbox": "good", "acl": {}},
    RULES.noun: {"name": "good", "rules": []},
    SERVER_SETTINGS.noun: {"section": "log", "settings": {}},
    ACCOUNT_DEFAULTS.noun: {"domain": "good.example", "settings": {}},
    STORAGE_FILE.noun: {"account": "good", "name": "good"},
}


@pytest.mark.parametrize(("resource", "row", "words"), BAD, ids=["%s %r" % (bad[0].noun, bad[2]) for bad in BAD])
def test_bad_input_is_told_with_its_object_and_option(resource, row: dict[Any, Any], words: list[str]) -> None:
    with pytest.raises(CgpError) as refused:
        read_wants(resource, [GOOD[resource.noun], row], "example.com")
    message = str(refused.value)
    assert all(word in message for word in words), message
    assert "%s number 2" % resource.noun in message
    assert VALUE not in message
    assert message.isprintable()


ANY_VALUE = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5), st.binary(max_size=5)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.one_of(st.text(max_size=3), st.integers()), inner, max_size=3)
    ),
    max_leaves=6,
)
RESOURCES = [ACCOUNT, GROUP, FORWARDER, DOMAIN, MAILBOX, MAILBOX_ACL, RULES]
RESOURCES += [SERVER_SETTINGS, ACCOUNT_DEFAULTS, STORAGE_FILE]


@pytest.mark.parametrize("resource", RESOURCES, ids=lambda resource: resource.noun)
@given(data=st.data())
def test_whatever_a_file_holds_is_a_want_or_one_clear_error(resource, data) -> None:
    """Never another exception, and a want's commands can be written."""
    options = [field.name for field in (*resource.key, *resource.extras)]
    options += [field.name for facet in resource.facets for field in facet.fields]
    options += [secret.name for secret in resource.secrets] + ["state", "rename_from", "nonsense"]
    row = data.draw(st.dictionaries(st.sampled_from(options), ANY_VALUE, max_size=4))
    try:
        (want,) = read_wants(resource, [{**GOOD[resource.noun], **row}], "example.com")
    except CgpError as error:
        assert str(error).startswith("%s number 1" % resource.noun)
        assert str(error).isprintable()
    else:
        assert all(isinstance(part, str) for part in want.key)


def test_names_are_completed_and_what_was_not_given_is_not_wanted() -> None:
    rows = [{"name": "Ann", "rename_from": "bob", "settings": None}, {"name": "x@example.org", "aliases": []}]
    (want, other) = read_wants(ACCOUNT, rows, "example.com")
    assert want.key == ("Ann@example.com",)
    assert want.rename_from == ("bob@example.com",)
    assert "settings" not in want.values and "aliases" not in want.values
    assert other.key == ("x@example.org",)
    assert other.values["aliases"] == []


def test_null_within_settings_is_a_wish() -> None:
    (want,) = read_wants(ACCOUNT, [{"name": "ann", "settings": {"RealName": None, "ou": "default"}}])
    assert want.values["settings"] == {"RealName": None, "ou": "default"}


def test_settings_are_taken_in_the_servers_types() -> None:
    given_settings = {
        "flag": True, "off": False, "number": 5, "fraction": 1.5, "text": "a\r\nb", "list": [1, "x", False],
        "nested": {"deep": [{"n": 7}]}, "data": {"$datablock": "AAEC"}, "tagged": {"$dictionary": {"$x": 1}},
    }  # fmt: skip
    (want,) = read_wants(ACCOUNT, [{"name": "ann", "settings": given_settings}])
    assert want.values["settings"] == {
        "flag": "YES", "off": "NO", "number": "5", "fraction": "1.5", "text": "a\nb", "list": ["1", "x", "NO"],
        "nested": {"deep": [{"n": "7"}]}, "data": b"\x00\x01\x02", "tagged": {"$x": "1"},
    }  # fmt: skip


def test_a_setting_whose_name_looks_like_a_tag_is_given_as_its_export_shows_it() -> None:
    (want,) = read_wants(ACCOUNT, [{"name": "ann", "settings": {"$dictionary": {"$datablock": 5}}}])
    assert want.values["settings"] == {"$datablock": "5"}


@pytest.mark.parametrize(
    ("resource", "rows"),
    [
        (ACCOUNT, [{"name": "ann"}, {"name": "ann@example.com"}]),
        (ACCOUNT, [{"name": "ann"}, {"name": "ANN", "state": "absent"}]),
        (MAILBOX, [{"account": "Ann@X.example", "name": "inbox/x"}, {"account": "ann@x.example", "name": "INBOX/x"}]),
        (STORAGE_FILE, [{"account": "ANN", "name": "a"}, {"account": "ann", "name": "a"}]),
        (RULES, [{"name": "ann", "rules": []}, {"name": "ANN", "scope": "account", "kind": "mail", "rules": []}]),
    ],
)
def test_an_object_is_named_once(resource, rows) -> None:
    with pytest.raises(CgpError, match="named twice"):
        read_wants(resource, rows, "example.com")


@pytest.mark.parametrize(
    ("resource", "rows"),
    [
        (MAILBOX, [{"account": "ann", "name": "Work"}, {"account": "ann", "name": "work"}]),
        (MAILBOX, [{"account": "ann", "name": "Work"}, {"account": "bob", "name": "Work"}]),
        (STORAGE_FILE, [{"account": "ann", "name": "a"}, {"account": "ann", "name": "A"}]),
        (RULES, [{"name": "ann", "rules": []}, {"name": "ann", "kind": "signal", "rules": []}]),
    ],
)
def test_names_that_differ_are_two_objects(resource, rows) -> None:
    assert len(read_wants(resource, rows)) == len(rows)


@pytest.mark.parametrize(
    ("beside", "row", "completed"),
    [
        ({}, {"a": 1}, {"a": 1}),
        ({"a": 1, "b": 2}, {"b": 3}, {"a": 1, "b": 3}),
        ({"a": 1}, {"a": None}, {"a": 1}),
        ({"s": {"x": 1, "y": 2}}, {"s": {"y": 3, "z": None}}, {"s": {"x": 1, "y": 3, "z": None}}),
        ({"s": {"x": 1}}, {"s": {}}, {"s": {"x": 1}}),
        ({"s": {"x": {"deep": 1}}}, {"s": {"x": {"other": 2}}}, {"s": {"x": {"other": 2}}}),
        ({"l": [1]}, {"l": [2]}, {"l": [2]}),
        ({"a": True}, {"a": False}, {"a": False}),
    ],
)
def test_an_item_is_completed_with_what_stands_beside_the_list(beside, row, completed) -> None:
    before = (repr(beside), repr(row))
    assert complete_row(row, beside) == completed
    assert (repr(beside), repr(row)) == before


def placed(number: int, **options: Any) -> Row:
    return Row(options, Place("people.csv", "line", number))


def test_everything_that_is_wrong_is_told_at_once_with_its_place() -> None:
    rows = [
        placed(2, name="ann"),
        placed(3, name="bob", quota=VALUE),
        placed(5, settings={}),
        placed(6, name="carol", quota=VALUE),
        Row({}, Place("people.csv", "line", 9), CgpError("the row cannot be read", "Mend it")),
        placed(11, name="ANN"),
    ]
    with pytest.raises(CgpError) as refused:
        read_wants(ACCOUNT, rows, "example.com")
    message = str(refused.value)
    for part in (
        "5 accounts are wrong: in line 3 of people.csv (bob), in line 6 of people.csv (carol): unknown option: quota; ",
        "in line 5 of people.csv: option missing or empty: name; ",
        "in line 9 of people.csv: the row cannot be read; ",
        "in line 11 of people.csv (ANN): named twice: it is in line 2 of people.csv, too. ",
        "Known are ",
        "Mend it",
        "Give each object once",
    ):
        assert part in message, message
    assert VALUE not in message and message.isprintable()


def test_of_very_many_mistakes_the_first_are_told_and_the_others_counted() -> None:
    with pytest.raises(CgpError, match="5000 accounts are wrong.* and 4900 more") as refused:
        read_wants(ACCOUNT, [placed(number, name="") for number in range(2, 5002)])
    assert "line 101 of" in str(refused.value) and len(str(refused.value)) < 10000


def test_the_last_one_of_the_same_object_counts_if_that_is_wanted() -> None:
    rows = [
        placed(2, name="ann", aliases="a"), placed(3, name="bob"), placed(4, name="Ann@Example.com", aliases="b c"),
    ]  # fmt: skip
    bob, ann = read_wants(ACCOUNT, rows, "example.com", last_counts=True)
    assert (bob.key, ann.key) == (("bob@example.com",), ("Ann@Example.com",))
    assert ann.values["aliases"] == ["b", "c"]
    shipped = rows_for_module(ACCOUNT, rows, "example.com", last_counts=True)
    assert shipped == [{"name": "bob"}, {"name": "Ann@Example.com", "aliases": ["b", "c"]}]


def test_rows_for_a_module_elsewhere_are_in_the_options_types_and_refused_as_here() -> None:
    rows = [{"name": "ann", "aliases": "a b", "legacy": "no", "settings": None}]
    assert rows_for_module(ACCOUNT, rows) == [{"name": "ann", "aliases": ["a", "b"], "legacy": False}]
    with pytest.raises(CgpError, match="account number 1 .ann.: unknown option: nonsense"):
        rows_for_module(ACCOUNT, [{"name": "ann", "nonsense": 1}])


@pytest.mark.parametrize("settings", [{"PSTNPassword": "(hidden)"}, {"Filters": [{"Secret": "(hidden)"}]}])
def test_what_results_show_instead_of_a_secret_is_no_value(settings: dict) -> None:
    with pytest.raises(CgpError, match="settings: .hidden. stands where a secret was read") as refused:
        read_wants(ACCOUNT, [{"name": "ann@example.com", "settings": settings}])
    assert "Leave the key out" in str(refused.value)
