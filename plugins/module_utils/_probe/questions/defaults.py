# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a server tells settings that nobody has set, and those that are set to their default."""

from __future__ import annotations

from typing import Sequence

from ..._cli.sections.account import CREATEACCOUNT, GETACCOUNTPREFS, GETACCOUNTSETTINGS, UPDATEACCOUNTSETTINGS
from ..._cli.sections.domain import UPDATEACCOUNTDEFAULTS
from ..._cli.sections.group import CREATEGROUP, GETGROUP
from ..._cli.syntax import Command
from ..question import Finding, Findings, Place, Question, Replies, Untold, dictionary, told

_NAMED = "RealName"
_INHERITED = {"RulesAllowed": "Any"}
_SIGN = {"MailToAll": "NO"}


def _group(place: Place) -> Sequence[Command]:
    group = place.within("defaults-group")
    return [CREATEGROUP(group, settings={_NAMED: "Probe"}), GETGROUP(group)]


def _shown(_place: Place, replies: Replies) -> Findings:
    settings = dictionary(replies[-1])
    if _NAMED not in settings:
        raise Untold("the server does not tell the setting of a Group that was written")
    return told(
        "shows-defaults", len(settings) > 1, "a Group with one setting has more of them when it is read",
        "a Group with one setting has no other when it is read",
    )  # fmt: skip


def _account(place: Place) -> Sequence[Command]:
    account = place.within("defaults")
    return [
        UPDATEACCOUNTDEFAULTS(_INHERITED, domainName=place.domain),
        CREATEACCOUNT(account),
        UPDATEACCOUNTSETTINGS(account, {**_INHERITED, **_SIGN}),
        GETACCOUNTSETTINGS(account),
    ]


def _hidden(_place: Place, replies: Replies) -> Findings:
    settings = dictionary(replies[-1])
    if not set(_SIGN) <= set(settings):
        raise Untold("the server tells none of the settings that were written")
    return told(
        "hides-defaults", not set(_INHERITED) <= set(settings),
        "a setting of an Account that equals the default of its Domain is not told",
        "a setting of an Account that equals the default of its Domain is told",
    )  # fmt: skip


def _own_preferences(_place: Place) -> Sequence[Command]:
    return [GETACCOUNTPREFS("*")]


def _computed(_place: Place, replies: Replies) -> Findings:
    computed = "AccountName" in (replies[0] or {})
    how = "AccountName is %samong the login's own Preferences" % ("" if computed else "not ")
    return {"computed-keys": Finding(computed, how), "computed-keys-untold": Finding(not computed, how)}


QUESTIONS = (
    Question(("shows-defaults",), _group, _shown),
    Question(("hides-defaults",), _account, _hidden),
    Question(("computed-keys", "computed-keys-untold"), _own_preferences, _computed, writes=False),
)
