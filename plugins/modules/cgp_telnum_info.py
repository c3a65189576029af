#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_telnum_info
short_description: Read telephone numbers
version_added: 1.0.0
description:
  - Reads which telephone numbers are assigned to Accounts, in one Domain, in all Domains of the server, or in the
    shared Domains of a Dynamic Cluster.
  - A Domain that does not exist is no error.
  - Reads with C(LISTDOMAINTELNUMS), C(LISTSERVERTELNUMS) or C(LISTCLUSTERTELNUMS).
  - Needs the Server right All Domains. For one Domain the rights of a Domain Administrator do, too.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.reading
  - communigate.pro.info
options:
  scope:
    description:
      - Where the numbers are looked for.
    type: str
    choices:
      domain:
        - In the O(domain).
      server:
        - In all Domains of the server that are not shared.
      cluster:
        - In the shared Domains of the Dynamic Cluster.
    default: domain
  domain:
    description:
      - Name of the Domain. Needed with O(scope=domain), and only there.
    type: str
  filter:
    description:
      - Part of a number. Only numbers that contain it are read.
    type: str
  limit:
    description:
      - How many numbers are read at most. With V(0) only RV(total) is told.
    type: int
    default: 1000
seealso:
  - module: communigate.pro.cgp_account
    description: Assigns numbers to Accounts with its option C(telnums).
  - module: communigate.pro.cgp_account_info
    description: Reads the numbers of single Accounts.
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: The numbers of a domain
  communigate.pro.cgp_telnum_info:
    domain: example.com
  register: numbers

- name: Tell whose number it is
  ansible.builtin.debug:
    msg: "{{ numbers.telnums['12025550142'] | default('nobody') }}"

- name: The first ten numbers of the server in one area
  communigate.pro.cgp_telnum_info:
    scope: server
    filter: "1202"
    limit: 10

- name: How many numbers there are in the cluster
  communigate.pro.cgp_telnum_info:
    scope: cluster
    limit: 0
"""

RETURN = r"""
exists:
  description: Whether there is such a Domain. Always V(true) for a server and a cluster.
  returned: success
  type: bool
  sample: true
telnums:
  description:
    - The numbers, each with the name of its Account as the server tells it.
    - If there are as many as O(limit), there may be more.
  returned: success
  type: dict
  sample: {"12025550142": alice, "12025550143": bob}
total:
  description: How many numbers there are in all, with and without O(filter).
  returned: success
  type: int
  sample: 2
statistics:
  description: What the task cost in commands, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.telnum import TELNUM_INFO


def main():
    run_module(TELNUM_INFO)


if __name__ == "__main__":
    main()
