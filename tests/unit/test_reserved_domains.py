# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""No example, test or page names a Domain that somebody may have: only example.com, example.org and those of .example.

What is looked for are names of domains under the common top levels; a name under another is taken for a path in data
or for a file.
"""

from __future__ import annotations

import re

import pytest
from support.checkout import ROOT
