# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What people write that cannot be what they meant: each is told with its option, its place and what to do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from ansible_collections.communigate.pro.plugins.module_utils._connection_options import CONNECTION
from ansible_collections.communigate.pro.plugins.module_utils._engine.model import Field, Resource
from ansible_collections.communigate.pro.plugins.module_utils._engine.option_types import convert
from ansible_collections.communigate.pro.plugins.module_utils._engine.wants import object_fields, read_wants
from ansible_collections.communigate.pro.plugins.module_utils._host import PURGE, refuse_mistakes
from ansible_collections.communigate.pro.plugins.module_utils._registry import SUBJECTS, subject_of
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError

ACCOUNT = subject_of("cgp_account")
QUOTE = "Put it in quotation marks"


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"name": ["alice"]}, "name must be text, not a list"),
        ({"source": {"a": 1}}, "source must be text, not a dictionary"),
        ({"aliases": ["al", {"name": "ali"}]}, "item 2 of aliases must be text, not a dictionary"),
        ({"accounts": [{"name": "a"}, {"name": {}}]}, "item 2 of accounts: name must be text, not a dictionary"),
        ({"accounts": [{"aliases": [[]]}]}, "item 1 of accounts: item 1 of aliases must be text, not a list"),
        ({"accounts": ["alice"]}, "item 1 of accounts must be a dictionary, not text"),
        ({"accounts": "alice, bob"}, "accounts must be a list, not text"),
        ({"accounts": {"name": "alice"}}, "accounts must be a list, not a dictionary"),
        ({"aliases": {"al": None}}, "aliases must be a list, not a dictionary"),
        ({"aliases": True}, "aliases must be a list, not true or false"),
        ({"aliases": ["al", None]}, "item 2 of aliases must be text, not nothing"),
        ({"purge": True}, "purge must be a dictionary, not true or false"),
        ({"purge": "example.com"}, "purge must be a dictionary, not text"),
        ({"purge": ["example.com"]}, "purge must be a dictionary, not a list"),
        ({"purge": {"within": [5], "limit": True}}, "purge: item 1 of within must be text, not a number; purge: limit"),
        ({"settings": "RealName"}, "settings must be a dictionary, not text"),
        ({"settings": True}, "settings must be a dictionary, not true or false"),
        ({"port": "smtp"}, "port must be a whole number, not text"),
        ({"port": True}, "port must be a whole number, not true or false"),
        ({"port": 1.5}, "port must be a whole number, not a number"),
        ({"legacy": "maybe"}, "legacy must be true or false, not text"),
        ({"legacy": 2}, "legacy must be true or false, not a number"),
        ({"name": "a", "settings": {"X": [{83: "x"}]}}, "settings.X: a key must be text, not a number"),
        ({"settings": {True: "x"}}, "settings: a key must be text, not true or false"),
        ({"settings": {"PSTNGatewayPassword": 83}}, "settings.PSTNGatewayPassword must be text, not a number"),
        ({"settings": {"{{ key }}": "x"}}, "settings: a key holds an expression that was not templated"),
        ({"name": "{{ name }}"}, "name holds an expression that was not templated"),
        ({"accounts": [{"aliases": ["{{a}}"]}]}, "item 1 of accounts: item 1 of aliases holds an expression"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_its_place(given, message) -> None:
    with pytest.raises(CgpError) as refusal:
        refuse_mistakes(ACCOUNT, given)
    assert refusal.value.message.startswith(message)
    assert refusal.value.hint


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"name": "alice", "aliases": ["al"], "settings": {"A": ["b", {"c": "d", "e": 5}]}, "unknown": []},
        {"name": "5", "aliases": "al,ali", "port": "106", "accounts": None, "legacy": "yes", "tls_verify": 0},
        {"accounts": ["name=alice", '{"name": "bob"}', {"name": "carol", "aliases": ["7"]}], "purge": {}},
        {"accounts": "name=alice", "purge": '{"within": ["example.com"]}'},
        {"account_password": "{{ braces of a password", "settings": {"Signature": "{{ x }}"}},
    ],
)
def test_all_else_is_left_to_ansible(given) -> None:
    refuse_mistakes(ACCOUNT, given)


@pytest.mark.parametrize(
    ("module", "given"),
    [
        ("cgp_list_subscriber", {"posting_mode": 5}),
        ("cgp_temp_ip", {"timeout": 1800, "addresses": [{"renew_below": 60}]}),
        ("cgp_scheduled_task", {"period": 3600}),
        ("cgp_session", {"offset": 0}),
        ("cgp_vacation", {"starts": dt.date(2026, 4, 20), "text": "{{ a letter }}"}),
        ("cgp_pbx_files", {"content": "{{ a template }}"}),
        ("cgp_rule", {"conditions": [["Human Generated", None], "x", ["message size", "is", 5]], "comment": "{{"}),
        ("cgp_rules", {"rules": [{"actions": [["Reject with", 550], ["Mark", "5"]]}]}),
    ],
)
def test_numbers_that_mean_their_digits_and_texts_of_people_are_taken(module: str, given) -> None:
    refuse_mistakes(subject_of(module), given)


@pytest.mark.parametrize(
    ("module", "given", "place"),
    [
        ("cgp_rule", {"conditions": [["a", "b"], ["Time Of Day", "in", 1320]]}, "item 3 of item 2 of conditions"),
        ("cgp_rule", {"actions": [["Redirect To", [4930123]]]}, "item 2 of item 1 of actions"),
        ("cgp_rule", {"conditions": [["Current Date", "is", dt.datetime(2026, 4, 20, 17, 30)]]}, "item 3 of item 1 of"),
        ("cgp_rules", {"rules": [{"conditions": [["From", "is", 83]]}]}, "item 1 of rules: item 3 of item 1 of cond"),
    ],
)
def test_in_a_rule_a_number_is_a_time_or_an_address_that_yaml_has_read(module: str, given, place) -> None:
    with pytest.raises(CgpError, match=place + ".* must be text, not a .*quotation marks"):
        refuse_mistakes(subject_of(module), given)


def test_a_mistake_is_told_once() -> None:
    with pytest.raises(CgpError) as refusal:
        refuse_mistakes(ACCOUNT, {"accounts": [{"name": "a", "settings": {"A": {5: "x"}}}]})
    assert refusal.value.message == "item 1 of accounts: settings.A: a key must be text, not a number"


def test_everything_is_told_at_once_and_no_value() -> None:
    given = {"account_password": 835711, "accounts": [{"name": 835711}, {"telnums": [835711]}], "purge": True}
    with pytest.raises(CgpError) as refusal:
        refuse_mistakes(ACCOUNT, given)
    places = ("account_password must", "item 1 of accounts: name must", "item 2 of accounts: item 1 of telnums must")
    assert all(place in str(refusal.value) for place in (*places, "purge must be a dictionary"))
    assert "835711" not in str(refusal.value)


def text_fields(fields: tuple[Field, ...], where: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Field]]:
    """Every option that holds text, with the way to it: its name, and 0 for the first item of a list."""
    for field in fields:
        way = (*where, field.name)
        if field.type in ("str", "path"):
            yield way, field
        elif field.type == "list" and field.elements in ("str", "path"):
            yield (*way, 0), field
        elif field.type in ("list", "dict") and field.options:
            yield from text_fields(field.options, (*way, 0) if field.type == "list" else way)


def fields_of(subject: Any) -> tuple[Field, ...]:
    if not isinstance(subject, Resource):
        return subject.options
    own = tuple(object_fields(subject))
    every = (*own, Field(subject.list_option, "list", elements="dict", options=own))
    return (*every, PURGE) if subject.purge else every


def given_at(way: tuple[Any, ...], value: Any) -> Any:
    for step in reversed(way):
        value = [value] if step == 0 else {step: value}
    return value


YAML_SURPRISES = ["0123", "22:00", "+4930123456", "12_000", "1.10", "yes", "Off", "2026-04-20 17:30:00"]


@pytest.mark.parametrize("written", YAML_SURPRISES)
@pytest.mark.parametrize("module", sorted(SUBJECTS))
def test_what_yaml_takes_for_no_text_is_refused_in_every_text_of_every_module(module: str, written: str) -> None:
    """With the option, its place, and the advice to quote; in quotation marks it is taken."""
    subject = subject_of(module)
    value = yaml.safe_load(written)
    assert not isinstance(value, str)
    for way, field in [*text_fields(fields_of(subject)), (("host",), Field("host"))]:
        if field.digits and isinstance(value, int) and not isinstance(value, bool):
            continue
        with pytest.raises(CgpError) as refusal:
            refuse_mistakes(subject, given_at(way, value))
        assert QUOTE in refusal.value.hint
        names = [step for step in way if step != 0]
        assert all(name in refusal.value.message for name in names), refusal.value.message
        assert written not in refusal.value.message and str(value) not in refusal.value.message
        refuse_mistakes(subject, given_at(way, yaml.safe_load("'%s'" % written)))


@pytest.mark.parametrize("module", [name for name in sorted(SUBJECTS) if isinstance(subject_of(name), Resource)])
def test_the_rows_of_a_file_are_refused_for_the_same(module: str) -> None:
    subject = subject_of(module)
    for way, field in text_fields(tuple(object_fields(subject))):
        for value in (True, 1.5, *([] if field.digits else [83])):
            with pytest.raises(CgpError, match="%s .*%s.*must be .*%s" % (subject.noun, way[0], QUOTE)):
                read_wants(subject, [given_at(way, value)])


def test_every_connection_option_is_looked_at() -> None:
    for name, spec in CONNECTION.items():
        with pytest.raises(CgpError, match="%s must be" % name):
            refuse_mistakes(ACCOUNT, {name: 1.5 if spec["type"] != "bool" else "x"})


@pytest.mark.parametrize(
    ("kind", "value", "converted"),
    [
        ("str", "5", "5"), ("int", "5", 5), ("int", " 5 ", 5), ("int", 10**30, 10**30), ("int", 5.0, 5),
        ("bool", "yes", True), ("bool", "Off", False), ("bool", 1, True), ("bool", 0, False), ("bool", "TRUE", True),
        ("list", "a b,c", ["a", "b", "c"]), ("list", ["a", "5"], ["a", "5"]), ("list", "", []),
    ],
)  # fmt: skip
def test_a_cell_of_a_table_is_read_in_the_options_type(kind, value, converted) -> None:
    assert convert(Field("x", type=kind, elements="str" if kind == "list" else None), value) == converted


@pytest.mark.parametrize("cell", ["a;b", "a; b", "a b;c", ";"])
def test_semicolons_separate_no_members_and_make_no_member(cell: str) -> None:
    with pytest.raises(CgpError, match="aliases holds a semicolon.*spaces or commas"):
        convert(Field("aliases", type="list", elements="str"), cell)


def test_of_some_texts_a_number_means_the_digits() -> None:
    assert convert(Field("x", digits=True), 1800) == "1800"
