# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Named Tasks: the manual, Named Task Administration."""

from __future__ import annotations

from typing import Any, Mapping

from ..cli.sections.named_task import (
    CREATENAMEDTASK,
    DELETENAMEDTASK,
    GETNAMEDTASK,
    LISTACCOUNTNAMEDTASKS,
    LISTDOMAINNAMEDTASKS,
    RENAMENAMEDTASK,
    UPDATENAMEDTASK,
)
from ..connector.errors import CgpError
from ..engine import shapes
from ..engine.dialogue import ask
from ..engine.info import Info, Reading
from ..engine.model import Conversation, Edit, Facet, Field, Key, Resource, Values
from ..engine.wants import complete
from .common import NAME, SETTINGS, SETTINGS_MODE
from .listed import NAMES, named_or_all
from .names import address, domain_of, local_name, task_names_in_domain
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
    return [CREATENAMEDTASK(key[0], owner), *([UPDATENAMEDTASK(key[0], settings)] if settings else [])]


def _update(key: Key, edit: Edit) -> Any:
    """The manual gives ``default`` no meaning here, so a setting is removed by null (protocol.md section 3.2)."""
    changed = {name: None if value == shapes.DEFAULT else value for name, value in sent(edit.delta).items()}
    return [UPDATENAMEDTASK(key[0], changed)]


def _rename(old: Key, new: Key, values: Values) -> Any:
    refuse_to_move(old, new)
    return [RENAMENAMEDTASK(old[0], new[0])]


NAMED_TASK = Resource(
    noun="named task",
    plural="named tasks",
    list_option="named_tasks",
    key=(NAME,),
    facets=(
        Facet(
            "settings",
            (OWNER, SETTINGS),
            OWNED_SETTINGS,
            read=GETNAMEDTASK,
            write=_update,
            take=settings_and_owner,
            created=True,
            mode=SETTINGS_MODE.name,
        ),
    ),
    extras=(SETTINGS_MODE,),
    find=task_names_in_domain,
    scope=domain_of,
    name=local_name,
    member=address,
    create=_create,
    rename=_rename,
    delete=lambda key, values: [DELETENAMEDTASK(key[0])],
    check=check_owner,
    default_domain=True,
    purge=True,
)


def _summary(listed: Any, name: str) -> Mapping[str, Any]:
    """The manual: the owner, the real name and the program, under keys that it does not name."""
    return {"summary": listed[name]}


def _named_tasks(params: Mapping[str, Any]) -> Conversation:
    account = params.get("account")
    if not account:
        return (yield from named_or_all(params, LISTDOMAINNAMEDTASKS, _summary))
    if params.get("names") is not None:
        raise CgpError("the option account does not go with names")
    account = complete(account, params.get("domain") or "")
    listed = yield from ask(LISTACCOUNTNAMEDTASKS(account))
    return [((complete(name, domain_of((account,))),), _summary(listed, name)) for name in listed]


NAMED_TASK_INFO = Info(
    noun="named task",
    result="named_tasks",
    fields=(*NAMES, Field("account")),
    subjects=_named_tasks,
    readings=(Reading("settings", GETNAMEDTASK),),
    default=("settings",),
)
