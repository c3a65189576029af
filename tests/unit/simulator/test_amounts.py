# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a server with the habit amounts-shortest writes sizes and periods."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.habits.kinds.amounts import normalised


@pytest.mark.parametrize(("given", "told"), [
    ({"MaxAccountSize": "1024K"}, {"MaxAccountSize": "1M"}),
    ({"MaxAccountSize": "1048576"}, {"MaxAccountSize": "1M"}),
    ({"MaxAccountSize": "2048M"}, {"MaxAccountSize": "2G"}),
    ({"MaxAccountSize": "1000K"}, {"MaxAccountSize": "1000K"}),
    ({"MaxAccountSize": "unlimited"}, {"MaxAccountSize": "unlimited"}),
    ({"DigestSizeLimit": "10240K"}, {"DigestSizeLimit": "10M"}),
    ({"CleanupPeriod": "3600"}, {"CleanupPeriod": "1h"}),
    ({"period": "600s"}, {"period": "10m"}),
    ({"Timeout": "24h"}, {"Timeout": "1d"}),
    ({"CleanupPeriod": "90s"}, {"CleanupPeriod": "90s"}),
    ({"CleanupPeriod": "0"}, {"CleanupPeriod": "0"}),
    ({"CleanupPeriod": "10M"}, {"CleanupPeriod": "10M"}),
    ({"RealName": "1024K", "AccountsLimit": "3600"}, {"RealName": "1024K", "AccountsLimit": "3600"}),
    ({"Records": {"one": {"period": "120"}}}, {"Records": {"one": {"period": "2m"}}}),
    ([{"MaxAccountSize": 1024}], [{"MaxAccountSize": 1024}]),
    ("1024K", "1024K"),
])
def test_sizes_and_periods_are_told_in_the_largest_unit(given, told):
    assert normalised(given) == told
