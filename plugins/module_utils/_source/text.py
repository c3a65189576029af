# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bytes of a file as text: what they are is told by a mark, by the option, or by UTF-8's own strictness."""

from __future__ import annotations

import codecs
from itertools import chain
from typing import Iterable, Iterator

from ..connector.errors import CgpError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""The byte order marks that spreadsheets and editors put before a text, and what each is the beginning of."""
_LONGEST_MARK = 4
_WITHOUT_MARK = {"utf16": "utf-16-le", "utf32": "utf-32-le"}
_HINT = "Name its encoding in source_options.encoding, such as cp1252 for a table from Windows"


def decode(content: bytes, encoding: str | None = None) -> str:
    """The text, without the mark. Raises CgpError where it is not certain what the bytes mean; never guesses."""
    return "".join(decoded([content], encoding))


def lines(pieces: Iterable[bytes], encoding: str | None = None) -> Iterator[str]:
    """The lines of a text that comes in pieces, with their ends; CgpError as ``decode`` raises it.

    Only a line feed ends a line: JSON's strings may hold what str.splitlines takes for a line end.
    """
    begun: list[str] = []  # of a line whose end has not come
    for text in decoded(pieces, encoding):
        *whole, rest = text.split("\n")
        for line in whole:
            yield "%s%s\n" % ("".join(begun), line)
            begun.clear()
        begun.append(rest)
    if any(begun):
        yield "".join(begun)


def decoded(pieces: Iterable[bytes], encoding: str | None = None) -> Iterator[str]:
    """The same text as ``decode`` makes of the pieces together, in pieces."""
    coming = iter(pieces)
    first = next(coming, b"")
    while len(first) < _LONGEST_MARK:
        more = next(coming, b"")
        if not more:
            break
        first += more
    for mark, marked in _MARKS:
        if first.startswith(mark):
            if encoding and not _spelling(marked).startswith(_spelling(encoding)):
                raise CgpError(
                    "the file begins with the mark of %s, and source_options.encoding is %s" % (marked, encoding),
                    "Leave the option out, or remove the mark",
                )
            yield from _decoded(chain([first[len(mark) :]], coming), marked)
            return
    line = 1
    meant = _WITHOUT_MARK.get(_spelling(encoding), encoding) if encoding else "utf-8"
    for text in _decoded(chain([first], coming), meant, "" if encoding else _HINT):
        if "\0" in text and not encoding:  # UTF-16 without its mark
            line += text.count("\n", 0, text.index("\0"))
            raise CgpError("line %d holds a NUL character: this is no UTF-8" % line, _HINT)
        line += text.count("\n")
        yield text


def _spelling(encoding: str) -> str:
    """The name of an encoding as Python spells it, without what separates its parts or says that there is a mark."""
    try:
        name = codecs.lookup(encoding).name
    except (LookupError, ValueError):
        name = encoding
    return name.replace("-", "").replace("_", "").replace("sig", "")


def _decoded(pieces: Iterable[bytes], encoding: str, hint: str = "") -> Iterator[str]:
    try:
        " ".encode(encoding)  # which refuses codecs of what is no text
        decoder = codecs.getincrementaldecoder(encoding)()
    except (LookupError, ValueError):
        raise CgpError("source_options.encoding: no encoding %s is known" % encoding, _HINT) from None
    line = 1
    for piece in chain(pieces, [b""]):
        try:
            yield decoder.decode(piece, final=not piece)
        except UnicodeDecodeError as error:
            line += error.object.count(b"\n", 0, error.start)
            raise CgpError("line %d is no %s text" % (line, encoding), hint) from None
        line += piece.count(b"\n")
