# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of a noun, as a lookup asks for them: what cgp_config_info returns of it, in one list."""

from __future__ import annotations

from typing import Any, Mapping, NamedTuple, Sequence

from ansible_collections.communigate.pro.plugins.module_utils._resources.shared.document_nouns import refuse_unknown
from ansible_collections.communigate.pro.plugins.module_utils._resources.shared.document_reading import document_of
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Session

NOUN, DOMAINS = "noun", "domains"


class RowsAsked(NamedTuple):
    """The noun, by the name of its module, and the Domains that are looked at; all of them if there are none."""

    noun: str
    domains: Sequence[str]

    def of(self, session: Session) -> list[Any]:
        """The rows. Raises CgpError for what cannot be listed: without it a list would look complete."""
        rows = []
        for told in document_of(session, [self.noun], self.domains).read():
            if told.row is not None:
                rows.append(told.row)
            elif not told.key:
                (dummy, why), *_others = told.untold
                raise CgpError(why)
        return rows


def rows_asked(term: Mapping[str, Any]) -> RowsAsked:
    """What a term asks for. CgpError for one that cannot be meant."""
    strange = [str(key) for key in term if key not in (NOUN, DOMAINS)]
    if strange:
        raise CgpError("a term with a noun has no %s" % ", ".join(strange), "It has noun, and domains if need be")
    domains = term.get(DOMAINS) or []
    if not isinstance(domains, list) or not all(isinstance(domain, str) for domain in domains):
        raise CgpError("%s must be a list of names" % DOMAINS, "As in {noun: account, domains: [example.com]}")
    refuse_unknown(NOUN, term[NOUN])
    return RowsAsked(term[NOUN], domains)
