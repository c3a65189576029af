# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be read of Accounts: the manual, Account Administration."""

from __future__ import annotations

from typing import Any, Callable, Mapping, Sequence

from .._cli.sections.account import (
    GETACCOUNTACL,
    GETACCOUNTACLRIGHTS,
    GETACCOUNTALIASES,
    GETACCOUNTEFFECTIVEPREFS,
    GETACCOUNTEFFECTIVESETTINGS,
    GETACCOUNTINFO,
    GETACCOUNTLOCATION,
    GETACCOUNTMAILRULES,
    GETACCOUNTONESETTING,
    GETACCOUNTPREFS,
    GETACCOUNTPRESENCE,
    GETACCOUNTRIGHTS,
    GETACCOUNTSETTINGS,
    GETACCOUNTSIGNALRULES,
    GETACCOUNTTELNUMS,
    VERIFYACCOUNTIDENTITY,
    VERIFYACCOUNTPASSWORD,
)
from .._cli.sections.mailbox import LISTMAILBOXES
from .._engine.info import Info, Reading
from .._engine.model import Conversation, Field
from .._engine.wants import complete
from ..connector.errors import CgpError, CliError, NotFound, UnknownCommand, WrongPassword
from .shared.names import accounts_in_domain

SETTINGS_KEYS = Field("settings_keys", type="list", elements="str")
ACL_FOR = Field("acl_for", type="list", elements="str")
IDENTITIES = Field("identities", type="list", elements="str")
VERIFY_PASSWORD = Field("verify_password", secret=True)


def _accounts(params: Mapping[str, Any]) -> Conversation:
    """The Accounts named, or those of a Domain, read page by page."""
    names, domain = params.get("names"), params.get("domain") or ""
    if names is not None:
        return [((complete(name, domain),), {}) for name in names]
    if not domain:
        raise CgpError("neither names nor domain is given", "Name the accounts, or the domain whose accounts to read")
    found = yield from accounts_in_domain(domain, params.get("filter"), params.get("limit") or 0)
    return [((complete(name, domain),), {"extension": extension}) for name, extension in found]


def _each(command: Callable[[str, str], Any], parts: Sequence[str], load: Callable[[Any], Any]) -> Any:
    """Reads a dictionary of parts, each with a command of its own."""

    def read(name: str) -> Conversation:
        replies = yield [command(name, part) for part in parts]
        return {part: load(reply) for part, reply in zip(parts, replies)}

    return read


def _value(reply: Any) -> Any:
    if isinstance(reply, CliError):
        raise reply
    return reply


def _allowed(reply: Any) -> dict[str, Any]:
    """The manual does not tell by which code a server says no, so the refusal is handed on."""
    if isinstance(reply, (NotFound, UnknownCommand)):
        raise reply
    if isinstance(reply, CliError):
        return {"allowed": False, "code": reply.code, "msg": reply.text}
    return {"allowed": True}


def _password_matches(password: str) -> Callable[[str], Conversation]:
    def read(name: str) -> Conversation:
        (reply,) = yield [VERIFYACCOUNTPASSWORD(name, password)]
        return not isinstance(reply, WrongPassword) and _value(reply) is None

    return read


def _asked(params: Mapping[str, Any]) -> list[Reading]:
    """What options other than ``include`` ask for."""
    asked = []
    for field, name, command, load in (
        (SETTINGS_KEYS, "chosen_settings", GETACCOUNTONESETTING, _value),
        (ACL_FOR, "acl_rights", GETACCOUNTACLRIGHTS, _value),
        (IDENTITIES, "identities", VERIFYACCOUNTIDENTITY, _allowed),
    ):
        if params.get(field.name):
            asked.append(Reading(name, _each(command, params[field.name], load)))
    if params.get(VERIFY_PASSWORD.name) is not None:
        asked.append(Reading("password_matches", _password_matches(params[VERIFY_PASSWORD.name])))
    return asked


ACCOUNT_INFO = Info(
    noun="account",
    result="accounts",
    fields=(
        Field("names", type="list", elements="str"),
        Field("domain"),
        Field("filter"),
        Field("limit", type="int", default=0),
        SETTINGS_KEYS,
        ACL_FOR,
        IDENTITIES,
        VERIFY_PASSWORD,
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
    asked=_asked,
)
