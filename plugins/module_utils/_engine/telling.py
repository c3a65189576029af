# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What servers tell of settings beyond what was set, and what they leave out.

The manual does not say, but for Domains and Accounts, whether a server tells settings that nobody set, with their
defaults; or tells none that has the value of its default; or computes some. By one reading nobody can tell a default
from what somebody has set to the same value, so that what the vocabulary knows of defaults decides, and where it knows
nothing, what is told was set.
"""

from __future__ import annotations

from typing import Any, Iterable, Iterator, Mapping, Sequence

from .._cli.default_word import DEFAULT
from .._cli.vocabulary.scope import Place, Scope
from . import canon

Settings = Mapping[str, Any]
InForce = Mapping[str, Sequence[Any]]

_NOTHING: Any = object()


class Telling:
    """A server tells what was set, and nothing else: so it is with whatever is no dictionary of settings."""

    def spared(self, before: Any, after: Any) -> Any:
        """``after`` with what is there though it is not wanted, and is the same as not set."""
        return after

    def unstated(self, before: Any, wanted: Any) -> dict[str, Any]:
        """What the server is likely to tell unasked, so that it is not said to it as though somebody wanted it."""
        return {}

    def stated(self, target: Any, unstated: Settings) -> Any:
        """What a command is told that replaces the whole."""
        return target

    def hidden(self, before: Any, after: Any, changed: Iterable[str], in_force: Any) -> bool:
        """Whether all that is wanted and not told is likely to be there: a server may tell nothing of a default.

        ``changed``: the keys that differ. ``in_force``: by setting, the values that may hold where nothing is told.
        """
        return False

    def asked_for(self, have: Any, wanted: Any, written: bool) -> list[str]:
        """The wanted settings that are not told, and may yet be there. ``written``: that was just accepted."""
        return []

    def part(self, told: Any, names: Iterable[str]) -> Settings:
        """What is told of these settings."""
        return {}


class TellingSettings(Telling):
    """A dictionary of settings of which ``words`` are known."""

    def __init__(self, words: Scope) -> None:
        self.words = words

    def is_unset(self, value: Any, place: Place) -> bool:
        """Whether what is told means the same as nothing: the known default, or an empty text or list."""
        if self.words.explicit:
            return False
        return value in ("", []) or is_default(value, place) or self._all_unset(value, place)

    def _all_unset(self, value: Any, place: Place) -> bool:
        return (
            isinstance(value, dict)
            and bool(value)
            and all(self.is_unset(item, place.below(name)) for name, item in value.items())
        )

    def spared(self, before: Settings, after: Settings) -> Settings:
        if after is before:
            return before
        root = self.words.root
        kept = {name: value for name, value in after.items() if not root.computes(name)}
        kept.update((name, value) for name, value in before.items() if root.computes(name))
        return self._spared(before, kept, root)

    def _spared(self, before: Settings, after: Settings, place: Place) -> dict[str, Any]:
        kept = dict(after)
        spelt = canon.by_spelling(after, place)
        for key, there in canon.by_spelling(before, place).items():
            had, below = before[there], place.below(key)
            if key not in spelt:
                if self.is_unset(had, below):
                    kept[there] = had
            elif isinstance(had, dict) and isinstance(after[spelt[key]], dict):
                kept[spelt[key]] = self._spared(had, after[spelt[key]], below)
        return kept

    def unstated(self, before: Settings, wanted: Settings) -> dict[str, Any]:
        """A server that tells all known defaults tells them unasked.

        That is a guess: what is left out is looked for afterwards, see ``settle``.
        """
        root, known = self.words.root, set() if self.words.explicit else set(known_defaults(self.words))
        there, named = canon.by_spelling(before, root), canon.by_spelling(wanted, root)
        if not known <= set(there):
            return {}
        unasked = [there[key] for key in known if key not in named]
        return {name: before[name] for name in unasked if is_default(before[name], root.below(name))}

    def stated(self, target: Settings, unstated: Settings) -> Settings:
        computes = self.words.root.computes
        return {name: value for name, value in target.items() if name not in unstated and not computes(name)}

    def hidden(self, before: Settings, after: Settings, changed: Iterable[str], in_force: InForce | None) -> bool:
        root = self.words.root
        if self.shows_a_default(before):
            return False
        there, spelt = canon.by_spelling(before, root), canon.by_spelling(after, root)
        keys = list(map(root.spelling, changed))
        if not keys:
            return False
        if not self.words.explicit:
            return all(
                key in spelt and self._hidden(before.get(there.get(key, key), _NOTHING), after[spelt[key]], root, key)
                for key in keys
            )
        told = in_force or {}
        return all(
            key in spelt
            and key not in there
            and bool(told.get(key))
            and all(is_same(value, after[spelt[key]], root.below(key)) for value in told[key])
            and is_default(after[spelt[key]], root.below(key))
            for key in keys
        )

    def _hidden(self, had: Any, wanted: Any, above: Place, key: str) -> bool:
        place = above.below(key)
        if had is _NOTHING or not isinstance(had, dict) or not isinstance(wanted, dict):
            return is_default(wanted, place) if had is _NOTHING else is_same(had, wanted, place)
        there = canon.by_spelling(had, place)
        return set(there) <= set(canon.by_spelling(wanted, place)) and all(
            self._hidden(had.get(there.get(name, name), _NOTHING), wanted[spelt], place, name)
            for name, spelt in canon.by_spelling(wanted, place).items()
        )

    def shows_a_default(self, have: Settings) -> bool:
        """A server that tells one setting with its default hides none."""
        root = self.words.root
        return any(is_default(value, root.below(name)) for name, value in have.items())

    def asked_for(self, have: Settings, wanted: Settings, written: bool) -> list[str]:
        missing = wanted.keys() - have.keys()
        if not missing:
            return []
        root = self.words.root
        there = canon.by_spelling(have, root)
        keys = [root.spelling(name) for name in missing if wanted[name] not in (None, DEFAULT)]
        likely = (key for key in keys if key not in there and (written or self._is_wanted_default(wanted, key)))
        asked = sorted(set(likely))
        return asked if written or not self.shows_a_default(have) else []

    def part(self, told: Settings, names: Iterable[str]) -> Settings:
        there = canon.by_spelling(told, self.words.root)
        return {name: told[there[name]] for name in names if name in there}

    def _is_wanted_default(self, wanted: Settings, key: str) -> bool:
        root = self.words.root
        return is_default(wanted[canon.by_spelling(wanted, root)[key]], root.below(key))


def known_defaults(words: Scope) -> Iterator[str]:
    """The names of the settings, or dictionaries of such, of which a default is known."""
    return (name for name in words.root.names() if words.root.below(name).default() is not None)


def is_default(value: Any, place: Place) -> bool:
    """Whether a value is the known default of its place."""
    default = place.default()
    return default is not None and is_same(value, default, place)


def is_same(one: Any, other: Any, place: Place) -> bool:
    return bool(canon.setting(one, place) == canon.setting(other, place))
