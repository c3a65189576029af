# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The programs of tools, for the tests that call their functions in their own process."""

from __future__ import annotations

import importlib
import sys
from typing import Any

from support.checkout import ROOT


def tool(name: str) -> Any:
    """The module ``tools/NAME.py``, imported as its neighbours import it."""
    directory = str(ROOT / "tools")
    sys.path.insert(0, directory)
    try:
        return importlib.import_module(name)
    finally:
        sys.path.remove(directory)
