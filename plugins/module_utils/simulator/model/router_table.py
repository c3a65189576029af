# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Router Table: a text of records, each on a line of its own.

The manual's CLI chapter gives no syntax. Understood is what is seen in the tables of real servers (protocol.md
section 6.8) and a careful reading of it::

    ; a comment, which also may follow a record
    old.example = new.example             all names of a Domain are those of another
    *.old.example = *.new.example         the same with a wildcard
    closed.example = error                a Domain is a built-in destination, or one address
    <sales@example.com> = bob@example.org one name of a Domain
    <*@old.example> = *@example.com       any name
    <sales> = bob                         a name of the main Domain
    sales = bob                           the same, as a word without a dot may be a name or a host
    S:<+(7-20d)@*> = gateway#pbx          7 to 20 digits, for Signals only

``*`` in a target stands for what the first ``*`` or digits of the pattern were, the next ``*`` for the next.
The prefixes ``Mail:``, ``Access:`` and ``Signal:`` (or ``M:``, ``A:``, ``S:``) limit a record to these modes; other
prefixes (``Relay:``, ``NoRelay:``) say nothing about where an address leads, so they are passed over. Lines that are
no records are kept in the text and match nothing. Names are compared without regard to case.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Iterator, NamedTuple

from .names import split_address

MAIL, ACCESS, SIGNAL = "Mail", "Access", "Signal"

_PREFIX = re.compile(r"([A-Za-z]+):")
_MODES = {"m": MAIL, "mail": MAIL, "a": ACCESS, "access": ACCESS, "s": SIGNAL, "signal": SIGNAL}
_DIGITS = re.compile(r"\((\d{1,2})-(\d{1,2})d\)")
_WILDCARD = re.compile(r"(\*|\(\d{1,2}-\d{1,2}d\))")

# In a name or in a domain; each one more multiplies what a comparison may cost.
_MOST_WILDCARDS = 2


class Address(NamedTuple):
    """A name and its domain, which is always given: the main Domain's where an address has none."""

    local: str
    domain: str

    def __str__(self) -> str:
        return "%s@%s" % self


def read_address(text: str, default_domain: str) -> Address:
    """An address from text, in angle brackets or not."""
    local, domain = split_address(_unbracketed(text.strip()))
    return Address(local, domain or default_domain)


@dataclass(frozen=True)
class Record:
    """One record. ``local`` is None when it is about a whole Domain. No ``modes``: it holds for all of them."""

    modes: frozenset[str]
    local: re.Pattern[str] | None
    domain: re.Pattern[str]
    target: str

    def applied(self, address: Address, mode: str) -> str | None:
        """Where the record sends an address, or None when it is not about it.

        A target without a domain names another Domain when the record is about a Domain.
        """
        if self.modes and mode not in self.modes:
            return None
        domain = self.domain.fullmatch(address.domain)
        local = self.local.fullmatch(address.local) if self.local is not None else None
        if domain is None or (self.local is not None and local is None):
            return None
        if local is not None:
            return _filled(self.target, local.groups() + domain.groups())
        target = _filled(self.target, domain.groups())
        return target if "@" in target or is_special(target) else "%s@%s" % (address.local, target)


_SPECIAL = {"null": "NULL", "error": "ERROR", "spamtrap": "SPAMTRAP", "blacklisted": "BLACKLISTED"}


def is_special(target: str) -> bool:
    """Whether a word without a domain is a built-in destination."""
    return target.lower() in _SPECIAL


def special(target: str) -> str:
    """The name of a built-in destination."""
    return _SPECIAL[target.lower()]


def read_table(text: str, main_domain: str) -> Iterator[Record]:
    """The records of a table, in their order."""
    for line in re.split(r"\r\n|\r|\n", text):
        left, equals, target = (part.strip() for part in line.partition(";")[0].partition("="))
        if equals and left and target:
            yield from _records(left, target, main_domain)


def _records(left: str, target: str, main_domain: str) -> Iterator[Record]:
    """The records that one line means: two for a word that may be a name or a host, none for what is no record."""
    modes = set()
    prefix = _PREFIX.match(left)
    while prefix:
        word = prefix.group(1).lower()
        modes.update([_MODES[word]] if word in _MODES else [])
        left = left[prefix.end():].strip()
        prefix = _PREFIX.match(left)
    limited, target = frozenset(modes), _unbracketed(target)
    if left.startswith("<") and left.endswith(">"):
        local, domain = read_address(left, main_domain)
        if _is_pattern(local) and _is_pattern(domain):
            yield Record(limited, _pattern(local), _pattern(domain), target)
    elif _is_pattern(left):
        yield Record(limited, None, _pattern(left), target)
        if "." not in left and "*" not in left:
            yield Record(limited, _pattern(left), _pattern(main_domain), target)


def _unbracketed(text: str) -> str:
    return text[1:-1].strip() if text.startswith("<") and text.endswith(">") else text


def _is_pattern(text: str) -> bool:
    return bool(text) and len(_WILDCARD.findall(text)) <= _MOST_WILDCARDS and not set("@<>") & set(text)


def _pattern(text: str) -> re.Pattern[str]:
    """What a side of an address must be, with a group for each wildcard."""
    parts = (_wildcard(part) or re.escape(part) for part in _WILDCARD.split(text))
    return re.compile("".join(parts), re.IGNORECASE)


def _wildcard(part: str) -> str:
    if part == "*":
        return "(.*)"
    digits = _DIGITS.fullmatch(part)
    return "([0-9]{%d,%d})" % tuple(sorted(map(int, digits.groups()))) if digits else ""


def _filled(target: str, found: tuple[str, ...]) -> str:
    """A target with its wildcards replaced; one for which there is nothing is replaced by nothing."""
    values = iter(found)
    return re.sub(r"\*", lambda _star: next(values, ""), target)
