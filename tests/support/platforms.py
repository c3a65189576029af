# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Marks for tests that need what only some systems have."""

from __future__ import annotations

import sys

import pytest

linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has /dev/full, and limits for other processes")
