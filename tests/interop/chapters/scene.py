# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What several chapters have in common: Accounts, a moment at which time stands still, Rules."""

from __future__ import annotations

from datetime import datetime

from ansible_collections.communigate.pro.tests.interop.cgpcli_table import call

ANNA = "anna@example.org"
BEN = "ben@example.org"

PEOPLE = (
    call("create_domain", "example.org"),
    call("create_account", ANNA),
    call("create_account", BEN),
)

NOON = datetime(2030, 1, 31, 12, 0, 0)
AT_NOON = ("--clock", "fixed:2030-01-31T12:00:00")
"""The flags of a simulator for which it stays noon."""

SPAM = [5, "Spam", [["Subject", "is", "*offer*"]], [["Discard"]]]
CALLS = [1, "Calls", [["Method", "is", "INVITE"]], [["Fork to", "+4930123456"]]]
