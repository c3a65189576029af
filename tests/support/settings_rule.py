# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What settings must be after a task, said of what was there and what was wanted, not of how it is brought about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ansible_collections.communigate.pro.plugins.module_utils._cli.secret_names import is_secret_key
from ansible_collections.communigate.pro.plugins.module_utils._cli.vocabulary.scope import NOWHERE, Place
from ansible_collections.communigate.pro.plugins.module_utils._engine import canon
from ansible_collections.communigate.pro.plugins.module_utils.connector import data

Removes = Callable[[Any], bool]


def removes(value: Any) -> bool:
    """What takes a key of settings away."""
    return value is None or value == "default"


def same(one: Any, other: Any) -> bool:
    """Whether two data objects are one and the same, their types included; the keys of a dictionary have no order."""
    return data.write(_in_order(one)) == data.write(_in_order(other))


def _in_order(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _in_order(value[key]) for key in sorted(value)}
    return [_in_order(item) for item in value] if isinstance(value, list) else value


def check_settings(
    had: Mapping[str, Any],
    want: Mapping[str, Any],
    has: Mapping[str, Any],
    whole: bool = False,
    removes: Removes = removes,
    place: Place = NOWHERE,
) -> None:
    """Assert that ``has`` is what there must be: ``want`` are data objects, as an option's value becomes them.

    ``place``: what the vocabulary knows of the settings, by which their values are compared.
    """
    for key, value in had.items():
        if key not in want:
            assert (key in has) == (not whole or is_secret_key(key)), key
            assert key not in has or same(has[key], value), key
    assert has.keys() <= had.keys() | want.keys()
    for key, value in want.items():
        if removes(value):
            assert key not in has or same(has[key], had[key]) and same(has[key], value), key
        elif not isinstance(value, dict):
            wanted = canon.setting(value, place.below(key))
            assert canon.setting(has[key], place.below(key)) == wanted, key
            if key in had and canon.setting(had[key], place.below(key)) == wanted:
                assert same(has[key], had[key]) or _has_number(value), key
        else:
            inner = had[key] if isinstance(had.get(key), dict) else {}
            check_settings(inner, value, has.get(key, {}), whole, removes, place.below(key))
            assert key in has or only_removes(value, removes) and not isinstance(had.get(key), dict), key


def has_secret(value: Any) -> bool:
    """Whether the name of a secret is among the keys, at any depth."""
    if isinstance(value, dict):
        return any(is_secret_key(key) or has_secret(item) for key, item in value.items())
    return isinstance(value, list) and any(map(has_secret, value))


def _has_number(value: Any) -> bool:
    """Whether a number is wanted as a number: then that is sent, whatever is there."""
    if isinstance(value, dict):
        return any(map(_has_number, value.values()))
    return any(map(_has_number, value)) if isinstance(value, list) else isinstance(value, int)


def only_removes(wanted: Mapping[str, Any], removes: Removes = removes) -> bool:
    """Whether a dictionary has keys, and only such as are to go: then nothing is made for it."""
    return bool(wanted) and all(
        removes(value) or isinstance(value, dict) and only_removes(value, removes) for value in wanted.values()
    )
