# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists of objects read from a file: JSON, JSON lines, YAML, or a table."""

from __future__ import annotations

import os
from itertools import chain
from typing import Any, Iterable, Iterator, Mapping

from .._engine.rows import Row
from ..connector.errors import CgpError
from .documents import YamlLoader, load_json, load_with, read_json, read_json_lines, read_yaml
from .files import within_bounds
from .table import read_table
from .text import decode, decoded, lines

_IN_LINES = ".jsonl"
_SUFFIXES = (".json", ".jsonl", ".yaml", ".yml", ".csv", ".tsv")
_TABLES = (".csv", ".tsv")


def read_source(
    path: str,
    pieces: Iterable[bytes],
    load_yaml: YamlLoader | None = None,
    options: Mapping[str, Any] | None = None,
) -> Iterator[Row]:
    """The objects that a file holds, one after the other; the suffix of ``path`` tells the format.

    ``pieces``: its content. Of JSON lines no more than one is held, so that such a file may have any size.

    JSON and YAML: a list of dictionaries. JSON lines: a dictionary each line. CSV: a table whose first line names the
    options. ``options`` are those of ``source_options``. What is wrong with a row is the row's problem, so that all can
    be told at once; CgpError is raised for what is wrong with the whole file.
    """
    given = {name: value for name, value in (options or {}).items() if value is not None}
    try:
        yield from _rows(path, pieces, load_yaml, given)
    except CgpError as error:
        raise CgpError("source %s: %s" % (path, error.message), error.hint) from error


def read_whole(path: str, content: bytes, load_yaml: YamlLoader | None = None) -> Mapping[str, Any]:
    """The dictionary that a file of JSON or YAML holds; nothing where it is empty. CgpError for anything else."""
    try:
        text = decode(content)
        whole = load_json(text) if path.endswith(".json") else load_with(load_yaml, text)
        if whole is not None and not isinstance(whole, dict):
            raise CgpError("the file must hold a dictionary")
    except CgpError as error:
        raise CgpError("source %s: %s" % (path, error.message), error.hint) from error
    return whole or {}


def _rows(
    path: str, pieces: Iterable[bytes], load_yaml: YamlLoader | None, given: Mapping[str, Any]
) -> Iterator[Row]:
    coming = iter(pieces)
    pieces = chain([next(coming, b"")], coming)  # first: what cannot be read has no format
    suffix = os.path.splitext(path)[1].lower()
    if suffix not in _SUFFIXES:
        raise CgpError("the file has no known format", "The name must end in %s" % ", ".join(_SUFFIXES))
    encoding = given.get("encoding")
    if suffix in _TABLES:
        text = "".join(decoded(within_bounds(pieces), encoding))
        return read_table(text, path, {"delimiter": "\t", **given} if suffix == ".tsv" else given)
    for name in ("delimiter", "columns"):
        if name in given:
            raise CgpError("source_options.%s is for tables" % name, "This file's name says that it is none")
    if suffix == _IN_LINES:
        return read_json_lines(lines(pieces, encoding), path)
    text = "".join(decoded(within_bounds(pieces), encoding))
    return read_json(text, path) if suffix == ".json" else read_yaml(text, path, load_yaml)
