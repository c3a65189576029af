# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Mailing lists: the manual, Mailing Lists Administration; settings in protocol.md section 6.7."""

from __future__ import annotations

from .._cli.sections.mailing_list import CREATELIST, DELETELIST, GETLIST, RENAMELIST, UPDATELIST
from .shared.names import list_names_in_domain, local_name
from .shared.owned import owned

MAILING_LIST = owned(
    noun="mailing list",
    plural="mailing lists",
    list_option="lists",
    find=list_names_in_domain,
    read=GETLIST,
    create=CREATELIST,
    update=UPDATELIST,
    rename=lambda old, new: RENAMELIST(old[0], local_name(new)),
    delete=DELETELIST,
)
