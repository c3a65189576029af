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
  - Reads which telephone numbers are assigned to Accounts, in a Domain, in several, in all Domains of the server, or
    in the shared Domains of a Dynamic Cluster.
  - A Domain that does not exist is no error.
  - Reads with C(LISTDOMAINTELNUMS), C(LISTSERVERTELNUMS) or C(LISTCLUSTERTELNUMS).
  - Finds all Domains with C(LISTDOMAINS), where O(domains) asks for them, and with C(GETDOMAINALIASES) which of several
    are the same.
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
        - In the O(domain), or in each of the O(domains).
      server:
        - In all Domains of the server that are not shared.
      cluster:
        - In the shared Domains of the Dynamic Cluster.
    default: domain
  domain:
    description:
      - Name of the Domain. This or O(domains) is needed with O(scope=domain), and only there.
    type: str
  domains:
    description:
      - Several Domains whose numbers are read, each by itself, or V(*) for all Domains of the server.
      - Not together with O(domain), and only with O(scope=domain).
    type: list
    elements: str
  filter:
    description:
      - Part of a number. Only numbers that contain it are read.
    type: str
  limit:
    description:
      - How many numbers are read at most, of each of the O(domains). With V(0) only RV(total) is told.
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

- name: How many numbers each domain has
  communigate.pro.cgp_telnum_info:
    domains: ["*"]
    limit: 0
  register: counted

- name: Tell them
  ansible.builtin.debug:
    msg: "{{ counted.domains | items2dict(key_name='domain', value_name='total') }}"

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
domains:
  description: What each of the O(domains) told.
  returned: with O(domains), instead of the values below
  type: list
  elements: dict
  contains:
    domain:
      description: Name of the Domain.
      type: str
      sample: example.com
    exists:
      description: Whether there is such a Domain.
      type: bool
      sample: true
    telnums:
      description: As RV(telnums).
      type: dict
      sample: {"12025550142": alice, "12025550143": bob}
    total:
      description: As RV(total).
      type: int
      sample: 2
exists:
  description: Whether there is such a Domain. Always V(true) for a server and a cluster.
  returned: without O(domains)
  type: bool
  sample: true
telnums:
  description:
    - The numbers, each with the name of its Account as the server tells it.
    - If there are as many as O(limit), there may be more.
  returned: without O(domains)
  type: dict
  sample: {"12025550142": alice, "12025550143": bob}
total:
  description: How many numbers there are in all, with and without O(filter).
  returned: without O(domains)
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
