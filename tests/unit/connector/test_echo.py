# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""No text of a server brings back what was sent."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.connector.echo import without_echo
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("text", "sent", "shown"),
    [
        ("unknown user account", ' "account"', "unknown user account"),
        ("unknown user account", ' "user@example.com" {Password="hunter22";}', "unknown user account"),
        ("bad value hunter22", ' "a" {Password="hunter22";}', "bad value ..."),
        ("bad value: 'hunter22'", ' "a" {Password="hunter22";}', "bad value: '...'"),
        ("cut off at hunter", ' "a" {Password="hunter22";}', "cut off at ..."),
        ("x is short", ' "x"', "... is short"),
        ("maximum is short", ' "x"', "maximum is short"),
        ("no account j@example.org here", ' "j@example.org"', "no account ... here"),
        ("word1 word2", ' "word1 word2"', "... ..."),
        ("a" * 400, "", "a" * 300 + "..."),
        ("", ' "a"', ""),
        ("\x1b[2J no \udcff\x85", "", "?[2J no ??"),
    ],
)
def test_words_that_were_sent_are_cut(text, sent, shown):
    assert without_echo(text, sent) == shown


@given(
    st.text("abcdefghXYZ0123456789", min_size=6),
    st.text(" :'\"(.", max_size=3),
    st.text(" :'\").", max_size=3),
)
def test_a_secret_never_comes_back_whole(secret, before, after):
    text = "bad value %s%s%s given" % (before, secret, after)
    assert secret not in without_echo(text, ' "name" PASSWORD "%s"' % secret)
