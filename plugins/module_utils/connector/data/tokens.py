# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What one token of a data object's text means: a word, a quoted string, a datablock (protocol.md section 3.1).

Positions in the errors raised here are offsets in the token.
"""

from __future__ import annotations

import math
import re
import sys

from .spans import Malformed
from .types import NUMBER_BITS, TIMESTAMP_PATTERN, BadValue, Timestamp, Value, decode_datablock

SPACES = r"[ \t\r\n]*"

# What may stand in an unquoted string (protocol.md section 9, question 7). A number sign in front makes it a candidate
# for a number, a timestamp or null. The sets name what is left out (all but A-Z a-z 0-9 _ - . @ ! % : and what is not
# ASCII), because Python takes milliseconds to compile a set that has all of Unicode in it.
_LETTER = r"[^\x00-\x20\"#$&-,/;-?\[-\^`{-\x7f]"
LETTERS = r"[^\x00-\x20\"$&-,/;-?\[-\^`{-\x7f]*"
WORD = _LETTER + LETTERS
"""An unquoted string that cannot be anything else."""

PLAIN = r'[^"\\\0]*'
"""The inside of a quoted string without escapes."""

_INTEGER = re.compile(r"-?(?:[0-9]+|0[xX][0-9A-Fa-f]+|0[oO][0-7]+|0[bB][01]+)")
_FRACTION = re.compile(r"-?[0-9]+\.[0-9]+")
_TIMESTAMP = re.compile(TIMESTAMP_PATTERN)
_ESCAPE = re.compile(r"\\(?:([\\\"rnetf])|([0-9]{3})|u'([0-9A-Fa-f]{1,6})'|.)", re.DOTALL)
_ESCAPED = {"\\": "\\", '"': '"', "r": "\r", "n": "\n", "e": "\n", "t": "\t", "f": "\f"}


def datablock(text: str) -> bytes:
    """The datablock that ``text``, in its square brackets, stands for."""
    try:
        return decode_datablock(text[1:-1])
    except BadValue:
        raise Malformed("a datablock that is not base64", 0) from None


def unescaped(text: str) -> str:
    """The string that ``text``, in its quotation marks and without zero bytes, stands for."""
    inside = text[1:-1]
    if "\\" not in inside:
        return inside
    # The usual escapes, at the speed of C. The zero byte stands for backslashes that are not to be looked at again.
    simple = inside.replace("\\\\", "\0").replace('\\"', '"').replace("\\e", "\n")
    if "\\" not in simple:
        return simple.replace("\0", "\\")
    try:
        return _ESCAPE.sub(_escaped_character, inside)
    except Malformed as problem:
        raise Malformed(problem.reason, 1 + problem.position) from None


def _escaped_character(match: re.Match[str]) -> str:
    letter, decimal, hexadecimal = match.groups()
    if letter:
        return _ESCAPED[letter]
    code = int(decimal or "0") or int(hexadecimal or "0", 16)
    if not 0 < code <= sys.maxunicode or 0xD800 <= code <= 0xDFFF:
        raise Malformed("an escape that stands for no character", match.start())
    return chr(code)


def after_number_sign(word: str) -> Value:
    """What a word means that begins with a number sign: without another meaning it is a string, as ``#Vacation``."""
    text = word[1:]
    if _INTEGER.fullmatch(text):
        return _integer(text)
    if _FRACTION.fullmatch(text):
        fraction = float(text)
        if math.isinf(fraction):
            raise Malformed("a number that is too large", 0)
        return fraction
    if _TIMESTAMP.fullmatch(text):
        return Timestamp.checked(text)
    return None if text.upper() == "NULL#" else word


def _integer(text: str) -> int:
    if len(text) <= NUMBER_BITS + len("-0b"):
        number = int(text, 0 if text.lstrip("-")[1:2].isalpha() else 10)
        if number.bit_length() <= NUMBER_BITS:
            return number
    raise Malformed("a number that is too large", 0)
