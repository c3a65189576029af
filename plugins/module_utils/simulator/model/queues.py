# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Messages on their way: the queues of the server's modules (the queue of the module SMTP for example.org ...).

The simulator moves no mail by itself: messages are put here by a test, and leave when a command releases or rejects
them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Callable

from ...connector.data import Timestamp
from .names import fold

_MOST_REPORTS = 1000


@dataclass
class Message:
    """A message in the queue of a module. ``sender`` is the authenticated sender's address, if there is one."""

    module: str
    queue: str
    sender: str = ""
    size: int = 0

    @property
    def place(self) -> tuple[str, str]:
        """The queue it waits in, in the form in which two are compared."""
        return fold(self.module), fold(self.queue)


@dataclass
class QueueState:
    """Why and until when a queue waits. ``delayed_till`` and ``last_error`` may be unknown."""

    module: str
    queue: str
    delayed_till: Timestamp | None = None
    last_error: str = ""


@dataclass
class Queues:
    """All messages by their numbers, and the states of their queues.

    ``reports`` are the error reports sent to senders: the last ones, each a dictionary {messageID, sender, text}.
    """

    last_number: int = 0
    messages: dict[str, Message] = field(default_factory=dict, metadata={"of": Message})
    states: dict[str, QueueState] = field(default_factory=dict, metadata={"of": QueueState})
    reports: list[dict[str, Any]] = field(default_factory=list)

    def put(self, message: Message, delayed_till: Timestamp | None = None, last_error: str = "") -> int:
        """Put a message into its queue, tell that queue's state if one is given, and return the message's number."""
        self.last_number += 1
        self.messages[str(self.last_number)] = message
        if delayed_till is not None or last_error:
            state = QueueState(message.module, message.queue, delayed_till, last_error)
            self.states[_key(message.module, message.queue)] = state
        return self.last_number

    def find(self, number: int) -> Message | None:
        return self.messages.get(str(number))

    def waiting(self, module: str, queue: str) -> list[Message]:
        """The messages of one queue."""
        place = (fold(module), fold(queue))
        return [message for message in self.messages.values() if message.place == place]

    def state(self, module: str, queue: str) -> QueueState:
        """Why a queue waits; it need not."""
        return self.states.get(_key(module, queue)) or QueueState(module, queue)

    def release(self, module: str, queue: str) -> bool:
        """Let all messages of a queue leave; False when there is no such queue."""
        place = (fold(module), fold(queue))
        leaving = self._numbers(lambda message: message.place == place)
        self._remove(leaving)
        return bool(leaving)

    def reject(self, numbers: list[str], report: str | None) -> None:
        """Take messages out; ``report`` is the text of the error reports to their senders, None for no report."""
        if report is not None:
            for number in numbers:
                entry = {"messageID": int(number), "sender": self.messages[number].sender, "text": report}
                self.reports.append(entry)
            del self.reports[:-_MOST_REPORTS]
        self._remove(numbers)

    def sent_by(self, is_sender: Callable[[str], bool]) -> list[str]:
        """The numbers of the messages whose authenticated sender is the one that ``is_sender`` knows."""
        return self._numbers(lambda message: is_sender(message.sender))

    def _numbers(self, wanted: Callable[[Message], bool]) -> list[str]:
        return [number for number, message in self.messages.items() if wanted(message)]

    def _remove(self, numbers: list[str]) -> None:
        """Take messages out; a queue without messages is no queue, so it has no state any more."""
        for number in numbers:
            del self.messages[number]
        used = {message.place for message in self.messages.values()}
        for key in [key for key, state in self.states.items() if (fold(state.module), fold(state.queue)) not in used]:
            del self.states[key]


def _key(module: str, queue: str) -> str:
    """The key of a queue's state. Module names have no slash."""
    return "%s/%s" % (fold(module), fold(queue))
