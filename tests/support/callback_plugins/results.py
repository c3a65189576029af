# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes what every task returned, as the callback plugin does that users of the collection have for their tests.

Where the plays have simulators of their own, ``{play}`` in the journal's path stands for the play's name. A line
tells, too, how many modules had been run by then, where COMMUNIGATE_PRO_TEST_MODULES names a file to count them in:
an action plugin may do a task without one. This is loaded before the first process is forked that runs any.

Only for this project's tests (support/playbook.py): it uses no private part of Ansible that changed from 2.17 to 2.21.
"""

from __future__ import annotations

import os

from ansible.parsing.dataloader import DataLoader
from ansible.plugins.action import ActionBase
from ansible.plugins.loader import filter_loader, test_loader
from ansible_collections.communigate.pro.extensions.pytest.callback_plugins import communigate_pro_results
from ansible_collections.communigate.pro.tests.support.kept_imports import keep_imports

DOCUMENTATION = r"""
name: results
type: notification
short_description: Writes results for the tests
description:
  - Writes the result of each task, and of each item of a loop, as one line of JSON.
author: The communigate.pro authors
"""


def count_modules(path):
    """Has one byte more in a file for each module that is run."""
    run_module = ActionBase._execute_module

    def counting(self, *arguments, **keywords):
        with open(path, "ab") as stream:
            stream.write(b".")
        return run_module(self, *arguments, **keywords)

    ActionBase._execute_module = counting


def load_once():
    """Loads what templates use before a process is forked for each task, all of which would load it again."""
    for loader in (filter_loader, test_loader):
        list(loader.all())


def read_once():
    """Has Ansible read a play's files of variables once, and not again for each task: no test changes one meanwhile."""
    load = DataLoader.load_from_file

    def load_kept(self, *arguments, **keywords):
        if keywords.get("cache") == "vaulted":
            keywords["cache"] = "all"
        return load(self, *arguments, **keywords)

    DataLoader.load_from_file = load_kept


class CallbackModule(communigate_pro_results.CallbackModule):
    """Knows which modules were run, and has Ansible do less again and again."""

    CALLBACK_NAME = "results"

    def __init__(self, *arguments, **keywords):
        super().__init__(*arguments, **keywords)
        load_once()
        read_once()
        keep_imports(os.environ["COMMUNIGATE_PRO_TEST_COMPILED"])
        self._modules = os.environ.get("COMMUNIGATE_PRO_TEST_MODULES", "")
        if self._modules:
            count_modules(self._modules)

    def line(self, outcome, status, is_item):
        modules = os.path.getsize(self._modules) if self._modules else 0
        return {**super().line(outcome, status, is_item), "modules": modules}

    def journal_of(self, play):
        return super().journal_of(play).replace("{play}", play)
