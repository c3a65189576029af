#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_stat
short_description: Set statistics of the server, reset those of Accounts and Domains
version_added: 1.0.0
description:
  - Sets or increases a Custom element of the server's statistics, and resets what was counted for Accounts and Domains.
  - This is an action. It reads first, and does nothing where the element has the value already, or where nothing was
    counted since the last reset. Only O(operation=increase) does its work on every run.
  - Reads with C(GETSTATELEMENT), C(GETACCOUNTSTAT) and C(GETDOMAINSTAT). Writes with C(SETSTATELEMENT),
    C(RESETACCOUNTSTAT) and C(RESETDOMAINSTAT).
  - Needs the Server right Monitoring for elements of the server, and for Accounts and Domains the right
    C(BasicSettings) of a Domain Administrator.
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
      set:
        - The O(element) has the O(value).
      increase:
        - The O(value) is added to the O(element).
      reset:
        - The statistics of O(accounts) and O(domains) begin anew.
  element:
    description:
      - Object ID of a Custom element. Needed with O(operation=set) and O(operation=increase).
    type: str
  value:
    description:
      - Number that the element is set to, or that is added to it; it may be negative. Needed with the O(element).
    type: int
  accounts:
    description:
      - Accounts whose statistics are reset. V(*) is that of the O(login).
    type: list
    elements: str
  domains:
    description:
      - Domains whose statistics are reset, V(*) for that of the O(login). Those of their Accounts stay.
    type: list
    elements: str
  keys:
    description:
      - What is reset. Without it everything is, and the server remembers the time as C(StatReset).
      - Domains have no V(Logins).
    type: list
    elements: str
    choices:
      - MessagesReceived
      - BytesReceived
      - MessagesSent
      - BytesSent
      - CallsReceived
      - CallsSent
      - Logins
seealso:
  - module: communigate.pro.cgp_stat_info
    description: Reads statistics.
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: A new billing period begins for a domain and two of its accounts
  communigate.pro.cgp_stat:
    operation: reset
    domains: [example.com]
    accounts: [alice@example.com, bob@example.com]

- name: Count the runs of this playbook where the monitoring sees it
  communigate.pro.cgp_stat:
    operation: increase
    element: "{{ counter }}"
    value: 1
"""

RETURN = r"""
actions:
  description:
    - The commands that changed something and were accepted, in their order; in check mode those that would be sent.
  returned: once the server was reached
  type: list
  elements: str
  sample: [SETSTATELEMENT]
value:
  description: Value that the element has now. In check mode it is the one that it has before.
  returned: with O(operation=set) and O(operation=increase)
  type: raw
  sample: 7
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 3, writes: 1, round_trips: 4, logins: 1, bytes_sent: 210, bytes_received: 342}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.stat import STAT


def main():
    run_module(STAT)


if __name__ == "__main__":
    main()
