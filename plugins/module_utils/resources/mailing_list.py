# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Mailing lists: the manual, Mailing Lists Administration; settings in protocol.md section 6.7."""

from __future__ import annotations

from typing import Any

from ..cli.sections.mailing_list import CREATELIST, DELETELIST, GETLIST, RENAMELIST, UPDATELIST
from ..engine.model import Edit, Facet, Key, Resource, Values
from .common import NAME, SETTINGS, SETTINGS_MODE
from .names import address, domain_of, list_names_in_domain, local_name
from .owned import (
    OWNED_SETTINGS,
    OWNER,
    check_owner,
    owner_and_settings,
    refuse_to_move,
    sent,
    settings_and_owner,
)


def _create(key: Key, values: Values) -> Any:
    owner, settings = owner_and_settings(values)
    return [CREATELIST(key[0], owner), *([UPDATELIST(key[0], settings)] if settings else [])]


def _rename(old: Key, new: Key, values: Values) -> Any:
    refuse_to_move(old, new)
    return [RENAMELIST(old[0], local_name(new))]


def _update(key: Key, edit: Edit) -> Any:
    return [UPDATELIST(key[0], sent(edit.delta))]


MAILING_LIST = Resource(
    noun="mailing list",
    plural="mailing lists",
    list_option="lists",
    key=(NAME,),
    facets=(
        Facet(
            "settings",
            (OWNER, SETTINGS),
            OWNED_SETTINGS,
            read=GETLIST,
            write=_update,
            take=settings_and_owner,
            created=True,
            mode=SETTINGS_MODE.name,
        ),
    ),
    extras=(SETTINGS_MODE,),
    find=list_names_in_domain,
    scope=domain_of,
    name=local_name,
    member=address,
    create=_create,
    rename=_rename,
    delete=lambda key, values: [DELETELIST(key[0])],
    check=check_owner,
    default_domain=True,
    purge=True,
)
