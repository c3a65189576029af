#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_ip_list
short_description: Set the lists of network addresses
version_added: 1.0.0
description:
  - Sets the lists of network addresses that a server, or a Dynamic Cluster, treats in a special way.
  - Reads with C(GETLANIPS), C(GETCLIENTIPS), C(GETBLACKLISTEDIPS), C(GETWHITEHOLEIPS), C(GETNATEDIPS),
    C(GETNATSITEIPS), C(GETDEBUGIPS) and C(GETDENIEDIPS), for a Dynamic Cluster with C(GETCLUSTERLANIPS),
    C(GETCLUSTERCLIENTIPS), C(GETCLUSTERBLACKLISTEDIPS), C(GETCLUSTERWHITEHOLEIPS), C(GETCLUSTERNATEDIPS),
    C(GETCLUSTERNATSITEIPS), C(GETCLUSTERDEBUGIPS) and C(GETCLUSTERDENIEDIPS).
  - Writes a list as a whole, with C(SETLANIPS), C(SETCLIENTIPS), C(SETBLACKLISTEDIPS), C(SETWHITEHOLEIPS),
    C(SETNATEDIPS), C(SETNATSITEIPS), C(SETDEBUGIPS) and C(SETDENIEDIPS), for a Dynamic Cluster with
    C(SETCLUSTERLANIPS), C(SETCLUSTERCLIENTIPS), C(SETCLUSTERBLACKLISTEDIPS), C(SETCLUSTERWHITEHOLEIPS),
    C(SETCLUSTERNATEDIPS), C(SETCLUSTERNATSITEIPS), C(SETCLUSTERDEBUGIPS) and C(SETCLUSTERDENIEDIPS).
  - Needs the Server right Settings.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.state
  - communigate.pro.bulk
options:
  scope: &scope
    description:
      - Whose list it is; V(server) if it is not given.
    type: str
    choices:
      server:
        - That of the server.
      cluster:
        - That of the whole Dynamic Cluster.
  name: &name
    description:
      - Which list it is.
    type: str
    choices:
      lan:
        - LAN IP Addresses.
      client:
        - Client IP Addresses.
      blacklisted:
        - Blacklisted IP Addresses.
      white_hole:
        - WhiteHole IP Addresses.
      nated:
        - NATed IP Addresses.
      nat_site:
        - NAT Site IP Addresses.
      debug:
        - Debug IP Addresses.
      denied:
        - Denied IP Addresses.
  addresses: &addresses
    description:
      - Addresses and ranges as the server writes them, one in each element, which may end with a comment after C(;).
      - Their order, spaces, square brackets and comments do not matter when lists are compared, nor whether neighbours
        are written as one range, since a server may tell them otherwise. A list of which only a comment differs is
        not written.
    type: list
    elements: str
  mode: &mode
    description:
      - What happens to addresses that O(addresses) does not name; V(replace) if it is not given.
    type: str
    choices:
      update:
        - They stay.
      replace:
        - They are removed.
  lists:
    description:
      - Several lists of addresses. Each item takes the options that describe one of them.
    type: list
    elements: dict
    suboptions:
      scope: *scope
      name:
        <<: *name
        required: true
      addresses: *addresses
      mode: *mode
seealso:
  - module: communigate.pro.cgp_settings
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: The addresses of the office
  communigate.pro.cgp_ip_list:
    name: lan
    addresses:
      - 10.0.0.0-10.0.255.255 ; headquarters
      - 192.168.7.0-192.168.7.255 ; the branch office

- name: One more client, the others stay
  communigate.pro.cgp_ip_list:
    name: client
    mode: update
    addresses:
      - 198.51.100.7 ; the new web server

- name: Several lists of a cluster
  communigate.pro.cgp_ip_list:
    scope: cluster
    lists:
      - name: lan
        addresses: [10.0.0.0-10.255.255.255]
      - name: denied
        addresses: []
"""

RETURN = r"""
changed_names:
  description:
    - Names of the objects that were changed, or in check mode would be; no more than 100 with O(detail=summary).
  returned: unless the task failed as a whole
  type: list
  elements: str
  sample: [server lan]
counts:
  description: How many objects were wanted, and how many of them ended in which way.
  returned: unless the task failed as a whole
  type: dict
  sample: {wanted: 3, unchanged: 2, created: 0, updated: 1, renamed: 0, deleted: 0, failed: 0, not_attempted: 0}
failures:
  description:
    - The objects that failed, each with its C(name), what went wrong (C(msg)), whether something was C(changed)
      before, and the C(code) of the server's answer if it refused a command; no more than 100 with O(detail=summary).
  returned: unless the task failed as a whole
  type: list
  elements: dict
  sample: []
not_attempted:
  description: Names of the objects that were not begun; no more than 100 with O(detail=summary).
  returned: unless the task failed as a whole
  type: list
  elements: str
  sample: []
objects:
  description:
    - Every object with its C(name), the C(action) that it needed (V(none), V(create), V(update), V(rename) or
      V(delete)), whether it was C(changed), and what differed C(before) and C(after).
  returned: with O(detail=all), unless the task failed as a whole
  type: list
  elements: dict
  sample:
    - name: server lan
      action: update
      changed: true
      before: {addresses: [10.0.0.0-10.0.255.255]}
      after: {addresses: [10.0.0.0-10.0.255.255, 192.168.7.0-192.168.7.255]}
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, writes: 2, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.ip_list import IP_LIST


def main():
    run_module(IP_LIST)


if __name__ == "__main__":
    main()
