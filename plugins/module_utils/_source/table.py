# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables: a first line that names the options, and an object in each of the others."""

from __future__ import annotations

from typing import Any, Iterator, Mapping, Sequence

from .._engine.rows import Place, Row
from ..connector.errors import CgpError
from .cells import Record, declared_delimiter, delimiter_of, records

_WORDS = {"tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";"}
"""What people write for a character that is hard to see."""


def read_table(text: str, file: str, given: Mapping[str, Any]) -> Iterator[Row]:
    """The rows of a table: ``settings.RealName`` is the key RealName of the option settings; an empty cell is no value.

    ``given``: the options ``delimiter`` and ``columns`` of ``source_options``. Raises CgpError for a header that cannot
    be understood; a row that cannot has a problem instead.
    """
    declared, start = declared_delimiter(text)
    delimiter = _given_delimiter(given) or declared or delimiter_of(text)
    read = records(text, delimiter, start)
    header = next(read, None)
    if header is None:
        return
    if header.problem is not None:
        raise CgpError("line %d: %s" % (header.line, header.problem.message), header.problem.hint)
    columns = _columns(header.cells, given.get("columns") or {})
    for record in read:
        row = _row(record, columns, Place(file, "line", record.line))
        if row or row.problem is not None:
            yield row


def _given_delimiter(given: Mapping[str, Any]) -> str:
    said = given.get("delimiter") or ""
    delimiter = _WORDS.get(said, said)
    if len(delimiter) > 1 or delimiter in ('"', "\r", "\n"):
        raise CgpError("source_options.delimiter must be one character", "Write tab for a tabulator")
    return delimiter


def _columns(headings: Sequence[str], foreign: Mapping[str, Any]) -> list[str]:
    """The option, or the key of an option, that each column holds; nothing for one that is left out.

    ``foreign``: headings that are no options, and what they stand for.
    """
    unknown = [str(heading) for heading in foreign if heading not in headings]
    if unknown:  # what the first line has is not shown: without a header it is values
        raise CgpError(
            "source_options.columns names %s, which is no heading" % ", ".join(unknown),
            "The first line of a table names its columns",
        )
    for number, heading in enumerate(headings, 1):
        if not heading:
            raise CgpError("column %d has no name" % number)
    _refuse_rivals(headings)
    columns = [str(foreign[heading] or "") if heading in foreign else heading for heading in headings]
    _refuse_rivals(columns)
    return columns


def _refuse_rivals(columns: Sequence[str]) -> None:
    """Each column must say of its own which option, or which key of an option, it holds."""
    first: dict[str, int] = {}
    for number, column in enumerate(columns, 1):
        if column:
            rival = first.setdefault(column, number)
            if rival != number:
                raise CgpError("columns %d and %d have the same name" % (rival, number))
    for column, number in first.items():
        option, dot, _key = column.partition(".")
        if dot and option in first:
            raise CgpError("columns %d and %d are an option and a key of it" % (first[option], number))


def _row(record: Record, columns: Sequence[str], place: Place) -> Row:
    problem = record.problem
    if problem is None and len(record.cells) != len(columns):
        problem = CgpError(
            "not as many cells as the header: %d instead of %d" % (len(record.cells), len(columns)),
            "A cell that holds what separates cells is put in quotation marks",
        )
    row = Row({}, place, problem)
    if problem is None:
        for column, cell in zip(columns, record.cells):
            if cell and column:
                option, _dot, key = column.partition(".")
                if key:
                    row.setdefault(option, {})[key] = cell
                else:
                    row[option] = cell
    return row
