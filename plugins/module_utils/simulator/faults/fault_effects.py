# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can go wrong on demand: the effects that a fault may have, the commands they meet, and what they can be told."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Callable, Mapping

from ..._cli import catalogue, tolerance

PACKET = "A PACKET"
"""What takes the place of a verb for a fault that meets packets, whatever is in them."""

_SESSION = frozenset(("USER", "PASS", "APOP", "AUTH", "INLINE", "NEWPASS", "QUIT", "STLS"))
_LOGINS = frozenset(("PASS", "APOP", "AUTH"))
_COMMANDS = frozenset(catalogue.COMMANDS)
# What is answered with a bare success can be forgotten without a trace.
_CHANGES = frozenset(
    verb
    for verb, specs in catalogue.COMMANDS.items()
    if all(spec.kind != "read" and spec.result == "none" for spec in specs)
)


@dataclass(frozen=True)
class FaultEffect:
    """What a fault does. ``purpose`` is one line for HELP and the guide.

    ``usual``: the verbs that it meets when none is named; ``nameable``: those that can be named (none: there is no key
    ``verb``). ``lasting``: it is a habit of the server, and no accident that happens once. ``settings``: its own keys,
    with what reads their value; ``defaults``: their values when they are left out.
    """

    name: str
    purpose: str
    usual: frozenset[str] = _COMMANDS
    nameable: frozenset[str] = _COMMANDS | _SESSION
    lasting: bool = False
    settings: Mapping[str, Callable[[str], Any]] = field(default_factory=dict)
    defaults: Mapping[str, Any] = field(default_factory=dict)


class WrongValue(Exception):
    """A value that a key does not take; the text says what it takes."""


def whole(low: int, high: int) -> Callable[[str], int]:
    """Reads a number within bounds."""

    def read(text: str) -> int:
        if not (text.isascii() and text.isdigit() and len(text) < 20) or not low <= int(text) <= high:
            raise WrongValue("a number from %d to %d" % (low, high))
        return int(text)

    return read


def one_line(text: str) -> str:
    """Reads the text of a reply."""
    if not text or not text.isprintable():
        raise WrongValue("one line of printable text")
    return text


def current_name(verb: str) -> str:
    """The manual's name for a verb that may be an old one, in capitals."""
    verb = verb.upper()
    return tolerance.OLD_NAMES.get(verb, verb)


_ERROR = {"code": whole(500, 599), "text": one_line}

FAULT_EFFECTS: Mapping[str, FaultEffect] = {
    effect.name: effect
    for effect in (
        FaultEffect("drop-before", "close the connection instead of obeying"),
        FaultEffect("drop-after", "obey, and close the connection instead of answering"),
        FaultEffect(
            "cut", "obey, send half of the reply, or so many bytes of it, and close the connection",
            settings={"bytes": whole(0, 1 << 30)},
        ),
        FaultEffect(
            "delay", "obey, and answer only after so many milliseconds",
            settings={"ms": whole(1, 3600000)}, defaults={"ms": 1000},
        ),
        FaultEffect("stall", "neither obey nor answer this and all that follows, and keep the connection open"),
        FaultEffect("garble", "obey, and answer with bytes that are no reply"),
        FaultEffect(
            "error", "answer with an error instead of obeying",
            settings=_ERROR, defaults={"code": 501, "text": "refused by a fault that was asked for"},
        ),
        FaultEffect(
            "refuse-login", "let nobody in",
            usual=_LOGINS, nameable=_LOGINS | {"USER"},
            settings=_ERROR, defaults={"code": 515, "text": "incorrect password"},
        ),
        FaultEffect("forget", "answer 200 OK instead of obeying", usual=_CHANGES, nameable=_CHANGES),
        FaultEffect(
            "shuffle", "answer with the keys of dictionaries in another order", lasting=True,
            settings={"seed": whole(0, 1 << 62)}, defaults={"seed": 0},
        ),
        FaultEffect(
            "no-inline", "do not know INLINE, and send data over lines of its own",
            usual=frozenset(("INLINE",)), nameable=frozenset(), lasting=True,
        ),
        FaultEffect(
            "one-line-per-packet", "read the first line of what arrives together, and lose the others",
            usual=frozenset((PACKET,)), nameable=frozenset(), lasting=True,
        ),
    )
}  # fmt: skip
