# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Router Tables, each one multi-line string to the server: the manual, Server Settings."""

from __future__ import annotations

import re
from typing import Any, Sequence

from .._cli.sections.server_settings import GETCLUSTERROUTERTABLE, GETROUTERTABLE, SETCLUSTERROUTERTABLE, SETROUTERTABLE
from .._engine.model import Facet, Field, Key, Resource, Values, Whole
from .._engine.shapes import Shape
from ..connector.errors import CgpError

_COMMANDS = {
    "server": (GETROUTERTABLE, SETROUTERTABLE),
    "cluster": (GETCLUSTERROUTERTABLE, SETCLUSTERROUTERTABLE),
}
_LINE_END = re.compile(r"\r\n|\r|\n")
"""Not all that str.splitlines takes for one: a comment may hold anything."""
_MARK = "{mark}"
_PARTS = ("lines", "text")
_BLOCK = "block"
_MODE = Field("mode", choices=("replace", _BLOCK), default="replace")


def _from_options(values: Values) -> Any:
    """What is wanted: ``lines`` of the whole table or of a block, and where that is."""
    given = [part for part in _PARTS if part in values]
    if len(given) != 1:
        raise CgpError("either lines or text is needed, and not both", "Give one of them")
    said = values[given[0]]
    lines = _lines(said) if isinstance(said, str) else [line for item in said for line in _lines(item) or [""]]
    return {"lines": lines, "place": values["place"], "marker": values["marker"]}


def _lines(text: str) -> list[str]:
    """The lines of a text, whether the last one has an end or not."""
    *lines, rest = _LINE_END.split(text)
    return [*lines, rest] if rest else lines


def _check(key: Key, values: Values) -> None:
    if values[_MODE.name] == _BLOCK and "table" in values:
        _check_block(values["table"])


def _check_block(want: Values) -> None:
    marker = want["marker"]
    if _MARK not in marker or not marker.startswith(";") or len(_lines(marker)) != 1:
        raise CgpError(
            "the marker is no comment with %s in it: %s" % (_MARK, marker),
            "Begin it with a semicolon, like ; %s of a block" % _MARK,
        )
    own = {_canon_line(line) for line in want["lines"]} & set(map(_canon_line, _ends(marker)))
    if own:
        raise CgpError(
            "the lines of a block cannot hold its own marker: %s" % ", ".join(sorted(own)),
            "Remove it: the task puts the markers around the lines",
        )


def _ends(marker: str) -> list[str]:
    """The lines that stand before and behind a block."""
    return [marker.replace(_MARK, mark) for mark in ("BEGIN", "END")]


def _target(have: Sequence[str], want: Any, whole: bool) -> Any:
    """The table that there should be. A block without lines goes, and its markers with it."""
    if whole:
        return want["lines"]
    table, (begin, end) = list(have), _ends(want["marker"])
    block = [begin, *want["lines"], end] if want["lines"] else []
    place = _place(table, begin, end)
    if place is not None:
        first, last = place
        return table[:first] + block + table[last + 1 :]
    return block + table if want["place"] == "start" else table + block


def _place(table: Sequence[str], begin: str, end: str) -> tuple[int, int] | None:
    """Where a block begins and ends, or None. CgpError when that is not plain: lines of others might get lost."""
    lines = [_canon_line(line) for line in table]
    firsts, lasts = ([n for n, line in enumerate(lines) if line == _canon_line(mark)] for mark in (begin, end))
    if not firsts and not lasts:
        return None
    if len(firsts) != 1 or len(lasts) != 1 or firsts > lasts:
        raise CgpError(
            "the markers of the block are not in the table as one pair",
            "Nothing was changed. Let there be one line %s and one line %s behind it, or neither" % (begin, end),
        )
    return firsts[0], lasts[0]


def _canon(lines: Any) -> Any:
    """Lines in their order. The number of spaces, and empty lines at the end, say nothing."""
    canonical = [_canon_line(line) for line in lines]
    while canonical and not canonical[-1]:
        canonical.pop()
    return canonical


def _canon_line(line: str) -> str:
    return " ".join(line.split())


TABLE = Shape(empty=(), canon=_canon, target=_target)

ROUTER_TABLE = Resource(
    noun="Router Table",
    plural="Router Tables",
    list_option="tables",
    key=(Field("scope", choices=tuple(_COMMANDS), default="server"),),
    facets=(
        Facet(
            "table",
            (
                Field("lines", type="list", elements="str", free=True),
                Field("text", free=True),
                Field("place", choices=("start", "end"), default="end"),
                Field("marker", default="; {mark} managed by Ansible"),
            ),
            TABLE,
            read=lambda scope: _COMMANDS[scope][0](),
            from_reply=lambda reply: _lines(str(reply or "")),
            write=lambda key, edit: [Whole(_COMMANDS[key[0]][1]("\n".join(edit.after)))],
            from_options=_from_options,
            to_options=lambda lines: {"lines": list(lines)},
            mode=_MODE.name,
        ),
    ),
    extras=(_MODE,),
    check=_check,
    within={"server": lambda: [("server",)], "cluster": lambda: [("cluster",)]},
)
