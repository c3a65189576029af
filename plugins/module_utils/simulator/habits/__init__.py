# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The ways in which servers may differ where the manual is silent: each on demand, alone or with others.

``habit.py`` says what a habit can do to a command on its way, ``kinds/`` has the habits, ``catalogue.py`` all of them
by name, ``in_force.py`` those that a server has, ``conduct.py`` what they do to a command, ``choice.py`` how they are
asked for.
"""

from __future__ import annotations
