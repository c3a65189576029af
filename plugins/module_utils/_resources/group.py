# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Groups, and what can be read of them: the manual, Group Administration; settings in protocol.md section 6.7."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any

from .._cli.sections.group import CREATEGROUP, DELETEGROUP, GETGROUP, LISTGROUPS, RENAMEGROUP, SETGROUP
from .._cli.vocabulary import group as vocabulary
from .._engine import shapes
from .._engine.info import Info
from .._engine.inner_names import folding, one_spelling
from .._engine.model import Facet, Field, Home, Resource, Values
from .._engine.shapes import Shape
from .shared.across_domains import across_domains
from .shared.listed import NAMES_AND_DOMAIN, named_or_all
from .shared.names import address, domain_of, group_names_in_domain, local_name
from .shared.options import NAME, SETTINGS, SETTINGS_MODE, given
from .shared.scope_names import domain_names, homes
from .shared.settings_commands import setting_whole

_SETTINGS = shapes.settings(vocabulary.GROUP)
_KEY = "Members"
MEMBERS = Field("members", type="list", elements="str")


def _settings_and_members(values: Values) -> Any:
    """A Group is one dictionary to the server: its members are the setting Members."""
    wanted = dict(values.get(SETTINGS.name) or {})
    if MEMBERS.name in values:
        wanted[_KEY] = values[MEMBERS.name]
    return wanted


def _told(settings: Values) -> Values:
    """The members apart, where they are a list."""
    members = settings.get(_KEY, [])
    if not isinstance(members, list):
        return {SETTINGS.name: settings}
    rest = {name: value for name, value in settings.items() if name != _KEY}
    return {MEMBERS.name: members, SETTINGS.name: rest}


def _names(members: Any) -> list[str]:
    return [str(member) for member in members] if isinstance(members, (list, tuple)) else []


@lru_cache(maxsize=64)
def _shape_in(home: Home) -> Shape:
    """The settings of a Group of the Domain, its members among them."""
    folded = folding(home)

    def compared(value: Any) -> Any:
        """Members have no order and no case; a Group without members may lack the setting."""
        settings = _SETTINGS.canon(value)
        if isinstance(settings, dict) and isinstance(settings.get("Members"), list):
            settings["Members"] = sorted(set(map(folded, _names(settings["Members"]))))
            if not settings["Members"]:
                del settings["Members"]
        return settings

    def target(have: Any, want: Any, whole: bool) -> Any:
        after = _SETTINGS.target(have, want, whole)
        if isinstance(want.get("Members"), (list, tuple)) and "Members" in after:
            members = one_spelling(_names(have.get("Members")), _names(after["Members"]), folded)
            return {**after, "Members": members}
        return after

    def delta(have: Any, after: Any) -> Any:
        """What differs, for the diff: a Group is written as a whole."""
        had, has = compared(have), compared(after)
        return {key: value for key, value in _SETTINGS.delta(have, after).items() if had.get(key) != has.get(key)}

    return replace(_SETTINGS, canon=compared, target=target, delta=delta)


GROUP = Resource(
    noun="group",
    plural="groups",
    list_option="groups",
    key=(NAME,),
    facets=(
        Facet(
            "settings",
            (SETTINGS, MEMBERS),
            _SETTINGS,
            read=GETGROUP,
            write=setting_whole(SETGROUP),
            from_options=_settings_and_members,
            to_options=_told,
            created=True,
            mode=SETTINGS_MODE.name,
            shape_in=_shape_in,
        ),
    ),
    extras=(SETTINGS_MODE,),
    find=group_names_in_domain,
    scope=domain_of,
    homes=homes,
    scope_names=domain_names,
    name=local_name,
    member=address,
    create=lambda key, values: [CREATEGROUP(key[0], **given(values, "settings"))],
    rename=lambda old, new, values: [RENAMEGROUP(old[0], new[0])],
    delete=lambda key, values: [DELETEGROUP(key[0])],
    default_domain=True,
    purge=True,
    within={"domain": lambda name: [name]},
    told=True,
)


# --- what can be read

GROUP_INFO = Info(
    noun="group",
    result="groups",
    resource=GROUP,
    fields=NAMES_AND_DOMAIN,
    objects=across_domains(lambda params: named_or_all(params, LISTGROUPS)),
    default=("settings",),
)
