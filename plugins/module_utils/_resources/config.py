# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A server, or Domains of it, as rows that the modules of all nouns take; what there is of each noun it says itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Callable, Collection, Mapping

from .._engine.as_document import MERGED, OVERRIDDEN, REPLACED, AsDocument
from .._engine.dialogue import Dialogue
from .._engine.document import SERVER, Told
from .._engine.model import Change, Field
from .._engine.option_types import convert, mistakes
from .._engine.run import Mode
from .._engine.task import Task
from ..connector.errors import CgpError
from ..connector.session import Session
from .shared.cluster import is_in_cluster
from .shared.document_directory import read_directory
from .shared.document_nouns import DOMAINS, EXCEPT, NAMERS, NAMES, ONLY, chosen, refuse_unknown
from .shared.document_reading import chosen_to_tell, document_of, domain_of, names_in_order
from .shared.document_rows import Holders, Rows
from .shared.document_secrets import SECRETS, Secrets
from .shared.document_untold import Untold, secrets_of


class _Config:
    """What was read, as the result has it."""

    def __init__(self) -> None:
        self.of_server: dict[str, list[Any]] = {}
        self.of_domains: dict[str, dict[str, list[Any]]] = {}
        self.secrets: list[dict[str, Any]] = []
        self.untold = Untold()

    def add(self, told: Told) -> None:
        if told.row is not None:
            domain = domain_of(told)
            rows = self.of_domains.setdefault(domain, {}) if domain else self.of_server
            rows.setdefault(NAMES[told.resource.noun], []).append(told.row)
        self.secrets += secrets_of(told)
        self.untold.add(told)


def _read(session: Session, params: Mapping[str, Any], mode: Mode) -> dict[str, Any]:
    wanted = chosen_to_tell(params)
    domains = params.get(DOMAINS.name) or ()
    document = document_of(session, wanted, domains)
    found = _Config()
    for told in document.read():
        found.add(told)
    return {
        "changed": False,
        "order": names_in_order(document, wanted),
        # Who reads that there is a server reads that it has nothing else.
        "config": {**({} if domains else {SERVER: found.of_server}), DOMAINS.name: found.of_domains},
        "secrets": found.secrets,
        "untold": found.untold.entries(),
    }


CONFIG_INFO = Task(fields=(DOMAINS, ONLY, EXCEPT), run=_read)


# --- making a server so

_CONFIG, _SOURCE = Field("config", type="dict"), Field("source", type="path")
_STATE = Field("state", choices=(MERGED, REPLACED, OVERRIDDEN), default=MERGED)
_LIMIT = Field("limit", type="int", default=10)
_BY_NOUN = (
    (Field("limits", type="dict"), _LIMIT),
    (Field("keep", type="dict"), Field("keep", type="list", elements="str")),
    (Field("also", type="dict"), Field("also", type="list", elements="str")),
)
"""Options whose keys are nouns, each with what it says of one."""
_RENDER = Field("render", type="bool", default=False)
_ON_ERROR = Field("on_error", choices=("continue", "stop"), default="continue")
_DETAIL = Field("detail", choices=("summary", "changed", "all"), default="summary")


def _apply(session: Session, params: Mapping[str, Any], mode: Mode) -> dict[str, Any]:
    rows = Rows(params[_CONFIG.name]).only_of(params.get(DOMAINS.name))
    state, rendered = params[_STATE.name], params[_RENDER.name]
    purges = _purges(params, params.get(ONLY.name) or rows.nouns)
    shares = rows.shares(chosen(params, rows.nouns), purges, Secrets(params.get(SECRETS.name) or ()))
    if rendered:  # nothing of it is done, so no later task finds it done
        mode = replace(mode, check=True, foresight=None)
    dialogue = Dialogue(session, read_only=mode.check)
    holders: Holders = {}
    if state == OVERRIDDEN:
        holders = rows.holders(cluster=rows.names_server and dialogue.one(is_in_cluster()))
    lines: list[str] = []
    noted = _noting(lines) if rendered else lambda change: None
    result = AsDocument(dialogue, shares, holders, mode, state=state, namers=NAMERS, noted=noted).result()
    return {**result, "changed": False, "commands": lines} if rendered else result


def _noting(lines: list[str]) -> Callable[[Change], None]:
    """What notes the commands of a plan."""
    return lambda change: lines.extend(step.command.shown_line() for step in change.steps)


def _purges(params: Mapping[str, Any], nouns: Collection[str]) -> dict[str, dict[str, Any]]:
    """By noun, how much may go and what stays. Raises CgpError for what cannot be meant."""
    purges = {name: {_LIMIT.name: params[_LIMIT.name]} for name in nouns}
    for option, part in _BY_NOUN:
        for name, given in (params.get(option.name) or {}).items():
            refuse_unknown(option.name, name)
            for problem in mistakes([part], {part.name: given}):
                raise CgpError("%s.%s: %s" % (option.name, name, problem.message), problem.hint)
            purges.setdefault(name, {})[part.name] = convert(part, given)
    return purges


CONFIG = Task(
    fields=(
        *(_CONFIG, _SOURCE, _STATE, DOMAINS, ONLY, EXCEPT, SECRETS, _LIMIT),
        *(option for option, _part in _BY_NOUN),
        *(_RENDER, _ON_ERROR, _DETAIL),
    ),
    run=_apply,
    rules=(
        ("mutually_exclusive", [[_CONFIG.name, _SOURCE.name]]),
        ("required_one_of", [[_CONFIG.name, _SOURCE.name]]),
    ),
    filled=_CONFIG.name,
    of_directory=read_directory,
)
