# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The cells of a table (RFC 4180), with the one thing that Python's csv does not tell: which of them were quoted.

What stands in quotation marks is kept exactly; what does not is stripped, for the blank after a comma is no part of
a name or a password.
"""

from __future__ import annotations

import re
from typing import Iterator, NamedTuple, Sequence

from ..connector.errors import CgpError

DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs"}
_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_END = re.compile(r"\r\n|\r|\n")
_QUOTED = re.compile(r'"([^"]*(?:""[^"]*)*)"(?!")')
_FIRST_RECORD = re.compile(r'(?:[ \t]*(?:\r\n|\r|\n))*((?:[^"\r\n]+|"[^"]*(?:""[^"]*)*")*)')
_OPENING = re.compile(r'\s*"')
_DECLARED = re.compile(r"sep=([^\r\n\"])(?:\r\n|\r|\n|\Z)")
_UNCLOSED, _WITHIN = "a quotation mark that is never closed", "a quotation mark within a cell"
_QUOTE_HINT = "A cell with a quotation mark is put in quotation marks, and those within it are doubled"


class Record(NamedTuple):
    """The cells of one record and the line on which it begins; ``problem`` is why it could not be read."""

    line: int
    cells: Sequence[str]
    problem: CgpError | None = None


class _BadCell(Exception):
    """A quotation mark stands where none can be."""


def delimiter_of(text: str) -> str:
    """What separates the cells, where the first record leaves no doubt. Raises CgpError where it does."""
    first = _FIRST_RECORD.match(text)
    bare = _QUOTED.sub("", first.group(1) if first else "")
    found = [delimiter for delimiter in DELIMITERS if delimiter in bare]
    if len(found) > 1:
        names = " and ".join(DELIMITERS[delimiter] for delimiter in found)
        raise CgpError(
            "the first line holds %s, and either may separate its cells" % names,
            "Say which does in source_options.delimiter",
        )
    return found[0] if found else ","


def declared_delimiter(text: str) -> tuple[str, int]:
    """The delimiter that a spreadsheet has declared in a line such as ``sep=;``, and how long that is; or nothing."""
    match = _DECLARED.match(text)
    return (match.group(1), match.end()) if match else ("", 0)


def records(text: str, delimiter: str, start: int = 0) -> Iterator[Record]:
    """The records from ``start`` on, but for blank lines. One that cannot be read has a problem, and the next goes on.

    A line ends with CR LF, LF or CR.
    """
    cell = _cell(delimiter)
    line = 1 + len(_END.findall(text, 0, start))
    while start < len(text):
        match = _LINE.match(text, start)
        if match is None:  # every text has a first line, be it empty
            return
        begun, content = line, match.group(1)
        if '"' not in content:
            start, line = match.end(), line + 1
            if content.strip():
                yield Record(begun, [cell.strip() for cell in content.split(delimiter)])
            continue
        try:
            cells, end = _quoted_cells(text, start, delimiter, cell)
        except _BadCell as error:
            yield Record(begun, (), CgpError(str(error), _QUOTE_HINT))
            if str(error) == _UNCLOSED:
                return  # all that follows is inside of it
            start, line = match.end(), line + 1
            continue
        line += len(_END.findall(text, start, end))
        start = end
        yield Record(begun, cells)


def _quoted_cells(text: str, start: int, delimiter: str, cell: re.Pattern[str]) -> tuple[list[str], int]:
    """The cells of the record at ``start``, some of them in quotation marks, and where the next record starts."""
    cells = []
    while True:
        match = cell.match(text, start)
        if match is None:
            raise _BadCell(_complaint(text, start))
        quoted, bare, ended = match.groups()
        cells.append(bare.strip() if quoted is None else quoted.replace('""', '"'))
        start = match.end()
        if ended != delimiter:
            return cells, start


def _cell(delimiter: str) -> re.Pattern[str]:
    """A cell in quotation marks, with blanks around it, or one without any; and what ends it."""
    this = re.escape(delimiter)
    blanks = r"(?:(?!%s)[^\S\r\n])*" % this
    return re.compile(r'(?:%s"([^"]*(?:""[^"]*)*)"%s|([^%s"\r\n]*))(%s|\r\n|\r|\n|\Z)' % (blanks, blanks, this, this))


def _complaint(text: str, start: int) -> str:
    opening = _OPENING.match(text, start)
    return _UNCLOSED if opening and not _QUOTED.match(text, opening.end() - 1) else _WITHIN
