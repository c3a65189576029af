# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Rule ``#Vacation``, as the Web Interface and others write it, and what it says: protocol.md section 6.6."""

from __future__ import annotations

import re
from typing import Any, Mapping, Sequence

from ..._engine import canon
from ...connector.errors import CgpError
from .moments import read_moment
from .rule_clauses import canon_clauses

RULE_NAME = "#Vacation"
MEMORY = "RepliedAddresses"
"""The dataset of those who have got a reply."""
NOTHING = {"enabled": False, "text": "", "subject": "", "starts": "", "ends": "", "reply_once": True}
"""What an Account says that has no such Rule."""

_PRIORITY = 2
_HUMAN = ["Human Generated", "---"]
_NOT_YET = ["From", "not in", "#" + MEMORY]
_REMEMBER = ["Remember 'From' in", MEMORY]
_REPLY = "Reply with"
_DATE = "Current Date"
_BOUNDS = {"starts": "greater than", "ends": "less than"}

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SERVER_DATE = re.compile(r"([0-9]{1,2}) (%s) ([0-9]{4})(?: ([0-9]{2}:[0-9]{2}:[0-9]{2}))?" % "|".join(_MONTHS))

_HEADERS = "+"
"""What a text begins with that brings header fields of its own, up to an empty line."""
_SUBJECT = "subject:"
_IN_REPLY_TO = "In-Reply-To: ^I"


def read_rule(rule: Sequence[Any]) -> dict[str, Any]:
    """What a Rule says, in the terms of NOTHING."""
    conditions, actions = _clauses(rule, 2), _clauses(rule, 3)
    subject, _headers, text = _split(_reply(actions))
    dates = {tuple(condition[:2]): condition[2] for condition in conditions if len(condition) > 2}
    return {
        "enabled": str(rule[0]) != "0",
        "text": text,
        "subject": subject,
        **{bound: _from_server(dates.get((_DATE, operation), "")) for bound, operation in _BOUNDS.items()},
        "reply_once": _NOT_YET in conditions and _REMEMBER in actions,
    }


def make_rule(rule: Sequence[Any], wanted: Mapping[str, Any]) -> list[Any]:
    """A Rule that says what is wanted; ``rule`` is the one so far, whose other parts stay, or empty."""
    conditions, actions = (_clauses(rule, 2), _clauses(rule, 3)) if rule else ([_HUMAN], [])
    _subject, headers, _text = _split(_reply(actions))
    reply = [_REPLY, _join(wanted["subject"], headers, wanted["text"])]
    once = bool(wanted["reply_once"])
    others = [action for action in actions if action[0] != _REPLY and action != _REMEMBER]
    return [
        priority(rule, wanted["enabled"]),
        RULE_NAME,
        [_full(condition) for condition in conditions if not _is_ours(condition)]
        + [_NOT_YET] * once
        + [[_DATE, operation, _to_server(wanted[bound])] for bound, operation in _BOUNDS.items() if wanted[bound]],
        [reply, *[_REMEMBER] * once, *others],
        *rule[4:],
    ]


def priority(rule: Sequence[Any], enabled: bool) -> str:
    """A Rule with priority 0 is off; one that is on keeps the priority that it has."""
    had = str(rule[0]) if rule else "0"
    return "0" if not enabled else had if had != "0" else str(_PRIORITY)


def _clauses(rule: Sequence[Any], part: int) -> list[Any]:
    clauses = canon_clauses(rule[part]) if len(rule) > part else []
    return [clause for clause in clauses if clause] if isinstance(clauses, list) else []


def _is_ours(condition: list[Any]) -> bool:
    return condition == _NOT_YET or condition[:2] in [[_DATE, operation] for operation in _BOUNDS.values()]


def _full(condition: list[Any]) -> list[Any]:
    """The one condition without a parameter, as the Web Interface writes it."""
    return _HUMAN if condition == _HUMAN[:1] else condition


# --- the text of the reply, and its header

def _reply(actions: Sequence[Any]) -> str:
    return next((str(action[1]) for action in actions if action[0] == _REPLY and len(action) > 1), "")


def _split(reply: str) -> tuple[str, list[str], str]:
    """(subject, other header fields, text)."""
    if not reply.startswith(_HEADERS):
        return "", [], clean(reply)
    head, _empty, text = reply[1:].partition("\n\n")
    lines = [line for line in head.split("\n") if line]
    subjects = [line[len(_SUBJECT) :].strip() for line in lines if line.lower().startswith(_SUBJECT)]
    return "".join(subjects[:1]), [line for line in lines if not line.lower().startswith(_SUBJECT)], clean(text)


def _join(subject: str, headers: list[str], text: str) -> str:
    lines = (["Subject: %s" % subject] if subject else []) + headers
    if not lines and not text.startswith(_HEADERS):
        return text
    return "%s%s\n\n%s" % (_HEADERS, "\n".join(lines if headers else [*lines, _IN_REPLY_TO]), text)


def clean(text: Any) -> str:
    """The text as it is compared: line ends are LF, and none at the end."""
    return str(canon.text(text)).rstrip("\n")


# --- dates: 2024-03-05 10:00:00 here, 05 Mar 2024 10:00:00 there

def _from_server(date: str) -> str:
    """A date that is written in another way stays as it is."""
    match = _SERVER_DATE.fullmatch(date)
    if match is None:
        return date
    day, month, year, time = match.groups(default="00:00:00")
    return "%s-%02d-%02d %s" % (year, _MONTHS.index(month) + 1, int(day), time)


def _to_server(moment: str) -> str:
    try:
        when = read_moment(_DATE, moment)
    except CgpError:
        return moment
    return "%02d %s %d %s" % (when.day, _MONTHS[when.month - 1], when.year, when.strftime("%H:%M:%S"))
