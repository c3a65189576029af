# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""With which code and text a server refuses."""

from __future__ import annotations

from typing import Sequence

from ..._cli.sections.account import CREATEACCOUNT, GETACCOUNTSETTINGS, VERIFYACCOUNTPASSWORD
from ..._cli.sections.domain import GETDOMAINSETTINGS
from ..._cli.sections.forwarder import CREATEFORWARDER, GETFORWARDER
from ..._cli.sections.group import CREATEGROUP, GETGROUP
from ..._cli.sections.mailbox import CREATEMAILBOX, GETMAILBOXINFO
from ..._cli.syntax import Command
from ...connector.errors import BadReply, CliError, NotAllowed
from ..question import Finding, Findings, Place, Question, Replies, Untold

_ABSENT = (500, 501, 512, 513, 553, 599)
_TAKEN = (500, 501, 520, 523, 524, 532)
_PASSWORD = (512, 514, 515, 500)
_RIGHT = (510, 531)
_TEXTS = ("other-texts", "texts-in-other-case")
_KNOWN = ("unknown secondary domain name", "unknown user account", "group is not found", "forwarder is not found")
"""The whole texts of four refusals, as clients know them: evidence.md section 3."""


def _habits(sort: str, codes: Sequence[int]) -> tuple[str, ...]:
    return tuple("%s-%d" % (sort, code) for code in codes)


def _refusals(replies: Sequence[object]) -> list[CliError]:
    """All replies, which must be refusals."""
    found = [reply for reply in replies if isinstance(reply, CliError) and not isinstance(reply, BadReply)]
    if len(found) < len(replies):
        raise Untold("the server did not refuse what was expected to be refused")
    return found


def _of_objects(replies: Sequence[object]) -> list[CliError]:
    """Refusals that are about objects, and not for want of a right. Untold."""
    found = _refusals(replies)
    for refusal in found:
        if isinstance(refusal, NotAllowed):
            raise Untold("%s was answered %d" % (refusal.verb, refusal.code))
    return found


def _codes(sort: str, codes: Sequence[int], replies: Sequence[CliError]) -> Findings:
    """A server has the habit of a code if it has that code for every refusal of the sort."""
    given = sorted({refusal.code for refusal in replies})
    how = "the codes of %d such refusals: %s" % (len(replies), ", ".join(map(str, given)))
    return {"%s-%d" % (sort, code): Finding(given == [code], how) for code in codes}


def _unknown(place: Place) -> Sequence[Command]:
    name = place.unknown_in(place.main)
    nowhere = "%s.invalid" % place.unknown
    return [GETDOMAINSETTINGS(domainName=nowhere), GETACCOUNTSETTINGS(name), GETGROUP(name), GETFORWARDER(name)]


def _absent(_place: Place, replies: Replies) -> Findings:
    refusals = _of_objects(replies)
    texts = [refusal.text.strip().rstrip(".") for refusal in refusals]
    as_known = [text in _KNOWN for text in texts]
    folded = [text.lower() in _KNOWN for text in texts]
    how = "of %d refusals %d have the known texts, %d in any letter case" % (len(texts), sum(as_known), sum(folded))
    return {
        **_codes("absent", _ABSENT, refusals),
        _TEXTS[0]: Finding(not any(folded), how),
        _TEXTS[1]: Finding(any(folded) and not any(as_known), how),
    }


def _twice(place: Place) -> Sequence[Command]:
    account, group, forwarder = map(place.within, ("taken-account", "taken-group", "taken-forwarder"))
    makes = [
        CREATEACCOUNT(account),
        CREATEGROUP(group),
        CREATEFORWARDER(forwarder, account),
        CREATEMAILBOX(account, "Taken"),
    ]
    return [*makes, *makes]


def _taken(_place: Place, replies: Replies) -> Findings:
    return _codes("taken", _TAKEN, _of_objects(replies[4:]))


def _verify(place: Place) -> Sequence[Command]:
    account = place.within("password")
    return [
        CREATEACCOUNT(account, settings={"Password": place.password}),
        VERIFYACCOUNTPASSWORD(account, place.other_password),
    ]


def _wrong(_place: Place, replies: Replies) -> Findings:
    return _codes("password", _PASSWORD, _of_objects(replies[1:]))


def _foreign(place: Place) -> Sequence[Command]:
    owner, other = place.within("right-owner"), place.within("right-other")
    return [
        CREATEACCOUNT(owner),
        CREATEACCOUNT(other),
        CREATEMAILBOX(owner, "Own"),
        GETMAILBOXINFO(owner, "Own", authAccountName=other),
    ]


def _not_allowed(_place: Place, replies: Replies) -> Findings:
    return _codes("right", _RIGHT, _refusals(replies[3:]))


QUESTIONS = (
    Question((*_habits("absent", _ABSENT), *_TEXTS), _unknown, _absent, writes=False, refusals=True),
    Question(_habits("taken", _TAKEN), _twice, _taken, refusals=True),
    Question(_habits("password", _PASSWORD), _verify, _wrong, refusals=True),
    Question(_habits("right", _RIGHT), _foreign, _not_allowed, refusals=True),
)
