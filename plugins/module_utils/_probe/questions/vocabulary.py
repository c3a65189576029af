# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a server does with names of settings and of rights that are not spelt as it spells them."""

from __future__ import annotations

from typing import Sequence

from ..._cli.sections.access_rights import SETACCOUNTRIGHTS
from ..._cli.sections.account import CREATEACCOUNT, GETACCOUNTRIGHTS, GETACCOUNTSETTINGS, UPDATEACCOUNTSETTINGS
from ..._cli.syntax import Command
from ..question import Findings, Place, Question, Replies, Untold, array, dictionary, told

_UNKNOWN = "X-Probe"
_KNOWN = "RealName"
_RIGHT = "CanCreateAliases"


def _settings(place: Place) -> Sequence[Command]:
    account = place.within("vocabulary")
    return [
        CREATEACCOUNT(account),
        UPDATEACCOUNTSETTINGS(account, {_KNOWN.lower(): "Probe"}),
        UPDATEACCOUNTSETTINGS(account, {_UNKNOWN: "Probe"}),
        GETACCOUNTSETTINGS(account),
    ]


def _kept(_place: Place, replies: Replies) -> Findings:
    settings = dictionary(replies[-1])
    if not {_KNOWN, _KNOWN.lower()} & set(settings):
        raise Untold("the server does not tell a setting that was written in small letters")
    return {
        **told(
            "key-case", _KNOWN in settings, "a setting that was written in small letters came back in the usual ones",
            "a setting that was written in small letters came back so",
        ),
        **told(
            "drops-unknown", _UNKNOWN not in settings, "a setting that no server knows was accepted and not kept",
            "a setting that no server knows was kept",
        ),
    }  # fmt: skip


def _rights(place: Place) -> Sequence[Command]:
    """Of an Account that nobody can log in to, in its own Domain only."""
    account = place.within("vocabulary-rights")
    return [CREATEACCOUNT(account), SETACCOUNTRIGHTS(account, [_RIGHT.lower()]), GETACCOUNTRIGHTS(account)]


def _spelt(_place: Place, replies: Replies) -> Findings:
    rights = array(replies[-1])
    if not {_RIGHT, _RIGHT.lower()} & set(map(str, rights)):
        raise Untold("the server does not tell the access right that was written")
    return told(
        "rights-case", _RIGHT in rights, "a right that was written in small letters came back in the usual ones",
        "a right that was written in small letters came back so",
    )  # fmt: skip


QUESTIONS = (
    Question(("key-case", "drops-unknown"), _settings, _kept),
    Question(("rights-case",), _rights, _spelt),
)
