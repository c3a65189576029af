# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Accounts, and what can be read of them: the manual, Account Administration; protocol.md sections 6.2 and 6.3."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Mapping

from .._cli.sections import account as cli
from .._cli.sections.mailbox import LISTMAILBOXES
from .._cli.stock_names import ACCOUNTS
from .._cli.vocabulary import account as vocabulary
from .._engine import shapes
from .._engine.info import Info, Known, Objects, Reading, settings_reading
from .._engine.model import Conversation, Facet, Field, Key, Resource, Secret, Values, fold
from .._engine.problems import printable
from .._engine.wants import complete
from ..connector.errors import CgpError
from .shared.account_answers import each_part, password_matches, value_of, whether_allowed
from .shared.account_pages import accounts_in_domain
from .shared.across_domains import DOMAINS, across_domains
from .shared.listed import looked_up
from .shared.names import accounts_and_aliases, address, domain_of, local_name, names_in_domain
from .shared.options import ALLOW_PROTECTED, NAME, SETTINGS, SETTINGS_OVERWRITE, STORAGE, UPDATE_PASSWORD, given
from .shared.scope_names import domain_names
from .shared.settings_commands import nulling, refuse_secret_settings, updating
from .shared.stock import known

TYPES = ("MultiMailbox", "TextMailbox", "MailDirMailbox", "SlicedMailbox", "AGrade", "BGrade", "CGrade")
_EXTENSIONS = {
    "macnt": "MultiMailbox",
    "aacnt": "AGrade",
    "bacnt": "BGrade",
    "cacnt": "CGrade",
    "mbox": "TextMailbox",
    "mdir": "MailDirMailbox",
    "mslc": "SlicedMailbox",
}
"""The file extensions by which listings tell the types of Accounts: evidence.md section 1, seen live."""

UPDATE_TYPE = Field("update_type", choices=("always", "on_create"), default="on_create")
PASSWORD = Field("account_password", secret=True)
"""Not just ``password``: that is the option with the login's own."""


TYPE = replace(
    shapes.TEXT,
    canon=lambda value: _EXTENSIONS.get(value, value),
    target=lambda have, want, whole: want if whole or not have else have,
)
"""A type, or the file extension that the listing shows for it. The manual does not tell these, and no server changes
every type: that of an Account that exists is left alone unless ``update_type: always`` asks for it."""


def _told_type(extension: str) -> Values:
    if extension not in _EXTENSIONS:
        raise CgpError("of which type an Account with the extension %s is, is not known" % printable(extension))
    return {"type": _EXTENSIONS[extension]}


def _create(key: Key, values: Values) -> Any:
    named = {"accountType": values.get("type"), "settings": values.get("settings") or None, **given(values, "storage")}
    return [cli.CREATEACCOUNT(key[0], LEGACY=bool(values.get("legacy")), **named)]


def _guard(key: Key, values: Values) -> Conversation:
    """Without its postmaster a server cannot be administered."""
    yield from ()
    if fold(local_name(key)) == "postmaster" and not values.get(ALLOW_PROTECTED.name):
        return CgpError("Account %s is not deleted" % key[0], "If that is meant, set allow_protected: true")
    return None


def _check(key: Key, values: Values) -> None:
    refuse_secret_settings(key, values)
    if values.get(SETTINGS_OVERWRITE.name) == "overwrite" and PASSWORD.name not in values:
        raise CgpError("settings_mode: overwrite removes the password", "Give account_password, or use replace")


ACCOUNT = Resource(
    noun="account",
    plural="accounts",
    list_option="accounts",
    key=(NAME,),
    facets=(
        Facet(
            "settings",
            (SETTINGS,),
            shapes.settings(vocabulary.ACCOUNT, cli.UPDATEACCOUNTSETTINGS),
            read=cli.GETACCOUNTSETTINGS,
            write=updating(cli.UPDATEACCOUNTSETTINGS, cli.SETACCOUNTSETTINGS),
            insist=nulling(lambda key, changes: cli.UPDATEACCOUNTSETTINGS(key[0], changes)),
            in_force=lambda name: [cli.GETACCOUNTEFFECTIVESETTINGS(name)],
            created=True,
            mode=SETTINGS_OVERWRITE.name,
        ),
        Facet(
            "type",
            (Field("type", choices=TYPES),),
            TYPE,
            write=lambda key, edit: [cli.SETACCOUNTTYPE(key[0], edit.after)],
            to_options=_told_type,
            listed="extension",
            created=True,
            mode=UPDATE_TYPE.name,
            read_back=False,
        ),
        Facet(
            "aliases",
            (Field("aliases", type="list", elements="str"),),
            shapes.NAMES,
            read=cli.GETACCOUNTALIASES,
            write=lambda key, edit: [cli.SETACCOUNTALIASES(key[0], edit.after)],
            names_more="alias",
        ),
        Facet(
            "telnums",
            (Field("telnums", type="list", elements="str"),),
            shapes.NAMES,
            read=cli.GETACCOUNTTELNUMS,
            write=lambda key, edit: [cli.SETACCOUNTTELNUMS(key[0], edit.after)],
        ),
    ),
    secrets=(
        Secret(
            PASSWORD,
            verify=cli.VERIFYACCOUNTPASSWORD,
            write=lambda key, values: [cli.SETACCOUNTPASSWORD(key[0], values[PASSWORD.name])],
            policy=UPDATE_PASSWORD.name,
            shown_in=("settings", "password"),
        ),
    ),
    extras=(
        SETTINGS_OVERWRITE,
        UPDATE_PASSWORD,
        UPDATE_TYPE,
        STORAGE,
        Field("legacy", type="bool", default=False),
        ALLOW_PROTECTED,
    ),
    find=names_in_domain,
    scope=domain_of,
    scope_names=domain_names,
    name=local_name,
    member=address,
    create=_create,
    rename=lambda old, new, values: [cli.RENAMEACCOUNT(old[0], new[0], **given(values, "storage"))],
    delete=lambda key, values: [cli.DELETEACCOUNT(key[0])],
    guard=_guard,
    stock=known(ACCOUNTS),
    allowance=ALLOW_PROTECTED.name,
    check=_check,
    default_domain=True,
    purge=True,
    within={"domain": lambda name: [name]},
    told=True,
    after=("account defaults",),  # what they say need not be said again
)


# --- what can be read

SETTINGS_KEYS = Field("settings_keys", type="list", elements="str")
ACL_FOR = Field("acl_for", type="list", elements="str")
IDENTITIES = Field("identities", type="list", elements="str")
VERIFY_PASSWORD = Field("verify_password", secret=True)


def _accounts(params: Mapping[str, Any]) -> Conversation:
    """The Accounts named, or those of a Domain, read page by page."""
    names, domain = params.get("names"), params.get("domain") or ""
    if names is not None:
        return (yield from looked_up(ACCOUNT, [(complete(name, domain),) for name in names], accounts_and_aliases))
    if not domain:
        raise CgpError("neither names nor domain is given", "Name the accounts, or the domain or domains they are in")
    listed = yield from accounts_in_domain(domain, params.get("filter"), params.get("limit") or 0)
    return Objects([Known((complete(name, domain),), told) for name, told in listed])


def _asked(params: Mapping[str, Any]) -> list[Reading]:
    """What options other than ``include`` ask for."""
    asked = []
    for field, reading, name, command, told in (
        (SETTINGS_KEYS, settings_reading, "chosen_settings", cli.GETACCOUNTONESETTING, value_of),
        (ACL_FOR, Reading, "acl_rights", cli.GETACCOUNTACLRIGHTS, value_of),
        (IDENTITIES, Reading, "identities", cli.VERIFYACCOUNTIDENTITY, whether_allowed),
    ):
        if params.get(field.name):
            asked.append(reading(name, each_part(command, params[field.name], told)))
    if params.get(VERIFY_PASSWORD.name) is not None:
        asked.append(Reading("password_matches", password_matches(params[VERIFY_PASSWORD.name])))
    return asked


ACCOUNT_INFO = Info(
    noun="account",
    result="accounts",
    resource=ACCOUNT,
    fields=(
        Field("names", type="list", elements="str"),
        Field("domain"),
        DOMAINS,
        Field("filter"),
        Field("limit", type="int", default=0),
        SETTINGS_KEYS,
        ACL_FOR,
        IDENTITIES,
        VERIFY_PASSWORD,
    ),
    objects=across_domains(_accounts),
    readings=(
        settings_reading("effective_settings", cli.GETACCOUNTEFFECTIVESETTINGS),
        Reading("rights", cli.GETACCOUNTRIGHTS),
        Reading("acl", cli.GETACCOUNTACL),
        Reading("info", cli.GETACCOUNTINFO),
        settings_reading("prefs", cli.GETACCOUNTPREFS),
        settings_reading("effective_prefs", cli.GETACCOUNTEFFECTIVEPREFS),
        Reading("mail_rules", cli.GETACCOUNTMAILRULES),
        Reading("signal_rules", cli.GETACCOUNTSIGNALRULES),
        Reading("mailboxes", LISTMAILBOXES),
        Reading("location", cli.GETACCOUNTLOCATION),
        Reading("presence", cli.GETACCOUNTPRESENCE),
    ),
    default=("settings", "type"),
    asked=_asked,
)
