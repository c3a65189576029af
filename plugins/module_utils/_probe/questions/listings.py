# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a server finds and lists what a Domain holds."""

from __future__ import annotations

from typing import Sequence

from ..._cli.sections.account import CREATEACCOUNT
from ..._cli.sections.domain import LISTACCOUNTS, LISTDOMAINOBJECTS
from ..._cli.syntax import Command
from ...connector.errors import BadReply, CliError
from ..question import Findings, Place, Question, Replies, Untold, array, dictionary, told


def _accounts(place: Place) -> Sequence[Command]:
    return [
        CREATEACCOUNT(place.within("listings")),
        LISTACCOUNTS(domainName=place.domain),
        LISTDOMAINOBJECTS(place.domain, 100, filter="LISTINGS", ACCOUNTS=True),
        LISTDOMAINOBJECTS(place.domain, 1000, ACCOUNTS=True, cookie=""),
    ]


def _found(_place: Place, replies: Replies) -> Findings:
    extensions = dictionary(replies[1])
    if "listings" not in extensions:
        raise Untold("the server does not list the Account that was made")
    listed = array(replies[2])
    hit = len(listed) > 1 and isinstance(listed[1], dict) and "listings" in listed[1]
    return {
        **told(
            "no-file-extension", not extensions["listings"], "an Account is listed without a file extension",
            "an Account is listed with its file extension",
        ),
        **told(
            "filter-case", not hit, "a filter in capitals did not find an Account without",
            "a filter in capitals found an Account without",
        ),
        **told(
            "last-cookie-missing", len(array(replies[3])) < 5, "the last part of a listing came without a cookie",
            "the last part of a listing came with a cookie",
        ),
    }  # fmt: skip


def _nothing(place: Place) -> Sequence[Command]:
    """What finds nothing in the main Domain, without a cookie and with one."""
    return [
        LISTDOMAINOBJECTS(place.main, 1, filter=place.unknown, ACCOUNTS=True),
        LISTDOMAINOBJECTS(place.main, 1, filter=place.unknown, ACCOUNTS=True, cookie=""),
    ]


def _cookies(_place: Place, replies: Replies) -> Findings:
    without, with_both = replies
    if isinstance(without, CliError):
        raise Untold("%s was answered %d" % (without.verb, without.code))
    refused = isinstance(with_both, CliError) and not isinstance(with_both, BadReply)
    return told(
        "cookie-without-filter", refused, "LISTDOMAINOBJECTS with FILTER and COOKIE was refused",
        "LISTDOMAINOBJECTS with FILTER and COOKIE was accepted",
    )  # fmt: skip


QUESTIONS = (
    Question(("no-file-extension", "filter-case", "last-cookie-missing"), _accounts, _found),
    Question(("cookie-without-filter",), _nothing, _cookies, writes=False, refusals=True),
)
