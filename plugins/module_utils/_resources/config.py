# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A server, or Domains of it, as rows that the modules of all nouns take; what there is of each noun it says itself."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any, Iterable, Mapping, Sequence

from .._cli.sections.miscellaneous import GETCURRENTCONTROLLER
from .._engine.dialogue import Dialogue
from .._engine.document import CLUSTER, SERVER, Document, Told, label_of
from .._engine.model import Conversation, Field
from .._engine.problems import printable
from .._engine.run import Mode
from .._engine.task import Task
from ..connector.errors import CgpError, CliError
from ..connector.session import Session
from .shared.every_noun import NOUNS

DOMAIN = "domain"
NAMED = 10
"""How many objects are named of which the same is not told."""

_NAMES = {resource.noun: name for name, resource in NOUNS.items()}
DOMAINS = Field("domains", type="list", elements="str")
ONLY = Field("only", type="list", elements="str")
EXCEPT = Field("except", type="list", elements="str")


def _wanted(params: Mapping[str, Any]) -> list[str]:
    """The names of the nouns asked for: without a choice those that tell everything once."""
    only, left_out = params.get(ONLY.name), params.get(EXCEPT.name) or []
    for option, names in ((ONLY.name, only or []), (EXCEPT.name, left_out)):
        _refuse_unknown(option, names)
    if only is None:
        only = [name for name, resource in NOUNS.items() if not resource.also_in]
    return [name for name in NOUNS if name in only and name not in left_out]


def _refuse_unknown(option: str, names: Iterable[str]) -> None:
    for name in names:
        if name not in NOUNS:
            near = get_close_matches(name, NOUNS, 1)
            hint = "Did you mean %s?" % near[0] if near else "Known are %s" % ", ".join(NOUNS)
            raise CgpError("%s: there is no noun %s" % (option, printable(name)), hint)


def _controller() -> Conversation:
    """Whether the server is a member of a cluster: only there the command is answered."""
    (reply,) = yield [GETCURRENTCONTROLLER()]
    return not isinstance(reply, CliError) and bool(reply)


class _Config:
    """What was read, as the result has it."""

    def __init__(self) -> None:
        self.of_server: dict[str, list[Any]] = {}
        self.of_domains: dict[str, dict[str, list[Any]]] = {}
        self.secrets: list[dict[str, Any]] = []
        self.untold: dict[tuple[str, str, str], dict[str, Any]] = {}

    def add(self, told: Told) -> None:
        noun = _NAMES[told.resource.noun]
        if told.row is not None:
            self._rows_beside(told).setdefault(noun, []).append(told.row)
        for paths, certain in ((told.secrets, True), (told.perhaps, False)):
            for path in paths:
                self.secrets.append(
                    {"noun": noun, "name": label_of(told), "place": ".".join(path), "certain": certain}
                )  # fmt: skip
        for path, why in told.untold:
            self._add_untold(noun, ".".join(path), why, label_of(told))

    def _rows_beside(self, told: Told) -> dict[str, list[Any]]:
        """The rows of the Domain that the object is, or is in, or those of the server."""
        domain = told.key if told.resource.noun == DOMAIN else told.holder.key_of(DOMAIN)
        return self.of_server if not domain else self.of_domains.setdefault(domain[0], {})

    def _add_untold(self, noun: str, place: str, why: str, name: str) -> None:
        entry = self.untold.setdefault(
            (noun, place, why), {"noun": noun, "place": place, "why": why, "number": 0, "names": []}
        )
        entry["number"] += 1
        if len(entry["names"]) < NAMED:
            entry["names"].append(name)


def _run(session: Session, params: Mapping[str, Any], mode: Mode) -> dict[str, Any]:
    wanted = _wanted(params)
    domains: Sequence[str] = params.get(DOMAINS.name) or ()
    dialogue = Dialogue(session, read_only=True)
    roots = (SERVER, CLUSTER) if not domains and dialogue.one(_controller()) else (SERVER,)
    document = Document(
        dialogue,
        list(NOUNS.values()),
        [NOUNS[name].noun for name in wanted],
        roots,
        {DOMAIN: domains} if domains else None,
    )
    found = _Config()
    for told in document.read():
        found.add(told)
    return {
        "changed": False,
        "order": [_NAMES[resource.noun] for resource in document.order if _NAMES[resource.noun] in wanted],
        "config": {"server": found.of_server, "domains": found.of_domains},
        "secrets": found.secrets,
        "untold": [entry for _what, entry in sorted(found.untold.items())],
    }


CONFIG_INFO = Task(fields=(DOMAINS, ONLY, EXCEPT), run=_run)
