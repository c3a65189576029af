#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_server_action
short_description: Tell a server to do something at once
version_added: 1.0.0
description:
  - Does one of the things that leave no settings behind, or none that a server tells. This is an action. It is carried
    out on every run and reported as a change.
  - Writes with C(REFRESHOSDATA), C(SHUTDOWN), C(SETLOGALL), C(SETTRACE), C(DUMPALLOBJECTS), C(TESTLOOP),
    C(RECONNECTCLUSTERADMIN) and C(REPORTFAILEDLOGINADDRESS).
  - Needs for V(refresh_os_data) and V(report_failed_login) the Server right Settings, for V(shutdown) the Server right
    Monitoring, for V(log_all), V(trace) and V(test_loop) the Server right Can Monitor, and for V(dump_objects) the
    Server right Master. The manual tells none for V(reconnect_cluster_admin).
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
      refresh_os_data:
        - Read the local IP addresses and the addresses of the name servers from the operating system again.
      shutdown:
        - Stop the server. Whether it answers before it closes the connection or just closes it, the task succeeds.
          Nothing can be done through the CLI until somebody starts it again.
      log_all:
        - Switch the mode in which everything is logged on or off, as O(enabled) says.
      trace:
        - Switch the tracing of a O(facility) on or off, as O(enabled) says. What is traced goes to the log of the
          operating system.
      dump_objects:
        - Write the list of all objects in memory, to where O(to_file) says. This can stall the server for long, and
          millions of lines can be too much for a log of the operating system.
      test_loop:
        - Measure the speed of the processor for some O(seconds), which are also the time that the task takes. The
          result is in RV(loops_per_second).
      reconnect_cluster_admin:
        - Let a member of a Dynamic Cluster open its connections to the other members again.
      report_failed_login:
        - Count a failed login from an O(address), as if one had been tried at the server. Enough of them block the
          address for a time.
  enabled:
    description:
      - Whether something is switched on. Needed for O(operation=log_all) and O(operation=trace).
    type: bool
  facility:
    description:
      - What is traced. Needed for O(operation=trace).
    type: str
    choices:
      FileIO:
        - Reading, writing and truncating files.
      FileOp:
        - Creating, renaming and removing files.
  to_file:
    description:
      - V(true) writes C(objects_dump.txt) in the base directory of the server, unless that is there already.
        V(false) writes to the log of the operating system. Needed for O(operation=dump_objects).
    type: bool
  seconds:
    description:
      - How long a test takes; less than O(reply_timeout). Needed for O(operation=test_loop).
    type: int
  address:
    description:
      - An IP address. Needed for O(operation=report_failed_login).
    type: str
seealso:
  - module: communigate.pro.cgp_log
  - module: communigate.pro.cgp_temp_ip
    description: Blocks an address at once.
  - module: communigate.pro.cgp_settings
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: The host has a new address
  communigate.pro.cgp_server_action:
    operation: refresh_os_data

- name: Log everything for the next test
  communigate.pro.cgp_server_action:
    operation: log_all
    enabled: true

- name: Trace which files are created, renamed and removed
  communigate.pro.cgp_server_action:
    operation: trace
    facility: FileOp
    enabled: true

- name: Count a failed login that another program has seen
  communigate.pro.cgp_server_action:
    operation: report_failed_login
    address: 198.51.100.7

- name: How fast the processor is
  communigate.pro.cgp_server_action:
    operation: test_loop
    seconds: 5
  register: speed

- name: Insist on it
  ansible.builtin.assert:
    that: speed.loops_per_second > 1000

- name: Stop the server before its host is shut down
  communigate.pro.cgp_server_action:
    operation: shutdown
"""

RETURN = r"""
actions:
  description:
    - The commands that changed something and were accepted, in their order; in check mode those that would be sent.
  returned: once the server was reached
  type: list
  elements: str
  sample: [SETLOGALL]
loops_per_second:
  description: How often the loop of the test was run in a second.
  returned: with O(operation=test_loop), unless in check mode
  type: int
  sample: 1520003
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 3, writes: 1, round_trips: 4, logins: 1, bytes_sent: 210, bytes_received: 342}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.server_action import SERVER_ACTION


def main():
    run_module(SERVER_ACTION)


if __name__ == "__main__":
    main()
