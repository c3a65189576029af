#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_temp_ip_info
short_description: Read the IP addresses that are blocked, unblockable or clients for a time
version_added: 1.0.0
description:
  - Reads the sets of IP addresses that a running server keeps for a time, with the commands that O(include) tells.
  - Needs the Server right Can Monitor.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.reading
  - communigate.pro.info
  - communigate.pro.info.rows
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
    msg: "{{ item.address }}: {{ item.timeout | default('unknown') }}"
  loop: "{{ found.addresses }}"
  loop_control:
    label: "{{ item.address }}"
"""

RETURN = r"""
addresses:
  description:
    - The addresses in the sets that are asked for, each as an item of
      O(communigate.pro.cgp_temp_ip#module:addresses), with RV(addresses[].facts) besides.
  returned: success
  type: list
  elements: dict
  contains:
    set:
      description: The set that the address is in.
      type: str
      sample: blacklisted
    address:
      description: The address.
      type: str
      sample: 198.51.100.7
    timeout:
      description: V(permanent), or the seconds that are left.
      returned: where the server tells it
      type: str
      sample: "830"
    facts:
      description: What is only told, and no option of M(communigate.pro.cgp_temp_ip).
      type: dict
      contains:
        seconds:
          description: The seconds that are left, as a number.
          returned: for an address that does not stay
          type: int
          sample: 830
        untold:
          description:
            - What the row does not say, each C(place) with C(why). These are secrets, and what the server does not tell
              or no module takes.
          returned: when there is any
          type: list
          elements: dict
          sample: [{place: timeout, why: the server does not tell it}]
missing:
  description: What was asked for and is not there, which is nothing here.
  returned: success
  type: list
  elements: str
  sample: []
foreseen:
  description:
    - Of what is C(missing), that which earlier tasks of the run would have made. With C(ansible-playbook --check),
      where the task runs on the controller.
  returned: in check mode
  type: list
  elements: str
  sample: []
clients:
  description: The addresses that are clients for a time. Nobody puts them there.
  returned: when asked for
  type: list
  elements: str
  sample: [192.0.2.10]
untold:
  description:
    - Objects that are there and are not told, for a task cannot name them, each with its C(name) and C(why).
  returned: when there are any
  type: list
  elements: dict
  sample: [{name: "blacklisted 192.0.2.1", why: name holds a line break or another control character}]
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
