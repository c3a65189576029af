# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is read of one Domain, read of several, or of all that the server has."""

from __future__ import annotations

from typing import Any, Callable, Mapping

from ..._cli.sections.domain_set import LISTDOMAINS
from ..._engine.dialogue import ask, together
from ..._engine.info import Objects
from ..._engine.model import Conversation, Field, fold
from ...connector.errors import CgpError

DOMAINS = Field("domains", type="list", elements="str")
EVERY = ("*", "all")
"""What stands for every Domain of the server."""
_OTHERS = ("names", "domain", "account")
"""Options that say otherwise what is read."""
Find = Callable[[Mapping[str, Any]], Conversation]


def across_domains(find: Find) -> Find:
    """What ``find`` does for one Domain, where ``domains`` names several, or all: Domain after Domain, each once."""

    def found(params: Mapping[str, Any]) -> Conversation:
        domains = params.get(DOMAINS.name)
        if domains is None:
            return (yield from find(params))
        if any(params.get(name) is not None for name in _OTHERS):
            raise CgpError("the option domains does not go with %s" % ", ".join(_OTHERS), "Give one of them")
        if set(domains).intersection(EVERY):
            domains = yield from ask(LISTDOMAINS())
        distinct: dict[str, str] = {}
        for domain in map(str, domains):
            distinct.setdefault(fold(domain), domain)
        each = yield from together(find({**params, "domain": domain}) for domain in distinct.values())
        return Objects([one for some in each for one in some.found])

    return found
