# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What of a task can be sent at all: it is refused where it is read, for check mode sends nothing that could fail."""

from __future__ import annotations

import re
from typing import Any

from .._cli.python_text import refuse_python_text
from ..connector import data
from ..connector.errors import CgpError
from .secrets import HIDDEN

_HIDDEN = data.write(HIDDEN)
_PLAIN = re.compile(r"[A-Za-z0-9 .,:;@%/_+-]*")
"""Text that can be sent, shows no structure and hides nothing: it has no quotes, brackets or controls."""


def refuse_unsendable(value: Any) -> None:
    """Raises BadValue or CgpError for what cannot be sent, or cannot be meant. A file's content can always."""
    if isinstance(value, bytes) or is_plain(value):
        return
    written = data.write(value)
    refuse_python_text(value, written)
    if _HIDDEN in written:
        raise CgpError(
            "%s stands where a secret was read: it is no value" % HIDDEN,
            "Leave the key out, which keeps what the server has, or give the secret itself",
        )


def is_plain(value: Any) -> bool:
    """Whether it is plain text, or strings of that alone, as most of very many are: to write it would take longer."""
    if isinstance(value, dict):
        parts: Any = [*value, *value.values()]
    elif isinstance(value, (list, tuple)):
        parts = value
    else:
        parts = (value,)
    try:
        return _PLAIN.fullmatch(" ".join(parts)) is not None
    except TypeError:
        return False
