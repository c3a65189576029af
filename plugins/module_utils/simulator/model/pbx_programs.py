# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which programs the Accounts of a Domain can run."""

from __future__ import annotations

from ..answers.refusals import unknown
from .domain import Domain
from .pbx import STOCK
from .server import Server
from .stored_files import UNNAMED


def require_program(server: Server, domain: Domain, file_name: str) -> None:
    """Refuse a program that no environment of a Domain has.

    The Domain's own one comes first, then that of the server (for a shared Domain of the cluster), then the built-in
    one.
    """
    for environment in (domain.pbx, server.scope_of(domain).pbx, STOCK):
        files = environment.sets.get(UNNAMED)
        if files is not None and file_name in files.files:
            return
    raise unknown("program")
