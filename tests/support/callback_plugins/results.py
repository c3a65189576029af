# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes what every task returned, one JSON object a line, to the file that COMMUNIGATE_PRO_TEST_RESULTS names.

Each line tells, too, how long the simulator's journal (COMMUNIGATE_PRO_TEST_JOURNAL) was when the task had ended: it
shows which commands the task sent. Where the plays have simulators of their own, ``{play}`` in that path stands for the
play's name.

It tells, too, how many modules had been run by then, where COMMUNIGATE_PRO_TEST_MODULES names a file to count them in:
an action plugin may do a task without one. This is loaded before the first process is forked that runs any.

Only for this project's tests (support/playbook.py): it uses no private part of Ansible that changed from 2.17 to 2.21.
"""

from __future__ import annotations

import json
import os

from ansible.parsing.dataloader import DataLoader
from ansible.plugins.action import ActionBase
from ansible.plugins.callback import CallbackBase
from ansible.plugins.loader import filter_loader, test_loader
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


class CallbackModule(CallbackBase):
    """Appends one line per event; a play's processes other than the main one never get here."""

    CALLBACK_VERSION = 2.0
    CALLBACK_TYPE = "notification"
    CALLBACK_NAME = "results"

    def __init__(self, *arguments, **keywords):
        super().__init__(*arguments, **keywords)
        self._play = ""
        load_once()
        read_once()
        keep_imports(os.environ["COMMUNIGATE_PRO_TEST_COMPILED"])
        self._modules = os.environ.get("COMMUNIGATE_PRO_TEST_MODULES", "")
        if self._modules:
            count_modules(self._modules)

    def v2_playbook_on_play_start(self, play):
        self._play = play.get_name()

    def _write(self, outcome, status, is_item=False):
        line = {
            "play": self._play,
            "task": outcome.task_name.rpartition(" : ")[2],  # some releases put the role's name before it
            "host": outcome._host.get_name(),
            "status": status,
            "is_item": is_item,
            # By the task itself: a play may ignore all errors so that others are played.
            "ignored": bool((getattr(outcome._task, "_ds", None) or {}).get("ignore_errors")),
            "result": outcome._result,
            "journal": self._length_of_journal(),
            "modules": os.path.getsize(self._modules) if self._modules else 0,
        }
        with open(os.environ["COMMUNIGATE_PRO_TEST_RESULTS"], "a", encoding="utf-8") as stream:
            stream.write(json.dumps(line, default=str) + "\n")

    def _length_of_journal(self):
        journal = os.environ.get("COMMUNIGATE_PRO_TEST_JOURNAL", "").replace("{play}", self._play)
        return os.path.getsize(journal) if journal else 0

    def v2_runner_on_ok(self, result):
        self._write(result, "ok")

    def v2_runner_on_failed(self, result, ignore_errors=False):
        self._write(result, "failed")

    def v2_runner_on_skipped(self, result):
        self._write(result, "skipped")

    def v2_runner_on_unreachable(self, result):
        self._write(result, "unreachable")

    def v2_runner_item_on_ok(self, result):
        self._write(result, "ok", is_item=True)

    def v2_runner_item_on_failed(self, result):
        self._write(result, "failed", is_item=True)

    def v2_runner_item_on_skipped(self, result):
        self._write(result, "skipped", is_item=True)
