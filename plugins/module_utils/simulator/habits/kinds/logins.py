# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a server says before and during a login, and which ways in it knows."""

from __future__ import annotations

from ..habit import Habit

NO_CHALLENGE = "no-challenge"
NO_STLS = "no-stls"
STLS_GREETS_AGAIN = "stls-greets-again"
STLS_GREETS_BARE = "stls-greets-bare"
NO_SESSIONID = "no-sessionid"
NO_WEBUSER = "no-webuser"
NO_CRAM_MD5 = "no-cram-md5"
CRAM_MD5_PLUS = "cram-md5-plus"
CRAM_MD5_CODELESS = "cram-md5-codeless"

_SECOND_GREETING = "the greeting after STLS"
_SESSION_LOGINS = "AUTH by a session"
_CRAM_MD5 = "AUTH CRAM-MD5"
_AUTH = frozenset(("AUTH",))
_STLS = frozenset(("STLS",))

HABITS = (
    Habit(
        NO_CHALLENGE,
        "greets without a challenge, so that APOP is not possible",
        "the manual's sample greeting has none",
        frozenset(("APOP",)),
    ),
    Habit(
        NO_STLS,
        "does not know STLS",
        "open: two clients send it, the manual does not name it",
        _STLS,
    ),
    Habit(
        STLS_GREETS_AGAIN,
        "greets again after STLS, with another challenge, and forgets the first one",
        "open: one client goes on with the first challenge",
        _STLS,
        one_of=_SECOND_GREETING,
    ),
    Habit(
        STLS_GREETS_BARE,
        "greets again after STLS, without a challenge, and forgets the first one",
        "open: one client goes on with the first challenge",
        _STLS,
        one_of=_SECOND_GREETING,
    ),
    Habit(
        NO_SESSIONID,
        "knows AUTH WEBUSER and not AUTH SESSIONID",
        "clients of different years use the one or the other",
        _AUTH,
        one_of=_SESSION_LOGINS,
    ),
    Habit(
        NO_WEBUSER,
        "knows AUTH SESSIONID and not AUTH WEBUSER",
        "clients of different years use the one or the other",
        _AUTH,
        one_of=_SESSION_LOGINS,
    ),
    Habit(
        NO_CRAM_MD5,
        "does not know AUTH CRAM-MD5",
        "open: a client has it, the manual does not name it for PWD",
        _AUTH,
        one_of=_CRAM_MD5,
    ),
    Habit(
        CRAM_MD5_PLUS,
        "writes a plus sign before the challenge of AUTH CRAM-MD5",
        "open: no transcript is known; other protocols have it",
        _AUTH,
        one_of=_CRAM_MD5,
    ),
    Habit(
        CRAM_MD5_CODELESS,
        "writes a plus sign in the place of the code before the challenge of AUTH CRAM-MD5",
        "open: no transcript is known; other protocols have it",
        _AUTH,
        one_of=_CRAM_MD5,
    ),
)
