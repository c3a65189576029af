# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which habits a server has: what is asked to tell them apart, and how the answers are read.

``question.py`` says what a question is, ``questions/`` has them, ``catalogue.py`` all of them, ``asking.py`` asks them,
``scratch.py`` makes and deletes the Domain in which those that write are asked, ``report.py`` is what came of it. The
names of habits are the link to the simulator, which plays them; nothing here knows it.
"""

from __future__ import annotations
