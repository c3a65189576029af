# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts and stops simulators in Ansible's process, where that is possible.

The module takes the whole simulator along, which Ansible packs and the target unpacks for each task: a second or two
before anything starts. On a local connection all of it is there already.
"""

from __future__ import annotations

from typing import Any

from ansible_collections.communigate.pro.plugins.module_utils._connection_options import CONNECTION, environment_name
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from ansible_collections.communigate.pro.plugins.module_utils.simulator.program.ansible_task import (
    RULES,
    SPEC,
    result,
)
from ansible_collections.communigate.pro.plugins.plugin_utils._environment import added_to_environment
from ansible_collections.communigate.pro.plugins.plugin_utils._task_action import TaskAction


class ActionModule(TaskAction):
    """Runs the tasks of cgp_simulator: with C(become), C(async) or a remote connection the module itself does."""

    def run(self, tmp: str | None = None, task_vars: dict[str, Any] | None = None) -> dict[str, Any]:
        told: dict[str, Any] = super().run(tmp, task_vars)
        environment = self.environment()
        try:
            # What is wrong with the options is told here, before they are sent anywhere.
            params = self.checked(self.options, SPEC, RULES)
            if not self.is_for_this_process():
                # Ansible writes these variables into the command line that starts the module, and prints it. They say
                # how a server is reached, which is nothing to who starts one.
                for option in CONNECTION:
                    environment.pop(environment_name(option), None)
                told.update(self.run_module(self.options, task_vars, environment))
                told.pop("invocation", None)  # the module leaves it empty
                return told
            with added_to_environment(environment):
                told.update(result(params, self.check_mode))
        except CgpError as error:
            told.update(failed=True, msg=str(error))
        return told
