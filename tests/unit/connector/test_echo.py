# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""No text of a server brings back what was sent."""

from __future__ import annotations

import base64
import json
import re
import urllib.parse

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.connector.data import quote
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
        ("bad value HUNTER22", ' "a" {Password="hunter22";}', "bad value ..."),
        ("the Strasse is unknown", ' "STRAßE"', "the ... is unknown"),
        ("bad 'aHVudGVyMjI='", ' "a" {Password="hunter22";}', "bad '...'"),
        ("bad aHVudGVy", ' "a" {Password="hunter22";}', "bad ..."),
        ("AUTH PLAIN AHVzZXIAaHVudGVyMjI= is wrong", ' "hunter22"', "AUTH PLAIN ... is wrong"),
        ("bad value hunter22", ' "a" {PrivateSecureKey=[aHVudGVyMjI=];}', "bad value ..."),
        ("no page hu%6Eter%32%32 here", ' "hunter22"', "no page ... here"),
        ("no page p%40ss+w%C3%B6rd here", ' "p@ss wörd"', "no page ... here"),
        ("no Mailbox gr&APw-n", ' "grün"', "no Mailbox ..."),
        ("no header gr+APw-n", ' "grün"', "no header ..."),
        (r"bad gr\195\188n and gr\u00fcn", ' "grün"', "bad ... and ..."),
        ("bad grün", r' "gr\195\188n"', "bad ..."),
        (r"bad \"s3c\\\"ret\"", r' "s3c\"ret"', r"bad \"...\""),
        ("bad $%&/!?", ' "$%&/!?"', "bad ..."),
        ("bad hunter##!", ' "hunter##!"', "bad ..."),
        ("mailbox aHVudGVyMjI= is full", ' "x"', "mailbox aHVudGVyMjI= is full"),
        ("50% of 100 + 1 at C:\\users", ' "x" "y" 7', "50% of 100 + 1 at C:\\users"),
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


WRITINGS = {
    "as it is": str,
    "in capitals": str.upper,
    "in small letters": str.lower,
    "in base64": lambda text: base64.b64encode(text.encode()).decode(),
    "in base64 for URLs": lambda text: base64.urlsafe_b64encode(text.encode()).decode().rstrip("="),
    "in a login": lambda text: base64.b64encode(b"\0user\0" + text.encode()).decode(),
    "in a URL": urllib.parse.quote,
    "in a form": urllib.parse.quote_plus,
    "in UTF-7": lambda text: text.encode("utf-7").decode(),
    "with backslashes": json.dumps,
    "as the wire has it": quote,
}


@pytest.mark.parametrize("writing", WRITINGS.values(), ids=WRITINGS)
@given(
    secret=st.text("abcXYZ019äéß李 '#%&+/=\\\"", min_size=8),
    around=st.sampled_from(["%s", "'%s'", "<%s>", "(%s)."]),
)
def test_however_a_server_writes_a_secret_nothing_of_it_is_shown(writing, secret, around):
    """Not a word of it, and not what it is written like."""
    shown = without_echo("bad value " + around % writing(secret), ' "name" PASSWORD %s' % quote(secret))
    left = shown[len("bad value ") :]
    assert writing(secret) not in left
    for word in re.findall(r"\w{3,}", secret):
        assert word.lower() not in left.lower()
