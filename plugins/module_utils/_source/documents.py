# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists of dictionaries: JSON, JSON lines and YAML."""

from __future__ import annotations

import json
from typing import Any, Callable, Iterable, Iterator

from .._engine.rows import Place, Row, taken
from ..connector.errors import CgpError

YamlLoader = Callable[[str], Any]


def read_json(text: str, file: str) -> Iterator[Row]:
    return _one_by_one(load_json(text), file)


def read_yaml(text: str, file: str, load_yaml: YamlLoader | None) -> Iterator[Row]:
    return _one_by_one(load_with(load_yaml, text), file)


def load_with(load_yaml: YamlLoader | None, text: str) -> Any:
    """The data of a YAML text. CgpError tells where that ends which is YAML."""
    if load_yaml is None:
        raise CgpError("YAML cannot be read here", "Use JSON or CSV, or run the task through the action plugin")
    try:
        return load_yaml(text)
    except Exception as error:
        # Not the loader's own message, which shows lines of the file: a password may stand there.
        raise CgpError("not YAML%s" % _yaml_place(error)) from None


def read_json_lines(lines: Iterable[str], file: str) -> Iterator[Row]:
    """A line that cannot be read has a problem, and the next one goes on."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            place = Place(file, "line", number)
            try:
                yield _row(load_json(line), place)
            except CgpError as error:
                yield Row({}, place, error)


def _one_by_one(loaded: Any, file: str) -> Iterator[Row]:
    """The items of a list, which goes as they come."""
    if not isinstance(loaded, list):
        raise CgpError("the file must hold a list")
    for number, item in enumerate(taken(loaded), 1):
        yield _row(item, Place(file, "item", number))


def _row(item: Any, place: Place) -> Row:
    if isinstance(item, dict):
        return Row(item, place)
    return Row({}, place, CgpError("this is no dictionary", "Name its options, as in name: value"))


def load_json(text: str) -> Any:
    """The data of a JSON text. CgpError for what is none."""
    try:
        return json.loads(text)
    except ValueError as error:
        raise CgpError("not JSON: %s" % error) from None
    except RecursionError:
        raise CgpError("too many levels of nesting") from None


def _yaml_place(error: BaseException) -> str:
    """Where a YAML loader stopped, if it says so: PyYAML's errors, alone or as the cause of another, have a mark."""
    cause: BaseException | None = error
    while cause is not None:
        error = cause
        cause = error.__cause__ or getattr(error, "orig_exc", None)  # the latter before ansible-core 2.19
    mark = getattr(error, "problem_mark", None)
    return ": line %d, column %d" % (mark.line + 1, mark.column + 1) if mark is not None else ""
