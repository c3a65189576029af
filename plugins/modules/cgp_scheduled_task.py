#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_scheduled_task
short_description: Schedule programs and scripts of an Account
version_added: 1.0.0
description:
  - An action. Stores a Scheduled Task of an Account, which launches a Real-Time Application or a Synchronous Script at
    a given moment, perhaps again and again, or deletes it.
  - No command of the CLI reads Scheduled Tasks. The task is therefore stored or deleted, and reported as changed, on
    every run. Storing a task with the name of an existing one takes its place; deleting one that does not exist does
    nothing.
  - Writes with C(UPDATESCHEDULEDTASK).
  - Needs the Server right All Domains, or the right C(CanModifyRSIP) of a Domain Administrator.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.action
options:
  account:
    description:
      - Account that has the Scheduled Task, such as V(alice@example.com). A name without a Domain belongs to that of
        the O(login).
    type: str
    required: true
  name:
    description:
      - Name of the Scheduled Task, its C(id).
    type: str
    required: true
  state:
    description:
      - Whether there is to be such a Scheduled Task.
    type: str
    choices:
      present:
        - It is stored as described.
      absent:
        - It is deleted. This takes no other options than the O(account) and the O(name).
    default: present
  program:
    description:
      - Real-Time Application that is launched, one of those for the Account's Domain. It or O(script) is needed.
    type: str
  script:
    description:
      - Synchronous Script that is launched, of the Basic skin of the Account's Domain.
    type: str
  parameter:
    description:
      - What is passed to the program, a string or a number for example. The types that YAML does not have are given as
        in O(communigate.pro.cgp_command#module:arguments).
    type: raw
  when:
    description:
      - When it is launched, in GMT, such as V("2026-12-24 18:00") or V("2026-12-24"), or V(now). Needed with
        O(state=present).
      - With V(now) it is launched on every run of the task.
    type: str
  period:
    description:
      - After what time it is launched again. V(day), V(week), V(month), V(year), or a number of seconds.
      - Without it the Scheduled Task is gone as soon as it is launched.
    type: str
seealso:
  - module: communigate.pro.cgp_pbx_files
    description: Stores Real-Time Applications.
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: A wake-up call every day
  communigate.pro.cgp_scheduled_task:
    account: alice@example.com
    name: wake up
    program: wakeup
    parameter: "+15550101"
    when: "2026-12-01 05:30"
    period: day

- name: A script cleans up, once and now
  communigate.pro.cgp_scheduled_task:
    account: office@example.com
    name: clean up
    script: cleanup
    when: now

- name: No more calls
  communigate.pro.cgp_scheduled_task:
    account: alice@example.com
    name: wake up
    state: absent
"""

RETURN = r"""
actions:
  description:
    - The commands that changed something and were accepted, in their order; in check mode those that would be sent.
  returned: once the server was reached
  type: list
  elements: str
  sample: [UPDATESCHEDULEDTASK]
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 3, writes: 1, round_trips: 4, logins: 1, bytes_sent: 210, bytes_received: 342}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.scheduled_task import SCHEDULED_TASK


def main():
    run_module(SCHEDULED_TASK)


if __name__ == "__main__":
    main()
