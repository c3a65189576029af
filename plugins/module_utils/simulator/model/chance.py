# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Names that nobody can guess: for things that are generated without one.

What one member of a cluster generates the others must come to as well, so this can be made to repeat itself.
"""

from __future__ import annotations

import random
import secrets
import threading
from contextlib import contextmanager
from typing import Iterator


class _Source(threading.local):
    """Where this thread's names come from. Without a seed nobody can tell; the generator is made when it is needed."""

    seed: str | None = None
    generator: random.Random | None = None


_source = _Source()


def token(size: int) -> str:
    """A name of so many bytes, in hexadecimal."""
    if _source.seed is None:
        return secrets.token_hex(size)
    if _source.generator is None:
        _source.generator = random.Random(_source.seed)
    return "%0*x" % (2 * size, _source.generator.getrandbits(8 * size))


@contextmanager
def repeatable(seed: str) -> Iterator[None]:
    """In this context, names are the same each time ``seed`` is, which itself should come from ``token``."""
    _source.seed = seed
    try:
        yield
    finally:
        _source.seed = _source.generator = None
