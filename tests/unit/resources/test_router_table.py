# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Router Tables: blocks among the lines of others, and what is no block."""

from __future__ import annotations

from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.server_settings import (
    GETROUTERTABLE,
    SETROUTERTABLE,
)
from ansible_collections.communigate.pro.plugins.module_utils._resources.router_table import ROUTER_TABLE
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from hypothesis import given, settings
from hypothesis import strategies as st
from support.engine_server import Server

BEGIN, END = "; BEGIN managed by Ansible", "; END managed by Ansible"
LINES = st.lists(st.sampled_from(["a = b", "c = d", "; comment", "", BEGIN[2:]]), max_size=5)


def apply(server: Server, **row: Any) -> dict[str, Any]:
    result: dict[str, Any] = server.apply(ROUTER_TABLE, [row])
    return result


def table(server: Server) -> list[str]:
    text: str = server.ask(GETROUTERTABLE())
    return text.split("\n") if text else []


@given(before=LINES, behind=LINES, old=LINES, new=LINES)
@settings(max_examples=40)
def test_the_lines_of_others_stay(
    server: Server, before: list[str], behind: list[str], old: list[str], new: list[str]
) -> None:
    server.ask(SETROUTERTABLE("\n".join([*before, BEGIN, *old, END, *behind])))
    result = apply(server, mode="block", lines=new)
    expected = [*before, *([BEGIN, *new, END] if new else []), *behind]
    assert "\n".join(table(server)).rstrip() == "\n".join(expected).rstrip()
    assert result["changed"] is (old != new or not new)
    assert apply(server, mode="block", lines=new)["changed"] is False


@pytest.mark.parametrize("lines", [[BEGIN], [END], [END, BEGIN], [BEGIN, END, BEGIN], [BEGIN, END, BEGIN, END]])
def test_markers_that_are_no_pair_are_not_touched(server: Server, lines: list[str]) -> None:
    server.ask(SETROUTERTABLE("\n".join(lines)))
    result = apply(server, mode="block", lines=["a = b"])
    assert result["failures"][0]["msg"].startswith("the markers of the block are not in the table as one pair")
    assert table(server) == lines


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({}, "either lines or text is needed"),
        ({"lines": ["a = b"], "text": "a = b"}, "and not both"),
        ({"mode": "block", "lines": ["a = b"], "marker": "; mine"}, "the marker is no comment with {mark} in it"),
        ({"mode": "block", "lines": ["a = b"], "marker": "{mark} of mine"}, "the marker is no comment"),
        ({"mode": "block", "lines": ["a = b"], "marker": "; {mark}\na = b"}, "the marker is no comment"),
        ({"mode": "block", "lines": ["a = b", " " + END]}, "cannot hold its own marker"),
    ],
)
def test_bad_input(server: Server, row: dict[str, Any], message: str) -> None:
    with pytest.raises(CgpError, match=message):
        apply(server, **row)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"text": "a = b\r\nc = d\r\n"}, ["a = b", "c = d"]),
        ({"text": "; one\u2028comment\r; another\x0c\n\n"}, ["; one\u2028comment", "; another\x0c", ""]),
        ({"text": ""}, []),
        ({"lines": ["a = b\nc = d", "", "e = f"]}, ["a = b", "c = d", "", "e = f"]),
    ],
)
def test_lines_and_text(server: Server, row: dict[str, Any], expected: list[str]) -> None:
    server.ask(SETROUTERTABLE("to be = replaced"))
    assert apply(server, **row)["changed"] is True
    assert table(server) == expected


@pytest.mark.parametrize("written", ["a = b\r\nc   = d", "a = b\nc = d\n\n", "a = b \n\tc = d"])
def test_spaces_and_line_ends_do_not_count(server: Server, written: str) -> None:
    server.ask(SETROUTERTABLE(written))
    assert apply(server, lines=["a  =  b", "c = d"])["changed"] is False


def test_the_order_counts(server: Server) -> None:
    server.ask(SETROUTERTABLE("a = b\nc = d"))
    assert apply(server, lines=["c = d", "a = b"])["changed"] is True
    assert table(server) == ["c = d", "a = b"]
