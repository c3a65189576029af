# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Accounts: the manual, Account Administration; settings in protocol.md sections 6.2 and 6.3."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from .._cli.sections.account import (
    CREATEACCOUNT,
    DELETEACCOUNT,
    GETACCOUNTALIASES,
    GETACCOUNTSETTINGS,
    GETACCOUNTTELNUMS,
    RENAMEACCOUNT,
    SETACCOUNTALIASES,
    SETACCOUNTPASSWORD,
    SETACCOUNTSETTINGS,
    SETACCOUNTTELNUMS,
    SETACCOUNTTYPE,
    UPDATEACCOUNTSETTINGS,
    VERIFYACCOUNTPASSWORD,
)
from .._engine import shapes
from .._engine.model import Conversation, Facet, Field, Key, Resource, Secret, Values, fold
from ..connector.errors import CgpError
from .shared.options import NAME, SETTINGS, SETTINGS_OVERWRITE, STORAGE, given, refuse_secret_settings, updating
from .shared.names import address, domain_of, local_name, names_in_domain

TYPES = ("MultiMailbox", "TextMailbox", "MailDirMailbox", "SlicedMailbox", "AGrade", "BGrade", "CGrade")
_EXTENSIONS = {"macnt": "MultiMailbox"}
"""File extensions whose Account type is evidenced (protocol.md section 6.3)."""

UPDATE_TYPE = Field("update_type", choices=("always", "on_create"), default="on_create")
PASSWORD = Field("account_password", secret=True)
"""Not just ``password``: that is the option with the login's own."""
UPDATE_PASSWORD = Field("update_password", choices=("always", "on_create"), default="always")
ALLOW_PROTECTED = Field("allow_protected", type="bool", default=False)


TYPE = replace(
    shapes.TEXT,
    canon=lambda value: _EXTENSIONS.get(value, value),
    target=lambda have, want, whole: want if whole or not have else have,
)
"""A type, or the file extension that the listing shows for it. Only MultiMailbox's is known for certain, so the type
of an Account that exists is left alone unless ``update_type: always`` asks for it."""


def _create(key: Key, values: Values) -> Any:
    settings: dict[str, Any] = dict(values.get("settings") or {})
    if PASSWORD.name in values:
        settings["Password"] = values[PASSWORD.name]
    named = {"accountType": values.get("type"), "settings": settings or None, **given(values, "storage")}
    return [CREATEACCOUNT(key[0], LEGACY=bool(values.get("legacy")), **named)]


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
            shapes.SETTINGS,
            read=GETACCOUNTSETTINGS,
            write=updating(UPDATEACCOUNTSETTINGS, SETACCOUNTSETTINGS),
            created=True,
            mode=SETTINGS_OVERWRITE.name,
        ),
        Facet(
            "type",
            (Field("type", choices=TYPES),),
            TYPE,
            write=lambda key, edit: [SETACCOUNTTYPE(key[0], edit.after)],
            listed="extension",
            created=True,
            mode=UPDATE_TYPE.name,
            read_back=False,
        ),
        Facet(
            "aliases",
            (Field("aliases", type="list", elements="str"),),
            shapes.NAMES,
            read=GETACCOUNTALIASES,
            write=lambda key, edit: [SETACCOUNTALIASES(key[0], edit.after)],
        ),
        Facet(
            "telnums",
            (Field("telnums", type="list", elements="str"),),
            shapes.NAMES,
            read=GETACCOUNTTELNUMS,
            write=lambda key, edit: [SETACCOUNTTELNUMS(key[0], edit.after)],
        ),
    ),
    secrets=(
        Secret(
            PASSWORD,
            verify=VERIFYACCOUNTPASSWORD,
            write=lambda key, values: [SETACCOUNTPASSWORD(key[0], values[PASSWORD.name])],
            created=True,
            policy=UPDATE_PASSWORD.name,
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
    name=local_name,
    member=address,
    create=_create,
    rename=lambda old, new, values: [RENAMEACCOUNT(old[0], new[0], **given(values, "storage"))],
    delete=lambda key, values: [DELETEACCOUNT(key[0])],
    guard=_guard,
    protected=("postmaster",),
    check=_check,
    default_domain=True,
    purge=True,
)
