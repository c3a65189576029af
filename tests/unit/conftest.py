# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How hypothesis works in all unit tests."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# The same examples in every run, and no measuring of time: a busy machine is no failure.
settings.register_profile(
    "unhurried",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("unhurried")
