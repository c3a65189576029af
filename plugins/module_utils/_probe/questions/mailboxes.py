# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a server tells of Mailboxes."""

from __future__ import annotations

from typing import Any, Sequence

from ..._cli.sections.account import CREATEACCOUNT
from ..._cli.sections.mailbox import CREATEMAILBOX, LISTMAILBOXES, RENAMEMAILBOX
from ..._cli.syntax import Command
from ...connector.errors import BadReply, CliError
from ..question import Finding, Findings, Place, Question, Replies, Untold, dictionary, told

_LETTERS, _ENCODED = "Gr\u00fcn", "Gr&APw-n"
_TYPED, _BARE = "Probe.mdir", "Probe"


def _commands(name: str, mailbox: str, **arguments: Any) -> Any:
    def commands(place: Place) -> Sequence[Command]:
        account = place.within(name)
        create = CREATEMAILBOX(account, mailbox, **arguments)
        return [CREATEACCOUNT(account), create, LISTMAILBOXES(account)]

    return commands


def _listed(replies: Replies, *names: str) -> tuple[str, Any]:
    """The one of these Mailboxes that is listed, and what is told of it."""
    mailboxes = dictionary(replies[-1])
    for name in names:
        if name in mailboxes:
            return name, mailboxes[name]
    raise Untold("the server does not list the Mailbox that was made")


def _of_letters(_place: Place, replies: Replies) -> Findings:
    name, _about = _listed(replies, _LETTERS, _ENCODED)
    return told(
        "mailboxes-in-utf7", name == _ENCODED, "a name with an umlaut is listed in UTF-7",
        "a name with an umlaut is listed as it is",
    )  # fmt: skip


def _of_class(_place: Place, replies: Replies) -> Findings:
    _name, about = _listed(replies, "Probe")
    in_array = isinstance(about, list)
    mailbox = about[0] if isinstance(about, list) and about else about
    has_class = "Class" in dictionary(mailbox)
    return {
        **told("mailboxes-in-arrays", in_array, "a Mailbox is listed as an array", "a Mailbox is listed without array"),
        **told(
            "mailbox-class-untold", not has_class, "a Mailbox that was made with a class is listed without",
            "a Mailbox that was made with a class is listed with it",
        ),
    }  # fmt: skip


def _of_suffix(_place: Place, replies: Replies) -> Findings:
    name, _about = _listed(replies, _TYPED, _BARE)
    how = "a Mailbox that was made as NAME.mdir is listed %s" % ("as NAME" if name == _BARE else "so")
    return {
        "mailbox-suffixes-dropped": Finding(name == _BARE, how),
        "mailbox-suffixes-kept": Finding(name == _TYPED, how),
    }


def _renamed_inbox(place: Place) -> Sequence[Command]:
    account = place.within("mailboxes-inbox")
    return [CREATEACCOUNT(account), RENAMEMAILBOX(account, "INBOX", "Probe")]


def _of_inbox(_place: Place, replies: Replies) -> Findings:
    refused = isinstance(replies[-1], CliError) and not isinstance(replies[-1], BadReply)
    return told("inbox-stays", refused, "renaming an INBOX is refused", "an INBOX is renamed")


QUESTIONS = (
    Question(("mailboxes-in-utf7",), _commands("mailboxes-letters", _LETTERS), _of_letters),
    Question(
        ("mailboxes-in-arrays", "mailbox-class-untold"),
        _commands("mailboxes-class", "Probe", mailboxClass="IPF.Contact"), _of_class,
    ),
    Question(
        ("mailbox-suffixes-dropped", "mailbox-suffixes-kept"), _commands("mailboxes-suffix", _TYPED), _of_suffix
    ),
    Question(("inbox-stays",), _renamed_inbox, _of_inbox, refusals=True),
)  # fmt: skip
