# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plain data as YAML, without a library: targets have none. The same data gives the same text, a line for each value.

Text that YAML, old or new, could take for something else is in quotation marks, as in JSON.
"""

from __future__ import annotations

import json
import re
from typing import Any, Iterator, Mapping, Sequence

_PLAIN = re.compile(r"[A-Za-z_/][\w./@+-]*(?: [\w./@+(-][\w./@+()-]*)*", re.ASCII)
_WORDS = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null", "none"))


def yaml_of(value: Mapping[str, Any] | Sequence[Any]) -> str:
    """The text of a dictionary or a list."""
    return "".join("%s\n" % line for line in _lines(value))


def _lines(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping) and value:
        for name, item in value.items():
            yield from _item("%s:" % _scalar(name), item)
    elif isinstance(value, (list, tuple)) and value:
        for item in value:
            if _is_block(item):
                first, *others = _lines(item)
                yield "- %s" % first
                yield from ("  %s" % line for line in others)
            else:
                yield "- %s" % _scalar(item)
    else:
        yield _scalar(value)


def _item(head: str, item: Any) -> Iterator[str]:
    if _is_block(item):
        yield head
        yield from ("  %s" % line for line in _lines(item))
    else:
        yield "%s %s" % (head, _scalar(item))


def _is_block(value: Any) -> bool:
    return isinstance(value, (Mapping, list, tuple)) and bool(value)


def _scalar(value: Any) -> str:
    if isinstance(value, str) and _PLAIN.fullmatch(value) and value.lower() not in _WORDS:
        return value
    return "".join(map(_letter, json.dumps(value, ensure_ascii=False)))


def _letter(letter: str) -> str:
    """JSON leaves some as they are that YAML does not take, or takes for the end of a line."""
    if letter.isprintable() and letter != "\ufeff":
        return letter
    return json.dumps(letter)[1:-1] if letter <= "\uffff" else "\\U%08x" % ord(letter)
