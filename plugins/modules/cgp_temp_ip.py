#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_temp_ip
short_description: Block IP addresses for a time, or keep them from being blocked
version_added: 1.0.0
description:
  - Puts IP addresses into the sets that a running server keeps for a time, and takes them out. One set holds
    temporarily blocked addresses, the other those that cannot be blocked.
  - The time of an address that is in the set runs out by itself, which is no difference to be mended. An address is
    put there again when it has more time left than O(timeout), when it is to be permanent or is so and should not, or
    when it has less time left than O(renew_below).
  - Reads with C(GETTEMPBLACKLISTEDIPS) and C(GETTEMPUNBLOCKABLEIPS). Writes with C(TEMPBLACKLISTIP) and
    C(TEMPUNBLOCKIP), and permanent addresses with C(SETTEMPBLACKLISTEDIPS) and C(SETTEMPUNBLOCKABLEIPS).
  - Needs the Server rights Can Monitor and Server Settings.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.state
  - communigate.pro.bulk
  - communigate.pro.purge
options:
  set: &set
    description:
      - The set; V(blacklisted) if it is not given. A purge names sets in O(purge.within).
    type: str
    choices:
      blacklisted:
        - Temporarily Blocked Addresses.
      unblockable:
        - Temporary UnBlockable IP Addresses, which the server never blocks by itself.
  address: &address
    description:
      - One IP address, in any spelling, with square brackets or without.
    type: str
  state: &state
    description:
      - Whether the address is in the set; V(present) if it is not given.
    type: str
    choices:
      present:
        - It is put there if it is not.
      absent:
        - It is taken out if it is there.
  timeout: &timeout
    description:
      - How long an address stays, in seconds or with a unit, such as V(1800), V(30m), V(12h) or V(2d), or
        V(permanent).
      - Needed for an address that is not in the set.
      - An address of which the server does not tell how long it stays is left as it is, and a warning names it.
    type: str
  renew_below: &renew_below
    description:
      - The O(timeout) begins anew for an address that has less time left than this, given in the same way. Without it
        no time begins anew while it runs.
    type: str
  addresses:
    description:
      - Several addresses. Each item takes the options that describe one of them.
    type: list
    elements: dict
    suboptions:
      set: *set
      address:
        <<: *address
        required: true
      state: *state
      timeout: *timeout
      renew_below: *renew_below
      facts:
        description:
          - What M(communigate.pro.cgp_temp_ip_info) tells besides. It is ignored, so that what was read can be given
            as it is.
        type: dict
seealso:
  - module: communigate.pro.cgp_temp_ip_info
  - module: communigate.pro.cgp_ip_list
    description: Sets the lists of addresses that a server keeps for good.
  - module: communigate.pro.cgp_server_action
    description: Counts a failed login from an address with V(report_failed_login).
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: Block an address for a day
  communigate.pro.cgp_temp_ip:
    address: 198.51.100.7
    timeout: 1d

- name: Keep an address blocked as long as this is run every hour
  communigate.pro.cgp_temp_ip:
    address: 198.51.100.8
    timeout: 3h
    renew_below: 2h

- name: Never block the addresses of the office and of the monitoring
  communigate.pro.cgp_temp_ip:
    set: unblockable
    timeout: permanent
    addresses:
      - address: 192.0.2.10
      - address: 2001:db8::10

- name: Somebody has mistyped a password too often
  communigate.pro.cgp_temp_ip:
    address: 198.51.100.7
    state: absent

- name: Unblock all addresses at once
  communigate.pro.cgp_temp_ip:
    purge:
      within: [blacklisted]
      limit: 1000
"""

RETURN = r"""
changed_names:
  description:
    - Names of the objects that were changed, or in check mode would be; no more than 100 with O(detail=summary).
  returned: unless the task failed as a whole
  type: list
  elements: str
  sample: [blacklisted 198.51.100.7]
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
    - name: blacklisted 198.51.100.7
      action: create
      changed: true
      before: {state: absent}
      after: {state: present, timeout: 86400}
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, writes: 2, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.temp_ip import TEMP_IP


def main():
    run_module(TEMP_IP)


if __name__ == "__main__":
    main()
