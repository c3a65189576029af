#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_log
short_description: Write a record into the Server Log
version_added: 1.0.0
description:
  - Writes one record into the log of the server, such as what a playbook is about to do. This is an action. Every run
    writes the record once more, and that is reported as a change.
  - Writes with C(WRITELOG).
  - Needs the Server right Can Monitor.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.action
options:
  record:
    description:
      - The text, in one line. The server puts C(SYSTEM) before it.
    type: str
    required: true
  level:
    description:
      - The log level of the record. The lower it is, the more important is the record.
    type: int
    default: 1
seealso:
  - module: communigate.pro.cgp_server_action
    description: Switches on the logging of everything with V(log_all).
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: Leave a trace of what changes the server
  communigate.pro.cgp_log:
    record: "Ansible begins the maintenance of {{ inventory_hostname }}"

- name: The same for those who look closely
  communigate.pro.cgp_log:
    record: "The playbook is {{ ansible_play_name }}"
    level: 4
"""

RETURN = r"""
actions:
  description:
    - The commands that changed something and were accepted, in their order; in check mode those that would be sent.
  returned: once the server was reached
  type: list
  elements: str
  sample: [WRITELOG]
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 3, writes: 1, round_trips: 4, logins: 1, bytes_sent: 210, bytes_received: 342}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.log import LOG


def main():
    run_module(LOG)


if __name__ == "__main__":
    main()
