# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Action modules that do one of several things: which options each of these operations takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Mapping, Sequence

from ..._engine.action import Decision, action
from ..._engine.model import Conversation, Field
from ..._engine.task import Task
from ..._engine.wants import refuse_controls
from ...connector.errors import CgpError


@dataclass(frozen=True)
class Operation:
    """What is to be done (see ``action``), the options that it needs, and those that it takes besides."""

    decide: Decision
    needs: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()


def operations(fields: Sequence[Field], known: Mapping[str, Operation]) -> Task:
    """The Task of a module whose option ``operation`` says which of the ``known`` operations is to be done."""

    def decide(params: Mapping[str, Any]) -> Conversation:
        _check(params, fields, known)
        return (yield from known[params["operation"]].decide(params))

    needs = [("operation", name, list(operation.needs)) for name, operation in known.items() if operation.needs]
    rules = (("required_if", needs),)
    return action((Field("operation", choices=tuple(known), required=True), *fields), decide, rules)


def _check(params: Mapping[str, Any], fields: Sequence[Field], known: Mapping[str, Operation]) -> None:
    operation = known[params["operation"]]
    given = [field.name for field in fields if params.get(field.name) is not None]
    for name in given:
        if name not in operation.needs + operation.takes:
            fitting = ", ".join(other for other in known if name in known[other].needs + known[other].takes)
            raise CgpError("%s does not go with operation=%s" % (name, params["operation"]), "It goes with " + fitting)
        if isinstance(params[name], str):
            refuse_controls(name, params[name])
            if not params[name] and name in operation.needs:
                raise CgpError("%s is empty" % name)
