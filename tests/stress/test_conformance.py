# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The conformance suite at servers with many sets of habits: a part of it in ``make test``, all in ``make stress``."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.conformance.recording import SUITE, Conversation, record
from support.conformance_trial import SCRATCH, drawn_habits, plain, try_out
from support.load import FULL

SEEDS = range(12) if FULL else (11,)
TESTS = [SUITE] if FULL else ["tests/conformance/test_named_task.py", "tests/conformance/test_alert.py"]


@pytest.fixture(scope="module")
def conversations() -> list[Conversation]:
    return record(TESTS)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_learnt_explains_all_that_differs(seed: int, conversations: list[Conversation], tmp_path: Path) -> None:
    habits, usual = drawn_habits(seed), plain(tmp_path)
    trial = try_out(tmp_path, conversations, habits)
    assert trial.seen | usual == usual.union(habits)
    assert (trial.outcome.stopped, trial.outcome.unexplained) == ("", 0), trial.differences
    assert trial.strangers() == []
    assert trial.after == trial.before
    assert SCRATCH not in trial.differences
