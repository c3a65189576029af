# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A server's text with everything cut out that repeats what was sent.

A server may quote a command in the text of its error, and with it a password, as it came or as the server writes it.
Error texts reach logs and results, so such words are cut here, where the command is still at hand.
"""

from __future__ import annotations

import base64
import re
from typing import Callable
from urllib.parse import unquote_plus

# The words in which servers speak (protocol.md section 2): in a text they are no sign of an echo, even if an account
# is called "account".
_VOCABULARY = """
a access account alias allowed already an and are argument bad be can cannot closed command connection data denied
directory does domain element empty error exist exists expected failed file for forwarder found group has have in
incorrect invalid is it list login mailbox missing name named no not object of on or parameter password please record
refused rejected required right rights secondary send server session set setting settings string subscriber syntax task
telephone that the this to too type unknown user value with wrong you
"""
_SERVER_WORDS = frozenset(_VOCABULARY.split())
_WORD = re.compile(r"\w+")
_SIGNS = re.compile(r"[^\w\s\0]{4,}")  # a password need not have a letter
_PIECE = re.compile(r"""[^\s\0"'()\[\]{}<>]+""")
_CUT = "\0"  # stands for what was cut until the end
_NEIGHBOURS = re.compile("\0(?:[^\\w\\s\0]*\0)+")
_SHOWN = "..."
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_CONTROL = re.compile("[\x00-\x1f]")
_LONGEST_TEXT = 300  # characters; no text of the manual or of any transcript comes near
_FRAGMENT = 6  # a word of at least so many characters is cut even where it is only a part of an argument
_CERTAIN = 4  # characters that base64 does not make of other text by chance

_ESCAPE = re.compile(r"\\(?:(\d{3})|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|(.))")
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{6,}={0,2}")
_DATABLOCK = re.compile(r"\[([A-Za-z0-9+/=]{1,32768})\]")  # as long as any key; more is a file
_UTF7 = re.compile(r"[+&][A-Za-z0-9+/,]+-?")


def without_echo(text: str, sent: str) -> str:
    """``text`` (one line, from the server) with ``...`` in the place of what stands in ``sent`` too, fit to be shown.

    Letter case does not count, nor does it matter whether the server wrote what was sent in base64, for a URL, in UTF-7
    or with backslashes, or undid that. Only the words of the short text are looked for in what was sent, so that an
    error to a command that carries a whole file costs no more than some searches through it.
    """
    end = _SHOWN if len(text) > _LONGEST_TEXT else ""
    text = _UNPRINTABLE.sub("?", text[:_LONGEST_TEXT])
    echo = _Echo(sent)
    text = _cut(_PIECE, text, echo.has_in_any_writing)
    text = _cut(_WORD, text, echo.has)
    text = _cut(_SIGNS, text, echo.holds)
    return _NEIGHBOURS.sub(_CUT, text).replace(_CUT, _SHOWN) + end


def _cut(pattern: re.Pattern[str], text: str, is_echo: Callable[[str], bool]) -> str:
    return pattern.sub(lambda match: _CUT if is_echo(match.group()) else match.group(), text)


class _Echo:
    """What was sent, to be found again."""

    def __init__(self, sent: str) -> None:
        forms = [sent, *(_from_base64(match.group(1)) for match in _DATABLOCK.finditer(sent))]
        if "\\" in sent:
            forms.append(_unescaped(sent))
        self._sent = "\n".join(forms).casefold()

    def holds(self, text: str) -> bool:
        return text.casefold() in self._sent

    def has(self, word: str) -> bool:
        """Whether a word is a whole one of what was sent, or a long piece of it."""
        word = word.casefold()
        if word in _SERVER_WORDS or word not in self._sent:
            return False
        return len(word) >= _FRAGMENT or re.search(r"(?<!\w)%s(?!\w)" % re.escape(word), self._sent) is not None

    def has_in_any_writing(self, piece: str) -> bool:
        """The same for a piece of text without blanks, also if it was made fit for a URL, a string or a mail header."""
        if self.has(piece):
            return True
        plain = [undone for undone in (undo(piece) for undo in _WRITINGS) if undone != piece]
        if any(self.has(word) for text in plain for word in _WORD.findall(text)):
            return True
        decoded = [_from_base64(match.group()) for text in (piece, *plain) for match in _BASE64.finditer(text)]
        return any(len(word) >= _CERTAIN and self.has(word) for text in decoded for word in _words(text))


def _words(text: str) -> list[str]:
    """The words of a text, and whatever is parted by NUL or line ends: in a login both the name and the password."""
    return [*_CONTROL.split(text), *_WORD.findall(text)]


def _unescaped(text: str) -> str:
    """Without backslashes: ``\\"``, ``\\u00e4``, ``\\xe4``, and the decimal numbers of bytes that data objects have."""

    def plain(match: re.Match[str]) -> str:
        decimal, unicode, byte, character = match.groups()
        if decimal:
            return chr(int(decimal)) if int(decimal) < 256 else match.group()
        return chr(int(unicode or byte, 16)) if unicode or byte else str(character)

    return _as_utf8(_ESCAPE.sub(plain, text))


def _as_utf8(text: str) -> str:
    """The text whose UTF-8 bytes stand there one by one as characters; the same text if it is none of that."""
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def _from_utf7(text: str) -> str:
    """Of UTF-7, or its form for the names of Mailboxes (RFC 3501, section 5.1.3)."""

    def plain(match: re.Match[str]) -> str:
        coded = match.group()[1:].rstrip("-").replace(",", "/")
        try:
            return base64.b64decode(coded + "=" * (-len(coded) % 4), validate=True).decode("utf-16-be")
        except ValueError:
            return match.group()

    return _UTF7.sub(plain, text)


def _from_base64(coded: str) -> str:
    """The text that a piece of base64 stands for, in the alphabet of mail or of URLs, cut off or not."""
    digits = coded.rstrip("=").replace("-", "+").replace("_", "/")
    whole = digits[: len(digits) - (len(digits) % 4 == 1)]
    try:
        return base64.b64decode(whole + "=" * (-len(whole) % 4)).decode("utf-8", "ignore")
    except ValueError:
        return ""


_WRITINGS: tuple[Callable[[str], str], ...] = (unquote_plus, _unescaped, _from_utf7)
