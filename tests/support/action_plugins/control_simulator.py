# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Says lines of the control language to a test's simulator: a program that does would take longer than the test."""

from __future__ import annotations

from ansible.plugins.action import ActionBase
from ansible_collections.communigate.pro.plugins.module_utils.simulator.control.client import ControlClient


class ActionModule(ActionBase):
    """Options: ``lines``. Where the simulator is, and its administrator's password, the play's environment says."""

    def run(self, tmp=None, task_vars=None):
        result = super().run(tmp, task_vars)
        where = {}
        for given in self._task.environment or ():
            where.update(self._templar.template(given))
        with ControlClient(where["CGP_HOST"], int(where["CGP_PORT"]), where["CGP_PASSWORD"]) as simulator:
            result["answers"] = [simulator.say(line) for line in self._task.args["lines"]]
        return result
