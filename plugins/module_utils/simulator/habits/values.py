# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What several habits do with the values of settings."""

from __future__ import annotations

from typing import Any, Callable

from ..._cli.syntax import Command
from ..answers.answer import Answer, with_data
from .habit import Call

Change = Callable[[str, Any], Any]
"""What becomes of the value under a key; the value itself if nothing does."""


def rewritten(value: Any, change: Change, key: str = "") -> Any:
    """``value``, which stands under ``key``, with all that is in it changed, whatever it is nested in."""
    changed = change(key, value)
    if changed is not value:
        return changed
    if isinstance(value, dict):
        return {name: rewritten(item, change, name) for name, item in value.items()}
    if isinstance(value, list):
        return [rewritten(item, change, key) for item in value]
    return value


def telling_values(change: Change) -> Callable[[Call, Answer], Answer]:
    """A habit's ``tells`` that changes values by their keys."""

    def tell(call: Call, answer: Answer) -> Answer:
        if not answer.has_data:
            return answer
        return with_data(rewritten(answer.value, change, str(call.arguments.get("keyName", ""))))

    return tell


def with_dictionaries(call: Call, change: Callable[[dict[str, Any]], dict[str, Any]]) -> Command:
    """The command with each dictionary among its arguments changed."""
    changed = {name: change(value) for name, value in call.arguments.items() if isinstance(value, dict)}
    return call.having(**changed)
