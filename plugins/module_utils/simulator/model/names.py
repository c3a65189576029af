# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Names: how they are compared, which are legal, and the sorted index that listings page through."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from itertools import chain, islice
from typing import Iterable, Iterator

from ..answers.refusals import illegal_name

_DOMAIN = re.compile(r"(?=.{1,255}\Z)\w+(?:-+\w+)*(?:\.\w+(?:-+\w+)*)*").fullmatch
_OBJECT = re.compile(r"[^\s\x00-\x1f\x7f@/\\\"<>(),:;*\[\]]{1,128}").fullmatch
_CHUNK = 1000


def fold(name: str) -> str:
    """The form in which two spellings of one name are equal: names of Domains and their objects ignore case."""
    return name.lower()


def split_address(address: str) -> tuple[str, str]:
    """``user@domain`` as (user, domain); the domain is empty when the address has none."""
    local, _at, domain = address.rpartition("@") if "@" in address else (address, "", "")
    return local, domain


def legal_domain_name(name: str) -> str:
    """``name`` itself, or a refusal."""
    if not _DOMAIN(name):
        raise illegal_name()
    return name


def legal_object_name(name: str) -> str:
    """``name`` itself, or a refusal. The name is that of an Account, Group, Forwarder ..., without its Domain."""
    if not _OBJECT(name):
        raise illegal_name()
    return name


class NameIndex:
    """Folded names in sorted order; a page costs the same wherever it begins, and a change however many there are.

    The names are kept in chunks: in one list of a million names every new one would move half a million others.
    """

    def __init__(self, names: Iterable[str] = ()) -> None:
        ordered = sorted(names)
        self._chunks = [ordered[start:start + _CHUNK] for start in range(0, len(ordered), _CHUNK)]
        self._last = [chunk[-1] for chunk in self._chunks]  # the last name of each chunk
        self._count = len(ordered)

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[str]:
        return chain.from_iterable(self._chunks)

    def add(self, name: str) -> None:
        self._count += 1
        if not self._chunks:
            self._chunks, self._last = [[name]], [name]
            return
        number = min(bisect_left(self._last, name), len(self._chunks) - 1)
        chunk = self._chunks[number]
        insort(chunk, name)
        if len(chunk) > 2 * _CHUNK:
            self._chunks[number:number + 1] = [chunk[:_CHUNK], chunk[_CHUNK:]]
            self._last[number:number + 1] = [chunk[_CHUNK - 1], chunk[-1]]
        else:
            self._last[number] = chunk[-1]

    def discard(self, name: str) -> None:
        number = bisect_left(self._last, name)
        chunk = self._chunks[number] if number < len(self._chunks) else []
        position = bisect_left(chunk, name)
        if position == len(chunk) or chunk[position] != name:
            return
        self._count -= 1
        del chunk[position]
        if chunk:
            self._last[number] = chunk[-1]
        else:
            del self._chunks[number], self._last[number]

    def after(self, name: str) -> Iterator[str]:
        """The names that sort behind ``name``, which itself need not be in the index."""
        number = bisect_right(self._last, name)
        if number < len(self._chunks):
            chunk = self._chunks[number]
            yield from islice(chunk, bisect_right(chunk, name), None)
            yield from chain.from_iterable(islice(self._chunks, number + 1, None))
