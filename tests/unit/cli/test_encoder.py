# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands refuse arguments that do not fit, and never show a value."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.catalogue import BadArguments
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.account import (
    CREATEACCOUNT,
    SETACCOUNTPASSWORD,
    SETACCOUNTTYPE,
    UPDATEACCOUNTSETTINGS,
)
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.domain_set import (
    CREATEDOMAIN,
    DELETEDOMAIN,
    LISTSERVERTELNUMS,
)
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.file_storage import WRITESTORAGEFILE
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.forwarder import CREATEFORWARDER
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.mailing_list import (
    LIST,
    LISTSUBSCRIBERS,
    SETPOSTINGMODE,
)
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.miscellaneous import ECHO, SETLOGALL
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.web_interface import FINDACCOUNTSESSION
from ansible_collections.communigate.pro.plugins.module_utils.connector import data
from hypothesis import given
from hypothesis import strategies as st

VALUE = "hunter2hunter2"


def refusal(spec, *positional, **named):
    with pytest.raises(BadArguments) as caught:
        spec(*positional, **named).line()
    assert VALUE not in str(caught.value)
    assert VALUE not in repr(caught.value)
    return str(caught.value)


def test_required_arguments_by_position_and_by_name_are_the_same():
    command = CREATEFORWARDER("a", "b")
    assert CREATEFORWARDER("a", address="b") == command
    assert CREATEFORWARDER(address="b", forwarderName="a") == command


def test_none_and_false_leave_an_optional_argument_out():
    assert CREATEDOMAIN("example.com", storage=None, SHARED=False) == CREATEDOMAIN("example.com")


def test_a_command_tells_its_verb_and_kind_and_hides_its_arguments():
    command = SETACCOUNTPASSWORD("user@example.com", VALUE)
    assert (command.verb, command.kind) == ("SETACCOUNTPASSWORD", "change")
    assert repr(command) == "<Command SETACCOUNTPASSWORD>"
    assert command.arguments == {"accountName": "user@example.com", "newPassword": VALUE}


def test_a_command_cannot_be_changed():
    with pytest.raises(AttributeError):
        DELETEDOMAIN("example.com").arguments = {}


def test_missing_argument():
    assert refusal(CREATEFORWARDER, "info@example.com") == "CREATEFORWARDER: address is missing"
    assert refusal(CREATEFORWARDER, address=VALUE) == "CREATEFORWARDER: forwarderName is missing"
    assert refusal(CREATEFORWARDER, None, VALUE) == "CREATEFORWARDER: forwarderName must be a string"


def test_too_many_arguments():
    assert refusal(CREATEACCOUNT, "user", VALUE) == "CREATEACCOUNT takes 1 arguments without a name, not 2"


def test_unknown_argument_with_a_suggestion():
    assert refusal(CREATEACCOUNT, "user", setting={}) == (
        "CREATEACCOUNT has no argument setting. Did you mean settings?"
    )
    assert refusal(SETLOGALL, mode=VALUE) == "SETLOGALL has no argument mode. It takes ON, OFF"


def test_an_argument_given_twice():
    assert refusal(CREATEFORWARDER, "a", "b", address=VALUE) == "CREATEFORWARDER: address is given twice"


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: CREATEACCOUNT(5), "CREATEACCOUNT: accountName must be a string"),
        (lambda: CREATEACCOUNT(b"user"), "CREATEACCOUNT: accountName must be a string"),
        (lambda: UPDATEACCOUNTSETTINGS("user", [VALUE]), "UPDATEACCOUNTSETTINGS: newSettings must be a dictionary"),
        (lambda: UPDATEACCOUNTSETTINGS("user", VALUE), "UPDATEACCOUNTSETTINGS: newSettings must be a dictionary"),
        (lambda: LISTSERVERTELNUMS(VALUE), "LISTSERVERTELNUMS: limit must be a number"),
        (lambda: LISTSERVERTELNUMS(1.5), "LISTSERVERTELNUMS: limit must be a number"),
        (lambda: LISTSERVERTELNUMS(True), "LISTSERVERTELNUMS: limit must be a number"),
        (lambda: LISTSERVERTELNUMS("10 x"), "LISTSERVERTELNUMS: limit must be a number"),
        (lambda: LISTSERVERTELNUMS("10\n"), "LISTSERVERTELNUMS: limit must be a number"),
        (lambda: LISTSERVERTELNUMS("\u0661"), "LISTSERVERTELNUMS: limit must be a number"),
        (lambda: LISTSERVERTELNUMS(2**63), "LISTSERVERTELNUMS: limit must be a number"),
        (lambda: WRITESTORAGEFILE("user", "f", VALUE), "WRITESTORAGEFILE: fileData must be a datablock (bytes)"),
        (
            lambda: WRITESTORAGEFILE("user", "f", b"", position="MIDDLE"),
            "WRITESTORAGEFILE: position must be a number or one of BEG, END, NEW",
        ),
        (lambda: DELETEDOMAIN("example.com", FORCE="yes"), "DELETEDOMAIN: FORCE must be true or false"),
        (lambda: DELETEDOMAIN("example.com", FORCE=1), "DELETEDOMAIN: FORCE must be true or false"),
    ],
)
def test_wrong_type(call, message):
    with pytest.raises(BadArguments) as caught:
        call()
    assert caught.value.message == message


def test_a_word_outside_its_set_is_refused_with_a_suggestion():
    message = refusal(CREATEACCOUNT, "user", accountType="TextMailbx")
    assert message.startswith("CREATEACCOUNT: accountType must be one of MultiMailbox, TextMailbox, ")
    assert message.endswith("Did you mean TextMailbox?")
    assert "Did you mean" not in refusal(CREATEACCOUNT, "user", accountType=VALUE)


def test_word_sets_belong_to_their_command():
    assert CREATEACCOUNT("user", accountType="SlicedMailbox").line() == "CREATEACCOUNT user SlicedMailbox"
    assert refusal(SETACCOUNTTYPE, "user", "SlicedMailbox").startswith(
        "SETACCOUNTTYPE: accountType must be one of MultiMailbox, AGrade, BGrade, CGrade"
    )


def test_alternatives_exclude_each_other():
    assert refusal(SETLOGALL, ON=True, OFF=True) == "SETLOGALL: ON and OFF exclude each other"
    assert refusal(SETACCOUNTPASSWORD, "user", VALUE, method="SIP", tag="phone") == (
        "SETACCOUNTPASSWORD: method and tag exclude each other"
    )
    assert refusal(SETPOSTINGMODE, "news", "user", SPECIAL=True, numberOfModerated=3) == (
        "SETPOSTINGMODE: SPECIAL and numberOfModerated exclude each other"
    )


def test_what_stands_inside_brackets_needs_what_is_around_it():
    assert refusal(LISTSUBSCRIBERS, "news", limit=10) == "LISTSUBSCRIBERS: limit is possible only with filter"
    assert refusal(FINDACCOUNTSESSION, "user", proxied_address=VALUE) == (
        "FINDACCOUNTSESSION: proxied_address is possible only with ip_address"
    )


@pytest.mark.parametrize(
    "subscriber",
    [
        "",
        "bill",
        "confirm",
        "<bill>",
        "bill@example.org jack@example.org",
        "confirm bill@example.org",
        '"Bill <bill@example.org>',
        "Bill <bill@example.org> x",
        "bill@example.org\nSHUTDOWN",
        "Bill\r\nSHUTDOWN <bill@example.org>",
        '"Bill\n" <bill@example.org>',
        '"Bill\\\n" <bill@example.org>',
        "bill@example.org\0",
        "Bill\0 <bill@example.org>",
        5,
    ],
)
def test_a_subscriber_must_be_one_address(subscriber):
    assert refusal(LIST, "news@example.com", "feed", subscriber).startswith(
        "LIST: subscriber must be an E-mail address"
    )


def test_a_real_name_is_quoted():
    line = LIST("news", "feed", 'Bill "The \\ Kid" Jones <bill@example.org>'.replace('"', "'")).line()
    assert line == 'LIST news feed "Bill \'The \\\\ Kid\' Jones" <bill@example.org>'


def test_a_value_that_is_a_keyword_of_the_command_is_quoted():
    assert CREATEFORWARDER("To", "to").line() == 'CREATEFORWARDER "To" TO "to"'
    assert CREATEFORWARDER("path", "x").line() == "CREATEFORWARDER path TO x"


def test_line_breaks_cannot_end_a_line():
    line = CREATEFORWARDER("a\nSHUTDOWN", "b\nSHUTDOWN").line()
    assert line == 'CREATEFORWARDER "a\\eSHUTDOWN" TO "b\\eSHUTDOWN"'


def test_an_object_that_is_no_data_is_refused_when_written():
    assert refusal(ECHO, {"a": ["b", object()], "Password": VALUE}).startswith("ECHO: object.a[1]: ")
    assert refusal(CREATEFORWARDER, VALUE + "\0", "x").startswith("CREATEFORWARDER: forwarderName: ")


NOT_TEXT = ["['a@b.example', 'c@d.example']", "{'a': 1, 'b': [None, True]}", "[{'a': b'x'}]", "b'secret'", "('a', 'b')"]
TEXT = ["[]", "{}", '["a", "it\'s"]', "[1, 2]", "['a'] or ['b']", "{'a'", "b'a'b'", "[O'Neil] and [d'Arc]", "('a')"]
STRUCTURES = st.recursive(
    st.text("a'b,: \"\\\né", max_size=4) | st.integers() | st.booleans() | st.none() | st.binary(max_size=2),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("ab", max_size=2), inner, max_size=3),
    max_leaves=6,
)


@pytest.mark.parametrize("text", NOT_TEXT)
def test_a_structure_that_became_text_is_refused_with_its_place(text):
    settings = {"Rules": [["1", {"to": text}]]}
    assert "CREATEFORWARDER: address: the text of a" in refusal(CREATEFORWARDER, "a", text)
    assert "newSettings.Rules[0][1].to: the text of a" in refusal(UPDATEACCOUNTSETTINGS, "a", settings)
    assert "newSettings: the text of a" in refusal(UPDATEACCOUNTSETTINGS, "a", {text: "b"})


@pytest.mark.parametrize("text", TEXT)
def test_a_text_with_brackets_and_apostrophes_is_sent(text):
    line = UPDATEACCOUNTSETTINGS("a", {"b": text}).line()
    assert data.parse(line[line.index("{") :]) == {"b": text}


@given(structure=STRUCTURES)
def test_what_python_makes_of_a_structure_is_never_sent(structure):
    """But for what JSON writes in the same way, which may be meant: without strings, or with one between quotes."""
    text = str(structure)
    try:
        CREATEFORWARDER("a", text).line()
    except BadArguments:
        assert isinstance(structure, (list, dict, bytes))
    else:
        assert not isinstance(structure, bytes)
        assert not isinstance(structure, (list, dict)) or "'" not in text or '"' in text
