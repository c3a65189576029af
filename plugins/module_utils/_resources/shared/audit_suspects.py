# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an audit suspects, and others must be asked about before it is told: whether names exist, and the Router."""

from __future__ import annotations

from typing import List, Tuple

from ..._audit.ledger import Ledger
from ..._audit.model import Check, Finding, Subject
from ...connector.errors import CgpError
from .audit_listings import Listings
from .audit_routes import Routes

WAITING = 10_000
"""How many findings wait for the turn of the Domain in which a name of theirs may be; then it is listed twice."""
_Suspects = List[Tuple[Check, Subject, Finding]]


class Suspects:
    """Findings that are told to the ledger once nothing speaks against them."""

    def __init__(self, listings: Listings, routes: Routes, ledger: Ledger) -> None:
        self._listings = listings
        self._routes = routes
        self._ledger = ledger
        self._waiting: _Suspects = []

    def add(self, check: Check, subject: Subject, finding: Finding) -> None:
        self._waiting.append((check, subject._replace(parts={}), finding))

    def settle(self, all_of_them: bool = False) -> None:
        """Asks about those whose Domains have been listed, or about all."""
        if all_of_them or len(self._waiting) > WAITING:
            self._listings.learn([name for _check, _subject, finding in self._waiting for name in finding.missing])
        ready: _Suspects = []
        waiting: _Suspects = []
        for suspect in self._waiting:
            (ready if self._listings.knows(suspect[2].missing) else waiting).append(suspect)
        self._waiting = waiting
        left = [suspect for suspect in ready if self._is_missing(*suspect)]
        self._routes.ask(finding.route for _check, _subject, finding in left)
        for check, subject, finding in left:
            confirmed = self._routes.confirm(finding.route)
            if isinstance(confirmed, CgpError):
                self._ledger.unread(check, subject.name, confirmed.message)
            elif confirmed:
                self._ledger.found(check, subject, finding)

    def _is_missing(self, check: Check, subject: Subject, finding: Finding) -> bool:
        is_missing = self._listings.missing(finding.missing)
        if isinstance(is_missing, CgpError):
            self._ledger.unread(check, subject.name, is_missing.message)
        return is_missing is True
