# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes what every task returned, one JSON object a line, to the file that COMMUNIGATE_PRO_TEST_RESULTS names.

Each line tells, too, how long the simulator's journal (COMMUNIGATE_PRO_TEST_JOURNAL) was when the task had ended: it
shows which commands the task sent. For playbook.py beside this directory; it uses no private part of Ansible that
changed from 2.17 to 2.21.
"""

from __future__ import annotations

import json
import os

from ansible.plugins.callback import CallbackBase

DOCUMENTATION = r"""
name: communigate_pro_results
type: notification
short_description: Writes results for tests
description:
  - Writes the result of each task, and of each item of a loop, as one line of JSON.
author: The communigate.pro authors
"""


class CallbackModule(CallbackBase):
    """Appends one line per event; a play's processes other than the main one never get here."""

    CALLBACK_VERSION = 2.0
    CALLBACK_TYPE = "notification"
    CALLBACK_NAME = "communigate_pro_results"

    def __init__(self, *arguments, **keywords):
        super().__init__(*arguments, **keywords)
        self._play = ""

    def v2_playbook_on_play_start(self, play):
        self._play = play.get_name()

    def line(self, outcome, status, is_item):
        """What is written of an outcome."""
        return {
            "play": self._play,
            "task": outcome.task_name.rpartition(" : ")[2],  # some releases put the role's name before it
            "host": outcome._host.get_name(),
            "status": status,
            "is_item": is_item,
            # By the task itself: a play may ignore all errors so that others are played.
            "ignored": bool((getattr(outcome._task, "_ds", None) or {}).get("ignore_errors")),
            "result": outcome._result,
            "journal": self._length_of_journal(),
        }

    def journal_of(self, play):
        """The path of the journal of the play of this name; empty if there is none."""
        return os.environ.get("COMMUNIGATE_PRO_TEST_JOURNAL", "")

    def _length_of_journal(self):
        journal = self.journal_of(self._play)
        return os.path.getsize(journal) if journal else 0

    def _write(self, outcome, status, is_item=False):
        with open(os.environ["COMMUNIGATE_PRO_TEST_RESULTS"], "a", encoding="utf-8") as stream:
            stream.write(json.dumps(self.line(outcome, status, is_item), default=str) + "\n")

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
