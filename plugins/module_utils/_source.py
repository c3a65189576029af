# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists of objects read from a file: JSON, JSON lines, YAML or CSV. And the files of a directory."""

from __future__ import annotations

import csv
import json
import os
import re
from typing import Any, Callable, Iterator, Sequence

from .connector.errors import CgpError

FORMATS = ("json", "jsonl", "yaml", "csv")
_BY_SUFFIX = {".json": "json", ".jsonl": "jsonl", ".yaml": "yaml", ".yml": "yaml", ".csv": "csv"}

_LINE = re.compile(r"[^\n]*\n|[^\n]+")

YamlLoader = Callable[[str], Any]


def read_source(path: str, text: str, load_yaml: YamlLoader | None = None) -> Iterator[dict[str, Any]]:
    """The objects that a file's ``text`` holds, one after the other; the suffix of ``path`` tells the format.

    JSON and YAML: a list of dictionaries. JSON lines: a dictionary each line. CSV: a header line names the options;
    ``settings.RealName`` is the key RealName of the option settings; an empty cell is no value. Raises CgpError with
    the file, and the line where there is one.
    """
    suffix = os.path.splitext(path)[1].lower()
    text = text[1:] if text.startswith("\ufeff") else text
    if suffix not in _BY_SUFFIX:
        raise CgpError("source %s has no known format" % path, "The name must end in %s" % ", ".join(_BY_SUFFIX))
    try:
        for number, row in enumerate(_READERS[_BY_SUFFIX[suffix]](text, load_yaml), 1):
            if not isinstance(row, dict):
                raise CgpError("item %d is no dictionary" % number)
            yield row
    except CgpError as error:
        raise CgpError("source %s: %s" % (path, error.message), error.hint) from error


def _read_json(text: str, load_yaml: YamlLoader | None) -> Iterator[Any]:
    return _one_by_one(_load_json(text, ""))


def _one_by_one(loaded: Any) -> Iterator[Any]:
    """The items of a list, of which nothing is kept: there may be a hundred thousand."""
    if not isinstance(loaded, list):
        raise CgpError("the file must hold a list")
    loaded.reverse()
    while loaded:
        yield loaded.pop()


def _load_json(text: str, where: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        raise CgpError("%snot JSON: %s" % (where, error)) from None
    except RecursionError:
        raise CgpError("%stoo many levels of nesting" % where) from None


def _read_jsonl(text: str, load_yaml: YamlLoader | None) -> Iterator[Any]:
    for number, line in enumerate(_lines(text), 1):
        if line.strip():
            yield _load_json(line, "line %d: " % number)


def _lines(text: str) -> Iterator[str]:
    """The lines with their ends, without a copy of the text (io.StringIO's would be four times its size).

    Only a line feed ends a line: JSON's strings may hold what str.splitlines takes for a line end.
    """
    return (match.group() for match in _LINE.finditer(text))


def _read_yaml(text: str, load_yaml: YamlLoader | None) -> Iterator[Any]:
    if load_yaml is None:
        raise CgpError("YAML cannot be read here", "Use JSON or CSV, or run the task through the action plugin")
    try:
        loaded = load_yaml(text)
    except Exception as error:
        # Not the loader's own message, which shows lines of the file: a password may stand there.
        raise CgpError("not YAML%s" % _yaml_place(error)) from None
    return _one_by_one(loaded)


def _yaml_place(error: BaseException) -> str:
    """Where a YAML loader stopped, if it says so: PyYAML's errors, alone or as the cause of another, have a mark."""
    cause: BaseException | None = error
    while cause is not None:
        error = cause
        cause = error.__cause__ or getattr(error, "orig_exc", None)  # the latter before ansible-core 2.19
    mark = getattr(error, "problem_mark", None)
    return ": line %d, column %d" % (mark.line + 1, mark.column + 1) if mark is not None else ""


def _read_csv(text: str, load_yaml: YamlLoader | None) -> Iterator[Any]:
    reader = csv.DictReader(_lines(text), strict=True)
    try:
        _check_header([column.strip() for column in reader.fieldnames or ()])
        yield from _rows_of_table(reader)
    except csv.Error as error:
        # The line that could not be read is not counted by the DictReader itself.
        raise CgpError("line %d is not CSV: %s" % (reader.reader.line_num, error)) from None


def _check_header(columns: Sequence[str]) -> None:
    """Each column must say of its own which option, or which key of an option, it holds."""
    for column in columns:
        if not column:
            raise CgpError("a column has no name")
        if columns.count(column) > 1 or column.partition(".")[0] in set(columns) - {column}:
            raise CgpError("the column %s does not go with another one of that name" % column)


def _rows_of_table(reader: csv.DictReader[str]) -> Iterator[dict[str, Any]]:
    for record in reader:
        if None in record or None in record.values():
            raise CgpError("line %d has not as many cells as the header" % reader.line_num)
        row: dict[str, Any] = {}
        for column, cell in record.items():
            if cell != "":
                option, _dot, key = column.strip().partition(".")
                if key:
                    row.setdefault(option, {})[key] = cell
                else:
                    row[option] = cell
        if row:
            yield row


def files_below(path: str) -> Iterator[str]:
    """The names of the files in a directory and below it, with slashes, in the order of the alphabet.

    What begins with a dot is left out: it belongs to version control or to a desktop. A directory that is a link is
    not followed, for it may lead back. Raises CgpError for what cannot be listed.
    """
    for directory, below, files in os.walk(path, onerror=_refuse_directory):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                yield os.path.relpath(os.path.join(directory, name), path).replace(os.sep, "/")


def _refuse_directory(error: OSError) -> None:
    raise CgpError("source %s cannot be read: %s" % (error.filename, error)) from error


_READERS = {"json": _read_json, "jsonl": _read_jsonl, "yaml": _read_yaml, "csv": _read_csv}
