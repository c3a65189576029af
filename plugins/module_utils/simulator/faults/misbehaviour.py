# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What faults do to a connection: which command they strike on it, and what becomes of its reply on the way.

Nothing of this is asked while no fault is in force.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Mapping, NamedTuple

from ..answers.refusals import Refusal
from . import altered_answers
from .fault_effects import PACKET, current_name
from .faults import Fault, Faults

if TYPE_CHECKING:
    from typing import Protocol

    from ..answers.answer import Answer

    class AnsweringSession(Protocol):
        """What misbehaves: a session that answers lines, on the PWD port or over HTTP."""

        @property
        def is_control(self) -> bool: ...

        def respond(self, line: bytes) -> bytes: ...

        def answer(self, line: bytes) -> Answer: ...

        def encode(self, answer: Answer) -> bytes: ...

        def note_unobeyed(self, line: bytes, effect: str, code: int) -> None: ...


_GARBAGE = b"\x00\x15~!@#$ \xff\xfe no reply\r\n"
_LONGEST_VERB = 64


class Outcome(NamedTuple):
    """What comes of a line: bytes to send, ``held`` seconds later than usual, and what then happens to the connection.

    ``ends``: it is closed behind the bytes; ``stalls``: nothing is read from it any more.
    """

    reply: bytes
    held: float = 0.0
    ends: bool = False
    stalls: bool = False


def read(faults: Faults, packet: bytes) -> bytes:
    """What is read of the bytes that arrived together."""
    first_line = packet.find(b"\n") + 1
    if 0 < first_line < len(packet) and faults.striking(PACKET):
        return packet[:first_line]
    return packet


def respond(session: AnsweringSession, faults: Faults, line: bytes) -> Outcome:
    """Let a session answer a line, as far as the faults allow it."""
    if session.is_control:
        return Outcome(session.respond(line))
    struck = {fault.effect.name: fault for fault in faults.striking(_verb(line))}
    if not struck:
        return Outcome(session.respond(line))
    for effect in ("drop-before", "stall"):
        if effect in struck:
            session.note_unobeyed(line, effect, 0)
            return Outcome(b"", ends=effect == "drop-before", stalls=effect == "stall")
    return _on_its_way(_reply(session, struck, line), struck)


def refuse_login(faults: Faults) -> None:
    """Refuse a login by name and password that is no line of its own, if a fault wants that. Refusal."""
    for fault in faults.striking("PASS"):
        if fault.effect.name == "refuse-login":
            raise Refusal(fault.setting("code"), fault.setting("text"))


def _reply(session: AnsweringSession, struck: Mapping[str, Fault], line: bytes) -> bytes:
    unobeyed = altered_answers.instead(struck)
    if unobeyed is None:
        reply = session.answer(line)
    else:
        effect, reply = unobeyed
        session.note_unobeyed(line, effect, reply.code)
    return session.encode(altered_answers.reordered(reply, struck))


def _on_its_way(reply: bytes, struck: Mapping[str, Fault]) -> Outcome:
    if "garble" in struck:
        reply = _GARBAGE
    held = struck["delay"].setting("ms") / 1000 if "delay" in struck else 0.0
    if "drop-after" in struck:
        return Outcome(b"", ends=True)
    if "cut" in struck:
        length = struck["cut"].setting("bytes")
        return Outcome(reply[: len(reply) // 2 if length is None else length], held, ends=True)
    return Outcome(reply, held)


def _verb(line: bytes) -> str:
    first, *_rest = line[:_LONGEST_VERB].split(None, 1) or [b""]
    return current_name(first.decode("ascii", "replace"))
