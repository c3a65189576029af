# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Skins of one level: a Domain's, the server's or the cluster's custom ones, or the built-in ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from .stock_skins import FILES, STORED
from .stored_files import FileSets, built_in


@dataclass
class Skins(FileSets):
    """Skins by name; "" is the unnamed Skin."""

    kind: ClassVar[str] = "skin"
    unnamed_kind: ClassVar[str] = "unnamed skin"


STOCK = Skins(built_in(FILES, STORED))
"""The built-in Skins; no command changes them."""
