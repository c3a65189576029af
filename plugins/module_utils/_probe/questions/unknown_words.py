# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a server does with Group members, access rights and services that mean nothing to it."""

from __future__ import annotations

from typing import Any, Callable, Sequence

from ..._cli.sections.access_rights import SETACCOUNTRIGHTS
from ..._cli.sections.account import CREATEACCOUNT, GETACCOUNTRIGHTS, GETACCOUNTSETTINGS, UPDATEACCOUNTSETTINGS
from ..._cli.sections.group import CREATEGROUP, GETGROUP
from ..._cli.syntax import Command
from ...connector.errors import BadReply, CliError
from ..question import Finding, Findings, Place, Question, Replies, Untold

_WORD = "XProbe"
_RIGHT = "CanCreateGroups"
_MODES = ["30", "Mail"]


def _members(place: Place) -> Sequence[Command]:
    group = place.within("unknown-members")
    return [CREATEGROUP(group, settings={"Members": [place.unknown]}), GETGROUP(group)]


def _rights(place: Place) -> Sequence[Command]:
    """Of an Account that nobody can log in to, in its own Domain only."""
    account = place.within("unknown-rights")
    return [CREATEACCOUNT(account), SETACCOUNTRIGHTS(account, [_RIGHT, _WORD]), GETACCOUNTRIGHTS(account)]


def _services(place: Place) -> Sequence[Command]:
    account = place.within("unknown-services")
    return [
        CREATEACCOUNT(account),
        UPDATEACCOUNTSETTINGS(account, {"AccessModes": _MODES}),
        UPDATEACCOUNTSETTINGS(account, {"AccessModes": [*_MODES, _WORD]}),
        GETACCOUNTSETTINGS(account),
    ]


def _of_key(key: str) -> Callable[[Any], Any]:
    return lambda value: value.get(key, []) if isinstance(value, dict) else None


def _read(what: str, list_in: Callable[[Any], Any], word: str) -> Callable[[Place, Replies], Findings]:
    def read(place: Place, replies: Replies) -> Findings:
        *before, write, told = replies
        if any(map(_refused, before)):
            raise Untold("what has to be there before was refused")
        if _refused(write):
            how = "%s was answered %d" % (write.verb, write.code)
            return _findings(what, False, True, how)
        if _refused(told):
            raise Untold("%s was answered %d" % (told.verb, told.code))
        listed = list_in(told)
        if not isinstance(listed, (list, type(None))):
            raise Untold("the server answered with no array")
        names = {str(name).partition("@")[0].lower() for name in listed or ()}
        kept = (word or place.unknown).lower() in names
        how = "one that no server knows was accepted and %s" % ("kept" if kept else "not kept")
        return _findings(what, not kept, False, how)

    return read


def _findings(what: str, dropped: bool, refused: bool, how: str) -> Findings:
    return {"unknown-%s-dropped" % what: Finding(dropped, how), "unknown-%s-refused" % what: Finding(refused, how)}


def _refused(reply: Any) -> bool:
    return isinstance(reply, CliError) and not isinstance(reply, BadReply)


def _question(
    what: str, commands: Callable[[Place], Sequence[Command]], list_in: Callable[[Any], Any], word: str
) -> Question:
    habits = ("unknown-%s-dropped" % what, "unknown-%s-refused" % what)
    return Question(habits, commands, _read(what, list_in, word), refusals=True)


QUESTIONS = (
    _question("members", _members, _of_key("Members"), ""),
    _question("rights", _rights, lambda value: value, _WORD),
    _question("services", _services, _of_key("AccessModes"), _WORD),
)
