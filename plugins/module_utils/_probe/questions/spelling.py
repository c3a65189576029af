# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a server spells names."""

from __future__ import annotations

from typing import Sequence

from ..._cli.sections.account import GETACCOUNTALIASES
from ..._cli.sections.directory import GETDIRECTORYUNIT, LISTDIRECTORYUNITS
from ..._cli.sections.web_skin import CREATEDOMAINSKIN, LISTDOMAINSKINFILES, STOREDOMAINSKINFILE
from ..._cli.syntax import Command
from ..._cli.values import OWN, NamedAsterisk
from ...connector.errors import BadReply, CliError
from ..question import Finding, Findings, Place, Question, Replies, Untold, dictionary, told

_FILE = "Probe.wssp"


def _skin(place: Place) -> Sequence[Command]:
    return [
        CREATEDOMAINSKIN("", domainName=place.domain),
        STOREDOMAINSKINFILE("", _FILE, b"probe", domainName=place.domain),
        LISTDOMAINSKINFILES("", domainName=place.domain),
    ]


def _stored(_place: Place, replies: Replies) -> Findings:
    files = dictionary(replies[-1])
    if not {_FILE, _FILE.lower()} & set(files):
        raise Untold("the server does not list the skin file that was stored")
    as_stored = _FILE in files
    how = "a skin file with a capital in its name is listed %s" % ("so" if as_stored else "without")
    return {
        "skin-files-lower-cased": Finding(not as_stored, how),
        "skin-files-as-stored": Finding(as_stored, how),
    }


def _units(_place: Place) -> Sequence[Command]:
    return [LISTDIRECTORYUNITS()]


def _in_other_case(replies: Replies) -> Sequence[Command]:
    units = replies[0] if isinstance(replies[0], dict) else {}
    names = [str(name) for name in units.values() if str(name).swapcase() != str(name)]
    return [GETDIRECTORYUNIT(names[0]), GETDIRECTORYUNIT(names[0].swapcase())] if names else []


def _found(_place: Place, replies: Replies) -> Findings:
    if len(replies) < 3:
        raise Untold("the server lists no Directory Unit")
    refused = [isinstance(reply, CliError) and not isinstance(reply, BadReply) for reply in replies]
    if refused[1]:
        raise Untold("%s was answered %d" % (replies[1].verb, replies[1].code))
    return told(
        "case-units", refused[2], "a Directory Unit is not found by its name in other letter case",
        "a Directory Unit is found by its name in other letter case",
    )  # fmt: skip


def _asterisks(_place: Place) -> Sequence[Command]:
    return [GETACCOUNTALIASES(OWN), GETACCOUNTALIASES(NamedAsterisk(OWN))]


def _own(_place: Place, replies: Replies) -> Findings:
    bare, quoted = (isinstance(reply, CliError) and not isinstance(reply, BadReply) for reply in replies)
    if bare:
        raise Untold("the server does not tell the aliases of the login's own Account")
    return told(
        "asterisk-quoted", not quoted, "the asterisk in quotation marks is taken for the login's own Account",
        "the asterisk in quotation marks is refused",
    )  # fmt: skip


QUESTIONS = (
    Question(("asterisk-quoted",), _asterisks, _own, writes=False, refusals=True),
    Question(("skin-files-lower-cased", "skin-files-as-stored"), _skin, _stored),
    Question(("case-units",), _units, _found, writes=False, refusals=True, follow=_in_other_case),
)
