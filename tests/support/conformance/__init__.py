# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The conformance suite, said to a real server: ``make conformance``, whose program is tools/conformance.py.

``recording.py`` has the suite's own simulators tell what its tests say. ``bounds.py`` decides which of these commands
touch nothing but one Domain, and moves them into the scratch Domain; only they are sent. ``player.py`` says a
conversation to a server there, ``mask.py`` makes of each reply what may be compared and shown: nothing that identifies
a site. ``reference.py`` has simulators to compare with, ``reads.py`` what is asked of the server as a whole, and
``transcript.py`` writes down what differed.
"""

from __future__ import annotations
