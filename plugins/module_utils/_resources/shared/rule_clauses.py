# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Conditions and actions of Rules (protocol.md section 6.6)."""

from __future__ import annotations

from typing import Any, Iterable, Mapping, Sequence

from ..._engine import canon
from ..._engine.shapes import text_of, type_name
from ...connector.errors import CgpError

NUMBERED = ("message size", "preference", "reject with")
"""What has a number in Rules (settings.tsv). Elsewhere a number is an address or a time that YAML has read."""
_NOTHING = "---"
"""What stands for no parameter (protocol.md section 6.6)."""
_ADDRESSED = ("mirror to", "redirect to", "forward to", "fork to")
"""Actions whose parameter is a list of addresses, with commas between them (settings.tsv, address-list)."""
_MEMBERSHIP = ("in", "not in")
"""Operations that compare with several texts, with commas between them."""
_SETS = (
    "from", "sender", "return-path", "reply-to", "to", "cc", "any to or cc", "each to or cc", "any recipient",
    "each recipient", "current day", "source", "method", "presence",
)  # fmt: skip
"""What such an operation compares with several addresses, days and other words (settings.tsv, address and set)."""


def parse_clauses(part: str, clauses: Any) -> list[list[str]]:
    """The conditions or actions that an option says, as the server's arrays; ``part`` is the option's name.

    Each is a list of data, operation and parameter, or of an action and its parameter; a word alone has no parameter.
    Raises CgpError, with the place, for a structure that cannot be a text.
    """
    if not isinstance(clauses, (list, tuple)):
        raise CgpError("%s must be a list, not %s" % (part, type_name(clauses)))
    return [_clause("%s[%d]" % (part, number), clause) for number, clause in enumerate(clauses)]


def _clause(place: str, clause: Any) -> list[str]:
    words = list(clause) if isinstance(clause, (list, tuple)) else [clause]
    if not words:
        raise CgpError("%s is empty" % place, "Say what is compared or done")
    *before, parameter = words
    said = [text_of("%s[%d]" % (place, number), word) for number, word in enumerate(before)]
    place = "%s[%d]" % (place, len(before))
    if isinstance(parameter, (list, tuple)):
        return [*said, _joined(place, said, parameter)]
    return [*said, _NOTHING if parameter is None else text_of(place, parameter)]


def _joined(place: str, before: Sequence[str], parameter: Iterable[Any]) -> str:
    """A list where the server wants one text: written as the server writes several, where that is known."""
    words = [text_of("%s[%d]" % (place, number), word) for number, word in enumerate(parameter)]
    if not _takes_several(before):
        raise CgpError(
            "%s must be text, not a list" % place,
            "How several are written here is not known: give one text, as the server shows it",
        )
    for number, word in enumerate(words):
        if "," in word or not word.strip():
            raise CgpError("%s[%d] is empty or has a comma in it" % (place, number), "Commas separate the elements")
    if not words:
        raise CgpError("%s is an empty list" % place, "Name at least one, or leave the clause out")
    return ",".join(words)


def _takes_several(before: Sequence[str]) -> bool:
    said = [word.strip().lower() for word in before]
    if len(said) == 1:
        return said[0] in _ADDRESSED
    return len(said) == 2 and said[1] in _MEMBERSHIP and said[0] in _SETS


def told_rule(who: str, rule: Mapping[str, Any]) -> dict[str, Any]:
    """The parts of a Rule that a server tells, without its name, as options take them.

    Raises CgpError, beginning with ``who``, for what no option takes.
    """
    try:
        told: dict[str, Any] = {"priority": int(rule["priority"])}
    except (TypeError, ValueError):
        raise CgpError("%spriority is no whole number" % who) from None
    if rule.get("conditions"):
        told["conditions"] = _told_clauses("%sconditions" % who, rule["conditions"])
    told["actions"] = _told_clauses("%sactions" % who, rule.get("actions") or [])
    if rule.get("comment"):
        told["comment"] = text_of("%scomment" % who, rule["comment"])
    return told


def _told_clauses(part: str, clauses: Any) -> list[list[str]]:
    if not isinstance(clauses, (list, tuple)):
        raise CgpError("%s are no list" % part)
    return [
        [text_of(part, word) for word in (clause if isinstance(clause, (list, tuple)) else [clause])]
        for clause in clauses
    ]


def canon_clauses(clauses: Any) -> Any:
    """Conditions or actions in the form in which they are compared."""
    return [_canon_clause(clause) for clause in clauses] if isinstance(clauses, (list, tuple)) else clauses


def _canon_clause(clause: Any) -> list[Any]:
    leaves = [canon.text(leaf) for leaf in (clause if isinstance(clause, (list, tuple)) else [clause])]
    while len(leaves) > 1 and leaves[-1] == _NOTHING:
        leaves.pop()
    return leaves
