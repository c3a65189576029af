# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How much memory a large reply takes until it is a value, counted by Python itself: at most eight times its size."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.connector.data import parse
from ansible_collections.communigate.pro.plugins.module_utils.connector.replies import ReplyReader

SIZE = 600_000
PIECE = 65536
MOST = 8

SHAPES: dict[str, tuple[str, Callable[[int], str], str]] = {
    "addresses": ("(", lambda number: '"user%d@example.com",' % number, "x)"),
    "names": ("(", lambda number: "account%07d," % number, "x)"),
    "the same few words": ("(", lambda number: "w%d," % (number % 7), "x)"),
    "the same few words in quotes": ("(", lambda number: '"a %d",' % (number % 7), "x)"),
    "arrays of the same words": ("(", lambda number: "(%s)," % ",".join("w%d" % word for word in range(150)), "x)"),
    "objects of a Domain": ("(#1,{", lambda number: "account%07d=macnt;" % number, "},#0,#0)"),
    "strings with escapes": ("(", lambda number: '"line %d\\eline",' % number, "x)"),
    "numbers": ("(", lambda number: "#%d," % number, "x)"),
}


def wire(shape: str, size: int) -> bytes:
    begin, element, end = SHAPES[shape]
    elements, length = [], 0
    while length < size:
        elements.append(element(len(elements)))
        length += len(elements[-1])
    return ("201 %s%s%s\r\n" % (begin, "".join(elements), end)).encode("ascii")


def read(stream: bytes) -> Any:
    reader = ReplyReader(1 << 30)
    for start in range(0, len(stream), PIECE):
        reader.feed(stream[start : start + PIECE])
        reply = reader.reply()
    assert reply is not None and reply.data is not None
    return parse(reply.data)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_large_reply_takes_at_most_eight_times_its_size(shape: str) -> None:
    stream = wire(shape, SIZE)
    tracemalloc.start()
    try:
        value = read(stream)
        _now, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert value
    assert most < MOST * len(stream)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_large_text_has_the_value_of_its_parts(shape: str) -> None:
    """What is read many at a time, or shared, is what the same elements are when they are read one by one."""
    begin, element, end = SHAPES[shape]
    number = 400_000 // len(element(0))
    large = parse(begin + "".join(map(element, range(number))) + end)
    if begin == "(":
        parts = [parse("(%s)" % element(one).rstrip(","))[0] for one in range(number)]
        assert large == [*parts, "x"]
    else:
        assert large[1] == {"account%07d" % one: "macnt" for one in range(number)}
