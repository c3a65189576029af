# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a server tells of passwords, and how it keeps one that came among settings."""

from __future__ import annotations

from typing import Sequence

from ..._cli.sections.account import CREATEACCOUNT, GETACCOUNTRPOPS, GETACCOUNTSETTINGS, SETACCOUNTRPOPS
from ..._cli.syntax import Command
from ..question import Finding, Findings, Place, Question, Replies, Untold, dictionary

_RECORD = {"authName": "probe", "domain": "pop.invalid", "period": "1d"}
_HABITS = ("hides-secrets", "shows-encoded-secrets", "plain-create", "completes-nested")


def _commands(place: Place) -> Sequence[Command]:
    account = place.within("secrets")
    return [
        CREATEACCOUNT(account, settings={"PasswordEncryption": "A-crpt", "Password": place.password}),
        GETACCOUNTSETTINGS(account),
        SETACCOUNTRPOPS(account, {"probe": {**_RECORD, "password": place.password}}),
        GETACCOUNTRPOPS(account),
        SETACCOUNTRPOPS(account, {}),
    ]


def _read(place: Place, replies: Replies) -> Findings:
    record = dictionary(dictionary(replies[3]).get("probe"))
    if not set(record) & set(_RECORD):
        raise Untold("the server does not tell the record of a remote account that was written")
    shown = record.get("password")
    encoded = shown is not None and str(shown) != place.password
    completed = bool(set(record) - set(_RECORD) - {"password"})
    return {
        _HABITS[0]: Finding(shown is None, "a record of a remote account came back %s its password" % (
            "without" if shown is None else "with")),
        _HABITS[1]: Finding(encoded, "the password of a remote account %s in an encoded form" % (
            "came back" if encoded else "did not come back")),
        _HABITS[2]: _created(place, replies[1], encoded),
        _HABITS[3]: Finding(completed, "a record of a remote account came back with %s" % (
            "keys that it did not have" if completed else "no other keys")),
    }  # fmt: skip


def _created(place: Place, settings: object, encoded: bool) -> Finding:
    password = settings.get("Password") if isinstance(settings, dict) else None
    if password is None:
        return Finding(None, "the server does not tell the password of an Account")
    if password == place.password:
        return Finding(True, "an Account that was made with a password has it in the clear")
    if encoded:
        return Finding(None, "the server tells every password in an encoded form")
    return Finding(False, "an Account that was made with a password has it encrypted")


QUESTIONS = (Question(_HABITS, _commands, _read),)
