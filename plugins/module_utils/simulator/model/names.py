# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Names: how they are compared, which are legal, and the sorted index that listings page through."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from typing import Iterable, Iterator

from ..refusals import bad_parameters

_DOMAIN = re.compile(r"\w(?:[\w.-]{0,253}\w)?").fullmatch
_OBJECT = re.compile(r"[^\s\x00-\x1f\x7f@/\\\"<>(),:;*\[\]]{1,128}").fullmatch


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
        raise bad_parameters("illegal domain name")
    return name


def legal_object_name(name: str) -> str:
    """``name`` itself, or a refusal. The name is that of an Account, Group, Forwarder ..., without its Domain."""
    if not _OBJECT(name):
        raise bad_parameters("illegal object name")
    return name


class NameIndex:
    """Folded names in sorted order; a page costs the same wherever it begins."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._names = sorted(names)

    def __len__(self) -> int:
        return len(self._names)

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def add(self, name: str) -> None:
        insort(self._names, name)

    def discard(self, name: str) -> None:
        position = bisect_left(self._names, name)
        if position < len(self._names) and self._names[position] == name:
            del self._names[position]

    def after(self, name: str) -> Iterator[str]:
        """The names that sort behind ``name``, which itself need not be in the index."""
        for position in range(bisect_right(self._names, name), len(self._names)):
            yield self._names[position]
