# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What Named Tasks and mailing lists have in common: an owner among their settings, an Account of their own Domain."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ..connector.errors import CgpError
from ..engine import canon, shapes
from ..engine.model import Field, Key, Values, fold
from .common import SETTINGS
from .names import domain_of, local_name

OWNER = Field("owner")
_KEY = "Owner"


def settings_and_owner(values: Values) -> Any:
    """The object is one dictionary to the server: its owner is the setting Owner."""
    wanted = dict(values.get(SETTINGS.name) or {})
    if values.get(OWNER.name):
        wanted[_KEY] = values[OWNER.name]
    return wanted


def _canon(value: Any) -> Any:
    """The owner may be named with the Domain or without."""
    settings = shapes.SETTINGS.canon(value)
    if isinstance(settings, dict) and isinstance(settings.get(_KEY), str):
        settings[_KEY] = canon.address(local_name((settings[_KEY],)))
    return settings


def _target(have: Any, want: Any, whole: bool) -> Any:
    """There is always an owner, also when all settings are replaced."""
    after = shapes.SETTINGS.target(have, want, whole)
    return {_KEY: have[_KEY], **after} if _KEY in have else after


def _delta(have: Any, after: Any) -> Any:
    had, has = _canon(have), _canon(after)
    return {key: value for key, value in shapes.SETTINGS.delta(have, after).items() if had.get(key) != has.get(key)}


OWNED_SETTINGS = replace(shapes.SETTINGS, canon=_canon, target=_target, delta=_delta)


def sent(settings: Any) -> dict[str, Any]:
    """The settings as commands take them: the manual wants the owner without the Domain."""
    return {key: local_name((value,)) if key == _KEY else value for key, value in settings.items()}


def owner_and_settings(values: Values) -> tuple[str, dict[str, Any]]:
    """What an object is created with; without an owner it cannot be."""
    settings = sent(values.get(SETTINGS.name) or {})
    owner = settings.pop(_KEY, None)
    if not owner:
        raise CgpError("the option owner is missing", "What does not exist yet needs an owner")
    return owner, settings


def check_owner(key: Key, values: Values) -> None:
    """With another Domain's name the owner would silently be an Account of the same name here."""
    _name, at, domain = str((values.get(SETTINGS.name) or {}).get(_KEY, "")).partition("@")
    if at and fold(domain) != fold(domain_of(key)):
        raise CgpError("the owner must be an Account of the same Domain", "Name it without a Domain")


def refuse_to_move(old: Key, new: Key) -> None:
    """The owner stays where it is, so what it owns does, too."""
    if fold(domain_of(old)) != fold(domain_of(new)):
        raise CgpError("it cannot move to another Domain", "Give both names with the same Domain")
