# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which spellings are names of one scope: a Domain has aliases, and so has an Account.

The server tells the aliases of a scope, whatever name it is asked by; it does not say which name is its own. So two
spellings are one scope if the names that the server tells of them, with the spellings themselves, have one in common.
"""

from __future__ import annotations

from typing import Callable, Iterable, Sequence

from ..connector.errors import CgpError, NotFound
from .dialogue import Dialogue
from .model import Resource


class Scopes:
    """Spellings of scopes, each with all that are names of the same one."""

    def __init__(self, known: Iterable[frozenset[str]], folded: Callable[[str], str]) -> None:
        """``known``: sets of folded names of one scope each; those with a name in common are of one scope. ``folded``
        is the form in which they are compared.
        """
        self._folded = folded
        self._names: dict[str, frozenset[str]] = {}
        for names in known:
            merged = names.union(*(self._names[name] for name in names if name in self._names))
            self._names.update(dict.fromkeys(merged, merged))

    def names(self, scope: str) -> frozenset[str]:
        """All folded names of the scope, which is the same object for all of them: it stands for the scope."""
        folded = self._folded(scope)
        return self._names.get(folded) or frozenset([folded])


def told_apart(dialogue: Dialogue, resource: Resource, spellings: Iterable[str]) -> Scopes:
    """The scopes with these spellings. The server is asked only if there are two, and CgpError says that it refuses.

    A scope that does not exist has one name.
    """
    folded = resource.folded_scope
    distinct = list({folded(spelling): spelling for spelling in spellings}.values())
    told: Sequence[set[str] | CgpError] = [set() for dummy in distinct]
    if len(distinct) > 1 and resource.scope_names is not None:
        told = dialogue.one(resource.scope_names(distinct))
    known = []
    for spelling, names in zip(distinct, told):
        if isinstance(names, CgpError) and not isinstance(names, NotFound):
            raise CgpError(
                "%s cannot be purged, since the server does not tell the other names of %s: %s"
                % (resource.plural, spelling, names.message),
                "Nothing was changed. Use one spelling for each, or a login that may read all names",
            )
        others = () if isinstance(names, CgpError) else map(folded, names)
        known.append(frozenset([folded(spelling), *others]))
    return Scopes(known, folded)
