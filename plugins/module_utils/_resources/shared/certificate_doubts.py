# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What may be wrong with a certificate that belongs to its key: its dates, and the names that it is for."""

from __future__ import annotations

import datetime as dt

from ..._cli.sections.domain import GETDOMAINALIASES
from ..._engine.dialogue import ask
from ..._engine.model import Conversation
from ..._pki.certificates import Certificate
from ...connector.errors import CliError, NotFound

SOON = dt.timedelta(days=14)
"""A certificate that ends within this time is one that nobody has renewed."""


def date_problem(certificate: Certificate | None, ahead: dt.timedelta = dt.timedelta()) -> str:
    """Why a certificate is not valid today, or will not be so long; empty if it is, and where there is none."""
    problem = certificate and certificate.date_problem(dt.datetime.now(dt.timezone.utc), ahead)
    return "the certificate of %s %s" % (certificate.subject, problem) if certificate and problem else ""


def name_doubts(domain: str, certificate: Certificate | None) -> Conversation:
    """Whoever connects to a Domain, or to one of its aliases, compares the name with those in the certificate."""
    if certificate is None or certificate.covers(domain):
        return []
    unread = ""
    try:
        aliases = yield from ask(GETDOMAINALIASES(domain))
    except NotFound:
        return []  # and that is told elsewhere
    except CliError as refusal:
        aliases, unread = [], ", as far as can be told (%s)" % refusal.message
    if any(certificate.covers(str(alias)) for alias in aliases):
        return []
    names = ", ".join(certificate.names) or "no name"
    return ["Domain %s: the certificate is for %s, not for the Domain or an alias of it%s" % (domain, names, unread)]
