# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A session of the control language, which a connection becomes by its first line: ``SIMULATOR`` and the password.

It is no part of the CLI: nothing in it is journaled, counted or struck by faults.
"""

from __future__ import annotations

from ..answers import refusals
from ..answers.answer import DONE, Answer, refused, with_data
from ..answers.refusals import Refusal
from ..logins import password_policy, passwords
from ..service.service import Service
from . import language, words

WORDS = (words,)
"""The module with the words that no handler has, which register themselves when imported."""

_QUIT = "QUIT"


class ControlSession:
    """Answers control lines, in the form of a PWD session with INLINE."""

    def __init__(self, service: Service, password: str) -> None:
        """Refusal if the password is not that of the simulator's administrator."""
        administrator = service.administrator
        stored = administrator.settings.get(password_policy.PASSWORD) if administrator is not None else None
        if not isinstance(stored, str) or not passwords.matches(stored, password):
            raise refusals.wrong_password()
        self.ended = False
        self._service = service

    def welcome(self) -> Answer:
        return Answer(200, "this is the simulator's control, HELP lists the words")

    def answer(self, line: bytes) -> bytes:
        """The answer to one line, which comes without its LF."""
        try:
            text = line.decode("utf-8").strip()
            return self._answer(text).encode(True)
        except UnicodeDecodeError:
            return refused(refusals.bad_parameters("the line is not UTF-8 text")).encode(True)
        except Refusal as refusal:
            return refused(refusal).encode(True)

    def _answer(self, text: str) -> Answer:
        if text.upper() == _QUIT:
            self.ended = True
            return Answer(200, "closed")
        value = language.obey(self._service, text)
        return DONE if value is None else with_data(value)
