# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which commands a task has sent: a server may still be writing them to its journal when the task has ended."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from ansible_collections.communigate.pro.extensions.pytest.playbook import PlaybookRunner

ENTRIES = [{"verb": "NOOP", "arguments": {"name": "zo\u00eb"}}, {"verb": "LISTDOMAINS"}, {"verb": "NOOP"}]
JOURNAL = b"".join(json.dumps(entry, ensure_ascii=False).encode() + b"\n" for entry in ENTRIES)


def line(task: str, journal: int) -> dict[str, Any]:
    return {
        "task": task, "host": "localhost", "status": "ok", "is_item": False, "result": {}, "play": "",
        "ignored": False, "journal": journal,
    }  # fmt: skip


@pytest.mark.parametrize("first", range(len(JOURNAL) + 1))
def test_each_command_is_told_once_and_whole_wherever_the_journal_was(tmp_path: Path, first: int) -> None:
    journal = tmp_path / "journal.jsonl"
    journal.write_bytes(JOURNAL)
    runner = PlaybookRunner(tmp_path, tmp_path, journal)
    one, two = runner._results([line("one", first), line("two", len(JOURNAL))], {journal: 0})
    assert [*one.sent, *two.sent] == ENTRIES
    assert len(one.sent) == len(JOURNAL[:first].splitlines())
