# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Other wanted rows than those that somebody wrote down: options with something left out, respelt, of other values."""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping
from random import Random
from typing import Any

from ansible.module_utils.common.arg_spec import ArgumentSpecValidator
from ansible_collections.communigate.pro.plugins.module_utils._engine.model import Resource
from ansible_collections.communigate.pro.plugins.module_utils._host import argument_spec, option_rules

_NAMES = frozenset(("name", "domain", "account", "owner", "to", "address", "mailbox", "skin", "group", "list"))
_FLAGS = ("YES", "NO", "yes", True, False, "default")
_AMOUNTS = ("1K", "1024", "1024K", "1M", "1h", "3600", "007", 7, "unlimited", "-1", "default")
_TEXTS = ("default", "#5", "", "Grüße", 'quo"ted', "two words")
_AMOUNT = re.compile(r"-?[0-9]+[a-zA-Z]?|unlimited|never", re.IGNORECASE)
_TRIES = 5
"""How often options are altered until they are such as a module takes."""


def altered(resource: Resource, options: Mapping[str, Any], chance: Random) -> dict[str, Any]:
    """Options that Ansible would hand to the module; those that were given if none such are found."""
    for _try in range(_TRIES):
        other = _altered(resource, copy.deepcopy(dict(options)), chance)
        given = {"host": "127.0.0.1", "login": "postmaster", "password": "none", **other}
        validated = ArgumentSpecValidator(argument_spec(resource), **option_rules(resource)).validate(given)
        if not validated.error_messages:
            return other
    return dict(options)


def _altered(resource: Resource, options: dict[str, Any], chance: Random) -> dict[str, Any]:
    for name in list(options):
        if name != "name" and chance.random() < 0.1:
            del options[name]
    for name, option in argument_spec(resource).items():
        if option.get("choices") and name.endswith("_mode") and chance.random() < 0.3:
            options[name] = chance.choice(option["choices"])
    if chance.random() < 0.7:
        _alter(options, chance, 0)
    return options


def _alter(value: Any, chance: Random, depth: int) -> None:
    """Alters a structure of options in its place: leaves out, puts elsewhere, respells, and says other things."""
    if isinstance(value, list):
        if len(value) > 1 and chance.random() < 0.3:
            value.pop(chance.randrange(len(value)))
        if len(value) > 1 and chance.random() < 0.3:
            chance.shuffle(value)
        for item in value:
            _alter(item, chance, depth + 1)
    elif isinstance(value, dict):
        _alter_named(value, chance, depth)


def _alter_named(values: dict[str, Any], chance: Random, depth: int) -> None:
    for name, value in list(values.items()):
        if depth and chance.random() < 0.15:
            del values[name]
        elif isinstance(value, (dict, list)):
            _alter(value, chance, depth + 1)
        elif name in _NAMES:
            values[name] = _respelt(name, value, chance)
        elif depth and chance.random() < 0.3:
            values[name] = chance.choice((None, *_others(value)))


def _others(value: Any) -> tuple[Any, ...]:
    """Values of the same kind: one of another is a mistake, which a server may store as it likes."""
    if isinstance(value, bool) or str(value).lower() in ("yes", "no"):
        return _FLAGS
    if _AMOUNT.fullmatch(str(value)):
        return _AMOUNTS
    return (*_TEXTS, str(value).upper())


def _respelt(option: str, name: Any, chance: Random) -> Any:
    """A name, or a third of the time another spelling of it."""
    if not isinstance(name, str) or not name or chance.random() < 0.65:
        return name
    in_full = name.swapcase() if "@" in name or option == "domain" else name + "@example.org"
    return chance.choice((name.upper(), name.capitalize(), in_full))
