# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Mailboxes that an Account subscribes to: the manual, Mailbox Administration."""

from __future__ import annotations

from .._cli.sections.mailbox import GETMAILBOXSUBSCRIPTION, SETMAILBOXSUBSCRIPTION
from .shared.mailboxes import fold_mailbox
from .shared.subscription import subscription

MAILBOX_SUBSCRIPTION = subscription(
    "mailbox subscription", "mailboxes", GETMAILBOXSUBSCRIPTION, SETMAILBOXSUBSCRIPTION, fold_mailbox
)
