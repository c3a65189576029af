# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What counts as this very machine, for whoever asks."""

from __future__ import annotations

import re

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.connector.loopback import is_loopback
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options
from support.checkout import ROOT

LOOPBACK = (
    *("127.0.0.1", "127.0.0.2", "127.255.255.254", "::1", "0:0:0:0:0:0:0:1", "::ffff:127.0.0.1"),
    *("localhost", "LocalHost"),
)
ELSEWHERE = (
    *("127.evil.example", "127.0.0.1.evil.example", "127.", "127.1", "localhost.evil.example"),
    *("::1.example", "::10", "::", "0.0.0.0", "126.255.255.255", "128.0.0.1", "192.0.2.1", "::ffff:192.0.2.1"),
    *("", " 127.0.0.1", "localhost.", "localhosts", "mail.example.com", "2130706433", "0x7f000001"),
    *("127.0.0.1:106", "[::1]"),
)


@pytest.mark.parametrize("host", LOOPBACK)
def test_this_machine(host: str) -> None:
    assert is_loopback(host)
    assert Options(host=host).local_only


@pytest.mark.parametrize("host", ELSEWHERE)
def test_any_other(host: str) -> None:
    assert not is_loopback(host)
    assert not Options(host=host).local_only


def test_nobody_asks_in_another_way() -> None:
    """By the beginning of a name, say: that may be anybody's."""
    asks = re.compile(r"startswith\([^)]*(?:127|localhost|::1)|\.is_loopback\b(?!\()|_LOOPBACK")
    files = [path for kind in ("*.py", "*.yml") for path in (ROOT / "plugins").rglob(kind)]
    files += (ROOT / "roles").rglob("*.yml")
    found = [str(path.relative_to(ROOT)) for path in files if asks.search(path.read_text(encoding="utf-8"))]
    assert found == ["plugins/module_utils/connector/loopback.py"]
