# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The files that an Account subscribes to: the manual, File Storage Administration."""

from __future__ import annotations

from .._cli.sections.file_storage import GETFILESUBSCRIPTION, SETFILESUBSCRIPTION
from .shared.subscription import subscription

FILE_SUBSCRIPTION = subscription("file subscription", "files", GETFILESUBSCRIPTION, SETFILESUBSCRIPTION, str)
