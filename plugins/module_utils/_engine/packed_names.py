# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Very many names in little memory: a sequence of them, and what is told of each.

A Domain may have a million Accounts. As strings in a dictionary their names take some 200 bytes each, and as text
hardly more than they have letters. Few names are held as they are, which costs no time.
"""

from __future__ import annotations

from typing import Any, Iterator, MutableMapping, Sequence

PART = 4096
"""How many names of a sequence are joined to one text."""
FEW = 16_384
"""So many names of a mapping are held in a dictionary; those that come later are packed."""
_DIVIDED = 1024
_IN_A_BUCKET = 16
_END, _TOLD = b"\n", b"\0"


class Names(Sequence[str]):
    """Names in the order in which they were added."""

    def __init__(self) -> None:
        self._parts: list[str | list[str]] = []
        self._open: list[str] = []

    def append(self, name: str) -> None:
        """Adds one."""
        self._open.append(name)
        if len(self._open) == PART:
            joined = "\n".join(self._open)
            self._parts.append(joined if joined.count("\n") == PART - 1 else self._open)
            self._open = []

    def __len__(self) -> int:
        return len(self._parts) * PART + len(self._open)

    def __iter__(self) -> Iterator[str]:
        for part in self._parts:
            yield from _apart(part)
        yield from self._open

    def __getitem__(self, place: Any) -> Any:
        if isinstance(place, slice):
            return [self[number] for number in range(*place.indices(len(self)))]
        part, number = divmod(range(len(self))[place], PART)
        return (_apart(self._parts[part]) if part < len(self._parts) else self._open)[number]


def _apart(part: str | list[str]) -> list[str]:
    return part.split("\n") if isinstance(part, str) else part


class NamesNumbered(MutableMapping[str, Any]):
    """A number, 0 or more, for each name: a dictionary, but for the order of very many, which is none.

    Names are divided by their hashes into buckets, which hold each name between two marks, and its number behind it.
    """

    def __init__(self) -> None:
        self._few: dict[str, Any] = {}
        self._buckets: list[bytearray] = []
        self._packed = 0

    def get(self, key: str, default: Any = None) -> Any:
        """What the name has; without the detour over an exception."""
        if key in self._few:
            return self._few[key]
        if not self._packed:
            return default
        bucket, sought = self._bucket(key), _record(key)
        place = bucket.find(sought)
        return default if place < 0 else self._told(_number(bucket, place + len(sought)))

    def setdefault(self, key: str, default: Any = None) -> Any:
        """What the name has, which is ``default`` if it had nothing."""
        told = self.get(key, self)
        if told is not self:
            return told
        self[key] = default
        return default

    def __getitem__(self, key: str) -> Any:
        told = self.get(key, self)
        if told is self:
            raise KeyError(key)
        return told

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self.get(key, self) is not self

    def __setitem__(self, key: str, told: Any) -> None:
        if key in self._few or (len(self._few) < FEW and not self._packed) or "\n" in key or "\0" in key:
            self._few[key] = told
            return
        if self._packed >= len(self._buckets) * _IN_A_BUCKET:
            self._divide()
        bucket, sought = self._bucket(key), _record(key)
        place = bucket.find(sought)
        if place < 0:
            self._packed += 1
        else:
            del bucket[place : bucket.index(_END, place + 1)]
        bucket[-1:] = b"%b%d\n" % (sought, self._numbered(told))

    def __delitem__(self, key: str) -> None:
        if key in self._few:
            del self._few[key]
            return
        bucket = self._bucket(key) if self._packed else bytearray()
        place = bucket.find(_record(key))
        if place < 0:
            raise KeyError(key)
        del bucket[place : bucket.index(_END, place + 1)]
        self._packed -= 1

    def __len__(self) -> int:
        return len(self._few) + self._packed

    def __iter__(self) -> Iterator[str]:
        yield from self._few
        for bucket in self._buckets:
            for record in _records(bucket):
                yield _name(record)

    def _numbered(self, told: Any) -> int:
        """The number for what a name has."""
        return int(told)

    def _told(self, number: int) -> Any:
        """What has the number."""
        return number

    def _bucket(self, name: str) -> bytearray:
        return self._buckets[hash(name) % len(self._buckets)]

    def _divide(self) -> None:
        """Four times as many buckets, so that each stays short."""
        before, size = self._buckets, len(self._buckets) * 4 or _DIVIDED
        self._buckets = [bytearray(_END) for _number in range(size)]
        for bucket in before:
            for record in _records(bucket):
                self._bucket(_name(record)).extend(record + _END)
            bucket.clear()


class NamesTold(NamesNumbered):
    """What is told of each name, which is held once for all of which the same object is told."""

    def __init__(self) -> None:
        super().__init__()
        self._all: list[Any] = []
        self._numbers: dict[int, int] = {}  # by identity, which stays: what is told is held

    def _numbered(self, told: Any) -> int:
        number = self._numbers.setdefault(id(told), len(self._all))
        if number == len(self._all):
            self._all.append(told)
        return number

    def _told(self, number: int) -> Any:
        return self._all[number]


def _record(name: str) -> bytes:
    return b"\n%b\0" % name.encode("utf-8", "surrogatepass")


def _number(bucket: bytearray, begin: int) -> int:
    return int(bucket[begin : bucket.index(_END, begin)])


def _records(bucket: bytearray) -> list[bytes]:
    """All that a bucket holds: the names, each with a mark and its number."""
    return bytes(bucket).split(_END)[1:-1]


def _name(record: bytes) -> str:
    return record.partition(_TOLD)[0].decode("utf-8", "surrogatepass")
