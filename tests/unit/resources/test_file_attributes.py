# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Attributes of files: which XML elements mean the same, and which are sent."""

from __future__ import annotations

from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._resources.shared.file_attributes import (
    ATTRIBUTES,
    attributes_of_reply,
)
from ansible_collections.communigate.pro.plugins.module_utils.connector.data import XML
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError

NOTE = '<note lang="en" kind="draft">Draft</note>'


@pytest.mark.parametrize(
    "other",
    [
        NOTE,
        "<note kind='draft' lang='en'>Draft</note>",
        '<note lang="en"  kind="draft" > Draft </note >',
        '<note lang="&#101;n" kind="draft">Draft</note>',
    ],
)
def test_spellings_that_mean_the_same(other: str) -> None:
    assert ATTRIBUTES.equal([NOTE, "<a/>"], ["<a></a>", other])


@pytest.mark.parametrize(
    "other",
    ["<note>Draft</note>", '<note lang="en" kind="draft">draft</note>', '<Note lang="en" kind="draft">Draft</Note>'],
)
def test_elements_that_differ(other: str) -> None:
    assert not ATTRIBUTES.equal([NOTE], [other])


def test_order_counts_within_a_name_only() -> None:
    assert ATTRIBUTES.equal(["<a>1</a>", "<b/>", "<a>2</a>"], ["<b/>", "<a>1</a>", "<a>2</a>"])
    assert not ATTRIBUTES.equal(["<a>1</a>", "<a>2</a>"], ["<a>2</a>", "<a>1</a>"])


def test_a_prefix_without_its_namespace_is_compared_as_text() -> None:
    assert ATTRIBUTES.equal(["<D:size>5</D:size>"], ["<D:size>5</D:size>"])
    assert ATTRIBUTES.equal(["<D:size>5\n  6</D:size>"], ["<D:size>5 6</D:size>"])
    assert not ATTRIBUTES.equal(["<D:size>5</D:size>"], ["<D:size>6</D:size>"])


@pytest.mark.parametrize(
    ("have", "want", "after", "sent"),
    [
        ([], ["<a/>"], ["<a/>"], ["<a/>"]),
        (["<a>1</a>", "<b/>"], ["<a>2</a>"], ["<b/>", "<a>2</a>"], ["<a>2</a>"]),
        (["<a>1</a>", "<b/>"], ["<a>1</a>", "<b>2</b>"], ["<a>1</a>", "<b>2</b>"], ["<b>2</b>"]),
        (["<a>1</a>", "<a>2</a>"], ["<a>3</a>"], ["<a>3</a>"], ["<a>3</a>"]),
        (["<a/>"], [], ["<a/>"], []),
    ],
)
def test_what_is_wanted_takes_the_place_of_its_name(
    have: list[str], want: list[str], after: list[str], sent: list[str]
) -> None:
    assert ATTRIBUTES.target(have, want, False) == after
    assert ATTRIBUTES.delta(have, after) == sent


@pytest.mark.parametrize("wrong", ["text", "<a>", "<a/><b/>", ""])
def test_what_is_no_element_is_refused(wrong: str) -> None:
    with pytest.raises(CgpError):
        ATTRIBUTES.parse([wrong])


@pytest.mark.parametrize("reply", [None, {}, ["<a/>"], [XML("<a/>"), 5]])
def test_a_reply_that_is_something_else_is_an_error(reply: Any) -> None:
    with pytest.raises(CgpError, match="something else than XML elements"):
        attributes_of_reply(reply)
