# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What must hold of a step whatever the habits of a server are: tests/unit/habits asserts it.

1. The second run sends no write, and the first ends in the wanted state and says so.
2. Nothing is lost that goes in the same step without habits.
3. What a server cannot be brought to is an error or a warning that says something, not a task that changes for ever.
4. No reply ends in a Python error: that would be raised.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from ansible_collections.communigate.pro.plugins.module_utils._cli.vocabulary.services import SERVICES
from ansible_collections.communigate.pro.plugins.module_utils.simulator.habits import verbs

from support import habit_defaults
from support.habit_rehearsal import Taken, found_in

Flat = dict[tuple[str, ...], str]

# What such a server cannot be brought to; then a run may say so and fail, which is no failure for ever but the truth.
MAY_REFUSE = frozenset((
    "merges-set", "delete-ignored", "hides-secrets", "drops-unknown", "unknown-members-dropped",
    "unknown-members-refused", "unknown-rights-dropped", "unknown-rights-refused", "unknown-services-dropped",
    "unknown-services-refused",
))  # fmt: skip

_HIDING = frozenset(("hides-secrets", "no-file-extension"))
"""What such a server does not show may be asked for on every run: ``update_secrets`` or ``update_type: always``."""
_SERVICES = ("accessmodes", "domainaccessmodes")
_SETS = ("subscription", "rights")
_NUMBERS = {each.name.lower(): int(each.values[0][0]) for each in SERVICES if each.values}

# What a task says of settings that a server does not show as they were wanted.
_NOT_SHOWN = re.compile(r"each run (?:tries again|sets them again).*: \w+\.\w+")

# What a server counts and draws on its own.
_BY_THE_WAY = frozenset(("statistics", "counters", "logins", "confirmation_id"))

_PYTHON_ERROR = re.compile(r"Traceback|(?:Type|Key|Attribute|Index|Value)Error|has no attribute|not subscriptable")
_AMOUNT = re.compile(r"([0-9]{1,15})([kmgtshdw])")
_SIZES = {"k": 1 << 10, "m": 1 << 20, "g": 1 << 30, "t": 1 << 40}
_PERIODS = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800}
_PERIOD_KEY = re.compile(r"period$|timeout$|interval$")
_DRAWN_NAME = re.compile(r"[0-9a-f]{16}")


def complaints(habits: Sequence[str], alone: Taken, taken: Taken, again: Sequence[str]) -> Iterator[str]:
    """What is wrong with a step that was taken at a server with habits; ``alone`` is the same step without."""
    errors = [text for result in taken.results for text in found_in(result)]
    if _PYTHON_ERROR.search(" ".join(errors)):
        yield "a Python error: %s" % errors[0]
    if errors and not set(habits) & MAY_REFUSE:
        yield "failed: %s" % errors[0]
    if any(result.get("failed") and not found_in(result) for result in taken.results):
        yield "failed without a word"
    if taken.wrote[1] != list(again) and not errors and not (_sets_again(habits, taken) or _tries_again(taken)):
        yield "the second run wrote %s" % ", ".join(taken.wrote[1])
    before, after, wanted = flat(taken.states[0]), flat(taken.states[-1]), flat(alone.states[-1])
    gone = sorted(path for path in before if path not in after and path in wanted and not _inside(after, path))
    shown_anyway = _shown_anyway(habits)
    gone = [path for path in gone if not shown_anyway(path, before[path])]
    if gone:
        yield "lost %s" % shown(gone)
    if errors or any(result.get("warnings") for result in taken.results):
        return
    yield from left_undone(habits, alone, taken)
    if bool(taken.wrote[0]) != bool(taken.results[0].get("changed")):
        yield "wrote %s and said changed: %s" % (taken.wrote[0], taken.results[0].get("changed"))


def _sets_again(habits: Sequence[str], taken: Taken) -> bool:
    """Whether each run says that it sets again what such a server does not show."""
    told = [" ".join(result.get("warnings") or ()) for result in taken.results]
    return bool(_HIDING & set(habits)) and all("each run sets it again" in warnings for warnings in told)


def unfinished(habits: Sequence[str], alone: Taken, taken: Taken) -> bool:
    """Whether a server was not brought to what is wanted, as it was said: what comes then need not be the same."""
    if any(result.get("failures") or result.get("failed") for result in taken.results):
        return True
    return any(result.get("warnings") for result in taken.results) and any(left_undone(habits, alone, taken))


def left_undone(habits: Sequence[str], alone: Taken, taken: Taken) -> Iterator[str]:
    """How the server is other than it is wanted to be. What one of both had from the start is not the step's doing."""
    before, after = flat(taken.states[0]), flat(taken.states[-1])
    wanted, was = flat(alone.states[-1]), flat(alone.states[0])
    shown_anyway = _shown_anyway(habits)
    missing = sorted(
        path for path in wanted if path not in {**after, **before, **was} and not _inside(after, path)
    )  # fmt: skip
    missing = [path for path in missing if not shown_anyway(path, wanted[path])]
    other = sorted(path for path in wanted if path in after and after[path] != wanted[path])
    more = sorted(path for path in after if path not in wanted and (path in was or path not in before))
    whole = bool(set(taken.wrote[0]) & (verbs.REPLACING | verbs.RECORDS_WRITTEN))
    more = [
        path for path in more if not (shown_anyway(path, after[path]) and _had_to_stay(path, before, whole))
    ]
    for what, paths in (("not there", missing), ("other than wanted", other), ("there though not wanted", more)):
        if paths:
            yield "%s: %s" % (what, shown(paths))


def _tries_again(taken: Taken) -> bool:
    """Whether a second run changed nothing, and both named the settings that the server does not show as wanted.

    Where no default is known, what is shown may as well have been set since, and what is not shown may be missing:
    then there is no other way to bring the server to what is wanted.
    """
    told = [any(map(_NOT_SHOWN.search, result.get("warnings") or ())) for result in taken.results]
    return all(told) and taken.results[1].get("changed") is False


def _shown_anyway(habits: Sequence[str]) -> Callable[[tuple[str, ...], str], bool]:
    """Whether a server with these habits tells the same, be the text in its state or not."""
    if not habit_defaults.HABITS & set(habits):
        return lambda path, text: False
    return lambda path, text: habit_defaults.is_default(path, text, flat)


def _had_to_stay(path: tuple[str, ...], before: Flat, whole: bool) -> bool:
    """Whether a client could not know that nobody has set this: it was there, but not shown, or no default is known of
    what is written as a ``whole``, as dictionaries inside of settings always are.
    """
    return path in before or ((whole or len(path) > _depth(path)) and not habit_defaults.is_known(path))


def _depth(path: tuple[str, ...]) -> int:
    """How long the path to a setting is that is not inside of another."""
    return path.index("settings") + 2 if "settings" in path else 4


def _inside(state: Flat, path: tuple[str, ...]) -> bool:
    """Whether something is where there was nothing."""
    return any(other[: len(path)] == path for other in state)


def shown(paths: Sequence[tuple[str, ...]]) -> str:
    return ", ".join("/".join(path) for path in paths[:3])


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
    own = "|%s" % re.escape(path[1]) if path[:1] == ("domains",) and len(path) > 1 else ""
    return re.sub(r"^(~[^/@]*)@(?:{0})(?=/)|@(?:{0})$".format(r"example\.com|example\.org" + own), r"\1", text)


def _plain(value: Any, path: tuple[str, ...]) -> str:
    text = _bare(str(value), path).lower().strip()
    if text in ("unlimited", "never"):
        return "-1"
    amount = _AMOUNT.fullmatch(text)
    units = _PERIODS if path and _PERIOD_KEY.search(path[-1]) else _SIZES
    if amount and amount.group(2) in units:
        return str(int(amount.group(1)) * units[amount.group(2)])
    return text[1:-1] if text[:1] == "[" and text[-1:] == "]" else text
