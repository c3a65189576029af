# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be wrong with a command before a server has seen it.

No message carries an argument's value: it may be a password. A message names the verb, the parameter and what was
expected there.
"""

from __future__ import annotations

from typing import Sequence

from ..connector.errors import CgpError


class UnknownVerb(CgpError):
    """The first word of a line is no command of the manual.

    ``hint`` names the nearest of ``known`` words. Looking for that takes longer than everything else that is done with
    a line, so it happens when somebody asks: a server that only answers 500 does not.
    """

    def __init__(self, message: str, verb: str = "", known: Sequence[str] = ()) -> None:
        super().__init__(message)
        self._verb = verb
        self._known = known

    @property
    def hint(self) -> str:
        # Imported here, for a module on a target starts faster without what only a wrong task needs.
        import difflib

        near = difflib.get_close_matches(self._verb, self._known, 1)
        return "Did you mean %s?" % near[0] if near else ""

    @hint.setter
    def hint(self, given: str) -> None:
        """Nothing is kept: CgpError sets what it was given, which is nothing."""


class BadArguments(CgpError):
    """The arguments do not fit the command's syntax."""
