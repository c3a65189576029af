# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""In which form the HTTP realm answers: where data, bare successes and refusals stand, and where a response ends."""

from __future__ import annotations

from ..habit import Habit

STATUS_LINE = "http-status-line"
NOTHING_EMPTY = "http-nothing-empty"
NOTHING_OK = "http-nothing-ok"
ERROR_TEXT = "http-error-text"
ERROR_LINE = "http-error-line"
ERROR_500 = "http-error-500"
ERROR_500_TEXT = "http-error-500-text"
ERROR_500_PAGE = "http-error-500-page"
ERROR_STATUS = "http-error-status"
CHUNKED = "http-chunked"
CLOSES = "http-closes"

_NOTHING = "what stands in a body where there is no data"
_REFUSAL = "the form of a refusal over HTTP"
_END = "the end of a response over HTTP"
_ANY: frozenset[str] = frozenset()  # none of them is a matter of the command


def _habit(name: str, purpose: str, evidence: str, one_of: str = "") -> Habit:
    return Habit(name, purpose, evidence, _ANY, one_of)


HABITS = (
    _habit(
        STATUS_LINE,
        "begins the body of an HTTP response with a status line, as on the PWD port, where there is data",
        "open: one script finds bare data",
    ),
    _habit(NOTHING_EMPTY, "has an empty body over HTTP where there is no data", "open", _NOTHING),
    _habit(NOTHING_OK, "says OK over HTTP where there is no data, without a code", "open", _NOTHING),
    _habit(ERROR_TEXT, "refuses over HTTP with ERROR and a text, without a code", "a script looks for ERROR", _REFUSAL),
    _habit(ERROR_LINE, "refuses over HTTP with the status line of PWD, under the status 200", "open", _REFUSAL),
    _habit(ERROR_500, "refuses over HTTP with the status 500 and the status line of PWD", "as over SOAP", _REFUSAL),
    _habit(ERROR_500_TEXT, "refuses over HTTP with the status 500 and a text alone", "as over SOAP", _REFUSAL),
    _habit(ERROR_500_PAGE, "refuses over HTTP with the status 500 and a page for browsers", "as over SOAP", _REFUSAL),
    _habit(ERROR_STATUS, "refuses over HTTP with its code as the status, and a text", "open", _REFUSAL),
    _habit(CHUNKED, "sends HTTP responses in chunks", "open", _END),
    _habit(CLOSES, "ends each HTTP response with the connection", "open", _END),
)
