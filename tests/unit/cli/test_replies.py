# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The types of replies: what is taken for what, and what is refused in which words."""

from __future__ import annotations

from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.catalogue import COMMANDS
from ansible_collections.communigate.pro.plugins.module_utils._cli.replies import received, reply_type
from ansible_collections.communigate.pro.plugins.module_utils.connector.data import XML, IPAddress, Timestamp
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import BadReply

NOTHING = (None, "", [], {})
MOMENT = Timestamp("T22-10-2009_15:24:45")


@pytest.mark.parametrize(
    ("result", "empty"),
    [
        ("string", ""),
        ("array of name", []),
        ("dictionary", {}),
        ("dictionary of string: a=b", {}),
        ("datablock", b""),
        ("array of rule", []),
        ("array (number, number): size, files", [0, 0]),
        ("array (number, dictionary of string[, string])", [0, {}]),
        ("none", None),
    ],
)
@pytest.mark.parametrize("nothing", NOTHING, ids=repr)
def test_every_way_to_say_nothing_is_the_empty_value(result: str, empty: Any, nothing: Any) -> None:
    assert received(result, "VERB", nothing) == empty


@pytest.mark.parametrize("result", ["name", "timestamp", "xml", "array (datablock, timestamp)", "array (name, string)"])
@pytest.mark.parametrize("nothing", NOTHING, ids=repr)
def test_nothing_is_no_value_where_it_would_mean_something(result: str, nothing: Any) -> None:
    assert isinstance(received(result, "VERB", nothing), BadReply)


@pytest.mark.parametrize(
    ("result", "value", "taken"),
    [
        ("string", 5, "5"),
        ("string", IPAddress("[10.0.0.1]"), "[10.0.0.1]"),
        ("number", "-7", -7),
        ("datablock", "[AAEC]", b"\x00\x01\x02"),
        ("timestamp", "T22-10-2009_15:24:45", MOMENT),
        ("xml", "<a/>", XML("<a/>")),
        ("array of name", ["a", 100], ["a", "100"]),
        ("dictionary of number", {"a": "3"}, {"a": 3}),
        ("dictionary of dictionary", {"a": []}, {"a": {}}),
        ("dictionary of string/array of string", {"a": [], "b": "x"}, {"a": [], "b": "x"}),
        ("array (datablock[, timestamp])", [b"x"], [b"x"]),
        ("array (number, number)", [1, "2", "more"], [1, 2, "more"]),
        ("rule", ["5", "name", [["From", "is", "x"]], ["Discard"]], ["5", "name", [["From", "is", "x"]], ["Discard"]]),
        ("object", None, None),
    ],
)
def test_what_is_as_good_is_taken(result: str, value: Any, taken: Any) -> None:
    assert received(result, "VERB", value) == taken


@pytest.mark.parametrize(
    ("result", "value", "text"),
    [
        ("array of name", {"a": "b"}, "an array is expected, not a dictionary"),
        ("array of name", ["a", ["b"]], "a name is expected, not an array (at [1])"),
        ("array of name", ["a", ""], "a name is expected, not an empty string (at [1])"),
        ("dictionary", ["a"], "a dictionary is expected, not an array"),
        ("dictionary of dictionary", {"a": "b"}, "a dictionary is expected, not a string (at {})"),
        ("array of rule", [["5", "name", {"a": "b"}]], "an array is expected, not a dictionary (at [0][2])"),
        ("array (number, number)", [1], "a number is expected, not nothing (at [1])"),
        ("string", b"x", "a string is expected, not a datablock"),
        ("string/number", [1], "a string or a number is expected, not an array"),
        ("timestamp", "yesterday", "a time stamp is expected, not a string"),
    ],
)
def test_anything_else_is_an_error_with_both_types_and_nothing_of_the_value(result: str, value: Any, text: str) -> None:
    error = received(result, "GETTHING", value)
    assert isinstance(error, BadReply)
    assert error.message == "GETTHING was answered 201 data of another type: " + text


BROKEN = ["", "text", "array of", "array (number", "array of number extra", "number,", "[string]"]


@pytest.mark.parametrize("text", BROKEN)
def test_a_text_that_is_no_type_is_a_mistake_of_the_catalogue(text: str) -> None:
    with pytest.raises(ValueError):
        reply_type(text)


@pytest.mark.parametrize("spec", [spec for specs in COMMANDS.values() for spec in specs], ids=repr)
def test_the_result_of_every_command_is_a_type(spec: Any) -> None:
    assert reply_type(spec.result).expected


@pytest.mark.parametrize(
    ("verb", "arguments", "result"),
    [
        ("DATASET", ("a", {"what": "listEntries", "subsetName": "s"}), "dictionary of dictionary"),
        ("DATASET", ("a", {"what": "listSubsets", "subsetName": ""}), "dictionary"),
        ("ROSTER", ("a", {"what": "List"}), "dictionary of dictionary"),
        ("GETACCOUNTINFO", ("a",), "dictionary"),
    ],
)
def test_the_arguments_may_tell_more_of_the_result(verb: str, arguments: tuple[Any, ...], result: str) -> None:
    assert COMMANDS[verb][0](*arguments).result.partition(":")[0] == result


def test_with_a_key_there_is_one_value_of_any_type() -> None:
    assert received(COMMANDS["GETACCOUNTSTAT"][0]("a", keyName="Logins").result, "GETACCOUNTSTAT", 5) == 5
