# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an object was created with and the server does not tell: it is left alone in one that exists.

To set it again on every run would be a write without end, and mostly one that changes nothing. Whoever wants just that
has the option for it (``Facet.mode``), where the noun has one.
"""

from __future__ import annotations

from typing import Any

from .model import Facet, Values, Want


class Untold:
    """Stands in a Have for a facet, or for a key of one, that the server does not tell where it takes it.

    ``known``: what it tells of it elsewhere, in the form in which it is wanted, if it does.
    """

    def __init__(self, known: Any = None) -> None:
        self.known = known


def any_untold(values: Values) -> bool:
    """Whether there are any among the facets of an object."""
    return any(
        isinstance(value, Untold)
        for facet in values.values()
        for value in (facet.values() if isinstance(facet, dict) else (facet,))
    )


def without_untold(facet: Facet, want: Want, have: Any) -> tuple[Any, Any, tuple[str, ...]]:
    """What there is of a facet and what is wanted, without keys that are not told, and the names of those wanted.

    A name is left out where the server tells elsewhere that all is as wanted.
    """
    wanted = want.values[facet.name]
    keys = [key for key, value in have.items() if isinstance(value, Untold)] if isinstance(have, dict) else []
    if not keys:
        return have, wanted, ()
    shape = facet.shape_of(want)
    left = tuple(
        "%s.%s" % (facet.name, key)
        for key in keys
        if key in wanted and not shape.equal({key: have[key].known}, {key: wanted[key]})
    )
    told = {key: value for key, value in have.items() if key not in keys}
    return told, {key: value for key, value in wanted.items() if key not in keys}, left
