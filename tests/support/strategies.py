# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What hypothesis makes up: values of settings as playbooks write them, and data objects as servers answer them."""

from __future__ import annotations

import base64
from typing import Any

from ansible_collections.communigate.pro.plugins.module_utils._cli.secret_names import is_login_key, is_secret_key
from ansible_collections.communigate.pro.plugins.module_utils._engine.secrets import HIDDEN
from ansible_collections.communigate.pro.plugins.module_utils.connector.data import XML, IPAddress, Timestamp
from hypothesis import strategies as st

# Every character but those that no string of a server can hold: the zero byte and halves of characters.
CHARACTERS = st.characters(blacklist_categories=["Cs"], blacklist_characters="\0")
TRICKY = st.sampled_from(
    ["", " ", '"', "\\", '\\"', "\n", "\r\n", "\r", "\t", "a\nb", "a\r\nb", "#5", "#NULL#", "default", "Default", "()"]
    + ["YES", "no", "True", "false", "unlimited", "Unlimited"]
    + ["-1", "0", "007", "1K", "1024", "10m", "10M", "1h", "3600"]
    + ["Grüße, Ærøskøbing", "日本語", "🙂", "\x7f", "\x1b[0m"]
    + ["{a=b;}", "[AAAA]", "//", "/* */", "a;b", "\u2028", "\x85"]
)
TEXT = st.one_of(TRICKY, st.text(CHARACTERS, max_size=12)).filter(lambda text: HIDDEN not in text)
"""What stands for a secret in results is drawn from our own sources as well, and is refused."""
KEYS = st.one_of(
    st.sampled_from(["RealName", "MaxAccountSize", "ServiceClass", "AccessModes", "MailInpFlow", "ou", "l", ""]),
    st.sampled_from(["PSTNGatewayPassword", "$datablock", "with space", 'quo"te', "UPPER", "upper", "key", "DKIM"]),
    st.text(CHARACTERS, max_size=8),
).filter(lambda key: key.lower() not in ("password", "members") and "{{" not in key and not is_login_key(key)
         and HIDDEN not in key)
"""Beside a name to log in with there may be a password that nobody shows: test_hidden_secrets.py is about those."""

DATABLOCKS = st.binary(max_size=20)
TIMESTAMPS = st.sampled_from(["T22-10-2009", "T07-11-2011_16:53:05", "TPAST", "TFUTURE"])
ADDRESSES = st.sampled_from(["[10.0.0.1]", "[10.0.0.1]:25", "[2001:db8::1]:25"])

_TAGGED = st.one_of(
    DATABLOCKS.map(lambda data: {"$datablock": base64.b64encode(data).decode()}),
    TIMESTAMPS.map(lambda text: {"$timestamp": text}),
    ADDRESSES.map(lambda text: {"$address": text}),
    st.just({"$xml": '<a b="c">d</a>'}),
)
_PLAIN_LEAVES = st.one_of(
    TEXT, st.integers(-(10**20), 10**20), st.booleans(), st.none(), st.floats(allow_nan=False, allow_infinity=False)
)


def _with_nothing_refused(settings: dict[str, Any]) -> dict[str, Any]:
    """A number in the place of a secret is refused, since it may have been written in another way; and so is a list
    of services that does not begin with a number, since it enables all services."""
    return {
        key: str(value)
        if is_secret_key(key) and isinstance(value, (int, float))
        else ["30", "Mail", "IMAP"][: 1 + len(value) % 3]
        if key == "AccessModes" and isinstance(value, list)
        else value
        for key, value in settings.items()
    }


def _dictionaries(values: st.SearchStrategy) -> st.SearchStrategy:  # type: ignore[type-arg]
    """A dictionary with a single key that begins with $ would be a tag: those stand in one of their own."""
    plain = st.dictionaries(KEYS, values, max_size=4).map(_with_nothing_refused)
    return plain.map(lambda d: {"$dictionary": d} if len(d) == 1 and next(iter(d)).startswith("$") else d)


PLAYBOOK_VALUES = st.recursive(
    st.one_of(_PLAIN_LEAVES, _TAGGED),
    lambda inner: st.one_of(st.lists(inner, max_size=4), _dictionaries(inner)),
    max_leaves=8,
)
SETTINGS = st.dictionaries(KEYS.filter(lambda key: not key.startswith("$")), PLAYBOOK_VALUES, max_size=5).map(
    _with_nothing_refused
)

SERVER_VALUES = st.recursive(
    st.one_of(
        TEXT,
        st.integers(-(10**20), 10**20),
        st.none(),
        DATABLOCKS,
        TIMESTAMPS.map(Timestamp),
        ADDRESSES.map(IPAddress),
        st.just(XML("<a/>")),
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=4)),
    max_leaves=8,
)
ANYTHING = st.one_of(
    SERVER_VALUES, st.booleans(), st.floats(), st.tuples(TEXT, TEXT), st.sets(st.integers()), st.just(object())
)
