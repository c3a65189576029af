# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Named Tasks: the manual, Named Task Administration."""

from __future__ import annotations

from typing import Any, Mapping

from .._cli.sections.named_task import (
    CREATENAMEDTASK,
    DELETENAMEDTASK,
    GETNAMEDTASK,
    LISTACCOUNTNAMEDTASKS,
    LISTDOMAINNAMEDTASKS,
    RENAMENAMEDTASK,
    UPDATENAMEDTASK,
)
from .._engine.dialogue import ask
from .._engine.info import Info, Known
from .._engine.model import Conversation, Field, Key
from .._engine.wants import complete
from ..connector.errors import CgpError
from .shared.across_domains import across_domains
from .shared.listed import NAMES_AND_DOMAIN, all_listed, named_or_all
from .shared.names import domain_of, owner_told, task_names_in_domain
from .shared.owned import owned

NAMED_TASK = owned(
    noun="named task",
    plural="named tasks",
    list_option="named_tasks",
    find=task_names_in_domain,
    read=GETNAMEDTASK,
    create=CREATENAMEDTASK,
    update=UPDATENAMEDTASK,
    rename=lambda old, new: RENAMENAMEDTASK(old[0], new[0]),
    delete=DELETENAMEDTASK,
)


def _summary(key: Key, listed: Any, name: str) -> Known:
    """The manual: the owner, the real name and the program, under keys that it does not name."""
    return Known(key, owner_told(listed[name]), {"summary": listed[name]})


def _named_tasks(params: Mapping[str, Any]) -> Conversation:
    account = params.get("account")
    if not account:
        return (yield from named_or_all(params, LISTDOMAINNAMEDTASKS, _summary))
    if params.get("names") is not None:
        raise CgpError("the option account does not go with names", "Give one of them")
    account = complete(account, params.get("domain") or "")
    listed = yield from ask(LISTACCOUNTNAMEDTASKS(account))
    return all_listed(listed, domain_of((account,)), _summary)


NAMED_TASK_INFO = Info(
    noun="named task",
    result="named_tasks",
    resource=NAMED_TASK,
    fields=(*NAMES_AND_DOMAIN, Field("account")),
    objects=across_domains(_named_tasks),
    default=("settings",),
)
