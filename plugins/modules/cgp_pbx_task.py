#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_pbx_task
short_description: Start, address and kill Real-Time Tasks
version_added: 1.0.0
description:
  - Starts Real-Time Applications as Tasks, sends Events to them, asks for their status, and kills them. This is an
    action. Every run starts another Task or sends another Event, and that is reported as a change.
  - Killing a Task that has ended already does nothing. The manual names no reply for an unknown Task, so a Task whose
    status the server refuses to tell counts as ended.
  - Reads with C(READNODESTATUS). Writes with C(STARTPBXTASK), C(SENDTASKEVENT) and C(KILLNODE).
  - The manual states no right that is needed.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.action
options:
  operation:
    description:
      - What is to be done.
    type: str
    required: true
    choices:
      start:
        - Starts a O(program) on behalf of an O(account). RV(task_id) names the new Task.
      send:
        - Sends an O(event) to a Task.
      status:
        - Reads the RV(status) of a Task. Fails if the server does not tell it, because the Task has ended for example.
      kill:
        - Kills a Task, if it has not ended already.
  account:
    description:
      - Account on whose behalf the program runs, such as V(pbx@example.com). A name without a Domain belongs to that of
        the O(login).
    type: str
  program:
    description:
      - Name of the program, a file of the environment, without C(.sppr).
    type: str
  entry:
    description:
      - Entry point of the program, the main one if this is not given.
    type: str
  parameter:
    description:
      - What is handed to the program, or goes with the Event.
      - It may be a string, a number, a list or a dictionary. V(true) and V(false) become V(YES) and V(NO).
      - The server's other types are given as a dictionary with one key. C($datablock) is followed by Base64,
        C($timestamp), C($address), C($xml) and C($object) by what the server writes.
    type: raw
  task_id:
    description:
      - The Task, as O(operation=start) returned it in RV(task_id).
    type: str
  event:
    description:
      - Name of the Event.
    type: str
seealso:
  - module: communigate.pro.cgp_pbx_files
  - module: communigate.pro.cgp_script
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: Start a gateway
  communigate.pro.cgp_pbx_task:
    operation: start
    account: pbx@example.com
    program: gateway
    parameter:
      target: "+15551234567"
      lines: 2
  register: gateway

- name: Let it read its settings again
  communigate.pro.cgp_pbx_task:
    operation: send
    task_id: "{{ gateway.task_id }}"
    event: Reload

- name: How it is
  communigate.pro.cgp_pbx_task:
    operation: status
    task_id: "{{ gateway.task_id }}"
  register: state

- name: It is no longer needed
  communigate.pro.cgp_pbx_task:
    operation: kill
    task_id: "{{ gateway.task_id }}"
"""

RETURN = r"""
actions:
  description:
    - The commands that changed something and were accepted, in their order; in check mode those that would be sent.
  returned: once the server was reached
  type: list
  elements: str
  sample: [STARTPBXTASK]
task_id:
  description: The ID of the new Task.
  returned: with O(operation=start), not in check mode
  type: str
  sample: "17"
status:
  description: The status of the Task, an object that its program makes.
  returned: with O(operation=status)
  type: raw
  sample: {program: gateway, state: waiting}
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 3, writes: 1, round_trips: 4, logins: 1, bytes_sent: 210, bytes_received: 342}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.pbx_task import PBX_TASK


def main():
    run_module(PBX_TASK)


if __name__ == "__main__":
    main()
