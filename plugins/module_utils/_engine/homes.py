# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Domains of objects with names of Accounts inside, by all their names: see ``inner_names``.

A name without a Domain is one of the object's own, and servers may tell it with that Domain. The object's key need not
have its name: it may be a bare one, or with an alias of the Domain. So before such a value is written the server is
asked, once for each Domain; where it is as wanted already, nobody needs to know.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Mapping, Sequence

from .dialogue import Dialogue
from .model import Change, Have, Home, Key, Resource, home_of
from .plan import plan_object


def plan_at_home(
    dialogue: Dialogue,
    resource: Resource,
    changes: Sequence[Change],
    haves: Mapping[Key, Have],
    own: str,
) -> list[Change]:
    """The changes, with new plans for those to which the names of their Domain matter; ``own``: the login's Domain.

    What the login may not see is not known: then names with another Domain are other names. Raises BadReply for an
    answer that tells no names.
    """
    asked = {change.want.key: _home_name(change, own) for change in changes if _names_differ(resource, change)}
    if not asked or resource.homes is None:
        return list(changes)
    homes: Mapping[str, Home] = dialogue.one(resource.homes(list(dict.fromkeys(asked.values()))))
    return [
        plan_object(resource, replace(change.want, home=homes[asked[change.want.key]]), haves)
        if change.want.key in asked
        else change
        for change in changes
    ]


def _names_differ(resource: Resource, change: Change) -> bool:
    """Whether a change is about names whose Domain matters."""
    return any(facet.shape_in is not None and facet.name in change.after for facet in resource.facets)


def _home_name(change: Change, own: str) -> str:
    return next(iter(home_of(change.want.key)), own)
