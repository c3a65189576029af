#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_temp_ip_info
short_description: Read the IP addresses that are blocked, unblockable or clients for a time
version_added: 0.1.0
description:
  - Reads the sets of IP addresses that a running server keeps for a time, with the commands that O(include) tells.
  - Needs the Server right Can Monitor.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.info
  - communigate.pro.info
options:
  include:
    description:
      - Which sets are read.
    type: list
    elements: str
    choices:
      blacklisted:
        - Temporarily Blocked Addresses (C(GETTEMPBLACKLISTEDIPS)).
      unblockable:
        - Temporary UnBlockable IP Addresses (C(GETTEMPUNBLOCKABLEIPS)).
      clients:
        - Temporary Client IP Addresses (C(GETTEMPCLIENTIPS)).
    default: [blacklisted, unblockable, clients]
seealso:
  - module: communigate.pro.cgp_temp_ip
  - module: communigate.pro.cgp_route_info
    description: Tells what kind of address one is.
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: Who is blocked at present
  communigate.pro.cgp_temp_ip_info:
    include: [blacklisted]
  register: found

- name: Tell for how long
  ansible.builtin.debug:
    msg: "{{ item.address }}: {{ 'for good' if item.permanent else item.seconds ~ ' seconds' }}"
  loop: "{{ found.sets.blacklisted }}"
  loop_control:
    label: "{{ item.address }}"
"""

RETURN = r"""
sets:
  description: The sets that are asked for.
  returned: success
  type: dict
  contains:
    blacklisted:
      description:
        - The blocked addresses, each with its C(address), whether it is C(permanent), and else the C(seconds) that are
          left. Both are null for an address of which the server does not tell how long it stays.
      returned: when asked for
      type: list
      elements: dict
      sample:
        - {address: 198.51.100.7, permanent: false, seconds: 830}
        - {address: "2001:db8::7", permanent: true, seconds: null}
    unblockable:
      description: The addresses that cannot be blocked, in the same form.
      returned: when asked for
      type: list
      elements: dict
      sample: []
    clients:
      description: The addresses that are clients for a time.
      returned: when asked for
      type: list
      elements: str
      sample: [192.0.2.10]
statistics:
  description: What the task cost in commands, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.temp_ip import TEMP_IP_INFO


def main():
    run_module(TEMP_IP_INFO)


if __name__ == "__main__":
    main()
