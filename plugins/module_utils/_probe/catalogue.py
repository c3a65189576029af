# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""All questions."""

from __future__ import annotations

from typing import Mapping, Sequence

from .question import Question
from .questions import (
    addresses,
    amounts,
    certificates,
    codes,
    defaults,
    forms,
    history,
    ip_sets,
    listings,
    mailboxes,
    nested,
    order,
    owners,
    plain_passwords,
    secrets,
    services,
    spelling,
    stamps,
    stock,
    unknown_words,
    vocabulary,
    writing,
)

_FILES = (
    order, vocabulary, unknown_words, services, addresses, defaults, nested, writing, secrets, plain_passwords, owners,
    amounts, certificates, spelling, mailboxes, listings, ip_sets, history, stock, codes, stamps, forms,
)  # fmt: skip

QUESTIONS: Sequence[Question] = tuple(question for file in _FILES for question in file.QUESTIONS)

UNASKED: Mapping[str, str] = {
    "environment-first": "a national subset would have to be made for the whole server",
    "unnamed-skin-first": "a Skin would have to be made for the whole server",
    "ip-ranges-joined": "addresses would have to be written to a set of the whole server",
    **dict.fromkeys(
        (
            "no-challenge", "no-stls", "stls-greets-again", "stls-greets-bare", "no-sessionid", "no-webuser",
            "no-cram-md5", "cram-md5-plus", "cram-md5-codeless",
        ),
        "it shows only before a login, and the questions come after it",
    ),
    **dict.fromkeys(
        (
            "http-status-line", "http-nothing-empty", "http-nothing-ok", "http-error-text", "http-error-line",
            "http-error-500", "http-error-500-text", "http-error-500-page", "http-error-status", "http-chunked",
            "http-closes",
        ),
        "it shows over HTTP only, and there each session learns what it has to know by itself",
    ),
}
"""Habits that no question tells, and why."""
