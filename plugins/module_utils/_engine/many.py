# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Very many wants in little memory, as one sequence.

What was read of a million objects takes gigabytes as Python's objects, and a fifth of that as bytes. So it is held in
parts, and all but the last few are packed: each of those is unpacked when it is looked at. Few wants are never packed.
"""

from __future__ import annotations

from typing import Any, Callable, Iterable, Iterator, Sequence

from .model import Want

PART = 1024
"""How many wants are packed together. What reads slices of a multiple of it unpacks each once."""
UNPACKED = 16
"""How many whole parts are left as they are: some 20 MB, and with fewer wants nobody waits for packing."""
_QUICKLY = 1


def _packed(wants: list[Want]) -> bytes:
    import pickle  # here, and below: few tasks have so many
    import zlib

    return zlib.compress(pickle.dumps(wants, pickle.HIGHEST_PROTOCOL), _QUICKLY)


def _unpacked(packed: bytes) -> list[Want]:
    import pickle
    import zlib

    wants: list[Want] = pickle.loads(zlib.decompress(packed))  # noqa: S301  # our own, of this process
    return wants


class Wants(Sequence[Want]):
    """Wants in the order in which they were added."""

    def __init__(self, wants: Iterable[Want] = ()) -> None:
        self._size = PART
        self._packed: list[bytes] = []
        self._whole: list[list[Want]] = []  # behind those that are packed
        self._open: list[Want] = []
        self._seen: tuple[int, list[Want]] = (-1, [])
        self.extend(wants)

    def append(self, want: Want) -> None:
        """Adds one."""
        self._open.append(want)
        if len(self._open) == self._size:
            self._whole.append(self._open)
            self._open = []
            if len(self._whole) > UNPACKED:
                self._packed.append(_packed(self._whole.pop(0)))

    def extend(self, wants: Iterable[Want]) -> None:
        """Adds them all."""
        for want in wants:
            self.append(want)

    def __len__(self) -> int:
        return (len(self._packed) + len(self._whole)) * self._size + len(self._open)

    def __iter__(self) -> Iterator[Want]:
        for number in range(len(self._packed)):
            yield from self._part(number)
        for part in self._whole:
            yield from part
        yield from self._open

    def __getitem__(self, place: Any) -> Any:
        if isinstance(place, slice):
            return self._between(*place.indices(len(self)))
        number = range(len(self))[place]
        return self._part(number // self._size)[number % self._size]

    def _between(self, start: int, end: int, step: int) -> list[Want]:
        """A part at a time: one want after the other would take longer than what is done with it."""
        if step != 1:
            return [self[number] for number in range(start, end, step)]
        taken: list[Want] = []
        while start < end:
            number, first = divmod(start, self._size)
            taken += self._part(number)[first : first + end - start]
            start = (number + 1) * self._size
        return taken

    def _part(self, number: int) -> list[Want]:
        whole = number - len(self._packed)
        if whole >= 0:
            return self._whole[whole] if whole < len(self._whole) else self._open
        if self._seen[0] != number:
            self._seen = (number, _unpacked(self._packed[number]))
        return self._seen[1]


def as_named(wants: Sequence[Want]) -> Sequence[Want]:
    """The wants for who looks at nothing but their names: without what is made of them."""
    return as_named(wants.wants) if isinstance(wants, Derived) else wants


class Derived(Sequence[Want]):
    """What a function makes of each want, whenever it is looked at. It makes no want of another object."""

    def __init__(self, wants: Sequence[Want], made_of: Callable[[Want], Want]) -> None:
        self.wants = wants
        self._made_of = made_of

    def __len__(self) -> int:
        return len(self.wants)

    def __iter__(self) -> Iterator[Want]:
        return map(self._made_of, self.wants)

    def __getitem__(self, place: Any) -> Any:
        there = self.wants[place]
        return list(map(self._made_of, there)) if isinstance(place, slice) else self._made_of(there)
