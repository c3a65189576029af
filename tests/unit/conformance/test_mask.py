# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What of a server's replies is compared, and that nothing else is shown."""

from __future__ import annotations

import re

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.catalogue import read_line
from ansible_collections.communigate.pro.plugins.module_utils.connector import data
from ansible_collections.communigate.pro.plugins.module_utils.connector.replies import Reply
from hypothesis import given
from hypothesis import strategies as st
from support.conformance.bounds import Scene
from support.conformance.mask import Mask

SCRATCH = "probe.site.example"
LINES = (
    "CREATEACCOUNT Bob@probe.site.example {Password=drawn;RealName=\"Bob B\";MaxAccountSize=1024K;}",
    "BALANCE Bob@probe.site.example {op=credit;amount=#12;}",
    "WRITESTORAGEFILE Bob@probe.site.example FILE f DATA [QUJD]",
)
MASK = Mask(Scene("test", [read_line(line) for line in LINES], frozenset(("drawn",))), SCRATCH)
_ALLOWED = re.compile(r"<(text|amount|number|data|timestamp|ipaddress|xml|unknown|unreadable|flag)>|#NULL#|[(){},=;\"]")


def masked(text: str) -> str:
    return MASK.reply(Reply(201, "", text), "GETACCOUNTSETTINGS")


@pytest.mark.parametrize(("told", "shown"), [
    ("{RealName=\"Bob B\";AccessModes=(7777,Mail);}", '{AccessModes=(<amount>,Mail);RealName="Bob B";}'),
    ("{realname=\"BOB B\";}", '{realname="BOB B";}'),
    ("{Secret-Of-Site=x;MaxAccountSize=77M;}", "{<text>=<text>;MaxAccountSize=<amount>;}"),
    ("(bob,bob@Probe.Site.Example,Bob@site.example,ann@probe.site.example)",
     '(bob,"bob@scratch.example",<text>,<text>)'),
    ("{Password=drawn;}", "{Password=<the password>;}"),
    ("(#12,#13,12,1024K)", "(#12,<number>,12,1024K)"),
    ("([QUJD],[QUJE],#NULL#)", "([QUJD],<data>,#NULL#)"),
    ("(#T22-10-2009_15:24:45,#I[10.0.44.55]:25)", "(<timestamp>,<ipaddress>)"),
    ("probe.site.example", "scratch.example"),
    ("((", "<unreadable>"),
])
def test_what_was_said_comes_back_and_all_else_is_a_type(told: str, shown: str) -> None:
    assert masked(told) == "201 %s" % shown


@pytest.mark.parametrize(("code", "text", "shown"), [
    (513, "unknown user account", "513 NotFound"),
    (501, "Unknown User Account", "501 NotFound"),
    (577, "the cellar of the site is full", "577 Unclear"),
])
def test_of_a_refusal_the_code_and_its_class_are_told(code: int, text: str, shown: str) -> None:
    assert MASK.reply(Reply(code, text), "GETACCOUNTSETTINGS") == shown


def test_commands_are_shown_without_secrets_and_without_the_scratch_domain() -> None:
    assert MASK.command(read_line(LINES[0])) == (
        'CREATEACCOUNT "Bob@scratch.example" {Password="***";RealName="Bob B";MaxAccountSize=1024K;}'
    )


SITE = st.sampled_from(("site", "mail.site.example", "bob@site.example", "10.1.2.3", "The Site, Ltd", "probe.site"))
VALUES = st.recursive(
    st.one_of(SITE, st.integers(100, 1 << 40), st.binary(min_size=4, max_size=8)),
    lambda inner: st.one_of(st.lists(inner, min_size=1, max_size=3), st.dictionaries(SITE, inner, min_size=1)),
    max_leaves=8,
)


@given(VALUES)
def test_no_word_of_a_site_is_shown(value: data.Value) -> None:
    assert _ALLOWED.sub("", masked(data.write(value))) == "201 "
