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

import re
from collections.abc import Callable, Iterator, Sequence

from ansible_collections.communigate.pro.plugins.module_utils.simulator.habits import verbs

from support import habit_defaults
from support.habit_rehearsal import Taken, found_in
from support.habit_state import Flat, flat

# What such a server cannot be brought to; then a run may say so and fail, which is no failure for ever but the truth.
MAY_REFUSE = frozenset((
    "merges-set", "delete-ignored", "hides-secrets", "drops-unknown", "unknown-members-dropped",
    "unknown-members-refused", "unknown-rights-dropped", "unknown-rights-refused", "unknown-services-dropped",
    "unknown-services-refused",
))  # fmt: skip

_HIDING = frozenset(("hides-secrets", "no-file-extension"))
"""What such a server does not show may be asked for on every run: ``update_secrets`` or ``update_type: always``."""

# What a task says of settings that a server does not show as they were wanted.
_NOT_SHOWN = re.compile(r"each run (?:tries again|sets them again).*: \w+\.\w+")

_PYTHON_ERROR = re.compile(r"Traceback|(?:Type|Key|Attribute|Index|Value)Error|has no attribute|not subscriptable")


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
    before, after, wanted = taken.before, taken.after, alone.after
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
    """Whether each run that does not make the object says that it sets again what such a server does not show."""
    told = [" ".join(result.get("warnings") or ()) for result in taken.results[1:]]
    return bool(_HIDING & set(habits)) and all("each run sets it again" in warnings for warnings in told)


def unfinished(habits: Sequence[str], alone: Taken, taken: Taken) -> bool:
    """Whether a server was not brought to what is wanted, as it was said: what comes then need not be the same."""
    if any(result.get("failures") or result.get("failed") for result in taken.results):
        return True
    return any(result.get("warnings") for result in taken.results) and any(left_undone(habits, alone, taken))


def left_undone(habits: Sequence[str], alone: Taken, taken: Taken) -> Iterator[str]:
    """How the server is other than it is wanted to be. What one of both had from the start is not the step's doing."""
    before, after, wanted, was = taken.before, taken.after, alone.after, alone.before
    shown_anyway = _shown_anyway(habits)
    missing = sorted(
        path for path in wanted if path not in {**after, **before, **was} and not _inside(after, path)
    )  # fmt: skip
    missing = [path for path in missing if not shown_anyway(path, wanted[path])]
    other = sorted(path for path in wanted if path in after and after[path] != wanted[path])
    more = sorted(
        path
        for path in after
        if path not in wanted and (path in was or path not in before) and not _inside(wanted, path)
    )
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
