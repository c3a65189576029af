# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the catalogue says of the verbs in a journal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ansible_collections.communigate.pro.plugins.module_utils._cli.catalogue import COMMANDS


def kind_of(verb: str, arguments: Mapping[str, Any] | None = None) -> str:
    """What the catalogue says of a verb; the session's own commands (USER, INLINE ...) change nothing.

    Of some verbs only the arguments tell whether they change anything.
    """
    if verb not in COMMANDS:
        return "read"
    spec = COMMANDS[verb][0]
    return "read" if spec.reads is not None and spec.reads(arguments or {}) else spec.kind
