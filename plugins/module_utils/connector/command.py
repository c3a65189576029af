# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands for a Session, as a script says them: any verb, and values that cannot become anything else.

::

    session.one(Line("CREATEFORWARDER", "info@example.com", Word("TO"), "anna@example.com"))
    session.one(Line("UPDATEACCOUNTSETTINGS", "anna@example.com", {"RealName": "Anna", "MaxAccountSize": "1024M"}))
"""

from __future__ import annotations

import re
from typing import Any

from .data import quote, write
from .errors import UnsendableCommand

_VERB = re.compile(r"[A-Za-z]+")
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9.@_*+-]*")


class Word(str):
    """What stands in a command as it is, without quotation marks: a keyword, such as ``TO`` or ``ON``.

    UnsendableCommand if it has other characters than letters, digits and ``. @ _ * + -``.
    """

    def __new__(cls, text: str) -> Word:
        if not _WORD.fullmatch(text):
            raise UnsendableCommand("a bare word of a command has a character that only quoted text may have")
        return super().__new__(cls, text)


class Line:
    """One command: ``verb``, and its arguments in the order in which the manual has them.

    A Word goes bare, text in quotation marks, a whole number as digits; everything else is written as a data object
    (see ``connector.data``). No argument can end the line or be taken for a keyword. UnsendableCommand for a verb that
    is no word, ``data.BadValue`` for a value that has no form on the wire; neither shows the value, nor does the repr.
    """

    __slots__ = ("_line", "verb")

    def __init__(self, verb: str, *arguments: Any) -> None:
        if not _VERB.fullmatch(verb):
            raise UnsendableCommand("a command begins with a verb, which has letters only")
        self.verb = verb
        self._line = " ".join([verb, *map(_written, arguments)])

    def line(self) -> str:
        """The command as it goes on the wire, without a line end."""
        return self._line

    def __repr__(self) -> str:
        return "<Line %s>" % self.verb


def _written(argument: Any) -> str:
    if isinstance(argument, Word):
        return str(argument)
    if isinstance(argument, str):
        text = quote(argument)
        return text if text.startswith('"') else '"%s"' % text
    if isinstance(argument, int) and not isinstance(argument, bool):
        return str(argument)
    return write(argument)
