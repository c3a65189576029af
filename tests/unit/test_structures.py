# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists and dictionaries in the place of text, of which Ansible would make text as Python writes it."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._host import argument_spec, refuse_structures
from ansible_collections.communigate.pro.plugins.module_utils._registry import subject_of
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError

OPTIONS = argument_spec(subject_of("cgp_account"))


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"name": ["alice"]}, "name must be text, not a list"),
        ({"source": {"a": 1}}, "source must be text, not a dictionary"),
        ({"aliases": ["al", {"name": "ali"}]}, "item 2 of aliases must be text, not a dictionary"),
        ({"accounts": [{"name": "a"}, {"name": {}}]}, "item 2 of accounts: name must be text, not a dictionary"),
        ({"accounts": [{"aliases": [[]]}]}, "item 1 of accounts: item 1 of aliases must be text, not a list"),
        ({"accounts": ["alice"]}, "item 1 of accounts must be a dictionary, not text"),
    ],
)
def test_structures_are_refused(given, message) -> None:
    with pytest.raises(CgpError) as refusal:
        refuse_structures(OPTIONS, given)
    assert refusal.value.message == message
    assert refusal.value.hint


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"name": "alice", "aliases": ["al"], "settings": {"A": ["b", {"c": "d"}]}, "unknown": []},
        {"name": 5, "aliases": "al,ali", "port": "none", "accounts": None},
        {"accounts": ["name=alice", '{"name": "bob"}', {"name": "carol", "aliases": [7]}]},
        {"accounts": {"name": "alice"}},
    ],
)
def test_all_else_is_left_to_ansible(given) -> None:
    refuse_structures(OPTIONS, given)
