# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a server holds, in a form in which the spellings of one value are equal."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

from ansible_collections.communigate.pro.plugins.module_utils._cli.vocabulary.services import SERVICES

Flat = dict[tuple[str, ...], str]

_SERVICES = ("accessmodes", "domainaccessmodes")
_SETS = ("subscription", "rights")
_NUMBERS = {each.name.lower(): int(each.values[0][0]) for each in SERVICES if each.values}

# What a server counts and draws on its own.
_BY_THE_WAY = frozenset(("statistics", "counters", "logins", "confirmation_id"))

_AMOUNT = re.compile(r"([0-9]{1,15})([kmgtshdw])")
_SIZES = {"k": 1 << 10, "m": 1 << 20, "g": 1 << 30, "t": 1 << 40}
_PERIODS = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800}
_PERIOD_KEY = re.compile(r"period$|timeout$|interval$")
_DRAWN_NAME = re.compile(r"[0-9a-f]{16}")


def flat(state: Any) -> Flat:
    """A state as paths and plain texts, in which the spellings of one value are equal."""
    found: Flat = {}
    _flatten(state, (), found)
    return found


def _flatten(value: Any, path: tuple[str, ...], found: Flat) -> None:
    parts = _parts(value, path)
    if parts is None:
        found[path] = _text(value, path)
    elif not parts:
        found[path] = ""
    for name, item in parts or ():
        _flatten(item, (*path, name), found)


def _parts(value: Any, path: tuple[str, ...]) -> list[tuple[str, Any]] | None:
    """What a value consists of, each part with its name; None if it is a text, or what is told as one."""
    if isinstance(value, dict):
        if len(value) == 1 and next(iter(value)).startswith("$"):  # a data object that JSON has not
            return None
        kept = {name: item for name, item in value.items() if name not in _BY_THE_WAY}
        return [
            (_drawn(item) if _DRAWN_NAME.fullmatch(name) else _name(name, path), item) for name, item in kept.items()
        ]
    if isinstance(value, list) and path[-1] not in _SERVICES and any(isinstance(each, (dict, list)) for each in value):
        names = [each.get("name") if isinstance(each, dict) else None for each in value]
        return [(_name(str(name or number), path), each) for number, (name, each) in enumerate(zip(names, value))]
    return None


def _text(value: Any, path: tuple[str, ...]) -> str:
    if isinstance(value, dict):
        (value,) = value.values()
    if path[-2:-1] == ("addresses",) and isinstance(value, str):
        return _addresses(value)
    if not isinstance(value, list):
        return _plain(value, path)
    if path[-1] in _SERVICES:
        return _services(list(map(str, value)))
    texts = [_plain(each, path) for each in value]
    return ",".join(sorted(texts) if path[-1] in _SETS else texts)


def _services(words: list[str]) -> str:
    """All services that are enabled: those that are named, and all with numbers beyond the first element."""
    number = int(words[0]) if words and words[0].isdecimal() else max(_NUMBERS.values())
    implied = {name for name, own in _NUMBERS.items() if own > number}
    return ",".join(sorted(implied | {word.lower() for word in words if not word.isdecimal()}))


def _addresses(text: str) -> str:
    """A list of network addresses without comments and brackets."""
    entries = [line.partition(";")[0] for line in text.split("\n")]
    return "\n".join(re.sub(r"[\[\]\s]", "", entry) for entry in entries if entry.strip())


def _name(name: str, path: tuple[str, ...]) -> str:
    return _bare(name, path).lower()


def _drawn(item: Any) -> str:
    """What stands for a name that the server has drawn: what is under it."""
    return "drawn for %s" % json.dumps(item, sort_keys=True).lower()


def _bare(text: str, path: tuple[str, ...]) -> str:
    """A name without its Domain, also one that begins a path, ``~user@domain/path``: that of the tests, or the own."""
    if "@" not in text:
        return text
    return _in_domain(path[1] if path[:1] == ("domains",) and len(path) > 1 else "").sub(r"\1", text)


@cache
def _in_domain(own: str) -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in ("example.com", "example.org", own) if name)
    return re.compile(r"^(~[^/@]*)@(?:{0})(?=/)|@(?:{0})$".format(names))


def _plain(value: Any, path: tuple[str, ...]) -> str:
    text = _bare(str(value), path).lower().strip()
    if text in ("unlimited", "never"):
        return "-1"
    amount = _AMOUNT.fullmatch(text)
    units = _PERIODS if path and _PERIOD_KEY.search(path[-1]) else _SIZES
    if amount and amount.group(2) in units:
        return str(int(amount.group(1)) * units[amount.group(2)])
    return text[1:-1] if text[:1] == "[" and text[-1:] == "]" else text
