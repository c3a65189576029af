# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be read of Groups: the manual, Group Administration."""

from __future__ import annotations

from .._cli.sections.group import GETGROUP, LISTGROUPS
from .._engine.info import Info, Reading
from .shared.listed import NAMES, named_or_all

GROUP_INFO = Info(
    noun="group",
    result="groups",
    fields=NAMES,
    subjects=lambda params: named_or_all(params, LISTGROUPS),
    readings=(Reading("settings", GETGROUP),),
    default=("settings",),
)
