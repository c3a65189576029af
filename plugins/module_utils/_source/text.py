# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bytes of a file as text: what they are is told by a mark, by the option, or by UTF-8's own strictness."""

from __future__ import annotations

import codecs

from ..connector.errors import CgpError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""The byte order marks that spreadsheets and editors put before a text, and what each is the beginning of."""
_HINT = "Name its encoding in source_options.encoding, such as cp1252 for a table from Windows"


def decode(content: bytes, encoding: str | None = None) -> str:
    """The text, without the mark. Raises CgpError where it is not certain what the bytes mean; never guesses."""
    for mark, marked in _MARKS:
        if content.startswith(mark):
            if encoding and not _spelling(marked).startswith(_spelling(encoding)):
                raise CgpError(
                    "the file begins with the mark of %s, and source_options.encoding is %s" % (marked, encoding),
                    "Leave the option out, or remove the mark",
                )
            return _decoded(content[len(mark) :], marked)
    text = _decoded(content, encoding or "utf-8", "" if encoding else _HINT)
    if "\0" in text and not encoding:  # UTF-16 without its mark
        line = text.count("\n", 0, text.index("\0")) + 1
        raise CgpError("line %d holds a NUL character: this is no UTF-8" % line, _HINT)
    return text


def _spelling(encoding: str) -> str:
    """The name of an encoding as Python spells it, without what separates its parts or says that there is a mark."""
    try:
        name = codecs.lookup(encoding).name
    except (LookupError, ValueError):
        name = encoding
    return name.replace("-", "").replace("_", "").replace("sig", "")


def _decoded(content: bytes, encoding: str, hint: str = "") -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise CgpError("line %d is no %s text" % (line, encoding), hint) from None
    except (LookupError, ValueError):
        raise CgpError("source_options.encoding: no encoding %s is known" % encoding, _HINT) from None
