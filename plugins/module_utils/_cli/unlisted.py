# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands that the catalogue does not know: newer ones than the manual's, and such as were never in it.

They are commands like others, but nobody can say whether their arguments fit. They change something unless their user
says that they only read, and the catalogue does not say otherwise.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Mapping

from ..connector import data
from .catalogue import COMMANDS
from .errors import BadArguments
from .python_text import refuse_python_text
from .syntax import Command, CommandSpec
from .tokens import scan

_VERB = re.compile(r"[A-Za-z][A-Za-z0-9]*").fullmatch
_KEYWORD = re.compile(r"[A-Z][A-Z0-9]*").fullmatch
_OF_THE_SESSION = frozenset(("USER", "PASS", "APOP", "AUTH", "STLS", "INLINE", "QUIT"))


@dataclass(frozen=True, repr=False)
class UnlistedCommand(Command):
    """A command whose line is as it was given."""

    as_given: str = field(default="", repr=False)

    def line(self) -> str:
        return self.as_given


def unlisted_line(text: str, read_only: bool) -> UnlistedCommand:
    """The command that a line says. BadArguments if it cannot be one line of words and data objects."""
    line = text.strip()
    if "\n" in line or "\r" in line or "\0" in line:
        raise BadArguments("a command is one line", "Write line breaks inside strings as \\e")
    word = (line.split(None, 1) or [""])[0]
    spec = _spec(word, read_only)
    try:
        scan(line, len(word))
    except data.DataError as error:
        raise BadArguments("%s: malformed data object at position %d" % (spec.verb, error.position)) from None
    return UnlistedCommand(spec, {}, spec.verb + line[len(word) :])


def unlisted_command(verb: str, arguments: Mapping[str, Any], read_only: bool) -> UnlistedCommand:
    """The command of a verb and its arguments, in their order.

    A name in capitals is a keyword: it stands before its value, or alone where that is True, and is left out with its
    value where that is False or None. Other names are not sent. Text goes in quotation marks, so that it can be nothing
    else. BadArguments for what cannot be written.
    """
    spec = _spec(verb, read_only)
    words = [spec.verb]
    for name, value in arguments.items():
        if value is None or value is False:
            continue
        if _KEYWORD(name):
            words.append(name)
        elif value is True:
            raise BadArguments("%s: only a keyword, whose name has capitals, is true or false: %s" % (spec.verb, name))
        if value is not True:
            words.append(_written(spec.verb, name, value))
    return UnlistedCommand(spec, arguments, " ".join(words))


def _spec(verb: str, read_only: bool) -> CommandSpec:
    if not _VERB(verb):
        raise BadArguments("a command begins with a verb, which has letters and digits only")
    verb = verb.upper()
    if verb in _OF_THE_SESSION:
        raise BadArguments("%s belongs to the session, which has begun already" % verb)
    reads = read_only and all(known.kind == "read" for known in COMMANDS.get(verb, ()))
    return CommandSpec(verb, "", verb, "read" if reads else "change", "object", "", "server", {})


def _written(verb: str, name: str, value: Any) -> str:
    try:
        text = _text(value) if isinstance(value, str) else str(value) if isinstance(value, int) else data.write(value)
        refuse_python_text(value, text)
    except data.BadValue as error:
        raise BadArguments("%s: %s" % (verb, error.inside(name).message)) from None
    return text


def _text(text: str) -> str:
    """Only the asterisk, which stands for the login's own Account, goes bare (evidence.md section 4)."""
    quoted = data.quote(text)
    return text if text == "*" else quoted if quoted.startswith('"') else '"%s"' % quoted
