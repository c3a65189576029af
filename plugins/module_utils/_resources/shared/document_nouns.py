# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which nouns a document has, by the names of their modules, and where in it each may stand."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any, Collection, Iterable, Mapping

from ..._engine.document import CLUSTER, SERVER
from ..._engine.model import Field, Resource
from ..._engine.problems import printable
from ...connector.errors import CgpError
from .every_noun import NOUNS

DOMAIN = "domain"
DOMAINS = Field("domains", type="list", elements="str")
ONLY = Field("only", type="list", elements="str")
EXCEPT = Field("except", type="list", elements="str")

NAMES = {resource.noun: name for name, resource in NOUNS.items()}
"""The name of each noun in a document."""
NAMERS = {DOMAIN: NOUNS["account"], "account": NOUNS["mailbox"]}
"""By what has other names, and holds what cannot be deleted: a noun whose scopes are such."""


def chosen(params: Mapping[str, Any], usual: Collection[str]) -> list[str]:
    """The names of the nouns that ``only`` and ``except`` choose, of the ``usual`` ones without a choice."""
    only, left_out = params.get(ONLY.name), params.get(EXCEPT.name) or []
    for option, names in ((ONLY.name, only or []), (EXCEPT.name, left_out)):
        for name in names:
            refuse_unknown(option, name)
    wanted = usual if only is None else only
    return [name for name in NOUNS if name in wanted and name not in left_out]


def refuse_unknown(where: str, name: Any) -> None:
    """Raises CgpError for what is the name of no noun."""
    if name not in NOUNS:
        raise CgpError("%s: there is no noun %s" % (where, printable(str(name))), near_miss(name, NOUNS))


def near_miss(name: Any, known: Iterable[str]) -> str:
    """The hint for a name that is not known."""
    known = list(known)
    near = get_close_matches(str(name), known, 1)
    if near:
        return "Did you mean %s?" % near[0]
    return "Known are %s" % ", ".join(known) if known else ""


def stands_in_domain(resource: Resource) -> bool:
    """Whether it is a Domain, or can be in one."""
    return resource.noun == DOMAIN or any(
        kind == DOMAIN or (kind in NAMES and stands_in_domain(NOUNS[NAMES[kind]])) for kind in resource.within
    )


def stands_in_server(resource: Resource) -> bool:
    """Whether it can be in no Domain."""
    return resource.noun != DOMAIN and any(
        kind in (SERVER, CLUSTER) or (kind in NAMES and stands_in_server(NOUNS[NAMES[kind]]))
        for kind in resource.within
    )
