# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a server hands on the passwords of Accounts, to a command that no manual mentions."""

from __future__ import annotations

from typing import Any, Sequence

from ..._cli.sections.account import CREATEACCOUNT, SETACCOUNTPASSWORD
from ..._cli.unlisted import unlisted_command
from ...connector.errors import BadReply, CliError
from ..question import Finding, Findings, Place, Question, Replies, Untold

_HABITS = ("hands-on-passwords", "hands-on-passwords-or-nothing")


def _commands(place: Place) -> Sequence[Any]:
    """Of an Account with a password that is kept so that it can be recovered, and of one without any."""
    known, unknown = place.within("with-password"), place.within("without-password")
    return [
        CREATEACCOUNT(known, settings={"PasswordEncryption": "A-crpt"}),
        SETACCOUNTPASSWORD(known, place.password),
        _asked(known),
        CREATEACCOUNT(unknown),
        _asked(unknown),
    ]


def _asked(account: str) -> Any:
    return unlisted_command("GETACCOUNTPLAINPASSWORD", {"account": account}, read_only=True)


def _read(place: Place, replies: Replies) -> Findings:
    written = (replies[number] for number in (0, 1, 3))
    if any(isinstance(reply, CliError) and not isinstance(reply, BadReply) for reply in written):
        raise Untold("no Account could be made whose password is known")
    hands_on = replies[2] == place.password
    refused = isinstance(replies[4], CliError)
    told = "the password of an Account was %s" % ("told" if hands_on else "not told")
    return {
        _HABITS[0]: Finding(hands_on and refused, told),
        _HABITS[1]: Finding(hands_on and not refused, told),
    }


QUESTIONS = (Question(_HABITS, _commands, _read, refusals=True),)
