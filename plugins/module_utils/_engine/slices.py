# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How very many wants are divided: into slices, and these into rounds whose scopes are listed together."""

from __future__ import annotations

from typing import Iterator, Sequence, Tuple

from .many import as_named
from .model import Resource, Want

Slice = Tuple[int, int, int]
"""Where it begins and ends, and where that ends whose names are listed before it: 0 for what has been listed."""


def slices(resource: Resource, wants: Sequence[Want], size: int, *, listed_at_once: bool) -> Iterator[Slice]:
    """Slices of at most ``size`` wants. ``listed_at_once``: all is looked at before anything is changed."""
    for begin, end in [(0, len(wants))] if listed_at_once else _rounds(resource, as_named(wants), size):
        for start in range(begin, end, size):
            yield start, min(start + size, end), end if start == begin else 0


def _rounds(resource: Resource, wants: Sequence[Want], size: int) -> list[tuple[int, int]]:
    """Where other scopes begin, after ``size`` wants or more: then what was listed before is not needed any more.

    All is one round if a scope is come back to, which would have to be listed again.
    """
    rounds: list[tuple[int, int]] = []
    met: set[str] = set()
    begin, last = 0, None
    for number, want in enumerate(wants) if resource.find is not None else ():
        scope = resource.place_of(want.key)
        if scope == last:
            continue
        if scope in met:
            return [(0, len(wants))]
        met.add(scope)
        last = scope
        if number - begin >= size:
            rounds.append((begin, number))
            begin = number
    return [*rounds, (begin, len(wants))]
