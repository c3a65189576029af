# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What becomes of what is written."""

from __future__ import annotations

from typing import Sequence

from ..._cli.sections.account import CREATEACCOUNT
from ..._cli.sections.forwarder import CREATEFORWARDER, DELETEFORWARDER, LISTFORWARDERS
from ..._cli.sections.group import CREATEGROUP, GETGROUP, SETGROUP
from ..._cli.sections.mailing_list import CREATELIST, GETLIST, UPDATELIST
from ..._cli.syntax import Command
from ...connector.errors import BadReply, CliError
from ..question import Finding, Findings, Place, Question, Replies, Untold, dictionary, told

_ONE, _OTHER = {"RealName": "Probe"}, {"SetReplyTo": "NO"}
_LITERAL = ("default-word-literal", "default-word-removes")
_OWNER = "writing-owner"
_UNTIL = "Subscribe"


def _set(place: Place) -> Sequence[Command]:
    group = place.within("writing-group")
    return [CREATEGROUP(group, settings=_ONE), SETGROUP(group, _OTHER), GETGROUP(group)]


def _merged(_place: Place, replies: Replies) -> Findings:
    settings = dictionary(replies[-1])
    if not set(_OTHER) <= set(settings):
        raise Untold("the server does not tell the setting of a Group that was written")
    return told(
        "merges-set", settings.get("RealName") == "Probe", "a setting that a SET did not name was kept",
        "a setting that a SET did not name is gone",
    )  # fmt: skip


def _word(place: Place) -> Sequence[Command]:
    name = place.within("writing-list")
    return [
        CREATEACCOUNT(place.within(_OWNER)),
        CREATELIST(name, _OWNER),
        UPDATELIST(name, {_UNTIL: "moderated"}),
        GETLIST(name),
        UPDATELIST(name, {_UNTIL: "default"}),
        GETLIST(name),
    ]


def _literal(_place: Place, replies: Replies) -> Findings:
    before, after = dictionary(replies[3]).get(_UNTIL), dictionary(replies[-1]).get(_UNTIL)
    if before is None or before == after:
        raise Untold("the server does not tell what became of a setting of a list")
    literal = str(after).lower() == "default"
    how = "a setting of a list that was set to the word default %s" % ("has it" if literal else "went back to it")
    return {_LITERAL[0]: Finding(literal, how), _LITERAL[1]: Finding(not literal, how)}


def _delete(place: Place) -> Sequence[Command]:
    name = place.within("writing-forwarder")
    return [
        CREATEFORWARDER(name, place.within("nobody")),
        DELETEFORWARDER(name),
        LISTFORWARDERS(domainName=place.domain),
    ]


def _deleted(_place: Place, replies: Replies) -> Findings:
    kept = isinstance(replies[-1], list) and "writing-forwarder" in [str(name).lower() for name in replies[-1]]
    return told(
        "delete-ignored", kept, "a Forwarder is still there after the server had accepted to delete it",
        "a Forwarder was gone after it had been deleted",
    )  # fmt: skip


def _write(place: Place) -> Sequence[Command]:
    return [CREATEACCOUNT(place.within("writing"))]


def _answer(_place: Place, replies: Replies) -> Findings:
    (reply,) = replies
    if isinstance(reply, CliError) and not isinstance(reply, BadReply):
        raise Untold("%s was answered %d" % (reply.verb, reply.code))
    return told(
        "reply-201-unreadable", isinstance(reply, BadReply), "a write was answered with data that cannot be read",
        "a write was answered with a plain success",
    )  # fmt: skip


QUESTIONS = (
    Question(("merges-set",), _set, _merged),
    Question(_LITERAL, _word, _literal),
    Question(("delete-ignored",), _delete, _deleted),
    Question(("reply-201-unreadable",), _write, _answer, refusals=True),
)
