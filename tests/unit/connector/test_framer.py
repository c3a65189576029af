# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The end of an object on a stream is where ``scan`` finds it, whatever the pieces in which the stream comes."""

from __future__ import annotations

import random

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.connector import data
from ansible_collections.communigate.pro.plugins.module_utils.connector.framer import Framer
from ansible_collections.communigate.pro.tests.unit.connector.data_spellings import (
    CONTAINERS,
    SCALARS,
    elements,
    spelled,
    unknown_objects,
)
from hypothesis import given
from hypothesis import strategies as st

MORE = b'\r\n200 OK\r\n201 {a="}";}\r\n'


def end_in(pieces):
    """The offset in the whole stream at which a framer finds the end, or -1."""
    framer = Framer()
    before = 0
    for piece in pieces:
        end = framer.feed(piece)
        if end >= 0:
            return before + end
        before += len(piece)
    return -1


def cut(stream, size):
    return [stream[start : start + size] for start in range(0, len(stream), size)]


def bytes_to(text, end):
    return len(text[:end].encode())


@given(CONTAINERS, st.integers(0, 2**32), st.integers(1, 30))
def test_containers_in_pieces(value, seed, size):
    text = spelled(value, random.Random(seed))
    end = bytes_to(text, data.scan(text)[1])
    assert end_in(cut(text.encode() + MORE, size)) == end


@given(elements("\r\n"), st.integers(1, 30))
def test_xml_in_pieces(text, size):
    assert end_in(cut(text.encode() + MORE, size)) == len(text)


@given(unknown_objects("\r\n"), st.integers(1, 30))
def test_unknown_objects_in_pieces(text, size):
    assert end_in(cut(text.encode() + MORE, size)) == len(text)


@given(SCALARS, st.integers(1, 30))
def test_scalars_in_pieces(value, size):
    stream = data.write(value).encode()
    # When a piece ends between CR and LF, the end is known only at the LF.
    assert end_in(cut(stream + MORE, size)) in (len(stream), len(stream) + 1)


@given(CONTAINERS)
def test_no_end_before_the_last_byte(value):
    stream = data.write(value).encode()
    assert end_in([stream[:-1]]) == -1
    assert end_in([stream]) == len(stream)


# The object is what stands before the bar.
GOLDEN = [
    "(a,(b,c))|\r\n",
    "(a,\n (b)\r\n)|\r\n",
    '{a=")";b="\\"}";}|\r\n',
    '{a="\\\\";}|"',
    "{a=[AQI=];}|",
    "([A)})],b)|",
    "{/* } */ a = // ) }\n b;}|",
    " \r\n\t/* ( */ // {\n(a)|",
    "(#(}),b)|",
    '#(a (b) ")" c)|\r\n',
    "(a#,#5,(b))|",
    "(<a b='>'>)<!-- </a> ) -->)<![CDATA[</a>)]]></a>)|",
    "<?xml version='1.0'?><!DOCTYPE a><!-- <b> --><a/>|\r\n",
    "<a><a/><b></b><!----></a>|</a>",
    "<a><!---></a> ---></a>|",
    "word|\r\n",
    "word|\n",
    "#-25|\r\n200 OK",
    '"a\r\nb" "c"|\r\n',
    "[AQ\r\nI=]  [AQI=]|\r\n",
    "#I[10.0.44.55]:25|\r\n",
]


@pytest.mark.parametrize("size", [1, 2, 3, 1000])
@pytest.mark.parametrize("example", GOLDEN)
def test_golden(example, size):
    text, rest = example.split("|")
    expected = [len(text)] if rest[:1] != "\r" else [len(text), len(text) + 1]
    assert end_in(cut((text + rest).encode(), size)) in expected


@pytest.mark.parametrize("kind", [bytes, bytearray])
def test_an_object_that_starts_later_in_the_buffer(kind):
    framer = Framer()
    buffer = kind(b"200 data follow\r\n(a,")
    assert framer.feed(buffer, 17) == -1
    buffer += b"b)\r\n"
    assert framer.feed(buffer, 20) == 22


def test_the_bytes_before_the_start_do_not_count():
    assert Framer().feed(b"#(a,b)\r\n", 1) == 6
    framer = Framer()
    assert framer.feed(b"/* #") == -1
    assert framer.feed(b"*/*/ (a)", 2) == 8


@pytest.mark.parametrize(
    "beginning, middle, end",
    [
        (b'("', b"text with \\e escapes", b'")'),
        (b"([", b"QUJD", b"])"),
        (b"(", b"a,(b),", b")"),
        (b"(/*", b" * ", b"*/)"),
        (b"<a>", b"<b c='>'/> text", b"</a>"),
        (b"<a><!--", b"- -", b"--></a>"),
        (b"#(", b'(")")', b")"),
    ],
)
def test_a_long_object_in_many_pieces(beginning, middle, end):
    """Work in proportion to the square of the length would not end."""
    pieces = [beginning] + [middle] * 50_000 + [end]
    assert end_in(pieces) == sum(map(len, pieces))
