# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""One exchange of CRAM-MD5 (RFC 2195): a challenge, and who answers it.

No transcript of a PWD server is known. The first step is answered 300 as USER is, with the challenge in base64.
"""

from __future__ import annotations

import binascii
from base64 import b64decode, b64encode

from ..answers import refusals
from ..answers.answer import Answer
from ..habits.kinds.logins import CRAM_MD5_CODELESS, CRAM_MD5_PLUS
from ..model.account import Account
from ..service.service import Service
from .login import with_cram_md5


class _Codeless(Answer):
    """The next step of a login, as other protocols ask for it."""

    __slots__ = ()

    def encode(self, inline: bool) -> bytes:
        return ("+ %s\r\n" % self.text).encode("ascii")


class Exchange:
    """See above. ``challenge`` is new in each."""

    def __init__(self, service: Service, challenge: str) -> None:
        self._service = service
        self._challenge = challenge

    def question(self) -> Answer:
        """What asks for the answer to the challenge."""
        coded = b64encode(self._challenge.encode("utf-8")).decode("ascii")
        if self._service.habits.has(CRAM_MD5_CODELESS):
            return _Codeless(300, coded)
        return Answer(300, "+ " + coded if self._service.habits.has(CRAM_MD5_PLUS) else coded)

    def account(self, line: str) -> Account:
        """Who logs in by this answer. Refusal."""
        try:
            name, space, digest = b64decode(line.strip(), validate=True).decode("utf-8").rpartition(" ")
        except (binascii.Error, ValueError):
            raise refusals.bad_parameters("the answer is not base64") from None
        if not space:
            raise refusals.bad_parameters("the answer has no digest")
        return with_cram_md5(self._service, name, self._challenge, digest)
