# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Actions: what becomes of a step after which the server may be gone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.account import (
    CREATEACCOUNT,
    GETACCOUNTSETTINGS,
)
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.miscellaneous import SETLOGALL, WRITELOG
from ansible_collections.communigate.pro.plugins.module_utils._engine.action import ActionStep, action, at_once
from ansible_collections.communigate.pro.plugins.module_utils._engine.run import Mode
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from support.engine_server import Server


def run(directory: Path, fault: str, *steps: ActionStep, **limits: Any) -> dict[str, Any]:
    with Server(directory, faults=(fault,)) as server:
        return action((), lambda params: at_once(*steps)).run(server.session(**limits), {}, Mode())


LAST = ActionStep(WRITELOG(1, "the last word"), hangs_up=True)


def test_a_server_that_hangs_up_has_obeyed(tmp_path: Path) -> None:
    result = run(tmp_path, "drop-after:verb=WRITELOG", ActionStep(SETLOGALL(ON=True)), LAST)
    assert "failed" not in result
    assert (result["changed"], result["actions"]) == (True, ["SETLOGALL", "WRITELOG"])


@pytest.mark.parametrize(
    ("fault", "steps"),
    [
        ("drop-after:verb=WRITELOG", [ActionStep(WRITELOG(1, "not the last word"))]),
        ("drop-after:verb=SETLOGALL", [ActionStep(SETLOGALL(ON=True)), LAST]),
    ],
    ids=["no such step", "before such a step"],
)
def test_any_other_loss_of_the_connection_is_a_failure(tmp_path: Path, fault: str, steps: list[ActionStep]) -> None:
    result = run(tmp_path, fault, *steps)
    assert (result["failed"], result["changed"], result["actions"]) == (True, True, [])


def test_a_server_that_is_silent_has_not_hung_up(tmp_path: Path) -> None:
    result = run(tmp_path, "stall:verb=WRITELOG", LAST, reply_timeout=1)
    assert (result["failed"], result["changed"], result["actions"]) == (True, True, [])


def test_a_refusal_is_one(tmp_path: Path) -> None:
    result = run(tmp_path, "error:verb=WRITELOG,code=500", LAST)
    assert (result["failed"], result["changed"], result["code"]) == (True, False, 500)


def test_a_deed_can_follow_from_the_reply_to_the_one_before(tmp_path: Path) -> None:
    with Server(tmp_path) as server:
        server.ask(CREATEACCOUNT("ann", settings={"RealName": "Ann"}))
        told = ActionStep(GETACCOUNTSETTINGS("ann"))
        expected = ActionStep(CREATEACCOUNT("bob"), adapt=lambda reply: CREATEACCOUNT("bob", settings=reply))
        foreseen = action((), lambda params: at_once(told, expected)).run(server.master, {}, Mode(check=True))
        done = action((), lambda params: at_once(told, expected)).run(server.master, {}, Mode())
        assert foreseen["actions"] == done["actions"] == ["CREATEACCOUNT"]
        assert server.ask(GETACCOUNTSETTINGS("bob")) == {"RealName": "Ann"}


def test_a_deed_that_cannot_follow_is_a_failure_and_what_was_done_before_is_told(tmp_path: Path) -> None:
    def refuse(reply: Any) -> Any:
        raise CgpError("nothing to go on with")

    with Server(tmp_path) as server:
        steps = [ActionStep(CREATEACCOUNT("ann")), ActionStep(CREATEACCOUNT("bob"), adapt=refuse)]
        result = action((), lambda params: at_once(*steps)).run(server.master, {}, Mode())
    assert (result["failed"], result["changed"], result["actions"]) == (True, True, ["CREATEACCOUNT"])
    assert result["msg"] == "nothing to go on with"
