# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an audit reads: for each kind of object and each part of one that a check may need, the command."""

from __future__ import annotations

from inspect import isgenerator
from typing import Any, Callable, Mapping, Sequence

from ..._audit.administrators import RIGHTS
from ..._audit.login import ACCOUNT_DEFAULTS, DOMAIN_DEFAULTS
from ..._audit.missing import ACL, MAILBOX_ACLS
from ..._audit.model import ACCOUNT, CLUSTER, DOMAIN, EFFECTIVE, GROUP, LIST, SERVER
from ..._audit.outside import SETTINGS
from ..._audit.quota import INFO, LIMIT, SETTING, USED
from ..._audit.unused import CREATED, LAST
from ..._cli.sections import account, domain, domain_set, server_settings
from ..._cli.sections.group import GETGROUP
from ..._cli.sections.mailbox import GETMAILBOXACL
from ..._cli.sections.mailing_list import GETLIST
from ..._engine.model import Conversation
from ...connector.errors import BadReply, CgpError, CliError, NotFound
from .mailboxes import find_mailboxes

_MAIL_RULES, _SIGNAL_RULES = "mail_rules", "signal_rules"


def _mailbox_acls(name: str) -> Conversation:
    """``{Mailbox: its access rights, or a CgpError}``."""
    found = yield from find_mailboxes(name, None)
    mailboxes = [one.spelt or folded for folded, one in found.items()]
    replies = yield from each([GETMAILBOXACL(name, mailbox) for mailbox in mailboxes])
    return {mailbox: acl for mailbox, acl in zip(mailboxes, replies) if not isinstance(acl, NotFound)}


READS: Mapping[str, Mapping[str, Callable[[str], Any]]] = {
    SERVER: {
        SETTINGS: lambda name: server_settings.GETSERVERSETTINGS(),
        ACCOUNT_DEFAULTS: lambda name: domain_set.GETSERVERACCOUNTDEFAULTS(),
        DOMAIN_DEFAULTS: lambda name: domain_set.GETDOMAINDEFAULTS(),
        _MAIL_RULES: lambda name: server_settings.GETSERVERMAILRULES(),
        _SIGNAL_RULES: lambda name: server_settings.GETSERVERSIGNALRULES(),
    },
    CLUSTER: {
        ACCOUNT_DEFAULTS: lambda name: domain_set.GETCLUSTERACCOUNTDEFAULTS(),
        DOMAIN_DEFAULTS: lambda name: domain_set.GETCLUSTERDOMAINDEFAULTS(),
        _MAIL_RULES: lambda name: server_settings.GETCLUSTERMAILRULES(),
        _SIGNAL_RULES: lambda name: server_settings.GETCLUSTERSIGNALRULES(),
    },
    DOMAIN: {
        SETTINGS: lambda name: domain.GETDOMAINSETTINGS(domainName=name),
        EFFECTIVE: lambda name: domain.GETDOMAINEFFECTIVESETTINGS(domainName=name),
        ACCOUNT_DEFAULTS: lambda name: domain.GETACCOUNTDEFAULTS(domainName=name),
        _MAIL_RULES: domain.GETDOMAINMAILRULES,
        _SIGNAL_RULES: domain.GETDOMAINSIGNALRULES,
    },
    ACCOUNT: {
        INFO: lambda name: account.GETACCOUNTINFO(name, keyList=[USED, LAST, CREATED]),
        LIMIT: lambda name: account.GETACCOUNTONESETTING(name, SETTING),
        SETTINGS: account.GETACCOUNTSETTINGS,
        RIGHTS: account.GETACCOUNTRIGHTS,
        _MAIL_RULES: account.GETACCOUNTMAILRULES,
        _SIGNAL_RULES: account.GETACCOUNTSIGNALRULES,
        ACL: account.GETACCOUNTACL,
        MAILBOX_ACLS: _mailbox_acls,
    },
    GROUP: {SETTINGS: GETGROUP},
    LIST: {SETTINGS: GETLIST},
}
"""What is not here a listing tells."""


def read_parts(kind: str, name: str, parts: Sequence[str]) -> Conversation:
    """``{part: value or CgpError}``: the commands go out together, conversations one after the other."""
    asked = {part: READS[kind][part](name) for part in parts}
    commands = {part: one for part, one in asked.items() if not isgenerator(one)}
    replies = (yield from each(list(commands.values()))) if commands else []
    told = dict(zip(commands, replies))
    for part, one in asked.items():
        if isgenerator(one):
            told[part] = yield from _value_of(one)
    return told


def each(commands: Sequence[Any]) -> Conversation:
    """The replies to several commands; one that cannot be read is the CgpError of that command alone."""
    try:
        return (yield list(commands)) if commands else []
    except BadReply as unread:
        if len(commands) == 1:
            return [unread]
    replies = []
    for command in commands:
        replies += yield from each([command])
    return replies


def _value_of(conversation: Any) -> Conversation:
    try:
        return (yield from conversation)
    except CgpError as error:
        return error


def refusal_of(value: Any) -> CgpError | None:
    """Why a part was not read, if it was not."""
    return value if isinstance(value, (CgpError, CliError)) else None
