# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is not written because it is plain could be written, and would not have been refused."""

from __future__ import annotations

from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.python_text import refuse_python_text
from ansible_collections.communigate.pro.plugins.module_utils._engine.secrets import HIDDEN
from ansible_collections.communigate.pro.plugins.module_utils._engine.sendable import is_plain, refuse_unsendable
from ansible_collections.communigate.pro.plugins.module_utils.connector import data
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from hypothesis import given
from hypothesis import strategies as st

TEXT = st.one_of(
    st.text(max_size=6),
    st.text(alphabet="ab1 .,:;'\"[](){}\\\r\n", max_size=8),
    st.sampled_from([HIDDEN, "['a', 'b']", "{'a': 1}", "b'a'", "10M", "Alice Smith", "a@example.com", "\udc80"]),
)
LEAVES = st.one_of(TEXT, st.none(), st.booleans(), st.integers(), st.floats(), st.binary(max_size=3))
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.tuples(inner, inner),
        st.dictionaries(TEXT, inner, max_size=3),
        st.frozensets(TEXT, max_size=2),
        st.dictionaries(st.integers(), inner, max_size=1),
    ),
    max_leaves=5,
)


@given(VALUES)
def test_plain_values_can_be_sent_and_mean_what_they_say(value: Any) -> None:
    if is_plain(value):
        written = data.write(value)
        refuse_python_text(value, written)
        assert HIDDEN not in written
        assert data.parse(written) == (list(value) if isinstance(value, tuple) else value)


@given(VALUES)
def test_others_are_refused_as_if_all_were_written(value: Any) -> None:
    if isinstance(value, bytes):
        refuse_unsendable(value)
        return
    try:
        written = data.write(value)
        refuse_python_text(value, written)
    except data.BadValue:
        with pytest.raises(data.BadValue):
            refuse_unsendable(value)
        return
    if data.write(HIDDEN) in written:
        with pytest.raises(CgpError, match="no value"):
            refuse_unsendable(value)
    else:
        refuse_unsendable(value)


PLAIN = ["Alice Smith", "10M", "alice@example.com", ["al", "12025550142"], {"a": "b c", "d": "1"}, {}, []]


@pytest.mark.parametrize("value", PLAIN)
def test_what_most_objects_have_is_plain(value: Any) -> None:
    assert is_plain(value)


class Kept(dict):  # type: ignore[type-arg]  # as what Ansible reads from files
    pass


@pytest.mark.parametrize("value", [Kept(a="['a']"), [["a"]], {"a": {"b": "c"}}, {"a": HIDDEN}, 1, None, {"a"}, b"a"])
def test_what_has_to_be_looked_at_is_not(value: Any) -> None:
    assert not is_plain(value)
