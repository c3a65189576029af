# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be read of Accounts: the manual, Account Administration."""

from __future__ import annotations

from typing import Any, Mapping

from ..cli.sections.account import (
    GETACCOUNTACL,
    GETACCOUNTALIASES,
    GETACCOUNTEFFECTIVEPREFS,
    GETACCOUNTEFFECTIVESETTINGS,
    GETACCOUNTINFO,
    GETACCOUNTLOCATION,
    GETACCOUNTMAILRULES,
    GETACCOUNTPREFS,
    GETACCOUNTPRESENCE,
    GETACCOUNTRIGHTS,
    GETACCOUNTSETTINGS,
    GETACCOUNTSIGNALRULES,
    GETACCOUNTTELNUMS,
)
from ..cli.sections.mailbox import LISTMAILBOXES
from ..connector.errors import CgpError
from ..engine.info import Info, Reading
from ..engine.model import Conversation, Field
from ..engine.wants import complete
from .names import accounts_in_domain


def _accounts(params: Mapping[str, Any]) -> Conversation:
    """The Accounts named, or those of a Domain, read page by page."""
    names, domain = params.get("names"), params.get("domain") or ""
    if names is not None:
        return [((complete(name, domain),), {}) for name in names]
    if not domain:
        raise CgpError("neither names nor domain is given", "Name the accounts, or the domain whose accounts to read")
    found = yield from accounts_in_domain(domain, params.get("filter"), params.get("limit") or 0)
    return [((complete(name, domain),), {"extension": extension}) for name, extension in found]


ACCOUNT_INFO = Info(
    noun="account",
    result="accounts",
    fields=(
        Field("names", type="list", elements="str"),
        Field("domain"),
        Field("filter"),
        Field("limit", type="int", default=0),
    ),
    subjects=_accounts,
    readings=(
        Reading("settings", GETACCOUNTSETTINGS),
        Reading("effective_settings", GETACCOUNTEFFECTIVESETTINGS),
        Reading("aliases", GETACCOUNTALIASES),
        Reading("telnums", GETACCOUNTTELNUMS),
        Reading("rights", GETACCOUNTRIGHTS),
        Reading("acl", GETACCOUNTACL),
        Reading("info", GETACCOUNTINFO),
        Reading("prefs", GETACCOUNTPREFS),
        Reading("effective_prefs", GETACCOUNTEFFECTIVEPREFS),
        Reading("mail_rules", GETACCOUNTMAILRULES),
        Reading("signal_rules", GETACCOUNTSIGNALRULES),
        Reading("mailboxes", LISTMAILBOXES),
        Reading("location", GETACCOUNTLOCATION),
        Reading("presence", GETACCOUNTPRESENCE),
    ),
    default=("settings",),
)
