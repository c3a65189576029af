# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The types of parameters: what Python value each takes, how it is written and how it is read.

A type's three methods:

- ``check(value)``: the value as the command keeps it (digits become a number, words get their spelling), or REFUSED;
- ``write(value)``: the text on the wire of a checked value;
- ``read(token)``: the value of a token of a line (``tokens.py``), or REFUSED.

``expected`` says in a few words what the type takes.
"""

from __future__ import annotations

import binascii
import re
from base64 import b64decode
from typing import Any, Sequence

from ..connector import data
from . import address
from .notation import Parameter
from .tokens import BARE, OBJECT, QUOTED, Token

REFUSED: Any = object()
OWN = "*"


class ValueType:
    """The base of all types. ``takes_rest``: the value is the rest of the line, whatever tokens that has."""

    expected = ""
    takes_rest = False

    def check(self, value: Any) -> Any:
        raise NotImplementedError

    def write(self, value: Any) -> str:
        return data.write(value)

    def read(self, token: Token) -> Any:
        raise NotImplementedError

    def hint(self, value: Any) -> str:
        """What to do about a refused value; never a part of the value."""
        return ""


class Text(ValueType):
    """A string: quoted, or bare where that is the same."""

    expected = "a string"

    def check(self, value: Any) -> Any:
        return value if isinstance(value, str) else REFUSED

    def write(self, value: Any) -> str:
        return data.quote(value)

    def read(self, token: Token) -> Any:
        return token.value if token.kind in (BARE, QUOTED) else REFUSED


class NamedAsterisk(str):
    """An asterisk in quotation marks: the same text, but a name, and not what stands for the login's own."""


class OwnOrNamed(Text):
    """The name of an Account or a Domain, or ``*`` for the login's own. That goes bare: in quotation marks it is taken
    for a name, which no object can have (evidence.md section 4, seen live).
    """

    def write(self, value: Any) -> str:
        return OWN if value == OWN and not isinstance(value, NamedAsterisk) else super().write(value)

    def read(self, token: Token) -> Any:
        return NamedAsterisk(OWN) if token.kind is QUOTED and token.value == OWN else super().read(token)


class Number(ValueType):
    """A number of up to 64 bits. It goes as bare digits, as all clients send it; ``#10`` and ``"10"`` are read too.

    A negative one goes in quotation marks, as every string that is not letters and digits only.
    """

    expected = "a number"
    _digits = re.compile(r"-?[0-9]{1,19}")

    def check(self, value: Any) -> Any:
        if isinstance(value, str) and self._digits.fullmatch(value):
            value = int(value)
        if isinstance(value, int) and not isinstance(value, bool) and -(2**63) <= value < 2**63:
            return value
        return REFUSED

    def write(self, value: Any) -> str:
        return data.quote(str(value))

    def read(self, token: Token) -> Any:
        return self.check(token.value)


class Structure(ValueType):
    """A data object that is one Python type."""

    def __init__(self, python_type: type, expected: str) -> None:
        self.python_type = python_type
        self.expected = expected

    def check(self, value: Any) -> Any:
        return value if isinstance(value, self.python_type) else REFUSED

    def read(self, token: Token) -> Any:
        return token.value if token.kind is OBJECT and isinstance(token.value, self.python_type) else REFUSED


class AnyObject(ValueType):
    """Any data object."""

    expected = "a data object"

    def check(self, value: Any) -> Any:
        return value

    def read(self, token: Token) -> Any:
        return token.value if token.kind in (BARE, QUOTED, OBJECT) else REFUSED


class Base64(ValueType):
    """File data as some clients send it: base64 without the brackets of a datablock. It is read and never written."""

    expected = "file data in base64"

    def check(self, value: Any) -> Any:
        return REFUSED

    def read(self, token: Token) -> Any:
        if token.kind not in (BARE, QUOTED):
            return REFUSED
        try:
            return b64decode(token.value, validate=True)
        except (binascii.Error, ValueError):
            return REFUSED


class Email(ValueType):
    """An E-mail address with an optional real name (``address.py``), kept in its one spelling.

    By the manual's sample (LIST) it stands unquoted at the end of the line. Writing demands a Domain part: without it
    the address could be taken for one of the keywords before it.
    """

    expected = 'an E-mail address, such as user@example.com or "Real Name" <user@example.com>'
    takes_rest = True

    def check(self, value: Any) -> Any:
        canonical = address.canonical(value) if isinstance(value, str) else None
        return canonical if canonical is not None and "@" in canonical else REFUSED

    def write(self, value: Any) -> str:
        return str(value)

    def read(self, token: Token) -> Any:
        canonical = address.canonical(address.unquoted(token.value))
        return REFUSED if canonical is None else canonical


class Words(ValueType):
    """One of a fixed set of words; they go bare."""

    def __init__(self, words: Sequence[str]) -> None:
        self.spellings = {word.upper(): word for word in words}
        self.expected = "one of " + ", ".join(words)

    def check(self, value: Any) -> Any:
        return self.spellings.get(value.upper(), REFUSED) if isinstance(value, str) else REFUSED

    def write(self, value: Any) -> str:
        return str(value)

    def read(self, token: Token) -> Any:
        return self.check(token.value) if token.kind in (BARE, QUOTED) else REFUSED

    def hint(self, value: Any) -> str:
        # Imported here, for a module on a target starts faster without what only a wrong task needs.
        import difflib

        near = difflib.get_close_matches(value.upper(), list(self.spellings), 1) if isinstance(value, str) else []
        return "Did you mean %s?" % self.spellings[near[0]] if near else ""


class Either(ValueType):
    """A value of one of several types, the first that takes it."""

    def __init__(self, types: Sequence[ValueType]) -> None:
        self.types = types
        self.expected = " or ".join(each.expected for each in types)

    def check(self, value: Any) -> Any:
        return self._first(each.check(value) for each in self.types)

    def write(self, value: Any) -> str:
        return next(each for each in self.types if each.check(value) is not REFUSED).write(value)

    def read(self, token: Token) -> Any:
        return self._first(each.read(token) for each in self.types)

    def hint(self, value: Any) -> str:
        return next((hint for hint in (each.hint(value) for each in self.types) if hint), "")

    @staticmethod
    def _first(answers: Any) -> Any:
        return next((answer for answer in answers if answer is not REFUSED), REFUSED)


_TYPES = {
    "string": Text(),
    "number": Number(),
    "dictionary": Structure(dict, "a dictionary"),
    "array": Structure(list, "an array"),
    "datablock": Structure(bytes, "a datablock (bytes)"),
    "timestamp": Structure(data.Timestamp, "a time stamp"),
    "ip": Structure(data.IPAddress, "an IP address object"),
    "object": AnyObject(),
    "email": Email(),
    "base64": Base64(),
}


OWN_OR_NAMED = frozenset(("accountName", "domainName", "oldAccountName", "authAccountName"))
"""The parameters for which the manual says that an asterisk may stand (the first two), and others that name an Account
that there is: where servers know the asterisk there, they know it bare.
"""


def value_type(parameter: Parameter) -> ValueType:
    """The type of a parameter's values. A fixed word set takes the place of ``string``."""
    types = [_TYPES[name] for name in parameter.types if not (parameter.words and name == "string")]
    if parameter.name in OWN_OR_NAMED:
        types = [OwnOrNamed() if isinstance(each, Text) else each for each in types]
    if parameter.words:
        types.append(Words(parameter.words))
    return types[0] if len(types) == 1 else Either(types)
