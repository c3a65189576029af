# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A report as a table for spreadsheets: a line for each row that the page would have, and no other text than that."""

from __future__ import annotations

import csv
import io
from typing import Iterator

from .differences import visible
from .model import Entry, Report, Section, Server
from .words import Words

_FORMULAS = ("=", "+", "-", "@")
"""How what a spreadsheet takes for a formula begins, and so may run when the file is opened."""
_AS_TEXT = "'"
"""In front of a text it tells a spreadsheet that it is one."""


def as_csv(report: Report) -> str:
    """The text of the file, as RFC 4180 has it, with all values in quotation marks."""
    words = report.words
    written = io.StringIO()
    table = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    table.writerow(["Server", words.section.capitalize(), words.kind_head, "Object", *words.columns, "Why"])
    for server in report.servers:
        for cells in _lines(words, server):
            table.writerow([as_text(cell) for cell in cells])
    return written.getvalue()


def as_text(cell: str) -> str:
    """A value that no spreadsheet takes for a formula; letters that do not show, line ends too, as their codes."""
    shown = visible(cell)
    return _AS_TEXT + shown if shown.lstrip().startswith(_FORMULAS) else shown


def _lines(words: Words, server: Server) -> Iterator[list[str]]:
    nothing = [""] * len(words.columns)
    if server.note:
        yield [server.name, "", words.failed, "", *nothing, server.note]
    for section in server.sections:
        for entry in section.entries:
            yield from _entry(words, server, section, entry)
        if section.note:
            yield [server.name, section.name, words.failed, "", *nothing, section.note]


def _entry(words: Words, server: Server, section: Section, entry: Entry) -> Iterator[list[str]]:
    head = [server.name, section.name, entry.kind, entry.name]
    if entry.kind == words.failed:
        yield [*head, *[""] * len(words.columns), entry.note]
        return
    rows, _more = words.rows(entry)
    for row in rows:
        told = ["; ".join(cell.lines) if cell.lines is not None else cell.otherwise for cell in row.cells]
        yield [*head, row.place, *told, ""]
