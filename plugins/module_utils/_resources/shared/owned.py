# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What Named Tasks and mailing lists have in common: an owner among their settings, an Account of their own Domain."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, Callable, Mapping

from ..._cli.vocabulary.scope import NOTHING_KNOWN, Scope
from ..._engine import canon, shapes
from ..._engine.model import Edit, Facet, Field, Key, Resource, Values, fold, label
from ..._engine.shapes import Shape
from ..._engine.untold import Untold
from ...connector.errors import CgpError
from .names import address, domain_of, local_name
from .options import NAME, SETTINGS, SETTINGS_MODE
from .scope_names import domain_names
from .settings_commands import nulling

OWNER = Field("owner")
_KEY = "Owner"


def _settings_and_owner(values: Values) -> Any:
    """The object is one dictionary to the server: its owner is the setting Owner."""
    wanted = dict(values.get(SETTINGS.name) or {})
    if values.get(OWNER.name):
        wanted[_KEY] = values[OWNER.name]
    return wanted


def _told(settings: Values) -> Values:
    rest = {name: value for name, value in settings.items() if name != _KEY}
    owner = {OWNER.name: settings[_KEY]} if _KEY in settings else {}
    return {**owner, SETTINGS.name: rest}


def _settings(words: Scope) -> Shape:
    """Settings of which ``words`` are known, and the owner among them."""
    plain = shapes.settings(words)

    def compared(value: Any) -> Any:
        """The owner may be named with the Domain or without."""
        settings = plain.canon(value)
        if isinstance(settings, dict) and isinstance(settings.get(_KEY), str):
            settings[_KEY] = canon.address(local_name((settings[_KEY],)))
        return settings

    def target(have: Any, want: Any, whole: bool) -> Any:
        """There is always an owner, also when all settings are replaced."""
        after = plain.target(have, want, whole)
        return {_KEY: have[_KEY], **after} if _KEY in have else after

    def delta(have: Any, after: Any) -> Any:
        had, has = compared(have), compared(after)
        return {key: value for key, value in plain.delta(have, after).items() if had.get(key) != has.get(key)}

    return replace(plain, canon=compared, target=target, delta=delta)


_OTHER_KEY = re.compile("owner|account", re.IGNORECASE)


def _with_owner(settings: Any, facts: Mapping[str, Any]) -> Any:
    """What is read of an object, with a word on its owner.

    Where servers tell the owner is open. Only one that stands among the settings can be another by an update.
    """
    if _KEY in settings:
        return settings
    owner = facts.get("owner")
    mine = canon.address(local_name((str(owner),)))
    rest = {
        key: value
        for key, value in settings.items()
        if not (owner and _OTHER_KEY.search(key) and canon.address(local_name((str(value),))) == mine)
    }
    return {_KEY: Untold(owner), **rest}


def _sent(settings: Any) -> dict[str, Any]:
    """The settings as commands take them: the manual wants the owner without the Domain."""
    return {key: local_name((value,)) if key == _KEY else value for key, value in settings.items()}


def _owner_and_settings(values: Values) -> tuple[str, dict[str, Any]]:
    """What an object is created with; without an owner it cannot be."""
    settings = _sent(values.get(SETTINGS.name) or {})
    owner = settings.pop(_KEY, None)
    if not owner:
        raise CgpError("the option owner is missing", "What does not exist yet needs one, an Account of its Domain")
    return owner, settings


def _check_owner(key: Key, values: Values) -> None:
    """With another Domain's name the owner would silently be an Account of the same name here."""
    owner = str((values.get(SETTINGS.name) or {}).get(_KEY, ""))
    _name, at, domain = owner.partition("@")
    if at and fold(domain) != fold(domain_of(key)):
        raise CgpError("the owner %s must be an Account of the same Domain" % owner, "Name one without a Domain")


def _refuse_to_move(old: Key, new: Key) -> None:
    """The owner stays where it is, so what it owns does, too."""
    if fold(domain_of(old)) != fold(domain_of(new)):
        raise CgpError("%s cannot move to another Domain" % label(old), "Give both names with the same Domain")


def owned(
    *,
    noun: str,
    plural: str,
    list_option: str,
    find: Callable[..., Any],
    read: Callable[..., Any],
    create: Callable[..., Any],
    update: Callable[..., Any],
    rename: Callable[[Key, Key], Any],
    delete: Callable[..., Any],
    words: Scope = NOTHING_KNOWN,
) -> Resource:
    """A noun that belongs to an Account of its Domain; ``words`` is what is known of its settings.

    ``create`` and ``update`` are commands that take the name and the owner, or the settings; ``rename`` makes the
    command of the old and the new key.
    """

    def create_all(key: Key, values: Values) -> list[Any]:
        owner, settings = _owner_and_settings(values)
        return [create(key[0], owner), *([update(key[0], settings)] if settings else [])]

    def write(key: Key, edit: Edit) -> list[Any]:
        return [update(key[0], _sent(edit.delta))]

    def rename_in_place(old: Key, new: Key, values: Values) -> list[Any]:
        _refuse_to_move(old, new)
        return [rename(old, new)]

    return Resource(
        noun=noun,
        plural=plural,
        list_option=list_option,
        key=(NAME,),
        facets=(
            Facet(
                "settings",
                (OWNER, SETTINGS),
                _settings(words),
                read=read,
                completed=_with_owner,
                write=write,
                insist=nulling(lambda key, changes: update(key[0], changes)),
                from_options=_settings_and_owner,
                to_options=_told,
                created=True,
                mode=SETTINGS_MODE.name,
            ),
        ),
        extras=(SETTINGS_MODE,),
        find=find,
        scope=domain_of,
        scope_names=domain_names,
        name=local_name,
        member=address,
        create=create_all,
        rename=rename_in_place,
        delete=lambda key, values: [delete(key[0])],
        check=_check_owner,
        default_domain=True,
        purge=True,
        within={"domain": lambda name: [name]},
        after=("account",),
        told=True,
    )
