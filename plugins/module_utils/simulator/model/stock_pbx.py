# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The built-in Real-Time Application Environment of this simulator: a few files, written for it.

The simulator does not run CG/PL; what a program (``.sppr``) or a synchronous script (``.scgp``) does is in ``tasks.py``
and in the handler of RUNSCRIPT.
"""

from __future__ import annotations

from ...connector.data import Timestamp

STORED = Timestamp("T01-01-2026_00:00:00")

FILES: dict[str, dict[str, bytes]] = {
    "": {
        "echo.scgp": b"// Returns its parameter.\nentry Main is\n  return Vars().startParameter;\nend entry;\n",
        "gateway.sppr": b"// Waits for events.\nentry Main is\n  loop\n    ReadInput(60);\n  end loop;\nend entry;\n",
        "welcome.txt": b"Welcome\n",
    },
    "french": {"welcome.txt": b"Bienvenue\n"},
}
"""National subset ("" for none) -> file -> content."""
