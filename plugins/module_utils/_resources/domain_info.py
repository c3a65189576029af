# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be read of Domains: the manual, Domain Administration."""

from __future__ import annotations

from typing import Any, Mapping

from .._cli.sections.domain import (
    GETACCOUNTDEFAULTS,
    GETACCOUNTTEMPLATE,
    GETDOMAINALIASES,
    GETDOMAINEFFECTIVESETTINGS,
    GETDOMAINLOCATION,
    GETDOMAINMAILRULES,
    GETDOMAINSETTINGS,
    GETDOMAINSIGNALRULES,
    LISTACCOUNTS,
    LISTADMINDOMAINS,
    LISTDOMAINOBJECTS,
)
from .._cli.sections.domain_set import LISTDOMAINS
from .._cli.sections.forwarder import LISTFORWARDERS
from .._cli.sections.group import LISTGROUPS
from .._cli.sections.mailing_list import LISTLISTS
from .._engine.dialogue import ask
from .._engine.info import Info, Reading
from .._engine.model import Conversation, Field


def _domains(params: Mapping[str, Any]) -> Conversation:
    names = params.get("names")
    if names is None:
        names = yield from ask(LISTDOMAINS())
    return [((name,), {}) for name in names]


def _first_object(name: str) -> Any:
    """The shortest listing, which tells the numbers as well as any."""
    return LISTDOMAINOBJECTS(name, 1, ACCOUNTS=True, ALIASES=True, FORWARDERS=True)


def _counts(reply: Any) -> Any:
    """LISTDOMAINOBJECTS: the numbers of Accounts, Aliases and Forwarders are elements 0, 2 and 3."""
    numbers = [int(reply[position]) for position in (0, 2, 3)]
    return dict(zip(("accounts", "aliases", "forwarders"), numbers))


DOMAIN_INFO = Info(
    noun="domain",
    result="domains",
    fields=(Field("names", type="list", elements="str"),),
    subjects=_domains,
    readings=(
        Reading("settings", lambda name: GETDOMAINSETTINGS(domainName=name)),
        Reading("effective_settings", lambda name: GETDOMAINEFFECTIVESETTINGS(domainName=name)),
        Reading("aliases", GETDOMAINALIASES),
        Reading("account_defaults", lambda name: GETACCOUNTDEFAULTS(domainName=name)),
        Reading("account_template", lambda name: GETACCOUNTTEMPLATE(domainName=name)),
        Reading("mail_rules", GETDOMAINMAILRULES),
        Reading("signal_rules", GETDOMAINSIGNALRULES),
        Reading("accounts", lambda name: LISTACCOUNTS(domainName=name), list),
        Reading("groups", lambda name: LISTGROUPS(domainName=name)),
        Reading("forwarders", lambda name: LISTFORWARDERS(domainName=name)),
        Reading("lists", lambda name: LISTLISTS(domainName=name)),
        Reading("admin_domains", lambda name: LISTADMINDOMAINS(domainName=name)),
        Reading("location", lambda name: GETDOMAINLOCATION(domainName=name)),
        Reading("counts", _first_object, _counts),
    ),
    default=("settings", "aliases"),
)
