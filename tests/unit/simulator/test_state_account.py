# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""--state: what an Account has that no command reads is kept; what a running server has is not."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.connector.data import Timestamp
from ansible_collections.communigate.pro.plugins.module_utils.simulator.control.language import CONTROLS
from ansible_collections.communigate.pro.plugins.module_utils.simulator.embedded import Embedded
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options

BOB = {"account": "bob@example.com"}


@pytest.fixture
def options(tmp_path):
    return Options(port=0, password="secret", state=str(tmp_path / "state.json"))


@pytest.fixture
def changed(options, dial):
    """Runs a simulator with an Account that has everything, and ends it."""
    with Embedded(options) as simulator:
        wire = dial(simulator.host, simulator.port)
        assert wire.login(b"postmaster", b"secret") == b"200 login OK"
        wire.do(
            b"CREATEACCOUNT bob", b"UPDATESCHEDULEDTASK bob {id=early;program=a;when=#T01-02-2003;parameter=(x,#5);}",
            b"UPDATESCHEDULEDTASK bob {id=late;script=b;when=#TFUTURE;period=week;parameter={a=#T01-02-2003;};}",
            b"SETACCOUNTPASSWORD bob PASSWORD app NAME phone",
        )
        CONTROLS["ACCOUNTINFO"](simulator.service, dict(BOB, info={"AirSyncs": ["one"]}))
        CONTROLS["PRESENCE"](simulator.service, dict(BOB, status="online"))


def test_scheduled_tasks_and_the_last_launch_are_kept(changed, options):
    with Embedded(options) as simulator:
        assert CONTROLS["SCHEDULEDTASKS"](simulator.service, BOB) == {
            "lastLaunch": ["early", Timestamp("T01-02-2003_00:00:00"), ["x", 5]],
            "tasks": {
                "late": {
                    "script": "b", "when": Timestamp("TFUTURE"), "period": "week",
                    "parameter": {"a": Timestamp("T01-02-2003")},
                },
            },
        }


def test_application_passwords_and_info_are_kept_and_presence_is_not(changed, options, dial):
    with Embedded(options) as simulator:
        wire = dial(simulator.host, simulator.port)
        assert wire.login(b"bob", b"app") == b"200 login OK"
        admin = dial(simulator.host, simulator.port)
        assert admin.login(b"postmaster", b"secret") == b"200 login OK"
        admin.ask(b"INLINE")
        assert admin.ask(b"GETACCOUNTINFO bob Key AirSyncs") == b"201 (one)"
        assert admin.ask(b"GETACCOUNTPRESENCE bob") == b"201 #NULL#"
