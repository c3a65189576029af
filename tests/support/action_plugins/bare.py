# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a module as it is, for tests: whatever is the action plugin of its name has nothing to say."""

from __future__ import annotations

from ansible.plugins.action import ActionBase


class ActionModule(ActionBase):
    """Options: ``module``, its name, and ``options``, which it gets unseen."""

    _supports_check_mode = True

    def run(self, tmp=None, task_vars=None):
        result = super().run(tmp, task_vars)
        told = self._task.args
        result.update(
            self._execute_module(module_name=told["module"], module_args=told["options"], task_vars=task_vars)
        )
        return result
