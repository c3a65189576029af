# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing data objects: the one spelling of each, and what is refused."""

from __future__ import annotations

import datetime

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.connector import data
from ansible_collections.communigate.pro.plugins.module_utils.connector.data import XML, IPAddress, Timestamp, Unknown


class Text(str):
    """A string of another class, such as those that Ansible gives."""


@pytest.mark.parametrize(
    "value, text",
    [
        ("abc09", "abc09"),
        ("5", "5"),
        ("", '""'),
        ("a b", '"a b"'),
        ("user@example.com", '"user@example.com"'),
        ("a_b", '"a_b"'),
        ("-1", '"-1"'),
        ("#5", '"#5"'),
        ("#NULL#", '"#NULL#"'),
        ("é", '"é"'),
        ("²", '"²"'),
        ("\u0665", '"\u0665"'),
        ('a"b\\c', r'"a\"b\\c"'),
        ("a\nb", r'"a\eb"'),
        ("a\r\nb\r\n", r'"a\eb\e"'),
        ("a\rb\n\r", r'"a\rb\e\r"'),
        ("\r\r\n", r'"\r\e"'),
        ("a\tb", r'"a\tb"'),
        ("\x01\x0b\x1b\x7f", r'"\001\011\027\127"'),
        ("\x85\u2028", '"\x85\u2028"'),
        ("\udcff", '"\udcff"'),
        (Text("a b"), '"a b"'),
        (0, "#0"),
        (-25, "#-25"),
        (2**64, "#18446744073709551616"),
        (True, "YES"),
        (False, "NO"),
        (None, "#NULL#"),
        (b"", "[]"),
        (bytes([0x1D, 0xCA, 0x87, 0x7C, 0x72]), "[HcqHfHI=]"),
        (bytearray(b"AB"), "[QUI=]"),
        (b"\xff" * 100, "[%s/w==]" % ("/" * 132)),
        (Timestamp("T22-10-2009_15:24:45"), "#T22-10-2009_15:24:45"),
        (Timestamp("TFUTURE"), "#TFUTURE"),
        (IPAddress("[2001:db8::1]:25"), "#I[2001:db8::1]:25"),
        (XML("<a b='c'/>"), "<a b='c'/>"),
        (XML("<a\r\nb='c\nd'>\r\n <b>e\nf</b>\n</a>"), "<a b='c d'>  <b>e&#10;f</b> </a>"),
        (XML("<a><![CDATA[b\r\nc]]><!-- d\re --></a>"), "<a><![CDATA[b]]>&#10;<![CDATA[c]]><!-- d e --></a>"),
        (Unknown("#(a (b))"), "#(a (b))"),
        (Unknown('#(a\r\n(b "c\nd\re"))\n'.strip()), r'#(a (b "c\ed\re"))'),
        ([], "()"),
        (["a", "b c", 5, None], '(a,"b c",#5,#NULL#)'),
        (("-1", "3600"), '("-1",3600)'),
        ([[], [[]], {}], "((),(()),{})"),
        ({}, "{}"),
        ({"": 3}, '{""=#3;}'),
        ({"b": "c", "a.d": ["e", {"f": True}]}, '{b=c;"a.d"=(e,{f=YES;});}'),
    ],
)
def test_write(value, text):
    assert data.write(value) == text


@pytest.mark.parametrize("text, quoted", [("abc", "abc"), ("", '""'), ("a.b", '"a.b"'), (Text("abc"), "abc")])
def test_quote(text, quoted):
    assert data.quote(text) == quoted


def test_only_strings_can_be_quoted():
    with pytest.raises(data.BadValue, match="int is not a string"):
        data.quote(5)


def loop():
    value = []
    value.append(value)
    return value


def nested(depth):
    value = "a"
    for level in range(depth):
        value = [value] if level % 2 else {"k": value}
    return value


@pytest.mark.parametrize(
    "value, path, reason",
    [
        ("a\0b", "", "zero byte"),
        ({"a\0b": "c"}, "'a\\x00b'", "zero byte"),
        ("\ud800", "", "surrogate"),
        (1.5, "", "use a string"),
        (float("nan"), "", "use a string"),
        (2**1025, "", "too large"),
        pytest.param(10**5000, "", "too large", id="10**5000"),
        ({"DKIM": {"key": 1.5}}, "DKIM.key", "use a string"),
        ({"Rules": ["a", ["b", {"c d": {1}}]]}, "Rules[1][1].c d", "set is not a type"),
        ([datetime.date(2026, 1, 1)], "[0]", "date is not a type"),
        ({5: "a"}, "", "a key of type int"),
        ({"a": {None: "b"}}, "a", "a key of type NoneType"),
        ({"\n": object()}, "'\\n'", "object is not a type"),
    ],
)
def test_what_cannot_be_written_is_told_with_its_place(value, path, reason):
    with pytest.raises(data.BadValue) as caught:
        data.write(value)
    assert isinstance(caught.value, data.DataError)
    assert caught.value.path == path
    assert reason in str(caught.value)
    assert str(caught.value).startswith(path)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("value", [loop(), nested(201), nested(100_000)], ids=["loop", "201", "100000"])
@pytest.mark.parametrize("use", [data.write, data.to_json, data.from_json])
def test_nesting_is_limited(use, value):
    with pytest.raises(data.BadValue, match="more than 200 levels") as caught:
        use(value)
    assert len(str(caught.value)) < 300


def test_a_refused_value_is_not_in_the_error():
    with pytest.raises(data.BadValue) as caught:
        data.write({"Password": "secret\0"})
    assert "secret" not in repr(caught.value) + str(caught.value)
    assert str(caught.value) == "Password: a string holds a zero byte"
