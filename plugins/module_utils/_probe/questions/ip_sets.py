# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a server rewrites sets of IP addresses. They belong to the whole server, so they are only looked at."""

from __future__ import annotations

import re
from typing import Sequence

from ..._cli.sections import miscellaneous, server_settings
from ..._cli.syntax import Command
from ..question import Finding, Findings, Place, Question, Replies

_READS = (
    server_settings.GETLANIPS, server_settings.GETCLIENTIPS, server_settings.GETBLACKLISTEDIPS,
    server_settings.GETWHITEHOLEIPS, server_settings.GETNATEDIPS, server_settings.GETDEBUGIPS,
    server_settings.GETDENIEDIPS,
)  # fmt: skip
_LINE_END = re.compile(r"\r\n|\r|\n|\\e")
_SINGLE = re.compile(r"\[?[0-9.]+\]?")


def _sets(_place: Place) -> Sequence[Command]:
    return [read() for read in _READS]


def _rewritten(_place: Place, replies: Replies) -> Findings:
    texts = [text for text in replies if isinstance(text, str) and text]
    lines = [line.strip() for text in texts for line in _LINE_END.split(text)]
    singles = [entry for entry in (line.partition(";")[0].strip() for line in lines) if _SINGLE.fullmatch(entry)]
    bracketed = [entry for entry in singles if entry[0] == "["]
    several = [text for text in texts if _LINE_END.search(text.strip())]
    other_ends = [text for text in several if "\r" in text]
    beside = any(line.partition(";")[2] and line.partition(";")[0].strip() for line in lines)
    found = {
        "ips-in-brackets": Finding(
            len(bracketed) == len(singles), "of %d addresses %d are told in brackets" % (len(singles), len(bracketed)),
        ) if singles else Finding(None, "no set of the server has a single address"),
        "ip-line-ends": Finding(
            bool(other_ends), "of %d sets %d have other line ends" % (len(several), len(other_ends)),
        ) if several else Finding(None, "no set of the server has several lines"),
    }  # fmt: skip
    for habit in ("ip-comments-dropped", "ip-comments-moved"):
        found[habit] = (
            Finding(False, "there is a comment beside an address")
            if beside
            else Finding(None, "a comment would have to be written to a set of the whole server")
        )
    return found


def _temporary(_place: Place) -> Sequence[Command]:
    return [miscellaneous.GETTEMPBLACKLISTEDIPS()]


def _seconds(_place: Place, replies: Replies) -> Findings:
    entries = [entry for entry in str(replies[0] or "").split(",") if entry.strip()]
    if not entries:
        return {"bare-blacklist": Finding(None, "no address is on the temporary list")}
    timed = [entry for entry in entries if re.search(r"-(?:[0-9]+|\*)\s*$", entry)]
    how = "of %d temporary addresses %d are told with seconds" % (len(entries), len(timed))
    return {"bare-blacklist": Finding(not timed, how)}


QUESTIONS = (
    Question(
        ("ips-in-brackets", "ip-line-ends", "ip-comments-dropped", "ip-comments-moved"), _sets, _rewritten,
        writes=False,
    ),
    Question(("bare-blacklist",), _temporary, _seconds, writes=False),
)  # fmt: skip
