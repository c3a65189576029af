# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a server rewrites sets of IP addresses."""

from __future__ import annotations

import ipaddress
import re
from typing import Any, Callable, Iterable

from ...._cli.catalogue import COMMANDS
from ..habit import Habit, telling

_SETS = frozenset(
    verb
    for verb in COMMANDS
    if re.fullmatch("GET(?:CLUSTER)?(?:LAN|CLIENT|BLACKLISTED|WHITEHOLE|NATED|NATSITE|DEBUG|DENIED)IPS", verb)
)
_TIMED = frozenset(("GETTEMPBLACKLISTEDIPS", "GETTEMPUNBLOCKABLEIPS"))
_LINE_END = re.compile(r"\r\n|\r|\n")
_ADDRESS = re.compile(r"[0-9A-Fa-f.:]*[.:][0-9A-Fa-f.:]+(?!/)(?=\s*(?:-|$))")
_SECONDS = re.compile(r"-(?:[0-9]+|\*)(?=\s*(?:,|$))")


def _lines(change: Callable[[list[str]], Iterable[str]]) -> Callable[[Any], Any]:
    def told(text: Any) -> Any:
        return "\n".join(change(_LINE_END.split(text))) if isinstance(text, str) else text

    return told


def _parts(line: str) -> tuple[str, str]:
    """The entry of a line and its comment, which begins with a semicolon."""
    entry, mark, comment = line.partition(";")
    return entry.strip(), mark + comment


def _bracketed(lines: list[str]) -> Iterable[str]:
    for line in lines:
        entry, comment = _parts(line)
        yield ("%s %s" % (_ADDRESS.sub(r"[\g<0>]", entry), comment)).strip()


def _uncommented(lines: list[str]) -> Iterable[str]:
    return [entry for entry, _comment in map(_parts, lines) if entry]


def _comments_first(lines: list[str]) -> Iterable[str]:
    """Each comment on a line of its own, before its entry."""
    for entry, comment in map(_parts, lines):
        yield from (part for part in (comment, entry) if part)


def _joined(lines: list[str]) -> Iterable[str]:
    """Neighbours become one range."""
    told: list[str] = []
    first = last = None
    for entry, comment in map(_parts, lines):
        low, high = _range(entry)
        if low is not None and last is not None and not comment and low == last + 1:
            last = high
            told[-1] = "%s-%s" % (first, last)
            continue
        told.append("%s %s" % (entry, comment) if comment and entry else entry or comment)
        first, last = (None, None) if comment else (low, high)
    return told


def _range(entry: str) -> tuple[Any, Any]:
    """First and last address of an entry that may be joined with others, or two Nones."""
    low, dash, high = entry.replace("[", "").replace("]", "").partition("-")
    try:
        return ipaddress.IPv4Address(low.strip()), ipaddress.IPv4Address((high if dash else low).strip())
    except ValueError:
        return None, None


def _crlf(text: Any) -> Any:
    return "\r\n".join(_LINE_END.split(text)) if isinstance(text, str) else text


def _without_seconds(text: Any) -> Any:
    return _SECONDS.sub("", text) if isinstance(text, str) else text


HABITS = (
    Habit(
        "ips-in-brackets",
        "tells [10.0.0.1] where 10.0.0.1 was set",
        "open; seen live: single addresses stand in brackets elsewhere",
        _SETS,
        tells=telling(_lines(_bracketed)),
    ),
    Habit(
        "ip-comments-dropped",
        "keeps no comments in sets of IP addresses",
        "open; a client strips them before it writes",
        _SETS,
        one_of="comments",
        tells=telling(_lines(_uncommented)),
    ),
    Habit(
        "ip-comments-moved",
        "puts comments in sets of IP addresses on lines of their own",
        "open",
        _SETS,
        one_of="comments",
        tells=telling(_lines(_comments_first)),
    ),
    Habit(
        "ip-ranges-joined",
        "joins neighbouring addresses and ranges in a set",
        "open",
        _SETS,
        tells=telling(_lines(_joined)),
    ),
    Habit(
        "ip-line-ends",
        "tells sets of IP addresses with other line ends",
        "seen live: one string with line ends of the server's",
        _SETS,
        tells=telling(_crlf),
    ),
    Habit(
        "bare-blacklist",
        "tells temporary addresses without the seconds that they have left",
        "the manual: each may have a suffix",
        _TIMED,
        tells=telling(_without_seconds),
    ),
)
