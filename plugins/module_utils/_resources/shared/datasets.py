# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which datasets an Account has."""

from __future__ import annotations

from typing import Any, Sequence

from ..._cli.sections.account_service import DATASET
from ..._engine.dialogue import ask
from ..._engine.model import Conversation, Found, Key
from ..._engine.side_by_side import together


def dataset_command(key: Key, what: str, **elements: Any) -> Any:
    account, name = key
    return DATASET(account, {"subsetName": name, "what": what, **elements})


def find_datasets(account: str, names: Sequence[str] | None) -> Conversation:
    """The top-level sets, and the subsets of those that the names lead through, as far as these exist."""
    found: dict[str, Found] = {}
    parents = {name[:end] for name in names or () for end, letter in enumerate(name) if letter == "/"}
    for parent in ["", *sorted(parents)]:
        if parent and parent not in found:
            continue
        listed = yield from ask(dataset_command((account, parent), "listSubsets"))
        found.update(("%s/%s" % (parent, name) if parent else name, Found("dataset")) for name in listed)
    return found


def all_datasets(account: str) -> Conversation:
    """The same of all sets, level by level."""
    found: dict[str, Found] = {}
    level = [""]
    while level:
        listings = yield from together([ask(dataset_command((account, parent), "listSubsets")) for parent in level])
        pairs = [(parent, name) for parent, listed in zip(level, listings) for name in listed]
        level = ["%s/%s" % (parent, name) if parent else name for parent, name in pairs]
        found.update((name, Found("dataset")) for name in level)
    return found
